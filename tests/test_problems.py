"""The first stop of each problem in three places, and the check itself on bad input."""

import re

import pytest

from .checks.fault import report
from .checks.front_matter import read
from .checks.problems import TABLE, check_agreement


def test_table_pages_and_chooser_agree(sources):
    pages = {path: (read(text)["first_stop"], text) for path, text in sources.items() if read(text).get("kind") == "problem"}
    assert len(pages) == 12
    outcomes = set(re.findall(r"\{ #(out-[a-z-]+)", sources["choose.md"]))
    found = report(check_agreement(sources[TABLE], pages, outcomes))
    assert not found, f"\n{found}"


ROW = "| [Knee](knee.md) | Physiotherapist | x |\n"
PAGE = "## Start here\n\n[Book](../choose.md#out-physio-long)\n\n## Next\n"


@pytest.mark.parametrize(
    ("table", "stop", "page", "message"),
    [
        ("", "physiotherapist", PAGE, "docs/problems/index.md: add a row for this page to the table: problems/knee.md"),
        (ROW, "home-care", PAGE.replace("physio-long", "home-spine"), "docs/problems/index.md:1: the page problems/knee.md says first_stop: home-care, so write “Home care”: Physiotherapist"),
        (ROW, "physiotherapist", "## Start here\n\nRest.\n", "docs/problems/knee.md: link to the chooser's outcome under “Start here”: choose.md#out-physio(-long)?|out-check"),
        (ROW, "physiotherapist", PAGE.replace("physio-long", "massage"), "docs/problems/knee.md: first_stop is physiotherapist, so the first outcome linked under “Start here” must fit out-physio(-long)?|out-check: out-massage"),
        (ROW, "physiotherapist", PAGE.replace("](", "](../choose.md#out-physio) [Or]("), "docs/problems/knee.md: the chooser has no such outcome: out-physio"),
        (ROW + "| [Hip](hip.md) | Home care | x |\n", "physiotherapist", PAGE, "docs/problems/index.md:2: this row leads to no problem page: problems/hip.md"),
    ],
)
def test_disagreement_is_named(table, stop, page, message):
    assert report(check_agreement(table, {"problems/knee.md": (stop, page)}, {"out-physio-long", "out-massage", "out-home-spine"})) == message


def test_agreement_passes():
    assert not report(check_agreement(ROW, {"problems/knee.md": ("physiotherapist", PAGE)}, {"out-physio-long"}))
