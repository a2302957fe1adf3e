"""The site stays light: what we add to the theme has a budget, counted as a reader downloads it."""

from __future__ import annotations

import gzip
from collections.abc import Iterable
from pathlib import Path

from .checks.fault import Fault, report
from .project import DOCS

ASSETS = DOCS / "assets"
STYLES = 9 * 1024  # the menu of our own costs 1,000 bytes once, and saves 840 (gzipped) on every page
SCRIPTS = 2 * 1024
FIGURE = 8 * 1024


def weight(path: Path) -> int:
    """Give the size of a file as a server sends it: gzipped, without a date."""
    return len(gzip.compress(path.read_bytes(), 9, mtime=0))


def over_budget(name: str, sizes: Iterable[int], budget: int) -> list[Fault]:
    """Give one fault when these sizes add up to more than the budget."""
    total = sum(sizes)
    if total <= budget:
        return []
    return [Fault(name, 0, f"take something away; at most {budget} bytes in all, now {total}")]


def test_our_style_sheets_are_light() -> None:
    sheets = sorted(ASSETS.rglob("*.css"))
    assert sheets
    faults = over_budget("docs/assets/stylesheets (gzipped)", map(weight, sheets), STYLES)
    assert not faults, report(faults)


def test_our_scripts_are_light() -> None:
    scripts = sorted(ASSETS.rglob("*.js"))
    assert scripts
    faults = over_budget("docs/assets/javascripts", (script.stat().st_size for script in scripts), SCRIPTS)
    assert not faults, report(faults)


def test_each_figure_is_light() -> None:
    figures = sorted(ASSETS.rglob("figures/*.svg"))
    assert figures
    faults = [fault for figure in figures
              for fault in over_budget(f"{figure.relative_to(DOCS.parent)} (gzipped)", [weight(figure)], FIGURE)]
    assert not faults, report(faults)


def test_a_budget_that_is_spent_is_named() -> None:
    assert over_budget("scripts", [1000, 1048], 2048) == []
    assert report(over_budget("scripts", [1000, 1049], 2048)) == (
        "scripts: take something away; at most 2048 bytes in all, now 2049"
    )


def test_a_file_is_weighed_as_it_is_sent(tmp_path: Path) -> None:
    path = tmp_path / "long.css"
    path.write_text("a { color: red }\n" * 1000)
    assert weight(path) < 200
