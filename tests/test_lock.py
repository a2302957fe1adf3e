"""The lock, and the check itself on bad input."""

import tomllib

import pytest

from .checks.fault import report
from .checks.lock import COMMAND, check_lock
from .project import ROOT


def test_the_lock_is_what_the_project_asks_for():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    found = report(check_lock("requirements.txt", (ROOT / "requirements.txt").read_text(encoding="utf-8"), project))
    assert not found, f"\n{found}"


LOCK = "mkdocs==1.6.1 \\\n    --hash=sha256:aa\npytest==9.2.0 \\\n    --hash=sha256:bb\n"
PROJECT = {"dependencies": ["mkdocs>=1.6.1,<2"], "optional-dependencies": {"test": ["pytest>=9,<10"]}}


def test_a_good_lock_passes():
    assert not report(check_lock("r.txt", LOCK, PROJECT))


@pytest.mark.parametrize(
    ("lock", "wanted", "message"),
    [
        (LOCK, "mkdocs>=1.7,<2", f"r.txt:1: write the lock again with `{COMMAND}`, pyproject.toml asks for <2,>=1.7: mkdocs==1.6.1"),
        (LOCK, "zensical>=0.1,<1", f"r.txt: write the lock again with `{COMMAND}`, it lacks: zensical"),
        (LOCK, "mkdocs>=1.6", "pyproject.toml: name the version below which this holds, such as <2: mkdocs>=1.6"),
        (LOCK.replace("    --hash=sha256:aa\n", ""), "mkdocs>=1.6.1,<2", f"r.txt:1: write the lock again with `{COMMAND}`, this pin has no hash: mkdocs==1.6.1 \\"),
        ("--index-url https://mirror.example/simple\n" + LOCK, "mkdocs>=1.6.1,<2", f"r.txt:1: the lock holds no addresses; write it again with `{COMMAND}`: --index-url https://mirror.example/simple"),
    ],
)
def test_a_bad_lock_is_refused(lock, wanted, message):
    assert report(check_lock("r.txt", lock, {**PROJECT, "dependencies": [wanted]})) == message
