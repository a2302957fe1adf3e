"""The files round the site: the README's commands, CI, and the workflows, with the check on bad input."""

import re

import pytest

from .checks.fault import report
from .checks.workflows import check_workflow
from .project import ROOT

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_each_workflow_is_careful(path):
    found = report(check_workflow(path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")))
    assert not found, f"\n{found}"


def test_two_commands_do_all_the_set_up():
    commands = re.findall(r"^```sh\n(.+)\n```$", README, re.MULTILINE)
    setup = "python3 -m venv .venv && .venv/bin/pip install -r requirements.txt"
    assert commands == [f"{setup} && .venv/bin/mkdocs serve", f"{setup} && .venv/bin/pytest"]


def test_ci_runs_the_command_of_the_readme():
    ci = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "grep -m1 'bin/pytest$' README.md" in ci
    assert (ROOT / ".ci" / "run").stat().st_mode & 0o111, "make it executable: chmod +x .ci/run"


def test_the_readme_fits_two_screens_and_names_what_is_there():
    assert len(README.splitlines()) <= 90, f"shorten the README to 90 lines: {len(README.splitlines())}"
    named = re.findall(r"`((?:docs|overrides|tests|\.github)/[^`*]*)`", README)
    missing = [name for name in named if not (ROOT / name).exists()]
    assert named and not missing, f"the README names what is not there: {missing}"


GOOD = """
on: push
permissions: {}
concurrency: x
jobs:
  test:
    timeout-minutes: 5
    permissions: {contents: read}
    steps:
      - uses: actions/checkout@0123456789012345678901234567890123456789 # v6.0.2
        with:
          persist-credentials: false
"""


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("@0123456789012345678901234567890123456789 # v6.0.2", "@v6", "w.yml:10: pin this action by the 40 digits of its commit: actions/checkout@v6"),
        (" # v6.0.2", "", "w.yml:10: name the version behind the commit, such as # v1.2.3: actions/checkout"),
        ("permissions: {}\n", "", "w.yml: begin with “permissions: {}” and grant each job what it needs: None"),
        ("concurrency: x\n", "", "w.yml: name a concurrency group, so that runs do not overtake each other: concurrency"),
        ("    timeout-minutes: 5\n", "", "w.yml: give this job a time limit, timeout-minutes: test"),
        ("    permissions: {contents: read}\n", "", "w.yml: list the permissions that this job needs: test"),
        ("persist-credentials: false", "fetch-depth: 1", "w.yml: set persist-credentials: false on the checkout of this job: test"),
    ],
)
def test_a_careless_workflow_is_refused(old, new, message):
    assert not report(check_workflow("w.yml", GOOD))
    assert old in GOOD
    assert report(check_workflow("w.yml", GOOD.replace(old, new))) == message
