"""What each question and each outcome of the chooser must hold, and whether its levels are those of the rules."""

from __future__ import annotations

from collections.abc import Iterator

from .chooser import CHOOSER, LEVELS, RULES, SHOWN, Step, read, steps_of, ways
from .fault import Fault, check
from .guide import Guide
from .signs import URGENT

BADGES = {"both": ("ask", "massage")}  # any other badge is named as its level
PARTS = ("Do now.", "What to say.", "Until when.", "Why.", "What would change this.")
SIDES = ("Good points.", "Bad points.")
NO_SIDES = ("emergency", "today")  # nobody weighs these


@check("guide")
def check_steps(guide: Guide) -> Iterator[Fault]:
    """Each question says its number, its levels and the way back; each outcome its level, its parts and the way on."""
    source = guide.pages[CHOOSER].text if CHOOSER in guide.pages else ""
    rules, steps = guide.rules.get("chooser", {}), read(source)
    start = next(iter(steps), "")
    for step in steps_of(source):
        if not step.id:
            yield Fault(SHOWN, step.line, "give this step a heading with an id, ## Words { #q-words }: no id")
        elif steps[step.id] is not step and steps[step.id].line != step.line:
            yield Fault(SHOWN, step.line, f"two steps have this id, give one another: {step.id}")
        elif step.is_question:
            yield from _question(step, rules.get("skimmed", 10))
        else:
            yield from _outcome(step, start)
    yield from _places(steps, start, (rules.get("first") or [start])[-1])
    yield from _pins(steps, rules)


def _question(step: Step, skimmed: int) -> Iterator[Fault]:
    for line, words in step.loose:
        mend = "write an answer as - [words](#target){ data-least=LEVEL }, or with data-sign=SIGN"
        yield Fault(SHOWN, line, f"{mend}: {words}")
    for number, answer in enumerate(step.answers):
        if answer.signs and answer.least:
            mend = f"write data-sign alone behind “{answer.words}”, since its signs have their level"
            yield Fault(SHOWN, answer.line, f"{mend}: {answer.least}")
        elif not answer.signs and answer.least not in LEVELS:
            mend = f"write {{ data-least=… }} behind the answer “{answer.words}”, one of {', '.join(LEVELS)}"
            yield Fault(SHOWN, answer.line, f"{mend}: {answer.least or 'none'}")
        if answer.signs and not answer.is_bold and answer is not step.answers[-1] and len(step.answers) > skimmed:
            mend = "nobody reads a list this long in full, print what the sign is about between ** and **"
            yield Fault(SHOWN, answer.line, f"{mend}: {answer.words}")
        if answer.words in [other.words for other in step.answers[:number]]:
            yield Fault(SHOWN, answer.line, f"let no two answers of a question read the same: {answer.words}")


def _outcome(step: Step, start: str) -> Iterator[Fault]:
    if step.level not in LEVELS:
        mend = f"say the level of {step.id} in its div, data-level=…, one of {', '.join(LEVELS)}"
        yield Fault(SHOWN, step.line, f"{mend}: {step.level or 'none'}")
    elif step.level not in BADGES.get(step.badge, (step.badge,)):
        yield Fault(SHOWN, step.line, f"the class outcome--{step.badge} does not go with this data-level: {step.level}")
    for part in PARTS if step.level in NO_SIDES else PARTS + SIDES:
        if part not in step.leads:
            yield Fault(SHOWN, step.line, f"add this part to {step.id}: **{part}**")
    yield from _ending(step, [f"../{URGENT}", f"#{start}"])


def _places(steps: dict[str, Step], start: str, where: str) -> Iterator[Fault]:
    """Each question says its number, the same on all ways, and leads back: to the one before it, or to `where`."""
    numbers: dict[str, set[int]] = {}
    parents: dict[str, set[str]] = {}
    for way in ways(steps, start) if start else ():
        asked = [id for id, answer in way if answer >= 0]
        for place, id in enumerate(asked):
            numbers.setdefault(id, set()).add(place + 1)
            parents.setdefault(id, set()).update(asked[place - 1 : place])
    for id, step in steps.items():
        if id not in numbers:
            continue  # an outcome, or check_ways says that nothing leads here
        if len(numbers[id]) > 1:
            mend = f"let {id} be the same question, counted from the first, on every way"
            yield Fault(SHOWN, step.line, f"{mend}: {' and '.join(map(str, sorted(numbers[id])))}")
        elif step.place != (place := f"Question {min(numbers[id])}"):
            yield Fault(SHOWN, step.line, f"say “{place}” above {id}: {step.place or 'nothing'}")
        before = sorted(parents[id])
        back = before[0] if len(before) == 1 else where
        yield from _ending(step, [f"#{back}", f"#{start}"] if before else [])


def _ending(step: Step, ends: list[str]) -> Iterator[Fault]:
    if step.ends != ends:
        mend = f"end {step.id} with links to {' and '.join(ends) or 'no other step'}"
        yield Fault(SHOWN, step.line, f"{mend}: {' and '.join(step.ends) or 'none'}")


def _pins(steps: dict[str, Step], rules: dict) -> Iterator[Fault]:
    """The levels in the page are those in the rules; the signs are compared by check_signs."""
    for table, have in (
        ("least", {id: _leasts(step) for id, step in steps.items() if step.is_question}),
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
            said = ", ".join(now) if isinstance(now, list) else now
            asked = ", ".join(then or []) if isinstance(now, list) else then
            mend = f"put back “{asked}”, or change {where} too if that is meant" if then else f"add {where}"
            yield Fault(SHOWN, steps[id].line, f"{mend}: {said or 'none'}")


def _leasts(step: Step) -> list[str]:
    """Where each answer that is no sign leads, and the least help that it may lead to, as [chooser.least] has them."""
    return [f"{answer.target} {answer.least}" for answer in step.answers if not answer.signs]
