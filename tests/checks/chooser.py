"""The chooser as a graph of questions, answers and outcomes, read from its Markdown and held to its safety rules.

An answer says the least level of help at which any way through it may end, [words](#target){ data-least=today }, an
outcome the level that it gives, data-level=today, and a list of signs the level of its signs, { data-level=today }.
[chooser] in the rules holds the same levels once more, so that no single change can lower one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from .fault import Fault, check
from .guide import Guide
from .signs import CHOOSER, RULES

LEVELS = ("emergency", "today", "doctor", "physio", "home", "ask", "massage")  # from the most to the least careful
SHOWN = f"docs/{CHOOSER}"
_DIV = re.compile(r"<(?P<end>/?)div\b(?P<attributes>[^>]*)>")
_HEADING = re.compile(r"#+\s.*\{[^}]*#(?P<id>[\w-]+)[^}]*\}")
_ANSWER = re.compile(r"- \[(?P<words>.+)\]\(#(?P<target>[\w-]+)\)(?:\{(?P<attributes>[^}]*)\})?")
_LEAST = re.compile(r"\bdata-least=\"?([\w-]+)")
_LEVEL = re.compile(r"\bdata-level=\"?([\w-]+)")
Way = list[tuple[str, int]]


@dataclass
class Step:
    """One question with its answers, each a pair of words and target, or one outcome, which has none."""

    id: str
    line: int = 0
    answers: list[tuple[str, str]] = field(default_factory=list)
    least: list[str] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    level: str = ""
    badge: str = ""
    place: str = ""
    shows: list[str] = field(default_factory=list)
    leads: list[str] = field(default_factory=list)
    ends: list[str] = field(default_factory=list)
    loose: list[tuple[int, str]] = field(default_factory=list)

    @property
    def is_question(self) -> bool:
        """Ids that begin with q- are questions; the others are outcomes."""
        return self.id.startswith("q-")


def read(source: str) -> dict[str, Step]:
    """Give the steps of the chooser by id, in the order of the page; of two with one id the first counts."""
    steps: dict[str, Step] = {}
    for step in steps_of(source):
        if step.id:
            steps.setdefault(step.id, step)
    return steps


def steps_of(source: str) -> list[Step]:
    """Give every step in the order of the page, those without an id or with the id of another too."""
    found: list[Step] = []
    open_divs: list[str] = []
    for number, line in enumerate(source.splitlines(), 1):
        for tag in _DIV.finditer(line):
            if not tag["end"]:
                open_divs.append(" ".join(re.findall(r'class="([^"]*)"', tag["attributes"])))
                if "step" in open_divs[-1].split():
                    level, badge = _LEVEL.search(tag["attributes"]), re.search(r"outcome--(\w+)", open_divs[-1])
                    found.append(Step("", number, level=level[1] if level else "", badge=badge[1] if badge else ""))
            elif open_divs:
                open_divs.pop()
        if not any("step" in classes.split() for classes in open_divs):
            continue
        step = found[-1]
        if not step.id and (heading := _HEADING.match(line)):
            step.id, step.line = heading["id"], number
        if "answers" in open_divs[-1].split() and line.startswith("- "):
            answer = _ANSWER.match(line)
            if answer:
                least = _LEAST.search(answer["attributes"] or "")
                step.answers.append((answer["words"], answer["target"]))
                step.least.append(least[1] if least else "")
                step.lines.append(number)
            else:
                step.loose.append((number, line))
        elif "step__place" in line:
            step.place = re.sub(r"<[^>]*>", "", line).strip()
        elif "step__back" in line:
            step.ends = re.findall(r"\]\(([^)\s]*)", line)
        elif lead := re.match(r"\*\*(.+?)\*\*", line):
            step.leads.append(lead[1])
        if not line.startswith("<") and (level := re.search(r"\{[^}]*" + _LEVEL.pattern, line)):
            step.shows.append(level[1])
    return found


def ways(steps: dict[str, Step], start: str) -> Iterator[Way]:
    """Give each way as pairs of step and number of the answer; the last has none, -1, or met a step again, -2."""

    def walk(at: str, done: Way) -> Iterator[Way]:
        if any(at == step for step, _ in done):
            yield [*done, (at, -2)]
        elif at not in steps or not steps[at].answers:
            yield [*done, (at, -1)]
        else:
            for number, (_, target) in enumerate(steps[at].answers):
                yield from walk(target, [*done, (at, number)])

    yield from walk(start, [])


def paths(steps: dict[str, Step], start: str) -> Iterator[list[tuple[str, str]]]:
    """Give each way through the graph as pairs of step and answer, the last being an outcome with no answer.

    A way that would meet a step again ends there, with the answer “cycle”.
    """
    for way in ways(steps, start):
        ends = {-1: "", -2: "cycle"}
        yield [(id, steps[id].answers[number][0] if number >= 0 else ends[number]) for id, number in way]


@check("guide")
def check_ways(guide: Guide) -> Iterator[Fault]:
    """Every way asks for urgent signs first, ends within a few questions, and no lower than its answers ask."""
    rules = guide.rules.get("chooser", {})
    first, most = rules.get("first", []), rules.get("most", 7)
    steps = read(guide.pages[CHOOSER].text) if CHOOSER in guide.pages else {}  # without them, check_steps misses each
    reached, told, astray = set(), set(), []
    for way in ways(steps, next(iter(steps))) if steps else ():
        ids = [id for id, _ in way]
        reached.update(ids)
        end, last = way[-1]
        shown, asked = " > ".join(ids), [(steps[id], number) for id, number in way[:-1]]
        line = asked[-1][0].lines[asked[-1][1]] if asked else steps[end].line
        if last == -2:
            yield Fault(SHOWN, line, f"lead this answer on, not back to a question before it: {shown}")
        elif end not in steps:
            yield Fault(SHOWN, line, f"lead this answer to a question or an outcome that is there: {end}")
        elif steps[end].is_question:
            yield Fault(SHOWN, steps[end].line, f"give this question answers: {end}")
        elif len(asked) > most:
            yield Fault(SHOWN, line, f"ask at most {most} questions, as most in [chooser] of {RULES} says: {shown}")
        for place, id in enumerate(first[: len(asked)]):
            if ids[place] != id and ids[: place + 1] not in astray:
                astray.append(ids[: place + 1])
                yield Fault(
                    SHOWN, steps[ids[place]].line, f"ask {id} as question {place + 1} on every way: {ids[place]}"
                )
        floors = [(LEVELS.index(step.least[n]), -at) for at, (step, n) in enumerate(asked) if step.least[n] in LEVELS]
        floor, at = min(floors, default=(len(LEVELS), 0))
        level = steps[end].level if end in steps else ""
        if level in LEVELS and LEVELS.index(level) > floor and way[-at] not in told:
            told.add(way[-at])
            step, number = asked[-at]
            mend = f"lead this answer where no way ends below “{LEVELS[floor]}”, as this one does at “{level}”"
            yield Fault(SHOWN, step.lines[number], f"{mend}: {' > '.join(ids[-at:])}")
    for id, step in steps.items():
        if id not in reached:
            yield Fault(SHOWN, step.line, f"let an answer lead here, or remove it: {id}")
