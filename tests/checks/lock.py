"""Whether the locks still are what pyproject.toml asks for, and complete."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from importlib import metadata
from itertools import chain

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from .fault import Fault, check
from .guide import Guide

PROJECT = "pyproject.toml"
# Each lock, the groups of pyproject.toml that it holds, and what else its command says.
LOCKS = {
    "requirements.txt": (("test", "lint"), "pyproject.toml"),
    ".github/requirements-weekly.txt": (("weekly",), "--no-deps"),
}
_PIN = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^\s;\\]+)")
_ADDRESS = re.compile(r"://|^\s*--(?:index-url|extra-index-url|find-links)")


@check("guide")
def check_lock(guide: Guide) -> Iterator[Fault]:
    """Each dependency that pyproject.toml names has a cap and is pinned in its lock within its bounds, each pin has a
    hash, no line an address, and what an installed package needs is pinned too.
    """
    project = tomllib.loads(guide.text(PROJECT))
    pinned: set[str] = set()
    for lock, (groups, rest) in LOCKS.items():
        wanted = list(chain(*(project.get("dependency-groups", {}).get(group, []) for group in groups)))
        if rest == PROJECT:
            wanted += project["project"]["dependencies"]
        yield from _check(lock, guide.text(lock), wanted, _again(lock, groups, rest), pinned)


def _again(lock: str, groups: tuple[str, ...], rest: str) -> str:
    options = " ".join(f"--group {group}" for group in groups)
    command = "uv pip compile --universal --python-version 3.11.5 --generate-hashes"
    return f"write the lock again with `{command} {options} --no-annotate --output-file {lock} {rest}`"


def _check(lock: str, text: str, wanted: list[str], again: str, pinned: set[str]) -> Iterator[Fault]:
    lines, pins = text.splitlines(), {}
    for number, line in enumerate(lines, start=1):
        if _ADDRESS.search(line):
            yield Fault(lock, number, f"{again}, it holds no addresses: {line.strip()}")
        if match := _PIN.match(line):
            pins[canonicalize_name(match["name"])] = (number, match["version"])
            if "--hash=sha256:" not in " ".join(lines[number : number + 1]):
                yield Fault(lock, number, f"{again}, this pin has no hash: {match[0]}")
    for asked in map(Requirement, wanted):
        number, version = pins.get(canonicalize_name(asked.name), (0, ""))
        if not version:
            yield Fault(lock, 0, f"{again}, it lacks: {asked.name}")
        elif not asked.specifier.contains(version):
            said = f"{PROJECT} asks for {asked.specifier}"
            yield Fault(lock, number, f"{again}, {said}: {asked.name}=={version}")
        if not any(part.operator in ("<", "<=", "==", "~=") for part in asked.specifier):
            yield Fault(PROJECT, 0, f"name the version below which this holds, such as <2: {asked}")
    pinned.update(pins)
    for name, (number, _) in pins.items():
        for needed in _needs(name):
            if needed not in pinned:
                yield Fault(lock, number, f"{again}, {name} needs what it lacks: {needed}")


def _needs(name: str) -> Iterator[str]:
    try:
        texts = metadata.requires(name) or []
    except metadata.PackageNotFoundError:
        return  # a pin for another system
    for wanted in map(Requirement, texts):
        if not wanted.marker or wanted.marker.evaluate({"extra": ""}):
            yield canonicalize_name(wanted.name)
