"""Every page is read without scripts, without motion, and without anybody else hearing of it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from .conftest import PHONE, QUERY, Visit, goto, search
from .reports import expect_none, foreign

# The one thing that the site keeps, under the scope that mkdocs.yml sets.
PALETTE = "/.__palette"


def stored(page: Page) -> list[str]:
    """Give the names of everything that the site has stored in this browser."""
    return page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]")


@pytest.mark.dear
def test_the_text_is_there_without_scripts(visit: Visit, plain: Page) -> None:
    plain.goto(visit.url)
    assert plain.locator("h1").first.is_visible()
    # Buttons that need a script, such as the one that prints, come with it.
    read = """article => {
        for (const tools of article.querySelectorAll(".tools")) tools.style.display = "none";
        const text = article.innerText;
        for (const tools of article.querySelectorAll(".tools")) tools.style.display = "";
        return text.split(/\\s+/);
    }"""
    with_scripts = visit.show(**PHONE).locator("article").evaluate(read)
    assert plain.locator("article").evaluate(read) == with_scripts
    assert len(with_scripts) > 30


def test_the_menu_is_there_without_scripts(plain: Page, base: str) -> None:
    plain.goto(base)
    links = plain.locator(".menu a:visible")
    assert links.count() >= plain.locator(".tabs a").count() > 0, "the menu should lead to every section"
    assert plain.locator("h1").bounding_box()["y"] < links.first.bounding_box()["y"], "the text comes before the menu"
    dead = plain.locator("button:visible, input:visible")
    assert dead.count() == 0, "a control that needs scripts should not be shown without them"


def test_a_page_asks_nobody_else_and_does_not_complain(visit: Visit, base: str) -> None:
    assert len(visit.requests) > 4  # page, font, two style sheets, script; the small picture of the tab may come later
    expect_none([*foreign(visit.requests, base), *visit.complaints])


def test_a_page_sets_no_cookie_and_stores_only_the_colours(visit: Visit) -> None:
    assert visit.reader.cookies() == []
    assert set(stored(visit.page)) <= {PALETTE}


def test_search_menu_and_colours_ask_nobody_else(tab: Page, base: str) -> None:
    requests, complaints = [], []
    tab.on("request", lambda request: requests.append(request.url))
    tab.on("pageerror", lambda error: complaints.append(str(error)))
    tab.on("console", lambda message: message.type in ("error", "warning") and complaints.append(message.text))
    goto(tab, base)
    tab.locator(QUERY).click()
    search(tab, "knee")
    tab.keyboard.press("Escape")
    for button in tab.locator(".foot__colours button").all():
        button.click()
    tab.set_viewport_size(PHONE)
    tab.locator("button.pm-drawer").click()
    assert tab.locator("#__drawer").is_checked()
    assert any("/search" in url for url in requests)
    expect_none([*foreign(requests, base), *complaints])
    assert tab.context.cookies() == []
    assert stored(tab) == [PALETTE]


@pytest.mark.mkdocs("another engine's script keeps settings of its own")
def test_a_browser_that_keeps_nothing_still_serves(browser: Browser, base: str) -> None:
    with browser.new_context() as context:
        context.add_init_script(
            "Object.defineProperty(window, 'localStorage', { get() { throw new Error('forbidden'); } })"
        )
        tab = context.new_page()
        complaints = []
        tab.on("pageerror", lambda error: complaints.append(str(error)))
        goto(tab, base)
        tab.locator(".foot__colours button").nth(2).click()
        assert tab.locator("body").get_attribute("data-md-color-scheme") == "slate"
        tab.locator(QUERY).click()
        search(tab, "knee")
        expect_none(complaints)


@pytest.mark.parametrize("path", ["", "choose/", "problems/back-pain/"])
def test_nothing_moves_for_a_reader_who_asked_for_rest(tab: Page, base: str, path: str) -> None:
    tab.emulate_media(reduced_motion="reduce")
    tab.goto(base + path)
    expect_none(tab.evaluate("probes.moving()"))
    tab.emulate_media(reduced_motion="no-preference")
    assert tab.evaluate("probes.moving()"), "the probe should see what moves for other readers"
