"""The files in docs/assets and overrides, and the checks themselves on bad input."""

from pathlib import Path

import material
import pytest

from .checks.assets import check_drawing, check_names_and_sizes, check_no_copied_partials, check_used
from .checks.fault import report
from .project import CONFIG, DOCS, OVERRIDES

ASSETS = DOCS / "assets"
DRAWINGS = sorted(ASSETS.rglob("*.svg"))


def test_names_and_sizes():
    found = report(check_names_and_sizes(ASSETS))
    assert not found, f"\n{found}"


def test_each_file_is_used():
    texts = [CONFIG, *DOCS.rglob("*.md"), *OVERRIDES.rglob("*.html"), *ASSETS.rglob("*.css"), *ASSETS.rglob("*.js")]
    found = report(check_used(ASSETS, (path.read_text(encoding="utf-8") for path in texts)))
    assert not found, f"\n{found}"


@pytest.mark.parametrize("path", DRAWINGS, ids=lambda path: path.name)
def test_each_drawing_is_harmless(path):
    found = report(check_drawing(path.relative_to(DOCS).as_posix(), path.read_text(encoding="utf-8")))
    assert not found, f"\n{found}"


def test_no_partial_of_the_theme_is_copied():
    found = report(check_no_copied_partials(OVERRIDES, Path(material.__file__).parent / "templates"))
    assert not found, f"\n{found}"


def test_bad_names_kinds_and_sizes_are_refused(tmp_path):
    (tmp_path / "My Knee.svg").write_text("<svg/>", encoding="utf-8")
    (tmp_path / "film.mp4").write_bytes(b"")
    (tmp_path / "big.svg").write_bytes(b" " * 40_001)
    assert report(check_names_and_sizes(tmp_path)).splitlines() == [
        "My Knee.svg: use lower-case letters, digits and hyphens in the name: My Knee.svg",
        "big.svg: make the file smaller, 40000 bytes is the most: 40001",
        "film.mp4: use one of .svg, .png, .webp, .jpg, .css, .js: .mp4",
    ]


def test_a_file_that_nothing_uses_is_refused(tmp_path):
    (tmp_path / "knee.svg").write_text("<svg/>", encoding="utf-8")
    (tmp_path / "hip.svg").write_text("<svg/>", encoding="utf-8")
    assert report(check_used(tmp_path, ["![Hip](assets/hip.svg)"])) == (
        "knee.svg: use this file on a page, or remove it with `git rm docs/assets/knee.svg`: knee.svg"
    )


@pytest.mark.parametrize(
    ("svg", "message"),
    [
        ("<svg viewBox='0 0 1 1'><g></svg>", "x.svg:1: mend the XML of this drawing: mismatched tag: line 1, column 28"),
        ("<svg/>", "x.svg:1: give the drawing a viewBox, so that it scales: svg"),
        ("<svg viewBox='0 0 1 1'><script/></svg>", "x.svg: leave this element out of a drawing: script"),
        ("<svg viewBox='0 0 1 1'><foreignObject/></svg>", "x.svg: leave this element out of a drawing: foreignObject"),
        ("<svg viewBox='0 0 1 1' onload='x()'/>", "x.svg: a drawing must not run code, remove the attribute: onload"),
        ("<svg viewBox='0 0 1 1'><a href='https://h.example/'/></svg>", "x.svg: a drawing links only within its page: https://h.example/"),
        ("<svg viewBox='0 0 1 1'><path fill='url(https://h.example/a)'/></svg>", "x.svg: a drawing must not load another file: url(https://h.example/a)"),
    ],
)
def test_harmful_drawings_are_refused(svg, message):
    assert report(check_drawing("x.svg", svg)) == message


def test_a_copied_partial_is_refused(tmp_path):
    for root in ("overrides", "theme"):
        (tmp_path / root / "partials").mkdir(parents=True)
        (tmp_path / root / "partials" / "footer.html").write_text("", encoding="utf-8")
    assert report(check_no_copied_partials(tmp_path / "overrides", tmp_path / "theme")) == (
        "overrides/partials/footer.html: override a block in main.html instead of copying the theme's file: partials/footer.html"
    )
