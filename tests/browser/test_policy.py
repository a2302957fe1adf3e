"""The policy in each page's head stops what somebody else planted; test_reading says that nothing of ours breaks it."""

from __future__ import annotations

import json
import re

from playwright.sync_api import Page, Route

from .conftest import QUERY, goto, search

WORD = "quicksilver"
PLANTED = f'{WORD} <img src="planted.png" onerror="window.planted = 1"><script>window.planted = 1</script>'


def plant(route: Route) -> None:
    """Answer with the search index and one entry more, which somebody else has written."""
    index = route.fetch().json()
    entries = index["docs"] if "docs" in index else index["items"]
    entries.append(entries[0] | {"location": "planted/", "title": PLANTED, "text": PLANTED})
    route.fulfill(body=json.dumps(index), content_type="application/json")


def planted(tab: Page, base: str) -> bool:
    """Search for the planted entry and say whether it ran."""
    tab.route(re.compile(r"/search(_index)?\.json$"), plant)
    goto(tab, base)
    tab.locator(QUERY).click()
    search(tab, WORD)
    assert WORD in tab.locator(".md-search-result__list").inner_text()
    # What a script of the entry would do is done once its picture, which is not there, has been asked for.
    tab.wait_for_function("() => [...document.querySelectorAll('.md-search-result img')].every((one) => one.complete)")
    return tab.evaluate("window.planted === 1")


def test_an_entry_planted_in_the_search_index_does_not_run(tab: Page, base: str) -> None:
    assert not planted(tab, base)


def test_without_the_policy_it_would_run(tab: Page, base: str) -> None:
    def without_policy(route: Route) -> None:
        route.fulfill(body=re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", route.fetch().text()))

    tab.route(base, without_policy)
    assert planted(tab, base)
