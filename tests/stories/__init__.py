"""Stories of people who hurt, and the answers that a reader would give in the chooser.

earlier.toml and later.toml hold for each story its level, its source, and two walks: careful, by someone who reads
each line, and hasty, by someone who takes the first line that seems to fit. A walk names what was chosen, question by
question: the step that an answer leads to or, where the answer is a sign, that sign. first holds the levels at which
the two walks ended when they were made for the first time, before any word was mended for these stories.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ..checks.chooser import Step

SETS = ("earlier", "later")
WALKS = ("careful", "hasty")
# How much help a level is, for those of the stories and those of the chooser's outcomes.
HELP = {
    **{"home care": 0, "massage fine": 0, "physio": 1, "ask first": 1, "ask treating team": 1},
    **{"see doctor soon": 2, "same day": 3, "emergency": 4},
    **{"home": 0, "massage": 0, "ask": 1, "doctor": 2, "today": 3},
}


@dataclass(frozen=True)
class Story:
    """One story; set says in which file it stands."""

    set: str
    id: str
    story: str
    level: str
    careful: str
    hasty: str
    first: str
    source: str
    origin: str


def stories() -> list[Story]:
    """Give every story, in the order of the files."""
    found = []
    for name in SETS:
        text = Path(__file__).with_name(f"{name}.toml").read_text(encoding="utf-8")
        found += [Story(name, **entry) for entry in tomllib.loads(text)["stories"]]
    return found


def walk(steps: dict[str, Step], chosen: str) -> Step:
    """Give the outcome at which these answers end; a LookupError says which of them is not there."""
    at = next(iter(steps.values()))
    for key in chosen.split():
        answer = next((answer for answer in at.answers if key == answer.target or key in answer.signs), None)
        if answer is None:
            raise LookupError(f"no answer of {at.id} leads to or names this: {key}")
        at = steps[answer.target]
    if at.is_question:
        raise LookupError(f"let the walk end at an outcome, not at this question: {at.id}")
    return at


def difference(ended: str, story: Story) -> int:
    """Give by how many levels a walk ended above the story's level, or below it as a negative number."""
    return HELP[ended] - HELP[story.level]


def row(name: str, found: list[int]) -> str:
    """Give one row of the table: how many walks ended right, too low, by two levels or more, and too high."""

    def share(counted: Iterable[bool]) -> str:
        count = sum(counted)
        return f"{count} ({100 * count / len(found):.0f} in 100)"

    low = f"{share(one < 0 for one in found)}; by two levels: {sum(one <= -2 for one in found)}"
    return f"| {len(found)} {name} | {share(one == 0 for one in found)} | {low} | {share(one > 0 for one in found)} |"


def table(steps: dict[str, Step]) -> list[str]:
    """Give the rows of the table for the first walks, and then those for the walks of today."""
    rows = []
    for first in (True, False):
        for kind in SETS:
            told = [story for story in stories() if story.set == kind]
            for number, way in enumerate(WALKS):
                ended = [
                    story.first.split()[number] if first else walk(steps, getattr(story, way)).level for story in told
                ]
                found = [difference(level, story) for level, story in zip(ended, told, strict=True)]
                rows.append(row(f"{kind}, {way}", found))
    return rows
