"""What tools of others find: style and mistakes of the code, spelling, careless workflows; and what README names."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from .project import ROOT

BIN = Path(sys.executable).parent
TEXTS = ["docs", "overrides", "tests", ".github", "README.md", "mkdocs.yml"]
# codespell is a script that keeps the path at which it was installed: as a module it runs in a moved folder too.
TOOLS = {
    "ruff": [BIN / "ruff", "check", "--no-cache", "--quiet", "tests"],
    "codespell": [sys.executable, "-m", "codespell_lib", *TEXTS],
    "zizmor": [BIN / "zizmor", "--offline", "--no-progress", "--quiet", ".github"],
}


@pytest.fixture(scope="module")
def started() -> dict[str, subprocess.Popen]:
    """The tools, all started at once, since none waits for another."""
    into = {"cwd": ROOT, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True}
    return {name: subprocess.Popen(command, **into) for name, command in TOOLS.items()}


@pytest.mark.parametrize("name", TOOLS)
def test_tool(name: str, started: dict[str, subprocess.Popen]) -> None:
    said, _ = started[name].communicate()
    assert started[name].returncode == 0, f"mend what {name} names:\n{said}"


def test_readme_names_what_is_there() -> None:
    named = re.findall(r"`((?:docs|overrides|tests|\.github)/[\w./-]*)`", (ROOT / "README.md").read_text("utf-8"))
    missing = [name for name in named if not (ROOT / name).exists()]
    assert named, "README names no folder"
    assert not missing, f"README names what is not there: {missing}"


@pytest.mark.parametrize("path", sorted((ROOT / ".github" / "workflows").glob("*.yml")), ids=lambda path: path.name)
def test_each_workflow_grants_nothing_and_ends(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert "\npermissions: {}\n" in text, f"begin {path.name} with permissions: {{}}, and grant each job what it needs"
    jobs, limits = len(re.findall(r"^ {4}runs-on:", text, re.M)), len(re.findall(r"^ {4}timeout-minutes:", text, re.M))
    assert jobs == limits > 0, f"give each job of {path.name} a time limit, timeout-minutes"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps no such mark")
def test_ci_can_be_run() -> None:
    assert (ROOT / ".ci" / "run").stat().st_mode & 0o111, "make it executable: chmod +x .ci/run"
