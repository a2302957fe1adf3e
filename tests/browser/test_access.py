"""axe-core finds nothing to mend: WCAG 2.0, 2.1 and 2.2, A and AA, and best practice, in both sizes and schemes."""

from __future__ import annotations

from pathlib import Path

import axe_playwright_python
from playwright.sync_api import Page

from .conftest import Visit, keep_picture
from .reports import axe_lines, expect_none, without

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

# What axe may find: (rule, target): the reason. It is empty: what the theme got wrong is mended in overrides/.
EXCLUDED: dict[tuple[str, str], str] = {}


def start(page: Page) -> None:
    """Start axe without waiting for it, so that the phone and the desk are checked at the same time."""
    page.evaluate(
        """(rules) => { window.findings = axe.run({
            runOnly: rules, resultTypes: ["violations"], preload: false,
        }); window.findings.catch(() => {}); }""",
        RULES,
    )


def violations(page: Page) -> list[dict]:
    """Wait for axe and give what it found."""
    return page.evaluate("async () => (await window.findings).violations")


def test_axe_finds_nothing(visit: Visit) -> None:
    for page in visit.pages:
        page.evaluate(AXE)
    lines = []
    for scheme in ("light", "dark"):
        for page in visit.pages:
            page.emulate_media(color_scheme=scheme)
            start(page)
        for page in visit.pages:
            place = f"{visit.path} ({scheme}, {page.viewport_size['width']} px)"
            found = without(axe_lines(violations(page), place), EXCLUDED)
            if found:
                lines += [*found, f"{place}: see {keep_picture(page, place)}"]
    expect_none(lines)


def test_axe_sees_a_fault(tab: Page) -> None:
    tab.set_content("<html lang=en><title>A page</title><main><h1>Words</h1><img src=data:,></main>")
    tab.evaluate(AXE)
    start(tab)
    assert axe_lines(violations(tab), "a page (light, 1280 px)") == [
        "a page (light, 1280 px): image-alt: img: Element does not have an alt attribute; "
        "aria-label attribute does not exist or is empty; "
        "aria-labelledby attribute does not exist, references elements that do not exist or references elements "
        "that are empty; Element has no title attribute; "
        "Element's default semantics were not overridden with role=\"none\" or role=\"presentation\""
    ]
