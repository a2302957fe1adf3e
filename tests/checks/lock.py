"""Whether requirements.txt still is what pyproject.toml asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from .fault import Fault

_PIN = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^\s;\\]+)")
COMMAND = "uv pip compile --universal --python-version 3.11.5 --generate-hashes --extra test --no-annotate --output-file requirements.txt pyproject.toml"


def check_lock(path: str, lock: str, project: Mapping) -> Iterator[Fault]:
    """Each dependency that pyproject.toml names is pinned in the lock within its bounds, with hashes and no address."""
    pins: dict[str, tuple[int, str]] = {}
    lines = lock.splitlines()
    for number, line in enumerate(lines, start=1):
        if "://" in line or line.lstrip().startswith(("--index-url", "--extra-index-url", "--find-links")):
            yield Fault(path, number, f"the lock holds no addresses; write it again with `{COMMAND}`: {line.strip()}")
        match = _PIN.match(line)
        if match:
            pins[canonicalize_name(match["name"])] = (number, match["version"])
            if number >= len(lines) or "--hash=sha256:" not in lines[number]:
                yield Fault(path, number, f"write the lock again with `{COMMAND}`, this pin has no hash: {line.strip()}")
    wanted = [*project["dependencies"], *project.get("optional-dependencies", {}).get("test", [])]
    for text in wanted:
        requirement = Requirement(text)
        name = canonicalize_name(requirement.name)
        if name not in pins:
            yield Fault(path, 0, f"write the lock again with `{COMMAND}`, it lacks: {name}")
        elif not requirement.specifier.contains(pins[name][1]):
            number, version = pins[name]
            yield Fault(path, number, f"write the lock again with `{COMMAND}`, pyproject.toml asks for {requirement.specifier}: {name}=={version}")
        if not any(part.operator in ("<", "<=", "==", "~=") for part in requirement.specifier):
            yield Fault("pyproject.toml", 0, f"name the version below which this holds, such as <2: {text}")
