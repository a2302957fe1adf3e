"""Everyday tasks on a phone: how many taps and how many screens of scrolling from home to the words that answer."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page

from . import fonts
from .conftest import PHONE, goto
from .reports import expect_none

FILE = Path(__file__).with_name("tasks.toml")
DATA = tomllib.loads(FILE.read_text(encoding="utf-8"))
# What the sticky header leaves of the window.
SCREEN = PHONE["height"] - 60


def scroll_to(tab: Page, place: Locator) -> float:
    """Scroll until the first line of an element is in sight, as a reader would, and give how many screens that took."""
    return tab.evaluate(
        """async ([element, high]) => {
            const room = 44;  // a line, or a button
            const { top } = element.getBoundingClientRect();
            const most = Math.max(0, top + room - innerHeight);
            scrollBy({ top: most, behavior: "instant" });
            await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
            return most / high;
        }""",
        [place.element_handle(), SCREEN],
    )


def arrive(tab: Page, url: str) -> float:
    """Open an address on a usual phone, and give how far down it opens."""
    goto(tab, url)
    tab.evaluate("font => probes.font(font)", fonts.MIDDLE)
    if hash := tab.evaluate("location.hash"):
        tab.evaluate("hash => document.querySelector(hash).scrollIntoView()", hash)
    return tab.evaluate("scrollY")


def link_of(tab: Page, task: dict, words: str) -> Locator:
    """Find the link of the page's lists that has these words."""
    link = tab.locator(".md-content .jump a, .md-content .ways a").filter(has_text=words).locator("visible=true").first
    if not link.count():
        pytest.fail(f"{task['name']}: no link in the lists of {tab.url} has these words, mend {FILE.name}: {words}")
    return link


def answer_of(tab: Page, task: dict) -> Locator:
    """Find the words that answer, below where the page has opened."""
    answer = tab.locator("article :is(p, li, td, h3)").filter(has_text=task["answer"]).last
    if not answer.count():
        pytest.fail(f"{task['name']}: {tab.url} does not say this, mend {FILE.name}: {task['answer']}")
    if answer.evaluate("element => element.getBoundingClientRect().bottom < 60"):
        pytest.fail(f"{task['name']}: the jump passes the answer, let it land above it: {task['answer']}")
    return answer


def walk(tab: Page, base: str) -> dict[str, float]:
    """Walk all tasks from the home page, each address opened once for all that pass it, and give their screens."""
    screens = {task["name"]: 0.0 for task in DATA["task"]}
    there, taps = {base: DATA["task"]}, 0
    while there:
        next_there: dict[str, list[dict]] = {}
        for url, tasks in there.items():
            top = arrive(tab, url)
            for task in tasks:
                tab.evaluate("top => scrollTo({ top, behavior: 'instant' })", top)
                is_there = taps == len(task["taps"])
                place = answer_of(tab, task) if is_there else link_of(tab, task, task["taps"][taps])
                screens[task["name"]] += scroll_to(tab, place)
                if not is_there:
                    next_there.setdefault(place.evaluate("link => link.href"), []).append(task)
        there, taps = next_there, taps + 1
    return screens


def test_the_answer_is_near(tab: Page, base: str) -> None:
    """Each task takes at most the taps and the screens that the file allows; `-s` prints the table."""
    tab.set_viewport_size(PHONE)
    tab.emulate_media(reduced_motion="reduce")
    most, far = DATA["most"], []
    print(f"\n{'task':<52} taps  screens")
    for name, screens in walk(tab, base).items():
        taps = next(len(task["taps"]) for task in DATA["task"] if task["name"] == name)
        print(f"{name:<52} {taps:>4} {screens:>8.1f}")
        if taps > most["taps"] or screens > most["screens"]:
            far.append(f"{name}: bring the answer nearer, {most} is the most: {taps} taps, {screens:.1f} screens")
    expect_none(far)


def test_home_shows_the_way_at_once(tab: Page, base: str) -> None:
    """On a small phone the chooser is on the first screen of home, and every problem within one and a half."""
    tab.set_viewport_size(PHONE)
    goto(tab, base)
    tab.evaluate("font => probes.font(font)", fonts.MIDDLE)
    chooser = tab.locator(".ways--first a").first.bounding_box()
    assert chooser["y"] + chooser["height"] <= PHONE["height"]
    last = tab.locator(".jump--problems a").last.bounding_box()
    screens = (last["y"] + last["height"] - PHONE["height"]) / SCREEN
    assert screens <= 1.5, f"let the list of problems end within 1.5 screens: {screens:.2f}"
