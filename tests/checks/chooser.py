"""The chooser as a graph: questions, answers and outcomes, read from the built page and held to its safety rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from bs4 import Tag

from .built import Page
from .fault import Fault

MOST_QUESTIONS = 7
URGENT_QUESTIONS = ("q-emergency", "q-check")
MASSAGE_OUTCOMES = frozenset({"out-massage", "out-both"})
INJURY_PREFIX = "q-injury"
NOT_NOW = "not-now list"
ASK_FIRST = "ask-first list"
OUTCOME_PARTS = ("What to do.", "Why.", "What would change this.", "When to check again.")
EVEN_SIDES = ("Good points.", "Bad points.")


@dataclass
class Step:
    """One question with its answers, each a pair of words and target, or one outcome, which has none."""

    id: str
    line: int = 0
    answers: list[tuple[str, str]] = field(default_factory=list)
    place: str = ""
    back: str = ""
    leads: list[str] = field(default_factory=list)
    cautions: str = ""

    @property
    def is_question(self) -> bool:
        """Ids that begin with q- are questions; the others are outcomes."""
        return self.id.startswith("q-")


def read(page: Page) -> dict[str, Step]:
    """Give the steps of the built chooser by id, in the order of the page."""
    return {step.id: step for step in map(_step, page.soup.select("div.step")) if step}


def _step(box: Tag) -> Step | None:
    heading = box.find(["h2", "h3"], id=True)
    if heading is None:
        return None
    step = Step(heading["id"], heading.sourceline)
    step.answers = [(" ".join(a.get_text(" ").split()), a["href"].partition("#")[2]) for a in box.select(".answers a")]
    place = box.find(class_="step__place")
    step.place = place.get_text(strip=True) if place else ""
    back = [a for a in box.select(".step__back a") if "Back" in a.get_text()]
    step.back = back[0]["href"].partition("#")[2] if back else ""
    step.leads = [tag.get_text(strip=True) for tag in box.select("p > strong:first-child")]
    if any(NOT_NOW in words for words, _ in step.answers):
        step.cautions = " | ".join(" ".join(li.get_text(" ").split()) for li in box.select("li") if not li.find_parent(class_="answers"))
    return step


def paths(steps: dict[str, Step], start: str) -> Iterator[list[tuple[str, str]]]:
    """Give each way through the graph as pairs of step and answer, the last being an outcome with no answer.

    A way that would meet a step again ends there, with the answer “cycle”.
    """
    def walk(at: str, done: list[tuple[str, str]]) -> Iterator[list[tuple[str, str]]]:
        if any(at == step for step, _ in done):
            yield [*done, (at, "cycle")]
        elif at not in steps or not steps[at].answers:
            yield [*done, (at, "")]
        else:
            for words, target in steps[at].answers:
                yield from walk(target, [*done, (at, words)])
    yield from walk(start, [])


def check_graph(path: str, steps: dict[str, Step]) -> Iterator[Fault]:
    """Every way begins with the urgent questions, ends in an outcome within seven questions, and keeps the safety rules."""
    start = URGENT_QUESTIONS[0]
    if start not in steps:
        yield Fault(path, 0, f"the first question must have this id: {start}")
        return
    reached = set()
    for way in paths(steps, start):
        names = [step for step, _ in way]
        end, last = way[-1]
        reached.update(names)
        shown = " > ".join(names)
        words = " ".join(answer for _, answer in way[:-1])
        if last == "cycle":
            yield Fault(path, 0, f"an answer leads back to a question before it: {shown}")
            continue
        if end not in steps:
            yield Fault(path, steps[names[-2]].line, f"this answer leads nowhere: {names[-2]} > {end}")
            continue
        if steps[end].is_question:
            yield Fault(path, steps[end].line, f"give this question answers: {end}")
        if len(names) - 1 > MOST_QUESTIONS:
            yield Fault(path, 0, f"ask at most {MOST_QUESTIONS} questions, not {len(names) - 1}: {shown}")
        for place, urgent in enumerate(URGENT_QUESTIONS):
            if len(names) - 1 > place and names[place] != urgent:
                yield Fault(path, 0, f"question {place + 1} must be {urgent}: {shown}")
        if end in MASSAGE_OUTCOMES:
            if NOT_NOW in words:
                yield Fault(path, 0, f"a “not now” caution must not end in massage: {shown}")
            if ASK_FIRST in words:
                yield Fault(path, 0, f"an “ask first” caution must not end in massage: {shown}")
            if any(name.startswith(INJURY_PREFIX) for name in names):
                yield Fault(path, 0, f"a new injury must not end in massage: {shown}")
    for id, step in steps.items():
        if id not in reached:
            yield Fault(path, step.line, f"no answer leads here; link to it or remove it: {id}")


def check_steps(path: str, steps: dict[str, Step]) -> Iterator[Fault]:
    """Each question says its number and leads one back; each outcome has all its parts; the caution lists agree."""
    parents = {target: step.id for step in steps.values() for _, target in step.answers if target.startswith("q-")}

    def number(id: str) -> int:
        return 1 if id not in parents else 1 + number(parents[id])

    def most(id: str) -> int:
        return max([number(id), *(most(target) for _, target in steps[id].answers if target in steps and target.startswith("q-"))])

    first_list = next((step.cautions for step in steps.values() if step.cautions), "")
    for id, step in steps.items():
        if step.is_question:
            place = f"Question {number(id)} of up to {most(id)}"
            if step.place != place:
                yield Fault(path, step.line, f"{id} must say “{place}”: {step.place}")
            if step.back != parents.get(id, ""):
                yield Fault(path, step.line, f"the way back from {id} must lead to {parents.get(id, 'nowhere')}: {step.back or 'nowhere'}")
            if step.cautions and step.cautions != first_list:
                yield Fault(path, step.line, f"print the same two caution lists as in the first place: {id}")
            if len({words for words, _ in step.answers}) != len(step.answers):
                yield Fault(path, step.line, f"no two answers may read the same: {id}")
        else:
            for part in OUTCOME_PARTS:
                if part not in step.leads:
                    yield Fault(path, step.line, f"{id} lacks this part: {part}")
            sides = [part for part in EVEN_SIDES if part in step.leads]
            if len(sides) == 1:
                yield Fault(path, step.line, f"{id} needs good and bad points, it has only: {sides[0]}")
