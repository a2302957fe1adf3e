"""What a word means and what kind of source a number stands for: for a mouse, the keyboard and a finger."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from .conftest import DESK, PHONE, goto

TERM = ".md-content a[href*='glossary/#']"
SOURCE = ".md-content a[href*='references/#']"
READING = 15  # px


@pytest.fixture
def page(tab: Page, base: str) -> Page:
    """A page with words and sources, at a desk."""
    goto(tab, f"{base}problems/back-pain/")
    return tab


def note(tab: Page) -> str:
    """Give what the open note says, or nothing."""
    open_note = tab.locator(".gloss:popover-open")
    return open_note.inner_text() if open_note.count() else ""


def touch(tab: Page, selector: str) -> None:
    """Tap an element as a finger does."""
    tab.evaluate(
        """(selector) => {
            const target = document.querySelector(selector);
            target.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true, pointerType: "touch" }));
            target.click();
        }""",
        selector,
    )


@pytest.mark.parametrize("selector", [TERM, SOURCE], ids=["term", "source"])
def test_the_mouse_and_the_focus_show_the_note(page: Page, selector: str) -> None:
    link = page.locator(selector).first
    title = link.get_attribute("title")
    link.scroll_into_view_if_needed()
    link.hover()
    page.wait_for_function("() => document.querySelector('.gloss:popover-open')")
    assert title in note(page)
    assert page.locator(".gloss").evaluate("note => parseFloat(getComputedStyle(note).fontSize)") >= READING
    box = page.locator(".gloss").bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= DESK["width"]
    page.locator(".gloss").hover()
    page.wait_for_timeout(500)
    assert title in note(page), "the note should stay while the pointer is on it"
    page.keyboard.press("Escape")
    assert note(page) == ""
    assert link.get_attribute("title") == title

    page.keyboard.press("Tab")
    link.focus()
    assert title in note(page)
    assert link.evaluate("link => document.getElementById(link.getAttribute('aria-describedby')).innerText") == note(
        page
    )
    page.keyboard.press("Tab")
    assert title not in note(page)


def test_a_source_is_named_in_its_note_and_for_those_who_listen(page: Page) -> None:
    link = page.locator(SOURCE).first
    name = link.text_content()
    assert name and not name.isdigit(), "the name is what a screen reader says"
    link.hover()
    page.wait_for_function("() => document.querySelector('.gloss:popover-open')")
    assert note(page).startswith(name)


def test_a_tap_shows_the_note_and_the_way_on(page: Page) -> None:
    page.set_viewport_size(PHONE)
    address = page.url
    touch(page, SOURCE)
    assert page.url == address, "a tap on a source should not lose the page"
    box = page.locator(".gloss").bounding_box()
    assert box["y"] + box["height"] <= PHONE["height"]
    page.locator(".gloss button").click()
    assert note(page) == ""
    touch(page, TERM)
    href = page.locator(TERM).first.evaluate("link => link.href")
    page.locator(".gloss a").click()
    page.wait_for_url(href)
