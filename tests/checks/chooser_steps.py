"""What each question and each outcome of the chooser must hold, and whether its levels are those of the rules."""

from __future__ import annotations

from collections.abc import Iterator

from .chooser import LEVELS, SHOWN, Step, read, steps_of, ways
from .fault import Fault, check
from .guide import Guide
from .signs import CHOOSER, RULES, URGENT

BADGES = {"both": ("ask", "massage"), "massage": ("ask", "massage")}  # any other badge is named as its level
PARTS = ("What to do.", "Why.", "What would change this.", "When to check again.")
SIDES = ("Good points.", "Bad points.")
NO_SIDES = ("emergency", "today")  # nobody weighs these


@check("guide")
def check_steps(guide: Guide) -> Iterator[Fault]:
    """Each question says its number, its levels and the way back; each outcome its level, its parts and the way on."""
    source = guide.pages[CHOOSER].text if CHOOSER in guide.pages else ""
    steps = read(source)
    start = next(iter(steps), "")
    for step in steps_of(source):
        if not step.id:
            yield Fault(SHOWN, step.line, "give this step a heading with an id, ## Words { #q-words }: no id")
        elif steps[step.id] is not step and steps[step.id].line != step.line:
            yield Fault(SHOWN, step.line, f"two steps have this id, give one another: {step.id}")
        elif step.is_question:
            yield from _question(step)
        else:
            yield from _outcome(step, start)
    yield from _places(steps, start)
    yield from _pins(steps, guide.rules.get("chooser", {}))


def _question(step: Step) -> Iterator[Fault]:
    for line, words in step.loose:
        yield Fault(SHOWN, line, f"write an answer as - [words](#target){{ data-least=LEVEL }}: {words}")
    for (words, _), least, line in zip(step.answers, step.least, step.lines, strict=True):
        if least not in LEVELS:
            mend = f"write {{ data-least=… }} behind the answer “{words}”, one of {', '.join(LEVELS)}"
            yield Fault(SHOWN, line, f"{mend}: {least or 'none'}")
    for number, (words, _) in enumerate(step.answers):
        if words in [other for other, _ in step.answers[:number]]:
            yield Fault(SHOWN, step.lines[number], f"let no two answers of a question read the same: {words}")
    for level in step.shows:
        if level not in step.least:
            yield Fault(SHOWN, step.line, f"give {step.id} an answer of the level of the signs that it lists: {level}")


def _outcome(step: Step, start: str) -> Iterator[Fault]:
    if step.level not in LEVELS:
        mend = f"say the level of {step.id} in its div, data-level=…, one of {', '.join(LEVELS)}"
        yield Fault(SHOWN, step.line, f"{mend}: {step.level or 'none'}")
    elif step.level not in BADGES.get(step.badge, (step.badge,)):
        yield Fault(SHOWN, step.line, f"the class outcome--{step.badge} does not go with this data-level: {step.level}")
    for part in PARTS if step.level in NO_SIDES else PARTS + SIDES:
        if part not in step.leads:
            yield Fault(SHOWN, step.line, f"add this part to {step.id}: **{part}**")
    ends = [f"../{URGENT}", f"#{start}"]
    if step.ends != ends:
        yield _ending(step, ends)


def _places(steps: dict[str, Step], start: str) -> Iterator[Fault]:
    """Each question says which it is of how many, as counted over all ways, and leads one back and to the start."""
    number, most, parents = {start: 1}, {}, {}
    for way in ways(steps, start) if start else ():
        asked = [id for id, answer in way if answer >= 0]
        for place, id in enumerate(asked, 1):
            number[id], most[id] = max(place, number.get(id, 1)), max(len(asked), most.get(id, 1))
            parents.setdefault(id, asked[place - 2] if place > 1 else "")
    for id, step in steps.items():
        if id not in most:
            continue  # an outcome, or check_ways says that nothing leads here
        place = f"Question {number[id]} of up to {most[id]}"
        if step.place != place:
            yield Fault(SHOWN, step.line, f"say “{place}” above {id}: {step.place or 'nothing'}")
        ends = [f"#{parents[id]}", f"#{start}"] if parents[id] else []
        if step.ends != ends:
            yield _ending(step, ends)


def _ending(step: Step, ends: list[str]) -> Fault:
    mend = f"end {step.id} with links to {' and '.join(ends) or 'no other step'}"
    return Fault(SHOWN, step.line, f"{mend}: {' and '.join(step.ends) or 'none'}")


def _pins(steps: dict[str, Step], rules: dict) -> Iterator[Fault]:
    """The levels in the page are those in the rules."""
    for table, have in (
        ("least", {id: step.least for id, step in steps.items() if step.is_question}),
        ("level", {id: step.level for id, step in steps.items() if not step.is_question}),
    ):
        pinned = rules.get(table, {})
        for id in [*have, *(id for id in pinned if id not in have)]:
            now, then = have.get(id), pinned.get(id)
            if now == then:
                continue
            where = f"{id} in [chooser.{table}] of {RULES}"
            if id not in have:
                yield Fault(SHOWN, 0, f"put this step back, or take {where} out if that is meant: {id}")
                continue
            said = " ".join(now) if isinstance(now, list) else now
            asked = " ".join(then or []) if isinstance(now, list) else then
            mend = f"put back “{asked}”, or change {where} too if that is meant" if then else f"add {where}"
            yield Fault(SHOWN, steps[id].line, f"{mend}: {said or 'none'}")
