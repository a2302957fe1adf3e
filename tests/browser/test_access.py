"""axe-core finds nothing to mend: WCAG 2.0, 2.1 and 2.2, A and AA, and best practice, in two sizes and schemes."""

from __future__ import annotations

from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Page

from .conftest import DESK, PHONE, Visit, keep_picture
from .reports import axe_lines, expect_none, without

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Two thirds of the work: contrast is asked for once a scheme, all else once a size, which show nearly the same words.
COLOUR_RULES = ["color-contrast"]
LOOKS = [(DESK, "light", RULES), (PHONE, "dark", RULES)]
ALL_LOOKS = [*LOOKS, (DESK, "dark", COLOUR_RULES), (PHONE, "light", COLOUR_RULES)]
# The eightieth block, or thirtieth heading, of a list of sources is like those before it; the weekly run has it too.
MORE_OF_THE_SAME = "article > :nth-child(n + 80), nav li li:nth-child(n + 30)"

# What axe may find: (rule, target): the reason. It is empty: what the theme got wrong is mended in overrides/.
EXCLUDED: dict[tuple[str, str], str] = {}


def violations(page: Page, rules: list[str], but: str = ":not(*)") -> list[dict]:
    """Run axe with the rules of these names or tags, some elements being hidden, and give what it found."""
    return page.evaluate(
        """async ([rules, but]) => {
            const hidden = [...document.querySelectorAll(but)];
            for (const element of hidden) element.style.display = "none";
            const options = { runOnly: rules, resultTypes: ["violations"], preload: false };
            const { violations } = await axe.run(options);
            for (const element of hidden) element.style.display = "";
            return violations;
        }""",
        [rules, but],
    )


@pytest.mark.dear
def test_axe_finds_nothing(visit: Visit, pytestconfig: pytest.Config) -> None:
    lines = []
    visit.page.evaluate(AXE)
    everything = pytestconfig.getoption("--all-pages")
    for size, scheme, rules in ALL_LOOKS if everything else LOOKS:
        place = f"{visit.path} ({scheme}, {size['width']} px)"
        page = visit.show(**size, scheme=scheme)
        found = violations(page, rules, ":not(*)" if everything else MORE_OF_THE_SAME)
        found = without(axe_lines(found, place), EXCLUDED)
        if found:
            lines += [*found, f"{place}: see {keep_picture(page, place)}"]
    expect_none(lines)


def test_axe_sees_a_fault(blank: Page) -> None:
    blank.set_content("<html lang=en><title>A page</title><main><h1>Words</h1><img src=data:,></main>")
    blank.evaluate(AXE)
    assert axe_lines(violations(blank, RULES), "a page (light, 1280 px)") == [
        "a page (light, 1280 px): image-alt: img: Element does not have an alt attribute; "
        "aria-label attribute does not exist or is empty; "
        "aria-labelledby attribute does not exist, references elements that do not exist or references elements "
        "that are empty; Element has no title attribute; "
        'Element\'s default semantics were not overridden with role="none" or role="presentation"'
    ]
