"""Everything fits: on a small phone, with large text, and large enough for a finger."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from .conftest import DESK, PHONE, Visit
from .reports import expect_none

SMALL = {"width": 320, "height": 640}
# What a finger must hit without care: 44 px high, though WCAG asks for less.
LARGE_TARGETS = ".answers a, .urgent-line a, .ways a"


def test_nothing_reaches_past_the_side_at_320_px(visit: Visit) -> None:
    expect_none(visit.show(**SMALL).evaluate("probes.sideways()"))


def test_nothing_reaches_past_the_side_at_twice_the_text_size(visit: Visit) -> None:
    expect_none(visit.show(text=2).evaluate("probes.sideways()"))


def test_nothing_reaches_past_the_side_at_320_px_and_twice_the_text_size(visit: Visit) -> None:
    expect_none(visit.show(**SMALL, text=2).evaluate("probes.sideways()"))


def test_what_matters_most_is_large_enough_for_a_finger(visit: Visit) -> None:
    for size in (DESK, PHONE):
        expect_none(visit.show(**size).evaluate("s => probes.low(s, 44)", LARGE_TARGETS))


def test_every_answer_is_large_enough_for_a_finger(tab: Page, base: str) -> None:
    tab.goto(f"{base}choose/#all-steps")
    assert len(tab.evaluate("probes.visible('.answers a')")) > 50
    for size in (DESK, PHONE):
        tab.set_viewport_size(size)
        expect_none(tab.evaluate("s => probes.low(s, 44)", LARGE_TARGETS))


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("<p>Short</p>", []),
        ("<p style='width:400px'>Wide</p>", ["p reaches from 8 to 408 of 320 px"]),
        ("<p style='margin-left:-20px'>Off</p>", ["p reaches from -12 to 312 of 320 px"]),
        (
            "<div style='overflow:auto'><p style='width:400px'>Wide</p></div>",
            ["div cuts or scrolls 96 px of what it holds"],
        ),
        ("<p style='width:400px;visibility:hidden'>Wide</p>", []),
    ],
)
def test_the_probe_sees_what_does_not_fit(blank: Page, body: str, found: list[str]) -> None:
    blank.set_content(body)
    blank.set_viewport_size(SMALL)
    assert blank.evaluate("probes.sideways()") == found


def test_the_probe_sees_what_is_too_low(blank: Page) -> None:
    blank.set_content("<a style='display:block;height:43px'>A</a><a style='display:block;height:44px'>B</a>")
    assert blank.evaluate("probes.low('a', 44)") == ["a is 43 px high"]
