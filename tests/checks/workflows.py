"""Whether the workflows grant little, pin what they run, and end."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from .fault import Fault

_USES = re.compile(r"^\s*(?:-\s*)?uses:\s*(?P<action>[^\s@]+)@(?P<ref>\S+)(?P<comment>\s*#.*)?$")


def check_workflow(path: str, text: str) -> Iterator[Fault]:
    """A workflow begins with no permission, grants each job what it needs, limits its time, and pins actions by SHA."""
    for number, line in enumerate(text.splitlines(), start=1):
        match = _USES.match(line)
        if match and not re.fullmatch(r"[0-9a-f]{40}", match["ref"]):
            yield Fault(path, number, f"pin this action by the 40 digits of its commit: {match['action']}@{match['ref']}")
        elif match and not re.search(r"# v\d+\.\d+\.\d+$", match["comment"] or ""):
            yield Fault(path, number, f"name the version behind the commit, such as # v1.2.3: {match['action']}")
    workflow = yaml.safe_load(text)
    if workflow.get("permissions") != {}:
        yield Fault(path, 0, f"begin with “permissions: {{}}” and grant each job what it needs: {workflow.get('permissions')}")
    if "concurrency" not in workflow:
        yield Fault(path, 0, "name a concurrency group, so that runs do not overtake each other: concurrency")
    for name, job in workflow["jobs"].items():
        if "timeout-minutes" not in job:
            yield Fault(path, 0, f"give this job a time limit, timeout-minutes: {name}")
        if not isinstance(job.get("permissions"), dict):
            yield Fault(path, 0, f"list the permissions that this job needs: {name}")
        for step in job.get("steps", []):
            if step.get("uses", "").startswith("actions/checkout@") and (step.get("with") or {}).get("persist-credentials") is not False:
                yield Fault(path, 0, f"set persist-credentials: false on the checkout of this job: {name}")
