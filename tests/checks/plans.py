"""A plan: the same sections as the others; each movement with a drawing, a start, what to do, how often, a source."""

import re

from .fault import Fault, Faults, check
from .guide import Guide, Page

PARTS = ("Start", "Do", "How often", "Easier", "Harder")
_NAMES = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
COUNTS = {name: count for count, name in enumerate(_NAMES)}
_MOVEMENT = re.compile(r"### (?P<number>\d+)\. (?P<name>.+?) \{ #(?P<slug>[a-z-]+) \}$")


@check("page")
def check_plan(page: Page, guide: Guide) -> Faults:
    """A page of kind plan has its sections in order, and in “The movements” one block of the same form for each."""
    if page.kind != "plan":
        return
    wanted = guide.rules["shape"]["plan_headings"]
    found = [(number, line[3:].split(" {")[0].strip()) for number, line in page.prose if line.startswith("## ")]
    for (number, have), want in zip([*found, (0, "nothing")], [*wanted, "nothing"], strict=False):
        if have != want:
            said = f"use these sections in this order: {', '.join(wanted)}; the first that differs is"
            yield Fault(page.shown, number, f"{said}: {have}")
            return
    first, last = (next(n for n, one in found if one == name) for name in ("The movements", "Week by week"))
    blocks: list[tuple[int, list[str]]] = []
    for number in range(first, last):
        line = page.lines[number - 1]
        if line.startswith("### "):
            blocks.append((number, [line]))
        elif blocks:
            blocks[-1][1].append(line)
    if not blocks:
        yield Fault(page.shown, first, "give each movement a heading such as ### 1. Knee rolls { #knee-rolls }: none")
    for place, (number, lines) in enumerate(blocks, start=1):
        yield from _movement(page, number, lines, place)
    yield from _whole(page, len(blocks))


def _whole(page: Page, count: int) -> Faults:
    """The text counts the movements and numbers them right, and the signs taken in are those of its own problem.

    A walk may be left out of the count.
    """
    right = {count, count - page.text.count("{ #walk }")}
    for number, match in page.find(r"(?i)\b(\w+) movements\b"):
        if COUNTS.get(match[1].lower(), count) not in right:
            yield Fault(page.shown, number, f"the plan has {count} movements, mend this: {match[0]}")
    description = re.search(r"(?i)\b(\w+) movements\b", str(page.meta.get("description", "")))
    if description and COUNTS.get(description[1].lower(), count) not in right:
        line = page.line_of("description:")
        yield Fault(page.shown, line, f"the plan has {count} movements, say so in its description: {description[0]}")
    for number, match in page.find(r"(?i)\bmovements? \d+(?:(?:,| to| and) \d+)*"):
        if most := [one for one in re.findall(r"\d+", match[0]) if int(one) > count]:
            yield Fault(page.shown, number, f"the plan has {count} movements, there is none of this number: {most[0]}")
    weeks = re.findall(r"^\| \**(\w+)\** \|", page.section("My days"), re.M)[1:]
    if not weeks or weeks != [str(week) for week in range(1, len(weeks) + 1)]:
        said = "give “My days” a table with a row for each week, 1, 2 and on, to tick"
        yield Fault(page.shown, page.line_of("## My days"), f"{said}: {', '.join(weeks) or 'none'}")
    for number, match in page.find(r'^--8<-- "(problems/[\w-]+\.md):signs"'):
        if f"](../{match[1]}" not in page.text:
            said = "take in the signs of the problem that the plan is for, and link to its page"
            yield Fault(page.shown, number, f"{said}: {match[1]}")


def _movement(page: Page, number: int, lines: list[str], place: int) -> Faults:
    heading = _MOVEMENT.match(lines[0])
    if not heading or int(heading["number"]) != place:
        said = f"write the heading of this movement as ### {place}. Name {{ #name }}"
        yield Fault(page.shown, number, f"{said}: {lines[0]}")
        return
    drawing = f'--8<-- "assets/figures/plans/{heading["slug"]}.svg"'
    if drawing not in lines:
        yield Fault(page.shown, number, f"show its drawing below this heading: {drawing}")
    items = [re.match(r"- \*\*(.+?):\*\*", line) for line in lines if line.startswith("- ")]
    have = [item[1] if item else "" for item in items]
    if [part for part in PARTS if part in have] != have or not {*PARTS[:3]} <= {*have}:
        said = "give it the items Start, Do and How often, then Easier and Harder where there is something to say"
        yield Fault(page.shown, number, f"{said}: {', '.join(have) or 'none'}")
    if not any(line.startswith("- **How often:**") and "][]" in line for line in lines):
        yield Fault(page.shown, number, f"cite behind How often the source that gives this movement: {heading['name']}")
