"""Whether the locks still are what pyproject.toml asks for, and complete."""

import re
import tomllib
from collections.abc import Iterator
from importlib import metadata

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from .fault import Fault, Faults, check
from .guide import Guide

PROJECT = "pyproject.toml"
# Each lock with the groups of pyproject.toml that it holds; site is what the project itself depends on.
LOCKS = {"requirements.txt": ("site", "test", "lint"), ".github/requirements-weekly.txt": ("weekly",)}
_PIN = re.compile(r"^(?P<name>[\w.-]+)==(?P<version>[^\s;\\]+).*\n?(?P<hash> +--hash=sha256:)?", re.M)
_AGAIN = "write the lock again with the command in its first lines"


@check("guide")
def check_lock(guide: Guide) -> Faults:
    """Each dependency that pyproject.toml names has a cap and is pinned in its lock within its bounds, each pin has a
    hash, and what an installed package needs is pinned too.
    """
    project = tomllib.loads(guide.text(PROJECT))
    groups = {**project.get("dependency-groups", {}), "site": project["project"]["dependencies"]}
    pinned: set[str] = set()
    for lock, names in LOCKS.items():
        pins, text = {}, guide.text(lock)
        for pin in _PIN.finditer(text):
            line = text.count("\n", 0, pin.start()) + 1
            pins[canonicalize_name(pin["name"])] = (line, pin["version"])
            if not pin["hash"]:
                yield Fault(lock, line, f"{_AGAIN}, this pin has no hash: {pin['name']}")
        pinned.update(pins)
        for name, (line, _) in pins.items():
            for needed in _needs(name):
                if needed not in pinned:
                    yield Fault(lock, line, f"{_AGAIN}, {name} needs what it lacks: {needed}")
        for asked in (Requirement(text) for name in names for text in groups.get(name, [])):
            line, version = pins.get(canonicalize_name(asked.name), (0, ""))
            if not version:
                yield Fault(lock, 0, f"{_AGAIN}, it lacks: {asked.name}")
            elif not asked.specifier.contains(version):
                yield Fault(lock, line, f"{_AGAIN}, {PROJECT} asks for {asked.specifier}: {asked.name}=={version}")
            if not any(part.operator in ("<", "<=", "==", "~=") for part in asked.specifier):
                yield Fault(PROJECT, 0, f"name the version below which this holds, such as <2: {asked}")


def _needs(name: str) -> Iterator[str]:
    try:
        texts = metadata.requires(name) or []
    except metadata.PackageNotFoundError:
        return  # a pin for another system
    for wanted in map(Requirement, texts):
        if not wanted.marker or wanted.marker.evaluate({"extra": ""}):
            yield canonicalize_name(wanted.name)
