"""The reduced style sheets look like the whole ones that they are made from, in all that a reader can see."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from ..checks.built import Site
from ..derived.styles import whole
from .conftest import DESK, PHONE, QUERY, Visit, goto, search, typical
from .reports import expect_none

pytestmark = pytest.mark.mkdocs("the reduced style sheets are made from the theme of MkDocs")
SIZES = (PHONE, {"width": 800, "height": 900}, DESK)
LOOKS = [
    size | look
    for size in SIZES
    for look in ({}, {"scheme": "dark"}, {"media": "print"}, {"forced": "active"}, {"open": "drawer"})
]
MOST = 20  # of the differences are named; one rule that is missed shows in many


@pytest.fixture
def sheets(base: str, site: Site) -> list[str]:
    """The addresses of the whole style sheets, in their order."""
    return [base + path for path in whole(site)]


@pytest.fixture
def page(visit: Visit) -> Iterator[Page]:
    """The page of a visit; what a look opened or forced is as before when it is done."""
    yield visit.page
    visit.page.emulate_media(forced_colors="none")
    visit.page.evaluate("__drawer.checked = false")


@pytest.mark.dear
def test_the_page_looks_as_with_the_whole_sheets(
    visit: Visit, page: Page, sheets: list[str], pytestconfig: pytest.Config
) -> None:
    looks = LOOKS if pytestconfig.getoption("--all-pages") else [LOOKS[typical().index(visit.path) * 5 % len(LOOKS)]]
    lines = []
    for look in looks:
        visit.show(**{name: value for name, value in look.items() if name not in ("forced", "open")})
        page.emulate_media(forced_colors=look.get("forced", "none"))
        page.evaluate("(open) => { __drawer.checked = open }", "open" in look)
        found = page.evaluate("(sheets) => probes.unlike(sheets)", sheets)
        lines += [f"{visit.path} {look}: {line}" for line in found[:MOST]]
    expect_none(lines)


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_the_answers_of_the_search_look_as_with_the_whole_sheets(
    tab: Page, base: str, sheets: list[str], size: dict
) -> None:
    tab.emulate_media(reduced_motion="reduce")
    tab.set_viewport_size(size)
    goto(tab, base)
    tab.click(".pm-search" if size == PHONE else QUERY)
    search(tab, "ankle")
    expect_none(tab.evaluate("(sheets) => probes.unlike(sheets)", sheets)[:MOST])
