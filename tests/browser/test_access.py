"""axe-core finds nothing to mend: WCAG 2.0, 2.1 and 2.2, A and AA, and best practice; and no text is pale."""

from __future__ import annotations

from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Page

from .conftest import Visit, goto, keep_picture
from .reports import axe_lines, expect_none, focus_lines, text_lines

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# The eightieth block, or thirtieth heading, of a list of sources is like those before it; the weekly run has it too.
MORE_OF_THE_SAME = "article > :nth-child(n + 80), nav li li:nth-child(n + 30)"


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
    # Its rule for contrast is two thirds of its work: in the usual run our own probe, which sees the same, stands in.
    everything = pytestconfig.getoption("--all-pages")
    for size in visit.turn(everything):
        for scheme in ("light", "dark") if everything else ("light",):
            place = f"{visit.path} ({scheme}, {size['width']} px)"
            page = visit.show(**size, scheme=scheme)
            if found := axe_lines(violations(page, everything, ":not(*)" if everything else MORE_OF_THE_SAME), place):
                lines += [*found, f"{place}: see {keep_picture(page, place)}"]
    expect_none(lines)


@pytest.mark.dear
def test_no_text_is_pale(visit: Visit) -> None:
    lines, size = [], visit.sizes()[0]
    for scheme in ("light", "dark"):
        page = visit.show(**size, scheme=scheme)
        lines += text_lines(page.evaluate("probes.texts()"), f"{visit.path} ({scheme}, {size['width']} px)")
    expect_none(lines)


@pytest.mark.parametrize("path", ["urgent-signs/", "choose/"])
def test_colours_that_a_reader_forces_hide_nothing(tab: Page, base: str, path: str) -> None:
    """With the colours of a high-contrast theme all words and the focus are seen."""
    tab.emulate_media(forced_colors="active", reduced_motion="reduce")
    try:
        goto(tab, base + path)
        expect_none(f"show this in forced colours: {line}" for line in tab.evaluate("probes.unseen('.paper')"))
        expect_none(text_lines(tab.evaluate("probes.texts()"), f"{path} (forced colours)"))
        tab.keyboard.press("Tab")
        expect_none(focus_lines(tab.evaluate("probes.stops({ most: 40 })"), f"{path} (forced colours)"))
    finally:
        tab.emulate_media(forced_colors="none")


@pytest.mark.parametrize("path", ["", "choose/", "booking/worksheet/"])
def test_no_text_is_pale_under_the_mouse(tab: Page, base: str, path: str) -> None:
    tab.emulate_media(reduced_motion="reduce")
    goto(tab, base + path)
    hovered = 0
    for kind in (
        ".answers a",
        ".ways a",
        ".jump a",
        ".tools button",
        ".foot__colours button",
        ".tabs a",
        "article p a",
    ):
        if (one := tab.locator(f"{kind}:visible").first).count():
            one.hover()
            hovered += 1
            expect_none(text_lines(tab.evaluate("probes.texts()"), f"{path or 'home'} (mouse on {kind})"))
    assert hovered > 3
