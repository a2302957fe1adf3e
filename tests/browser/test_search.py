"""Readers say “PT”, “deep tissue” or “slipped disc”: one search leads each of them to their page."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from .conftest import QUERY, goto, new_reader, search

WORDS = {
    "PT": "therapies/physiotherapy/",
    "physical therapy": "therapies/physiotherapy/",
    "physio": "therapies/physiotherapy/",
    "physiotherapy": "therapies/physiotherapy/",
    "massage": "therapies/sports-massage/",
    "deep tissue": "therapies/sports-massage/",
    "RMT": "booking/find-someone/",
    "LMT": "booking/find-someone/",
    "DOMS": "problems/sore-after-exercise/",
    "tech neck": "problems/tight-neck-or-shoulders/",
    "twisted ankle": "problems/new-sprain-or-strain/",
    "scar tissue": "problems/strain-not-settling/",
    "slipped disc": "problems/back-pain/",
    "trapped nerve": "problems/sciatica/",
    "wear and tear": "problems/knee-or-hip-arthritis/",
    "tennis elbow": "problems/tendon-pain/",
    "rotator cuff": "problems/shoulder-pain/",
    "knee replacement": "problems/after-surgery-or-fracture/",
    "marathon": "problems/before-or-after-an-event/",
    "burnout": "problems/stress-and-tension/",
    "chest pain": "urgent-signs/",
    "foam roller": "booking/home-care/",
}
MOST_PAGES = 10  # the theme shows this many at first


@pytest.fixture(scope="module")
def searching(base: str, browser: Browser) -> Iterator[Page]:
    """A page with its search open, used for one word after another."""
    reader = new_reader(browser)
    page = reader.new_page()
    goto(page, base)
    page.locator(QUERY).click()
    yield page
    reader.close()


@pytest.mark.parametrize(("words", "path"), WORDS.items(), ids=WORDS)
def test_one_search_finds_the_page(searching: Page, base: str, words: str, path: str) -> None:
    search(searching, words)
    links = searching.locator(".md-search-result__item > .md-search-result__link")
    addresses = links.evaluate_all("all => all.map(link => link.href)")
    found = list(dict.fromkeys(link.removeprefix(base).partition("?")[0] for link in addresses))[:MOST_PAGES]
    assert path in found, (
        f"write these words where a reader sees them on {path}, or lift it with search: boost: {found}"
    )
