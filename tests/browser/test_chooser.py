"""The chooser in a browser: one question at a time, by links and style sheets alone."""

from __future__ import annotations

from itertools import pairwise

import pytest
from playwright.sync_api import Page

from ..checks.chooser import read, ways
from ..checks.guide import Guide
from . import fonts
from .conftest import DESK, PHONE, goto
from .reports import pdf_pages
from .test_keyboard import focused, tab_to


@pytest.fixture(scope="session")
def written(guide: Guide) -> dict:
    """The steps of the chooser as its page writes them."""
    return read(guide.pages["choose/index.md"].text)


@pytest.fixture(scope="session")
def way(written: dict) -> list[str]:
    """The ids of the longest way through the chooser, of equals the one that asks for the fewest presses of Tab."""
    found = ways(written, next(iter(written)))
    return [step for step, _ in max(found, key=lambda one: (len(one), -sum(number for _, number in one)))]


def steps(tab: Page) -> list[str]:
    """Give the ids of the steps that can be seen, from top to bottom."""
    return tab.evaluate("probes.steps()")


def every_step(tab: Page) -> list[str]:
    """Give the ids of all steps, in the order in which they are written."""
    return tab.evaluate("[...document.querySelectorAll('.step h2')].map(heading => heading.id)")


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_the_keyboard_walks_to_an_outcome_and_back(
    tab: Page, base: str, written: dict, way: list[str], size: dict
) -> None:
    if size == DESK:  # the shortest way that asks where it is
        way = [step for step, _ in min((one for one in ways(written, way[0]) if len(one) > 2), key=len)]
    tab.set_viewport_size(size)
    goto(tab, f"{base}choose/")
    assert steps(tab) == way[:1]
    for before, step in pairwise(way):
        tab_to(tab, f".answers a[href='#{step}']")
        tab.keyboard.press("Enter")
        assert steps(tab) == [step], f"the answer in {before} should show {step} alone"
        assert focused(tab, f"#{step}"), f"the focus should land on {step}"
        covered = tab.locator(".md-header").bounding_box()
        assert tab.locator(f"#{step}").bounding_box()["y"] >= covered["y"] + covered["height"], (
            f"let {step} stand below the header, see scroll-margin"
        )
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.closest('.step')?.querySelector('h2').id") == way[-1]
    for step in reversed(way[:-1]):
        tab.go_back()
        assert steps(tab) == [step]


def test_a_deep_link_shows_that_step_alone_and_its_first_answer_near(
    tab: Page, base: str, written: dict, way: list[str]
) -> None:
    """On a phone the first answer stands on the first screen or begins within a third of the second."""
    tab.set_viewport_size({"width": 390, "height": 844})
    for target in ("how-it-works", "no-such-step", way[2]):
        tab.goto(f"{base}choose/#{target}")
        assert steps(tab) == ([target] if target in written else way[:1]), "another address shows the first question"
    tab.goto("about:blank")
    tab.goto(f"{base}choose/")
    seen = {"the page as it opens": {"steps": way[:1], "top": tab.evaluate("probes.firstAnswer()")}}
    seen |= tab.evaluate(
        """async (ids) => {
            const seen = {};
            for (const id of ids) {
                location.hash = id;
                await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
                seen[id] = { steps: probes.steps(), top: probes.firstAnswer() };
            }
            return seen;
        }""",
        list(reversed(written)),
    )
    for step in written:
        assert seen[step]["steps"] == [step]
    far = {step: round(one["top"]) for step, one in seen.items() if (one["top"] or 0) > 1.3 * 844}
    assert not far, f"shorten what stands above the first answer, it begins beyond 1.3 screens: {far}"
    assert all(seen[step]["top"] for step, one in written.items() if one.is_question)


def test_show_all_shows_all(tab: Page, base: str, way: list[str]) -> None:
    goto(tab, f"{base}choose/")
    tab_to(tab, "a[href='#all-steps']")
    tab.keyboard.press("Enter")
    assert steps(tab) == every_step(tab)
    assert len(steps(tab)) > 30
    tab_to(tab, f".chooser__all a[href='#{way[0]}']", key="Shift+Tab")
    tab.keyboard.press("Enter")
    assert steps(tab) == way[:1]


def test_paper_shows_all_steps_or_the_answer_alone(tab: Page, base: str, way: list[str]) -> None:
    tab.emulate_media(media="print")
    for step in (way[0], way[1], "all-steps"):
        tab.goto(f"{base}choose/#{step}")
        assert steps(tab) == every_step(tab)


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_each_answer_prints_on_one_sheet(tab: Page, base: str, paper: str) -> None:
    tab.goto(f"{base}choose/")
    longest = tab.evaluate(
        """() => [...document.querySelectorAll(".outcome")].sort((a, b) => b.textContent.length - a.textContent.length)
            .slice(0, 2).map((step) => step.querySelector("h2").id)"""
    )
    for step in longest:
        tab.goto(f"{base}choose/#{step}")
        tab.evaluate("font => probes.font(font)", fonts.WIDE)
        assert pdf_pages(tab.pdf(format=paper)) == 1, f"shorten what {step} prints"


def test_an_answer_has_its_tools(tab: Page, base: str) -> None:
    """Copy, print and one question back; the page of the reader's problem; how far, read out with the question."""
    tab.context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab.goto(f"{base}choose/#q-where")
    place = tab.locator("#q-where").evaluate(
        "h2 => document.getElementById(h2.getAttribute('aria-describedby')).innerText"
    )
    assert place == "Question 2"
    tab.click(".answers a[href='#q-back']:visible")
    tab.evaluate("location.hash = 'out-physio'")
    tools = tab.locator(".outcome:has(h2:target) .tools button")
    tools.nth(2).wait_for()
    assert tools.all_inner_texts() == ["Back one question", "Copy the link", "Print only this"]
    tab.locator(".outcome:has(h2:target) .step__problem a[href='../problems/back-pain/']").wait_for()
    tools.nth(1).click()
    tab.wait_for_function("() => [...document.querySelectorAll('.tools button')].some((b) => b.innerText === 'Copied')")
    assert tab.evaluate("navigator.clipboard.readText()") == f"{base}choose/#out-physio"
    tab.evaluate("() => { window.print = () => { window.printed = true; }; }")
    tools.nth(2).click()
    assert tab.evaluate("window.printed"), "the button should print"
    tools.nth(0).click()
    tab.wait_for_url(f"{base}choose/#q-back")
    assert steps(tab) == ["q-back"]


def test_without_style_sheets_all_is_there_in_order(tab: Page, base: str) -> None:
    tab.route("**/*.css", lambda route: route.abort())
    tab.goto(f"{base}choose/")
    tab.evaluate("document.querySelectorAll('style').forEach((style) => style.remove())")
    assert steps(tab) == every_step(tab)
    tops = tab.evaluate("[...document.querySelectorAll('.step h2')].map(one => one.getBoundingClientRect().top)")
    assert tops == sorted(tops)
    answers = tab.evaluate("probes.visible('.answers a').length")
    assert answers == tab.locator(".answers a").count() > 50


def test_without_scripts_an_answer_shows_the_next_question(plain: Page, base: str, way: list[str]) -> None:
    plain.goto(f"{base}choose/")
    for before, step in pairwise(way):
        assert plain.locator(f"#{before}").is_visible()
        plain.locator(f".answers a[href='#{step}']:visible").click()
        assert plain.locator(f"#{step}").is_visible()
        assert not plain.locator(f"#{before}").is_visible()
