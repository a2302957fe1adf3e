"""Readers say “PT”, “deep tissue” or “slipped disc”: one search leads each of them to their page."""

from __future__ import annotations

from playwright.sync_api import Page

from .conftest import QUERY, goto, search
from .reports import expect_none

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


def test_one_search_finds_the_page(tab: Page, base: str) -> None:
    goto(tab, base)
    tab.locator(QUERY).click()
    lines = []
    for words, path in WORDS.items():
        search(tab, words)
        links = tab.locator(".md-search-result__item > .md-search-result__link")
        addresses = links.evaluate_all("all => all.map(link => link.href)")
        found = list(dict.fromkeys(link.removeprefix(base).partition("?")[0] for link in addresses))[:MOST_PAGES]
        if path not in found:
            lines.append(f"write “{words}” where a reader sees it on {path}, or lift that with search: boost: {found}")
    expect_none(lines)
