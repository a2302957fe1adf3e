"""The chooser in a browser: one question at a time, by links and style sheets alone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from .conftest import DESK, PHONE
from .test_keyboard import focused, tab_to

FIRST = "q-emergency"
PATH_TO_MASSAGE = [
    "q-check", "q-reason", "q-sore-how", "q-sore-cautions", "q-sore-physio", "q-sore-wish", "out-massage",
]


def steps(tab: Page) -> list[str]:
    """Give the ids of the steps that can be seen, from top to bottom."""
    return tab.evaluate("probes.steps()")


def every_step(tab: Page) -> list[str]:
    """Give the ids of all steps, in the order in which they are written."""
    return tab.evaluate("[...document.querySelectorAll('.step h2')].map(heading => heading.id)")


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_the_keyboard_walks_to_an_outcome_and_back(tab: Page, base: str, size: dict) -> None:
    tab.set_viewport_size(size)
    tab.goto(f"{base}choose/")
    assert steps(tab) == [FIRST]
    before = FIRST
    for step in PATH_TO_MASSAGE:
        tab_to(tab, f".answers a[href='#{step}']")
        tab.keyboard.press("Enter")
        assert steps(tab) == [step], f"the answer in {before} should show {step} alone"
        assert focused(tab, f"#{step}"), f"the focus should land on {step}"
        assert tab.locator(f"#{step}").bounding_box()["y"] >= 0, f"{step} should be in sight"
        before = step
    for step in reversed([FIRST, *PATH_TO_MASSAGE[:-1]]):
        tab.go_back()
        assert steps(tab) == [step]


def test_the_keyboard_goes_on_within_the_question(tab: Page, base: str) -> None:
    tab.goto(f"{base}choose/#q-emergency")
    tab_to(tab, ".answers a[href='#q-check']")
    tab.keyboard.press("Enter")
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.closest('.step')?.querySelector('h2').id") == "q-check"


@pytest.mark.parametrize("target", ["out-massage", "out-emergency", "q-new-start"])
def test_a_deep_link_shows_that_step_alone(tab: Page, base: str, target: str) -> None:
    tab.goto(f"{base}choose/#{target}")
    assert steps(tab) == [target]


@pytest.mark.parametrize("target", ["how-it-works", "no-such-step"])
def test_any_other_address_shows_the_first_question(tab: Page, base: str, target: str) -> None:
    tab.goto(f"{base}choose/#{target}")
    assert steps(tab) == [FIRST]


def test_show_all_shows_all(tab: Page, base: str) -> None:
    tab.goto(f"{base}choose/")
    tab_to(tab, "a[href='#all-steps']")
    tab.keyboard.press("Enter")
    assert steps(tab) == every_step(tab)
    assert len(steps(tab)) > 30
    tab_to(tab, f".chooser__all a[href='#{FIRST}']", key="Shift+Tab")
    tab.keyboard.press("Enter")
    assert steps(tab) == [FIRST]


def test_paper_shows_all(tab: Page, base: str) -> None:
    tab.goto(f"{base}choose/#q-check")
    tab.emulate_media(media="print")
    assert steps(tab) == every_step(tab)


def test_without_style_sheets_all_is_there_in_order(tab: Page, base: str) -> None:
    tab.route("**/*.css", lambda route: route.abort())
    tab.goto(f"{base}choose/")
    assert steps(tab) == every_step(tab)
    tops = [heading.bounding_box()["y"] for heading in tab.locator(".step h2").all()]
    assert tops == sorted(tops)
    answers = tab.evaluate("probes.visible('.answers a').length")
    assert answers == tab.locator(".answers a").count() > 50


def test_without_scripts_an_answer_shows_the_next_question(browser: Browser, base: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    try:
        tab = context.new_page()
        tab.goto(f"{base}choose/")
        for before, step in zip([FIRST, *PATH_TO_MASSAGE], PATH_TO_MASSAGE, strict=False):
            assert tab.locator(f"#{before}").is_visible()
            tab.locator(f".answers a[href='#{step}']:visible").click()
            assert tab.locator(f"#{step}").is_visible()
            assert not tab.locator(f"#{before}").is_visible()
    finally:
        context.close()
