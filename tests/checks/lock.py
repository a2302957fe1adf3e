"""Whether requirements.txt still is what pyproject.toml asks for, and complete."""

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

LOCK, PROJECT = "requirements.txt", "pyproject.toml"
COMMAND = (
    "uv pip compile --universal --python-version 3.11.5 --generate-hashes --group test --group lint --no-annotate "
    "--output-file requirements.txt pyproject.toml"
)
_PIN = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^\s;\\]+)")
_ADDRESS = re.compile(r"://|^\s*--(?:index-url|extra-index-url|find-links)")


@check("guide")
def check_lock(guide: Guide) -> Iterator[Fault]:
    """Each dependency that pyproject.toml names has a cap and is pinned in the lock within its bounds, each pin has a
    hash, no line an address, and what an installed package needs is pinned too.
    """
    again = f"write the lock again with `{COMMAND}`"
    lines, pins = guide.text(LOCK).splitlines(), {}
    for number, line in enumerate(lines, start=1):
        if _ADDRESS.search(line):
            yield Fault(LOCK, number, f"{again}, it holds no addresses: {line.strip()}")
        if match := _PIN.match(line):
            pins[canonicalize_name(match["name"])] = (number, match["version"])
            if "--hash=sha256:" not in " ".join(lines[number : number + 1]):
                yield Fault(LOCK, number, f"{again}, this pin has no hash: {match[0]}")
    project = tomllib.loads(guide.text(PROJECT))
    for text in [*project["project"]["dependencies"], *chain(*project.get("dependency-groups", {}).values())]:
        wanted = Requirement(text)
        number, version = pins.get(canonicalize_name(wanted.name), (0, ""))
        if not version:
            yield Fault(LOCK, 0, f"{again}, it lacks: {wanted.name}")
        elif not wanted.specifier.contains(version):
            said = f"{PROJECT} asks for {wanted.specifier}"
            yield Fault(LOCK, number, f"{again}, {said}: {wanted.name}=={version}")
        if not any(part.operator in ("<", "<=", "==", "~=") for part in wanted.specifier):
            yield Fault(PROJECT, 0, f"name the version below which this holds, such as <2: {text}")
    for name, (number, _) in pins.items():
        for needed in _needs(name):
            if needed not in pins:
                yield Fault(LOCK, number, f"{again}, {name} needs what it lacks: {needed}")


def _needs(name: str) -> Iterator[str]:
    try:
        texts = metadata.requires(name) or []
    except metadata.PackageNotFoundError:
        return  # a pin for another system
    for wanted in map(Requirement, texts):
        if not wanted.marker or wanted.marker.evaluate({"extra": ""}):
            yield canonicalize_name(wanted.name)
