"""What is derived is fresh, and light enough for a phone."""

import gzip
import struct

import pytest

from .checks.built import Site
from .checks.fault import report
from .derived import CARD, COMMAND, check_fresh, texts
from .project import DOCS, ROOT

ASSETS = DOCS / "assets"
# In bytes as a server sends them, gzipped, each alone; a first view as a whole is weighed by a check.
BUDGETS = {f"figures/{path.name}": 8 * 1024 for path in ASSETS.glob("figures/*.svg")}
BUDGETS |= {f"figures/plans/{path.name}": 3 * 1024 for path in ASSETS.glob("figures/plans/*.svg")}


@pytest.mark.mkdocs("the policy names the scripts of MkDocs; those of another engine have other hashes")
def test_what_is_derived_is_fresh(site: Site) -> None:
    assert not (found := report(check_fresh(texts(site)))), f"\n{found}"


def test_what_is_stale_is_named() -> None:
    said = f"a.md:2: run `{COMMAND}`, this is made from other files and they have changed: two"
    assert report(check_fresh({"a.md": ("one\ntwo", "one\nTwo"), "b.md": ("", "")})) == said


def test_the_social_card_has_the_size_that_services_take() -> None:
    assert struct.unpack(">II", (ROOT / CARD).read_bytes()[16:24]) == (1200, 630)


@pytest.mark.parametrize("pattern", BUDGETS)
def test_a_figure_is_light(pattern: str) -> None:
    found = {path.name: len(gzip.compress(path.read_bytes(), 9, mtime=0)) for path in ASSETS.glob(pattern)}
    total = sum(found.values())
    assert found and total <= BUDGETS[pattern], (
        f"take something away, {BUDGETS[pattern]} bytes is the most: {total} {found}"
    )
