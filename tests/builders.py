"""The engines that can build the site, how each is called, and what is known to differ between them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from . import derived
from .checks import policy
from .checks.built import Site
from .checks.guide import Guide
from .project import ROOT, SITE_URL, SUB_PATH

BUILDERS = ("mkdocs", "zensical")

# What each engine does otherwise than MkDocs: the beginning of a test's name, and the reason. A test that passes
# although it stands here fails, so that the list never grows old.
_SEARCH = "its search is a component of its own: a dialog that is not there until it is opened, with other results"
DIFFERS: dict[str, dict[str, str]] = {
    "zensical": dict.fromkeys(
        [
            "tests/browser/test_keyboard.py::test_escape_closes_the_search",
            "tests/browser/test_keyboard.py::test_the_search_finds_a_page",
            "tests/browser/test_reading.py::test_search_menu_and_colours_ask_nobody_else",
        ],
        _SEARCH,
    )
    | dict.fromkeys(
        [
            "tests/browser/test_layout.py::test_the_signs_stand_on_the_first_screen_and_the_steps_on_the_second"
            "[problems/headache-or-jaw-pain/",
            "tests/browser/test_tasks.py::test_home_shows_the_way_at_once",
        ],
        "its scroll bar takes 15 px from the narrow window of a test, which a phone's does not",
    )
}


@dataclass(frozen=True)
class Build:
    """The result of one build: the host's folder, whether it worked, and what was printed."""

    host: Path
    worked: bool
    output: str

    @property
    def folder(self) -> Path:
        """The folder of the site, below that of its host, as on a project page."""
        return self.host / SUB_PATH.strip("/")


def program(builder: str) -> list[str]:
    """Give the command that calls an engine; FileNotFoundError says how to get one that is not there."""
    if builder == "mkdocs":
        return [sys.executable, "-m", "mkdocs"]
    beside = Path(sys.executable).with_name(builder)
    found = str(beside) if beside.is_file() else shutil.which(builder)
    if not found:
        raise FileNotFoundError(f"install {builder} first: {sys.executable} -m pip install {builder}")
    return [found]


def build_into(builder: str, folder: Path) -> None:
    """Build the site below a folder, and note there what came of it for all processes that wait for it."""
    try:
        done = build(builder, folder / "host")
    except (OSError, subprocess.SubprocessError) as error:
        done = Build(folder, False, str(error))
    note = folder / "new.json"
    note.write_text(json.dumps([str(done.host), done.worked, done.output]), encoding="utf-8")
    note.replace(folder / "build.json")


def built_in(folder: Path) -> Build:
    """Wait until the site is built below this folder, and give what came of it."""
    while not (note := folder / "build.json").exists():
        time.sleep(0.02)
    host, worked, output = json.loads(note.read_text(encoding="utf-8"))
    return Build(Path(host), worked, output)


def build(builder: str, host: Path) -> Build:
    """Build the site with this engine, strictly, into a folder of a host, and from there: any folder will do."""
    if builder == "zensical":
        return _zensical(host)
    host.mkdir(exist_ok=True)
    config, folder = str(ROOT / "mkdocs.yml"), str(host / SUB_PATH.strip("/"))
    return _run([*program(builder), "build", "--strict", "-f", config, "--site-dir", folder], host, host)


def _zensical(tree: Path) -> Build:
    """Zensical writes below its project's own folder alone and does not know the tag !relative: it gets a copy."""
    for folder in ("docs", "overrides"):
        shutil.copytree(ROOT / folder, tree / folder)
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").replace("!relative $docs_dir", "docs")
    host = tree / "host"
    settings += f"\nsite_dir: {(host / SUB_PATH.strip('/')).relative_to(tree).as_posix()}\n"
    (tree / "mkdocs.yml").write_text(settings, encoding="utf-8")
    command = [*program("zensical"), "build", "--strict", "--clean"]
    first = _run(command, tree, host)
    if not first.worked:
        return first
    # Its scripts are not MkDocs' scripts: whoever changes over derives the policy once more, and so do the tests.
    site = Site(first.folder, SITE_URL, Guide(ROOT))
    (tree / policy.PARTIAL).write_text(derived.policy(site), encoding="utf-8")
    return _run(command, tree, host)


def _run(command: list[str], folder: Path, host: Path) -> Build:
    environment = {**os.environ, "SITE_URL": SITE_URL, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=300)
    return Build(host, done.returncode == 0, done.stdout + done.stderr)
