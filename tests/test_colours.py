"""The contrast of the tokens, and the check itself on colours that are too near to each other."""

import pytest

from .checks.colours import PAIRS, check_contrast, contrast, tokens
from .checks.fault import report
from .project import DOCS

TOKENS = DOCS / "assets" / "stylesheets" / "tokens.css"


def test_colours_are_far_enough_apart_in_both_schemes():
    schemes = tokens(TOKENS.read_text(encoding="utf-8"))
    assert schemes["light"]["page"] != schemes["dark"]["page"]
    found = report(check_contrast("tokens.css", schemes))
    assert not found, f"\n{found}"


def test_no_other_style_sheet_names_a_colour_for_the_screen():
    for path in TOKENS.parent.glob("*.css"):
        if path.name != "tokens.css":
            screen = path.read_text(encoding="utf-8").partition("@media print")[0]
            assert "#" not in "".join(line.partition(":")[2] for line in screen.splitlines() if line.startswith("  ") and "svg" not in line and "{" not in line), (
                f"use a token of tokens.css instead of a colour in {path.name}"
            )


@pytest.mark.parametrize(("one", "other", "value"), [("#000", "#fff", 21), ("#fff", "#ffffff", 1), ("#777777", "#fff", 4.48)])
def test_contrast_is_that_of_wcag(one, other, value):
    assert contrast(one, other) == pytest.approx(value, abs=0.01)


def test_colours_too_near_to_each_other_are_named():
    names = {name for _, *pair in PAIRS for name in pair}
    colours = dict.fromkeys(names, "#fff") | {"ink": "#999"}
    found = report(check_contrast("t.css", {"light": colours})).splitlines()
    assert "t.css: light: --pm-ink on --pm-page needs a contrast of 4.5: 2.85" in found
    del colours["ink"]
    assert "t.css: name this colour in the light scheme: --pm-ink" in report(check_contrast("t.css", {"light": colours})).splitlines()
