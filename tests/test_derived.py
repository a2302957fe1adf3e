"""What is derived is fresh, and light enough for a phone."""

from __future__ import annotations

import gzip

import pytest

from .checks.built import Site
from .checks.fault import report
from .derived import CARD, COMMAND, card_digest, check_fresh, sign, signed, size, texts
from .project import DOCS, ROOT

ASSETS = DOCS / "assets"
# What we add to the theme, in bytes as a server sends it, gzipped; a figure is weighed alone.
# The menu of our own costs 600 bytes of style once, and saves 840 on every page.
BUDGETS = {"stylesheets/*.css": 9 * 1024, "javascripts/*.js": 1024}
BUDGETS |= {f"figures/{path.name}": 8 * 1024 for path in ASSETS.glob("figures/*.svg")}


@pytest.mark.mkdocs("the policy names the scripts of MkDocs; those of another engine have other hashes")
def test_what_is_derived_is_fresh(site: Site) -> None:
    assert not (found := report(check_fresh(texts(site), (ROOT / CARD).read_bytes(), card_digest()))), f"\n{found}"


def test_what_is_stale_is_named() -> None:
    png = (ROOT / CARD).read_bytes()
    assert signed(sign(b"\x89PNG\r\n\x1a\n" + b"x" * 25, "0" * 64)) == "0" * 64 and signed(b"no picture") == ""
    assert report(check_fresh({"a.md": ("one\ntwo", "one\nTwo"), "b.md": ("", "")}, png, "0" * 64)).splitlines() == [
        f"a.md:2: run `{COMMAND}`, this is made from other files and they have changed: two",
        f"{CARD}: run `{COMMAND}` to draw the card again: social-card.html or a colour has changed",
    ]


def test_the_social_card_has_the_size_that_services_take() -> None:
    assert size((ROOT / CARD).read_bytes()) == (1200, 630)


@pytest.mark.parametrize("pattern", BUDGETS)
def test_what_we_add_is_light(pattern: str) -> None:
    found = {path.name: len(gzip.compress(path.read_bytes(), 9, mtime=0)) for path in ASSETS.glob(pattern)}
    total = sum(found.values())
    assert found and total <= BUDGETS[pattern], (
        f"take something away, {BUDGETS[pattern]} bytes is the most: {total} {found}"
    )
