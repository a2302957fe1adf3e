"""axe-core finds nothing to mend: WCAG 2.0, 2.1 and 2.2, A and AA, and best practice, in both sizes and schemes."""

from __future__ import annotations

from playwright.sync_api import Page

from .conftest import AXE, DESK, PHONE, Visit, keep_picture
from .reports import axe_lines, expect_none, without

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# The schemes change colours and nothing else, so the second look asks for this alone.
COLOUR_RULES = ["color-contrast"]

# What axe may find: (rule, target): the reason. It is empty: what the theme got wrong is mended in overrides/.
EXCLUDED: dict[tuple[str, str], str] = {}


def violations(page: Page, rules: list[str]) -> list[dict]:
    """Run axe with the rules of these names or tags and give what it found."""
    return page.evaluate(
        """async rules => (await axe.run({
            runOnly: rules, resultTypes: ["violations"], preload: false,
        })).violations""",
        rules,
    )


def test_axe_finds_nothing(visit: Visit) -> None:
    lines = []
    for size in (DESK, PHONE):
        for scheme, rules in (("light", RULES), ("dark", COLOUR_RULES)):
            place = f"{visit.path} ({scheme}, {size['width']} px)"
            page = visit.show(**size, scheme=scheme)
            found = without(axe_lines(violations(page, rules), place), EXCLUDED)
            if found:
                lines += [*found, f"{place}: see {keep_picture(page, place)}"]
    expect_none(lines)


def test_axe_sees_a_fault(blank: Page) -> None:
    blank.set_content("<html lang=en><title>A page</title><main><h1>Words</h1><img src=data:,></main>")
    blank.evaluate(AXE.read_text(encoding="utf-8"))
    assert axe_lines(violations(blank, RULES), "a page (light, 1280 px)") == [
        "a page (light, 1280 px): image-alt: img: Element does not have an alt attribute; "
        "aria-label attribute does not exist or is empty; "
        "aria-labelledby attribute does not exist, references elements that do not exist or references elements "
        "that are empty; Element has no title attribute; "
        "Element's default semantics were not overridden with role=\"none\" or role=\"presentation\""
    ]
