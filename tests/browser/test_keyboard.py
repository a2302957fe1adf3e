"""The keyboard alone reaches every control, and a reader always sees where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from .conftest import DESK, PAGES, PHONE, QUERY, Visit, goto, search
from .reports import expect_none, focus_lines

MENU = "button.pm-drawer"
SEARCH = "button.pm-search"


def walk(tab: Page, most: int = 400) -> Iterator[dict]:
    """Press Tab again and again, and give each stop until the keyboard leaves the page."""
    for _ in range(most):
        tab.keyboard.down("Tab")  # held down, it goes from stop to stop
        stop = tab.evaluate("probes.stop()")
        if stop is None:
            tab.keyboard.up("Tab")
            return
        yield stop
    raise AssertionError(f"the keyboard never leaves the page after {most} stops")


def tab_to(tab: Page, selector: str, most: int = 100, key: str = "Tab") -> None:
    """Press Tab, or Shift and Tab, until the element has the focus."""
    for _ in range(most):
        tab.keyboard.press(key)
        if focused(tab, selector):
            return
    raise AssertionError(f"no element {selector} within {most} stops of the keyboard")


def focused(tab: Page, selector: str) -> bool:
    """Say whether the element that has the focus is one of these."""
    return tab.evaluate("s => document.activeElement.matches(s)", selector)


@pytest.fixture
def phone(tab: Page, base: str) -> Page:
    """A page of a section, on a phone, as a new reader finds it."""
    tab.set_viewport_size(PHONE)
    tab.emulate_media(reduced_motion="reduce")
    goto(tab, f"{base}problems/back-pain/")
    return tab


@pytest.mark.dear
def test_every_stop_is_seen(visit: Visit, pytestconfig: pytest.Config) -> None:
    lines, everything = [], pytestconfig.getoption("--all-pages")
    for size in visit.turn(everything):
        # Backwards, the sticky header and titles may cover what the focus scrolls to; at a desk there are more of them.
        ways = (False, True) if everything else (size == DESK,)
        page = visit.show(**size)
        page.keyboard.press("Tab")
        place = f"{visit.path} ({size['width']} px)"
        for backwards in ways:
            # The walk below goes to the search field, which opens the search.
            wanted = {"but": QUERY, "backwards": backwards, "most": 150}
            stops = page.evaluate("wanted => probes.stops(wanted)", wanted)
            assert len(stops) > 5
            lines += [line for line in focus_lines(stops, place) if line not in lines]
    expect_none(lines)


@pytest.mark.parametrize(
    ("path", "size"),
    [("", PHONE), ("booking/worksheet/", DESK), ("choose/", PHONE)],
    ids=["home", "worksheet", "chooser"],
)
def test_the_tab_key_stops_where_a_reader_sees_it(tab: Page, base: str, path: str, size: dict) -> None:
    tab.set_viewport_size(size)
    tab.emulate_media(reduced_motion="reduce")
    goto(tab, base + path)
    stops = list(walk(tab))
    assert stops[0]["name"].startswith("a.md-skip")
    expect_none(focus_lines(stops, f"{path} ({size['width']} px)"))
    assert [stop["name"] for stop in tab.evaluate("probes.stops()")] == [stop["name"] for stop in stops]


def test_the_menu_opens_takes_the_focus_and_gives_it_back(phone: Page) -> None:
    tab_to(phone, MENU, most=10)
    assert phone.locator(MENU).get_attribute("aria-expanded") == "false"
    phone.keyboard.press("Enter")
    assert phone.locator(MENU).get_attribute("aria-expanded") == "true"
    links = phone.evaluate("probes.visible('.side--menu a').length")
    assert links >= phone.locator(".tabs a").count(), "the menu should lead to every section"
    assert phone.evaluate("document.activeElement.ariaCurrent") == "page", (
        "the menu should open at the page that is open"
    )
    tab_to(phone, ".menu__close", key="Shift+Tab")
    stops = []
    while focused(phone, ".side--menu *"):
        stops.append(phone.evaluate("probes.stop()"))
        phone.keyboard.press("Tab")
    expect_none(focus_lines(stops, "the open menu"))
    assert len(stops) == links + 1, "the close button and each link of the open menu should take the focus once"
    assert stops[1]["name"].endswith('urgent-signs/"]'), "the urgent signs should come first in the menu"
    assert not phone.locator("#__drawer").is_checked(), "the menu should close when the keyboard leaves it"

    phone.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
    phone.locator(MENU).focus()
    phone.keyboard.press("Space")
    assert focused(phone, ".side--menu a")
    phone.keyboard.press("Escape")
    assert focused(phone, MENU)
    assert phone.locator(MENU).get_attribute("aria-expanded") == "false"
    assert phone.evaluate("probes.visible('.side--menu a')") == []


@pytest.mark.parametrize("width", [360, 1000])
def test_the_menu_takes_the_focus_while_it_still_moves(phone: Page, width: int) -> None:
    phone.emulate_media(reduced_motion="no-preference")
    phone.set_viewport_size({"width": width, "height": 600})
    phone.locator(MENU).click()
    assert focused(phone, ".side--menu [aria-current]")
    top = phone.evaluate("document.activeElement.getBoundingClientRect().top")
    assert 0 < top < 600, "the menu should scroll by itself, to the page that is open"


def test_the_menu_names_every_page_of_the_open_section(phone: Page, base: str) -> None:
    goto(phone, base + "problems/knee-pain/")
    phone.locator(MENU).click()
    named = phone.locator(".menu__here ul a").evaluate_all("links => links.map((link) => link.pathname)")
    wanted = [page for page in PAGES if page.startswith("problems/") and page != "problems/index.html"]
    assert {urlsplit(base).path + page.removesuffix("index.html") for page in wanted} == set(named)


def test_the_menu_leads_to_a_page(phone: Page, base: str) -> None:
    tab_to(phone, MENU, most=10)
    phone.keyboard.press("Enter")
    tab_to(phone, ".side--menu a[href$='evidence/']")
    phone.keyboard.press("Enter")
    phone.wait_for_url(f"{base}evidence/")


def test_the_menu_works_by_touch(phone: Page) -> None:
    phone.click(MENU)
    assert phone.locator("#__drawer").is_checked()
    phone.mouse.click(320, 600)
    assert not phone.locator("#__drawer").is_checked()
    assert focused(phone, MENU)


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_the_search_finds_a_page(tab: Page, base: str, size: dict) -> None:
    tab.set_viewport_size(size)
    tab.emulate_media(reduced_motion="reduce")
    goto(tab, base)
    tab_to(tab, SEARCH if size == PHONE else QUERY, most=20)
    if size == PHONE:
        tab.keyboard.press("Enter")
        assert focused(tab, QUERY)
    search(tab, "ankle")
    tab.keyboard.press("ArrowDown")
    assert focused(tab, ".find__urgent a")
    tab.keyboard.press("ArrowDown")
    assert focused(tab, ".find__list a")
    expect_none(focus_lines([tab.evaluate("probes.stop()")], "search"))
    tab.keyboard.press("ArrowUp")
    tab.keyboard.press("ArrowUp")
    assert focused(tab, QUERY)
    tab.keyboard.press("Enter")
    assert focused(tab, ".find__list a"), "Enter should go to the first answer"
    tab.keyboard.press("Enter")
    tab.wait_for_url(f"{base}*/**")


def test_escape_closes_the_search_and_gives_the_focus_back(phone: Page) -> None:
    phone.click(SEARCH)
    assert focused(phone, QUERY)
    assert phone.locator(SEARCH).get_attribute("aria-expanded") == "true", "say that the search is open"
    search(phone, "ankle")
    phone.keyboard.press("Escape")
    assert focused(phone, SEARCH)
    assert phone.locator(SEARCH).get_attribute("aria-expanded") == "false"
    phone.keyboard.press("Enter")
    assert focused(phone, QUERY)
    for _ in range(30):
        phone.keyboard.press("Tab")
        if not focused(phone, ".find *"):
            break
    assert not phone.locator(".find").is_visible(), "the search should close when the keyboard leaves it"


@pytest.mark.mkdocs("the other engine brings a search of its own")
def test_a_click_beside_the_search_closes_it(tab: Page, base: str) -> None:
    goto(tab, base)
    tab.click(QUERY)
    tab.mouse.click(40, 850)
    assert not tab.locator(".find__panel").is_visible(), "close the search where the reader turns away from it"


def test_the_colours_change_by_keyboard(phone: Page) -> None:
    colours = phone.locator(".foot__colours button")
    assert colours.all_inner_texts() == ["Colours of your device", "Light", "Dark"]
    for number, scheme in ((2, "dark"), (1, "light"), (0, "light")):
        colours.nth(number).focus()
        expect_none(focus_lines([phone.evaluate("probes.stop()")], "the colours"))
        phone.keyboard.press("Enter")
        phone.wait_for_function("wanted => probes.scheme() === wanted", arg=scheme)
        assert [one.get_attribute("aria-pressed") for one in colours.all()] == [
            str(one == number).lower() for one in range(3)
        ]
        grounds = colours.evaluate_all("all => all.map((one) => getComputedStyle(one).backgroundColor)")
        assert grounds.count(grounds[number]) == 1, "let the chosen colours look chosen"
    colours.nth(2).click()
    goto(phone, phone.url)
    assert colours.nth(2).get_attribute("aria-pressed") == "true", "the choice should be shown on the next page"


def test_a_single_letter_does_nothing(tab: Page, base: str) -> None:
    goto(tab, f"{base}problems/back-pain/")
    for key in ("f", "s", "/", ".", ",", "n", "p"):
        tab.keyboard.press(key)
        assert not tab.locator("#__search").is_checked(), f"{key} opens the search"
        assert tab.url == f"{base}problems/back-pain/", f"{key} leaves the page"
