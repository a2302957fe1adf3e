"""The chooser as a graph of questions, answers and outcomes, read from its Markdown and held to its safety rules.

An answer that is a sign of [signs] names it, [words](#out-today){ data-sign=dvt-pain }, and leads to an outcome of the
level of that sign. Any other answer says the least help at which a way through it may end, { data-least=physio }; an
outcome says the level that it gives, data-level=physio. [chooser] in the rules holds all of these once more, so that no
single change can lower one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from .fault import Fault, check
from .guide import Guide
from .plans import COUNTS

CHOOSER = "choose/index.md"
RULES = "tests/rules.toml"
LEVELS = ("emergency", "today", "doctor", "physio", "home", "ask", "massage")  # from the most to the least careful
SHOWN = f"docs/{CHOOSER}"
DIV = re.compile(r"<(?P<end>/?)div\b(?P<attributes>[^>]*)>")
_HEADING = re.compile(r"#+\s(?P<title>.*?)\s*\{[^}]*#(?P<id>[\w-]+)[^}]*\}")
_ANSWER = re.compile(r"- \[(?P<words>.+)\]\(#(?P<target>[\w-]+)\)(?:\{(?P<attributes>[^}]*)\})?")
_LEAST = re.compile(r"\bdata-least=\"?([\w-]+)")
_LEVEL = re.compile(r"\bdata-level=\"?([\w-]+)")
SIGNS = re.compile(r"\bdata-sign=(?:\"([^\"]*)\"|([\w-]+))")
_AT_MOST = re.compile(r"(?i)\bat most (\w+) (?:taps|(?:short )?questions)\b")
Way = list[tuple[str, int]]


@dataclass
class Answer:
    """One answer: its words, the step it leads to, and the signs it names or the least help it may lead to."""

    words: str
    target: str
    line: int
    least: str = ""
    signs: list[str] = field(default_factory=list)
    is_bold: bool = True  # in a part of its words

    def floor(self, rules: dict[str, Any]) -> int:
        """Give the place in LEVELS below which no way through this answer may end."""
        named = [rules.get("signs", {}).get(sign, {}).get("level", "") for sign in self.signs]
        levels = [LEVELS.index(level) for level in [*named, self.least] if level in LEVELS]
        return min(levels, default=len(LEVELS))


@dataclass
class Step:
    """One question with its answers, or one outcome, which has none."""

    id: str
    line: int = 0
    title: str = ""
    answers: list[Answer] = field(default_factory=list)
    level: str = ""
    badge: str = ""
    place: str = ""
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
        for tag in DIV.finditer(line):
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
            step.id, step.title, step.line = heading["id"], heading["title"], number
        if "answers" in open_divs[-1].split() and line.startswith("- "):
            if answer := _ANSWER.match(line):
                step.answers.append(_answer(answer, number))
            else:
                step.loose.append((number, line))
        elif "step__place" in line:
            step.place = re.sub(r"<[^>]*>", "", line).strip()
        elif "step__back" in line:
            step.ends = re.findall(r"\]\(([^)\s]*)", line)
        elif lead := re.match(r"\*\*(.+?)\*\*", line):
            step.leads.append(lead[1])
    return found


def _answer(match: re.Match[str], line: int) -> Answer:
    said = match["attributes"] or ""
    least, signs = _LEAST.search(said), SIGNS.search(said)
    named = (signs[1] or signs[2] or "").split() if signs else []
    words, is_bold = match["words"].replace("**", ""), "**" in match["words"]
    return Answer(words, match["target"], line, least[1] if least else "", named, is_bold)


def ways(steps: dict[str, Step], start: str) -> Iterator[Way]:
    """Give each way as pairs of step and number of the answer; the last has none, -1, or met a step again, -2."""

    def walk(at: str, done: Way) -> Iterator[Way]:
        if any(at == step for step, _ in done):
            yield [*done, (at, -2)]
        elif at not in steps or not steps[at].answers:
            yield [*done, (at, -1)]
        else:
            for number, answer in enumerate(steps[at].answers):
                yield from walk(answer.target, [*done, (at, number)])

    yield from walk(start, [])


@check("guide")
def check_ways(guide: Guide) -> Iterator[Fault]:
    """Every way begins with the same questions, ends within a few, and no lower than its answers ask."""
    rules = guide.rules.get("chooser", {})
    first, most = rules.get("first", []), rules.get("most", 7)
    steps = read(guide.pages[CHOOSER].text) if CHOOSER in guide.pages else {}  # without them, check_steps misses each
    reached, told, astray = set(), set(), []
    for way in ways(steps, next(iter(steps))) if steps else ():
        ids = [id for id, _ in way]
        reached.update(ids)
        end, last = way[-1]
        shown, asked = " > ".join(ids), [(steps[id], steps[id].answers[number]) for id, number in way[:-1]]
        line = asked[-1][1].line if asked else steps[end].line
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
        floors = [(answer.floor(guide.rules), -at) for at, (_, answer) in enumerate(asked)]
        floor, at = min(floors, default=(len(LEVELS), 0))
        level = steps[end].level if end in steps else ""
        if level in LEVELS and LEVELS.index(level) > floor and way[-at] not in told:
            told.add(way[-at])
            mend = f"lead this answer where no way ends below “{LEVELS[floor]}”, as this one does at “{level}”"
            yield Fault(SHOWN, asked[-at][1].line, f"{mend}: {' > '.join(ids[-at:])}")
    longest = max((len(way) - 1 for way in ways(steps, next(iter(steps)))), default=0) if steps else 0
    page = guide.page(CHOOSER)
    for number, match in ((n, m) for n, line in enumerate(page.lines, 1) for m in re.finditer(_AT_MOST, line)):
        if match[1].lower() in COUNTS and COUNTS[match[1].lower()] != longest:
            yield Fault(SHOWN, number, f"the longest way has {longest} questions, mend this: {match[0]}")
    for id, step in steps.items():
        if id not in reached:
            yield Fault(SHOWN, step.line, f"let an answer lead here, or remove it: {id}")
