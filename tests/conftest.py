"""The site is built once per run, strictly, as a reader gets it: under a sub path, by the command line."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from .checks.built import Site
from .project import DOCS, ROOT, SITE_URL, SUB_PATH


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the deployment keep the very folder that was tested."""
    parser.addoption("--keep-site", metavar="FOLDER", help="copy the built site to this folder when the run is over")


class Build:
    """The result of one `mkdocs build --strict`: the folder, whether it worked, and what was printed."""

    def __init__(self, host: Path) -> None:
        self.host = host
        self.folder = host / SUB_PATH.strip("/")
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(self.folder)]
        environment = {**os.environ, "SITE_URL": SITE_URL, "NO_MKDOCS_2_WARNING": "1"}
        done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120)
        self.worked = done.returncode == 0
        self.output = done.stdout + done.stderr


@pytest.fixture(scope="session")
def build(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Iterator[Build]:
    """The one build of this run; its folder lies below a host folder, as on a project page."""
    built = Build(tmp_path_factory.mktemp("host"))
    yield built
    keep = request.config.getoption("--keep-site")
    if keep and built.worked:
        shutil.copytree(built.folder, ROOT / keep, dirs_exist_ok=True)


@pytest.fixture(scope="session")
def site(build: Build) -> Site:
    """The built site; when the build failed, test_build says why and the tests of the site are skipped."""
    if not build.worked:
        pytest.skip("the site does not build: see test_build.py")
    return Site(build.folder, SITE_URL)


@pytest.fixture(scope="session")
def sources() -> dict[str, str]:
    """The text of every page that is readable, by its path below docs/; test_front_matter names the others."""
    found = {}
    for path in sorted(DOCS.rglob("*.md")):
        try:
            found[path.relative_to(DOCS).as_posix()] = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
    return found
