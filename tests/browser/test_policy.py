"""The policy in each page's head stops what somebody else planted; test_reading says that nothing of ours breaks it."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import Page, Route

from .conftest import goto, search

WORD = "quicksilver"
PLANTED = f'{WORD} <img src="planted.png" onerror="window.planted = 1"><script>window.planted = 1</script>'


def planted(tab: Page, base: str, policy: bool) -> bool:
    """Open home with what somebody else has written in it, with the policy or without, and say whether it ran."""

    def plant(route: Route) -> None:
        text = route.fetch().text().replace("</article>", f"{PLANTED}</article>")
        route.fulfill(body=text if policy else re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", text))

    tab.route(base, plant)
    goto(tab, base)
    # What a script of it would do is done once its picture, which is not there, has been asked for.
    tab.wait_for_function("() => document.querySelector('article img[src=\"planted.png\"]').complete")
    return tab.evaluate("window.planted === 1")


def test_what_is_planted_in_a_page_does_not_run(tab: Page, base: str) -> None:
    assert not planted(tab, base, policy=True)


def test_without_the_policy_it_would_run(tab: Page, base: str) -> None:
    assert planted(tab, base, policy=False)


@pytest.mark.mkdocs("the other engine brings a search of its own")
def test_an_entry_planted_in_the_search_index_is_only_words(tab: Page, base: str) -> None:
    def plant(route: Route) -> None:
        index = route.fetch().json()
        index["docs"].append({"location": "planted/", "title": PLANTED, "text": f"<p>{PLANTED}, a sentence.</p>"})
        route.fulfill(body=json.dumps(index), content_type="application/json")

    tab.route("**/search_index.json", plant)
    goto(tab, base)
    assert search(tab, WORD) == [f"{base}planted/"]
    assert WORD in tab.locator(".find__list").inner_text()
    assert tab.locator(".find__list :is(img, script)").count() == 0
    assert not tab.evaluate("window.planted === 1")
