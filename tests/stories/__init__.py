"""Stories of people who hurt, and the answers that a reader would give in the chooser.

The files hold for each story its level, its source, and two walks: careful, by someone who reads each line, and
hasty, by someone who takes the first line that seems to fit. A walk names what was chosen, question by question: the
step that an answer leads to or, where the answer is a sign, that sign. first holds the levels at which the two walks
ended when they were made for the first time, before any word was mended for these stories.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ..checks.chooser import Step

SETS = {"earlier": "earlier"} | {f"new-{round}": f"new, round {round}" for round in range(1, 14)}
WALKS = ("careful", "hasty")
# How much help a level is, for those of the stories and those of the chooser's outcomes.
STORY_HELP = {
    **{"home care": 0, "massage fine": 0, "physio": 1, "ask first": 1, "ask treating team": 1},
    **{"see doctor soon": 2, "same day": 3, "emergency": 4},
}
END_HELP = {"home": 0, "massage": 0, "physio": 1, "ask": 1, "doctor": 2, "today": 3, "emergency": 4}
HELP = STORY_HELP | END_HELP
# To have no massage is as careful as to ask before one.
NO_MASSAGE = {"out-no-massage", "out-nothing-now"}
# The levels as the page names them, from the most help to the least.
LEVELS = {"emergency": 4, "today": 3, "a doctor soon": 2, "physio, or ask first": 1, "home care or massage": 0}


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

    def ended_first(self, way: str) -> str:
        """Give the level at which this way ended at first."""
        return self.first.split()[WALKS.index(way)]


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


def result(steps: dict[str, Step], story: Story, way: str) -> tuple[str, int]:
    """Give the level at which a walk of today ends, and by how many levels that is above or below the story's."""
    end = walk(steps, getattr(story, way))
    if end.id in NO_MASSAGE and story.level.startswith("ask"):
        return end.level, max(0, difference(end.level, story))
    return end.level, difference(end.level, story)


def row(name: str, found: list[int]) -> str:
    """Give one row of a table: how many walks ended right, too low, by two levels or more, and too high, (of 100)."""

    def share(counted: Iterable[bool]) -> str:
        count = sum(counted)
        return f"{count} ({100 * count / len(found):.0f})"

    right, low, high = (share(side) for side in zip(*((one == 0, one < 0, one > 0) for one in found), strict=True))
    return f"| {len(found)} {name} | {right} | {low} | {sum(one <= -2 for one in found)} | {high} |"


def tables(steps: dict[str, Step]) -> dict[str, list[str]]:
    """Give the rows of the page's tables: first walks, walks of today, first walks of new stories by level, origins."""
    first, today, levels = [], [], []
    told = stories()
    for way in WALKS:
        for kind, name in SETS.items():
            these = [story for story in told if story.set == kind]
            first.append(row(f"{name}, {way}", [difference(story.ended_first(way), story) for story in these]))
        for name, is_new in (("earlier", False), ("new", True)):
            these = [story for story in told if (story.set != "earlier") == is_new]
            today.append(row(f"{name}, {way}", [result(steps, story, way)[1] for story in these]))
    new = [story for story in told if story.set != "earlier"]
    for name, help in LEVELS.items():
        these = [story for story in new if HELP[story.level] == help]
        levels.append(row(name, [difference(story.ended_first("careful"), story) for story in these]))
    origins = [f"| {origin} | {count} |" for origin, count in Counter(story.origin for story in told).most_common()]
    return {"first": first, "today": today, "levels": levels, "origins": origins}
