"""What the weekly run alone asks: other sites, the calendar, and the W3C's checker. None of it stops a change."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections import defaultdict
from datetime import date
from pathlib import Path

import pytest

from .builders import Build
from .checks.built import Site
from .checks.built_links import links
from .checks.external import check_visits, visit_all
from .checks.fault import report
from .checks.front_matter import check_due
from .checks.guide import Guide
from .project import EDIT_URI


@pytest.mark.scheduled
def test_outside_links_answer(site: Site) -> None:
    places = defaultdict(list)
    for page in site.pages.values():
        for link in links(page):
            outside = link.url.startswith("https://") and site.file_at(link.url) is None
            if link.tag == "a" and outside and not (EDIT_URI and link.url.startswith(EDIT_URI)):
                path, line = page.place(link.url)
                places[link.url].append(f"{path}:{line}")
    visits = visit_all(places)
    for one in visits:
        if one.result == "unsure":
            print(f"{one.url}: {one.detail}")
    found = report(check_visits(visits, places))
    assert not found, f"\n{found}"


@pytest.mark.scheduled
def test_no_review_is_due(guide: Guide) -> None:
    found = report(check_due(guide, date.today()))
    assert not found, f"\n{found}"


# What the W3C's checker says of the theme's own HTML: a pattern of its message, and the reason.
THEME = {
    "Attribute “autocomplete” is only allowed": "the boxes that open menu and search stand outside every block",
}


@pytest.mark.w3c
def test_the_w3c_checker_finds_nothing_of_ours(build: Build) -> None:
    jar = next(Path(sys.prefix).rglob("vnu.jar"), None)
    if not shutil.which("java") or not jar:
        pytest.fail("install Java and .github/requirements-weekly.txt first: java, vnu.jar", pytrace=False)
    command = ["java", "-Xss8m", "-jar", str(jar), "--skip-non-html", "--format", "gnu", str(build.folder)]
    said = subprocess.run(command, capture_output=True, text=True, check=False).stderr
    lines = [line.replace(f"file:{build.folder}/", "") for line in said.splitlines() if ": info" not in line]
    faults = [line for line in lines if not any(re.search(pattern, line) for pattern in THEME)]
    assert not faults, "mend these in docs/ or overrides/:\n" + "\n".join(faults)
