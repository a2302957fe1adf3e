"""The search and the theme's script come on need: none with a page, and what a reader did meanwhile is answered."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, Route

from .conftest import DESK, PHONE, QUERY, goto, search_is_there

pytestmark = pytest.mark.mkdocs("the other engine's script and search come with every page")
SEARCH = ".pm-search"
HEAVY = ("bundle.", "search_index", "workers/search")


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
    assert not heavy(asked), "fetch the theme's script when a reader turns to the search, and not with the page"


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_what_is_typed_before_the_search_is_there_is_answered(
    tab: Page, base: str, asked: list[str], size: dict
) -> None:
    held: list[Route] = []
    tab.route("**/bundle.*.js", lambda route: held.append(route))
    tab.set_viewport_size(size)
    goto(tab, base)
    tab.click(SEARCH if size == PHONE else QUERY)
    tab.keyboard.type("ankle")
    assert len(held) == 1, "ask for the script once"
    held[0].continue_()
    tab.wait_for_function("() => document.querySelector('.md-search-result__link')")
    assert tab.locator("#__search").is_checked(), "leave open what the reader opened before the script came"
    assert tab.locator(QUERY).input_value() == "ankle"


def test_a_result_shows_its_words(tab: Page, base: str) -> None:
    tab.goto(f"{base}problems/back-pain/?h=walking")
    tab.wait_for_function("() => document.querySelector('article mark')")


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


def test_the_choice_of_colours_stays_when_the_script_comes(tab: Page, base: str) -> None:
    tab.emulate_media(color_scheme="light")
    goto(tab, base)
    tab.locator(".foot__colours button").nth(2).click()
    tab.locator(QUERY).focus()
    search_is_there(tab)
    assert tab.locator("body").get_attribute("data-md-color-scheme") == "slate"
