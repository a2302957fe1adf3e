"""axe-core finds nothing to mend: WCAG 2.0, 2.1 and 2.2, A and AA, and best practice, in two sizes and schemes."""

from __future__ import annotations

from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Page

from .conftest import DESK, PAGES, PHONE, Visit, keep_picture
from .reports import axe_lines, expect_none, without

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Contrast is two thirds of the work: in the usual run a page is asked for it in one scheme, the next in the other.
SCHEMES = ("light", "dark")
# The eightieth block, or thirtieth heading, of a list of sources is like those before it; the weekly run has it too.
MORE_OF_THE_SAME = "article > :nth-child(n + 80), nav li li:nth-child(n + 30)"

# What axe may find: (rule, target): the reason. It is empty: what the theme got wrong is mended in overrides/.
EXCLUDED: dict[tuple[str, str], str] = {}


def looks(place: int, everything: bool) -> list[tuple[dict, str, bool]]:
    """Give the sizes and schemes in which to look at a page, and whether to ask for contrast there."""
    if everything:
        return [(size, scheme, True) for size in (DESK, PHONE) for scheme in SCHEMES]
    return [(DESK, SCHEMES[place % 2], True), (PHONE, SCHEMES[(place + 1) % 2], False)]


def violations(page: Page, contrast: bool = True, but: str = ":not(*)") -> list[dict]:
    """Run axe with or without its rule for contrast, some elements being hidden, and give what it found."""
    return page.evaluate(
        """async ([rules, contrast, but]) => {
            const hidden = [...document.querySelectorAll(but)];
            for (const element of hidden) element.style.display = "none";
            const options = { runOnly: rules, resultTypes: ["violations"], preload: false };
            if (!contrast) options.rules = { "color-contrast": { enabled: false } };
            const { violations } = await axe.run(options);
            for (const element of hidden) element.style.display = "";
            return violations;
        }""",
        [RULES, contrast, but],
    )


@pytest.mark.dear
def test_axe_finds_nothing(visit: Visit, pytestconfig: pytest.Config) -> None:
    lines = []
    visit.page.evaluate(AXE)
    everything = pytestconfig.getoption("--all-pages")
    for size, scheme, contrast in looks(PAGES.index(visit.path), everything):
        place = f"{visit.path} ({scheme}, {size['width']} px)"
        page = visit.show(**size, scheme=scheme)
        found = violations(page, contrast, ":not(*)" if everything else MORE_OF_THE_SAME)
        found = without(axe_lines(found, place), EXCLUDED)
        if found:
            lines += [*found, f"{place}: see {keep_picture(page, place)}"]
    expect_none(lines)


def test_axe_sees_a_fault(blank: Page) -> None:
    blank.set_content("<html lang=en><title>A page</title><main><h1>Words</h1><img src=data:,></main>")
    blank.evaluate(AXE)
    assert axe_lines(violations(blank), "a page (light, 1280 px)") == [
        "a page (light, 1280 px): image-alt: img: Element does not have an alt attribute; "
        "aria-label attribute does not exist or is empty; "
        "aria-labelledby attribute does not exist, references elements that do not exist or references elements "
        "that are empty; Element has no title attribute; "
        'Element\'s default semantics were not overridden with role="none" or role="presentation"'
    ]
