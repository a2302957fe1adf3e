"""The search comes on need: none of it with a page, and what a reader did meanwhile is answered."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, Route

from .conftest import DESK, PHONE, QUERY, goto

pytestmark = pytest.mark.mkdocs("the other engine's script and search come with every page")
SEARCH = ".pm-search"
HEAVY = ("bundle.", "/search.", "search_index", "workers/search")


@pytest.fixture
def asked(tab: Page) -> list[str]:
    """What the tab asks for, as it goes."""
    found: list[str] = []
    tab.on("request", lambda request: found.append(request.url))
    return found


def heavy(asked: list[str]) -> list[str]:
    """Give those of the requests that are for the theme's script or its search."""
    return [url for url in asked if any(part in url for part in HEAVY)]


@pytest.mark.parametrize("path", ["", "choose/", "problems/back-pain/", "no/such/page/"])
def test_a_page_comes_without_the_search(tab: Page, base: str, asked: list[str], path: str) -> None:
    tab.goto(base + path, wait_until="networkidle")
    tab.locator(QUERY).focus()
    assert not heavy(asked), "fetch the search when a reader turns to it, and not with the page"


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_what_is_typed_before_the_search_is_there_is_answered(
    tab: Page, base: str, asked: list[str], size: dict
) -> None:
    held: list[Route] = []
    tab.route("**/search_index.json", lambda route: held.append(route))
    tab.set_viewport_size(size)
    goto(tab, base)
    tab.click(SEARCH if size == PHONE else QUERY)
    tab.keyboard.type("ankle")
    tab.wait_for_timeout(0)
    assert tab.locator(".find__urgent a").is_visible(), "show the urgent signs before the search is there"
    tab.wait_for_function("() => performance.getEntriesByName(document.querySelector('.find').dataset.script) !== null")
    while not held:
        tab.wait_for_timeout(10)
    assert len(held) == 1, "ask for the index once"
    held[0].continue_()
    tab.wait_for_function("() => document.querySelector('.find__list a')")
    assert tab.locator(QUERY).input_value() == "ankle"


@pytest.mark.parametrize(
    ("device", "choice", "shown"), [("dark", 0, "slate"), ("dark", 1, "default"), ("light", 2, "slate")]
)
def test_the_colours_need_nothing_more(
    tab: Page, base: str, asked: list[str], device: str, choice: int, shown: str
) -> None:
    tab.emulate_media(color_scheme=device)
    goto(tab, base)
    tab.locator(".foot__colours button").nth(choice).click()
    for _ in range(2):
        assert tab.locator("body").get_attribute("data-md-color-scheme") == shown
        tab.goto(f"{base}choose/")
    assert not heavy(asked)
    if not choice:
        tab.emulate_media(color_scheme="light")
        tab.wait_for_function("() => document.body.dataset.mdColorScheme === 'default'")
