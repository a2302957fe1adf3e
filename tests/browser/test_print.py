"""Every page prints as text alone, nothing wider than the paper; the worksheet fills one page."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from .conftest import Visit
from .reports import expect_none, pdf_pages

FURNITURE = (
    ".md-header, .md-tabs, .md-banner, .md-sidebar, .md-path, .md-search, .md-footer, .md-top, .md-dialog, .headerlink"
)
# The narrower paper is A4, 210 mm wide; page.css leaves 15 mm at each side.
PAPER = {"width": round((210 - 2 * 15) / 25.4 * 96), "height": 1000}


def test_a_page_prints_as_text_alone(visit: Visit) -> None:
    page = visit.show(**PAPER, media="print")
    expect_none([f"hide this on paper: {name}" for name in page.evaluate("s => probes.visible(s)", FURNITURE)]
                + page.evaluate("probes.sideways()"))
    assert page.locator("h1").first.is_visible()


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_the_worksheet_is_one_page(tab: Page, base: str, paper: str) -> None:
    tab.goto(f"{base}booking/worksheet/")
    assert pdf_pages(tab.pdf(format=paper)) == 1


def test_pages_are_counted(blank: Page) -> None:
    blank.set_content("<p>One</p><p style='break-before:page'>Two</p><p style='break-before:page'>Three</p>")
    assert pdf_pages(blank.pdf(format="A4")) == 3
