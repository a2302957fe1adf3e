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
# Two thirds of the work. Colours change with the scheme and nothing else does; both sizes show nearly the same words.
CONTRAST = "color-contrast"
# Size, scheme, whether all rules but contrast are asked for, and whether contrast is.
LOOKS = [(DESK, "light", True, True), (PHONE, "dark", True, True)]
ALL_LOOKS = [*LOOKS, (DESK, "dark", False, True), (PHONE, "light", False, True)]

# What axe may find: (rule, target): the reason. It is empty: what the theme got wrong is mended in overrides/.
EXCLUDED: dict[tuple[str, str], str] = {}


def violations(page: Page, rules: bool = True, contrast: bool = True) -> list[dict]:
    """Run axe with all rules of these tags but contrast, with contrast alone, or with both, and give what it found."""
    wanted = {"runOnly": RULES if rules else [CONTRAST], "rules": {CONTRAST: {"enabled": contrast}}}
    return page.evaluate(
        """async wanted => (await axe.run({...wanted, resultTypes: ["violations"], preload: false})).violations""",
        wanted,
    )


@pytest.mark.dear
def test_axe_finds_nothing(visit: Visit, pytestconfig: pytest.Config) -> None:
    lines = []
    visit.page.evaluate(AXE)
    for size, scheme, rules, contrast in ALL_LOOKS if pytestconfig.getoption("--all-pages") else LOOKS:
        place = f"{visit.path} ({scheme}, {size['width']} px)"
        page = visit.show(**size, scheme=scheme)
        found = without(axe_lines(violations(page, rules, contrast), place), EXCLUDED)
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
