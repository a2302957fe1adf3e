"""What readers type leads them to a right page, and what may be urgent to the urgent signs before all else."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from playwright.sync_api import Page

from .conftest import DESK, PHONE, QUERY, goto, search
from .reports import expect_none

pytestmark = pytest.mark.mkdocs("the other engine brings a search of its own")
QUERIES = tomllib.loads(Path(__file__).with_name("queries.toml").read_text(encoding="utf-8"))
DANGER = QUERIES.pop("danger-words")["words"].split()
BUTTON = "button.pm-search"
FIRST = 3  # pages, that a reader looks at


def test_readers_words_lead_to_a_right_page(tab: Page, base: str) -> None:
    goto(tab, base)
    search(tab, "ankle")
    asked = [(kind, words, wanted) for kind, queries in QUERIES.items() for words, wanted in queries.items()]
    asked += [("danger", word, ["urgent-signs/"]) for word in DANGER]
    # One after the other into the field, as typing does; the answers come within the same moment.
    found = tab.evaluate(
        """(all) => all.map((words) => {
            const field = document.querySelector('.find input');
            field.value = words;
            field.dispatchEvent(new Event('input', { bubbles: true }));
            return [...document.querySelectorAll('.find__list a')].map((link) => link.href);
        })""",
        [words for _, words, _ in asked],
    )
    wrong = []
    for (kind, words, wanted), addresses in zip(asked, found, strict=True):
        pages = [address.removeprefix(base).partition("#")[0] for address in addresses[:FIRST]]
        if kind == "danger" and pages[:1] != wanted:
            pytest.fail(f"let the urgent signs come first, see DANGER in search.js: {words}: {pages}", pytrace=False)
        if not set(wanted) & set(pages):
            wrong.append(
                f"write this among the tags of {wanted[0] or 'home'}, or in SAME of search.js: {words}: {pages}"
            )
    count, slips = len(asked), len(QUERIES["misspelled"])
    assert count >= 120 and slips >= 25, "keep the list long enough to judge by"
    expect_none(wrong)


@pytest.mark.parametrize("path", ["", "plans/calf/"])
def test_an_answer_has_the_name_of_the_menu_wherever_it_is_asked(tab: Page, base: str, path: str) -> None:
    goto(tab, base + path)
    assert search(tab, "back pain")[0].partition("#")[0] == f"{base}problems/back-pain/"
    assert tab.locator(".find__list strong").first.inner_text().startswith("Back pain")


def test_each_answer_leads_to_a_part_that_is_there(tab: Page, base: str) -> None:
    goto(tab, base)
    for words in ("chest pain", "price", "ankle"):
        first = search(tab, words)[0]
        tab.goto(first)
        assert tab.evaluate("!location.hash || document.querySelector(location.hash) !== null"), first


def test_numb_is_not_number(tab: Page, base: str) -> None:
    goto(tab, base)
    tab.click(QUERY)
    search(tab, "numb")
    assert " numb " in f" {tab.locator('.find__list a').first.inner_text()} ", "show the part that says numb"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("", "Write what hurts, or what you want to know."),
        ("siatica", "Pages for “sciatica”"),
        ("qqqzz", "No page speaks of “qqqzz”. Try another word, or go on below."),
        ("<zqz>", "No page speaks of “<zqz>”. Try another word, or go on below."),
    ],
)
def test_no_panel_is_blank(tab: Page, base: str, words: str, said: str) -> None:
    goto(tab, base)
    tab.click(QUERY)
    search(tab, words)
    assert tab.locator(".find__said").inner_text() == said
    links = tab.locator(".find__panel a").all_inner_texts()
    assert links[0] == "Is it urgent? Check the signs"
    assert links[-2:] == ["Help me choose", "All problems"]


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_answers_are_short(tab: Page, base: str, size: dict) -> None:
    tab.set_viewport_size(size)
    goto(tab, base)
    tab.click(BUTTON if size == PHONE else QUERY)
    search(tab, "knee exercises")
    answers = tab.locator(".find__list a").all()
    assert 3 < len(answers) < 10
    for answer in answers:
        assert answer.bounding_box()["height"] < 160, "shorten the sentence, see teaser in search.js"


def test_a_link_can_ask(tab: Page, base: str) -> None:
    tab.goto(f"{base}?q=tennis+elbow")
    tab.wait_for_function("() => document.querySelector('.find__list a')")
    assert tab.locator(".find__panel").is_visible()


def test_the_search_that_does_not_come_says_so(tab: Page, base: str) -> None:
    tab.route("**/search_index.json", lambda route: route.abort())
    goto(tab, base)
    tab.click(QUERY)
    tab.wait_for_function("() => /did not come/.test(document.querySelector('.find__said').textContent)")
    tab.unroute_all()
    tab.keyboard.type("ankle")
    tab.wait_for_function("() => document.querySelector('.find__list a')")
