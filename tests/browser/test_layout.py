"""Everything fits: on a small phone, with large text, on paper, in narrow and wide letters, and under a finger."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from . import fonts
from .conftest import DESK, NOT_FOUND, PHONE, Visit, keep_picture, typical
from .reports import expect_none, pdf_pages

SMALL = {"width": 320, "height": 640}
# A phone of usual size, in letters of usual width.
SCREEN = {"width": 390, "height": 844, "font": fonts.MIDDLE}
# The narrower paper is A4, 210 mm wide; page.css leaves 15 mm at each side.
PAPER = {"width": round((210 - 2 * 15) / 25.4 * 96), "height": 1000, "media": "print"}
LOOKS = {
    "320 px": SMALL,
    "twice the text": {"text": 2},
    "320 px and twice the text": SMALL | {"text": 2},
    "on paper": PAPER,
}
# What a finger must hit without care: 44 px high, though WCAG asks for less.
LARGE_TARGETS = (
    ".answers a, .urgent-line a, .ways a, .jump a, a[href^='tel:'], .tools button, .foot button, .foot__links a, "
    ".foot__ways a"
)
# Leads on, or is for fingers: paper goes without.
NOT_ON_PAPER = (
    ".jump, .ways, .tools, .review, .step__back, .step__problem, .step__page, .chooser__all, #read-next, "
    "#read-next ~ *, #where, #where + p, #where ~ figure"
)
FURNITURE = (
    ".md-header, .tabs, .md-banner, .side, .trail, .md-path, .find, .foot, .tools, .gloss, .md-dialog, .headerlink"
)


def test_nothing_reaches_past_the_side(visit: Visit, pytestconfig: pytest.Config) -> None:
    lines = []
    # What fits in wide letters nearly always fits in narrow ones, and what fits at 320 px at twice the size fits there
    # as it is and at a desk, where the same columns stand beside every text: a page of each kind shows it. On paper a
    # text breaks its lines as it does there; a table or a figure may not.
    looks = {fonts.WIDE: ["320 px and twice the text"]}
    if visit.page.locator("article table, article figure").count():
        looks[fonts.WIDE].append("on paper")
    if visit.path in typical():
        looks = {fonts.NARROW: ["320 px"], fonts.WIDE: [look for look in LOOKS if look != "320 px"]}
    if pytestconfig.getoption("--all-pages"):
        looks = {fonts.NARROW: LOOKS, fonts.WIDE: LOOKS}
    for font, names in looks.items():
        for look in names:
            page = visit.show(font=font, **LOOKS[look])
            place = f"{visit.path} ({look}, {font.lower()} letters)"
            if found := page.evaluate("probes.sideways()"):
                lines += [*(f"{place}: {line}" for line in found), f"{place}: see {keep_picture(page, place)}"]
    expect_none(lines)


@pytest.mark.only("problems/", "therapies/", "booking/")
def test_the_first_screen_is_the_answer(visit: Visit) -> None:
    box = visit.show(**SCREEN).locator(".in-short").first.bounding_box()
    assert box["y"] + box["height"] <= SCREEN["height"], "shorten the box In short, or what stands above it"


@pytest.mark.only("problems/[^/]+/")
def test_the_signs_stand_on_the_first_screen_and_the_steps_on_the_second(visit: Visit) -> None:
    page, high = visit.show(**SCREEN), SCREEN["height"]
    sign, step = (page.locator(first).first.bounding_box()["y"] for first in (".care li", "#start-here ~ ol > li"))
    assert sign < high, f"the first urgent sign begins {sign - high:.0f} px below the first screen, say less before it"
    said = "move rarer signs to “More signs that need help”, or say them in fewer words"
    assert step < 2 * high, f"the first step begins {step - 2 * high:.0f} px below the second screen: {said}"


@pytest.mark.parametrize("font", [fonts.NARROW, fonts.WIDE])
@pytest.mark.parametrize("look", ["320 px", "twice the text", "320 px and twice the text"])
def test_the_header_keeps_to_its_line(tab: Page, base: str, font: str, look: str) -> None:
    """The name never breaks over the page, and the line on urgent signs is one line at the usual size of text."""
    size = {"width": 360, "height": 740} | LOOKS[look]
    tab.set_viewport_size({"width": size["width"], "height": size["height"]})
    tab.goto(f"{base}problems/back-pain/")
    tab.evaluate("font => probes.font(font)", font)
    tab.evaluate("text => probes.text(text)", size.get("text", 1))
    lines = tab.evaluate(
        """() => [".site-name span", ".urgent-line a"].map((selector) => {
            const range = document.createRange();
            range.selectNodeContents(document.querySelector(selector));
            return new Set([...range.getClientRects()].map((one) => Math.round(one.bottom / 8))).size;
        })"""
    )
    assert lines[0] == 1, "keep the name of the site on one line"
    assert lines[1] == 1 or "text" in size, "keep the line on urgent signs to one line, with fewer words"
    assert tab.evaluate("document.querySelector('.md-header').scrollHeight") <= 70 * size.get("text", 1)


def test_the_header_leaves_a_low_window_to_the_text(tab: Page, base: str) -> None:
    """At 400 % a window of 1280 x 1024 has 320 x 256 px left: the header scrolls away there."""
    tab.set_viewport_size({"width": 320, "height": 256})
    tab.goto(f"{base}problems/back-pain/")
    tab.evaluate("scrollTo(0, 900)")
    assert tab.locator(".md-header").bounding_box()["y"] < -40


@pytest.mark.dear
def test_nothing_that_should_be_read_is_hidden(visit: Visit) -> None:
    """No style hides or shrinks words at any size; on paper only links, tools and what leads on are left out."""
    looks = {"phone": (PHONE, ".paper"), "desk": (DESK, ".paper")}
    if not visit.path.startswith(("plans/", "booking/worksheet")) or visit.path == "plans/index.html":
        looks["paper"] = (PAPER, NOT_ON_PAPER)
    lines = []
    for name, (look, but) in looks.items():
        page = visit.show(**look)
        lines += [f"{visit.path} ({name}): show this: {line}" for line in page.evaluate("s => probes.unseen(s)", but)]
    small = visit.show(**PHONE).evaluate(
        """[...document.querySelectorAll('article svg text')]
            .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 9)
            .map((one) => one.textContent)"""
    )
    lines += [f"{visit.path}: let the words of the figure be at least 9 px high on a phone: {one}" for one in small]
    expect_none(lines)


def test_the_text_grows_with_that_of_the_reader(tab: Page, base: str) -> None:
    tab.goto(f"{base}problems/back-pain/")
    size = "parseFloat(getComputedStyle(document.querySelector('article > p')).fontSize)"
    usual = tab.evaluate(size)
    tab.evaluate("probes.text(2)")
    assert tab.evaluate(size) >= 1.9 * usual, "give sizes of letters in rem or em, not in px"


def test_the_page_scrolls(tab: Page, base: str) -> None:
    """By wheel, after the menu and the search have been open too; a script that scrolls would not notice."""
    tab.set_viewport_size(PHONE)
    tab.goto(f"{base}problems/back-pain/")
    for button, close in (("", ""), ("button.pm-drawer", ".menu__close"), ("button.pm-search", ".find__close")):
        if close and not tab.locator(close).count():
            continue  # another engine's search has a button of its own
        if button:
            tab.click(button)
            tab.click(close)
            assert tab.evaluate("s => document.activeElement.matches(s)", button), (
                f"{close} should close what {button} opened"
            )
        tab.mouse.move(180, 600)
        tab.mouse.wheel(0, 300)
        tab.wait_for_function("() => scrollY > 200", timeout=20_000)
        tab.evaluate("scrollTo({ top: 0, behavior: 'instant' })")


@pytest.mark.dear
def test_a_page_prints_as_text_alone(visit: Visit) -> None:
    page = visit.show(font=fonts.WIDE, **PAPER)
    expect_none(f"hide this on paper: {name}" for name in page.evaluate("s => probes.visible(s)", FURNITURE))
    assert page.locator("h1").first.is_visible()
    if visit.path != NOT_FOUND:
        assert "physio-or-massage" in page.locator(".paper").inner_text(), "print the address on each page"


@pytest.mark.only("plans/[^/]+/")
def test_a_plan_is_one_page(visit: Visit) -> None:
    paper = visit.show(font=fonts.MIDDLE, media="print").pdf(format="A4")
    assert pdf_pages(paper) == 1, "let the movements and the days to tick fit one sheet, with fewer words"


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_the_worksheet_is_one_page(tab: Page, base: str, paper: str) -> None:
    tab.goto(f"{base}booking/worksheet/")
    tab.evaluate("font => probes.font(font)", fonts.WIDE)
    assert pdf_pages(tab.pdf(format=paper)) == 1


@pytest.mark.dear
def test_what_matters_most_is_large_enough_for_a_finger(visit: Visit, pytestconfig: pytest.Config) -> None:
    for size in visit.turn(pytestconfig.getoption("--all-pages")):
        expect_none(visit.show(**size).evaluate("s => probes.low(s, 44)", LARGE_TARGETS))


def test_every_answer_is_large_enough_for_a_finger(tab: Page, base: str) -> None:
    tab.goto(f"{base}choose/#all-steps")
    assert len(tab.evaluate("probes.visible('.answers a')")) > 50
    for size in (DESK, PHONE):
        tab.set_viewport_size(size)
        expect_none(tab.evaluate("s => probes.low(s, 44)", LARGE_TARGETS))


def test_icons_stay_small_without_style_sheets(tab: Page, base: str) -> None:
    tab.route("**/*.css", lambda route: route.abort())
    tab.goto(f"{base}problems/back-pain/")
    wide = tab.evaluate(
        "[...document.querySelectorAll('header svg, header img')].map((one) => one.getBoundingClientRect().width)"
    )
    assert len(wide) >= 3 and max(wide) <= 32


def test_the_fonts_of_the_tests_are_far_apart(tab: Page, base: str) -> None:
    tab.goto(base)
    widths = {}
    for font in (fonts.NARROW, fonts.WIDE):
        tab.evaluate("font => probes.font(font)", font)
        widths[font] = tab.evaluate(
            """() => Object.fromEntries(["h1", ".md-content p", "strong", "body"].map((selector) => {
                const style = getComputedStyle(document.querySelector(selector));
                const pen = new OffscreenCanvas(1, 1).getContext("2d");
                pen.font = `${style.fontWeight} 100px ${style.fontFamily}`;
                return [selector, pen.measureText("physiotherapy").width];
            }))"""
        )
    for selector, narrow in widths[fonts.NARROW].items():
        assert widths[fonts.WIDE][selector] > 1.4 * narrow, f"{selector} should be set in the fonts of the tests"


def test_letters_are_as_wide_in_every_browser(tab: Page, base: str) -> None:
    """A browser that rounds the width of each letter to whole pixels breaks other lines than the next one does."""
    tab.goto(base)
    small, large = tab.evaluate(
        """() => [15, 150].map((size) => {
            const pen = new OffscreenCanvas(1, 1).getContext("2d");
            pen.font = `${size}px ${getComputedStyle(document.body).fontFamily}`;
            return pen.measureText("Call the emergency number").width;
        })"""
    )
    assert abs(10 * small - large) < 1, (
        f"start the browser so that it does not round the width of letters: {10 * small} px for {large}"
    )
