"""A plan: the same sections as the others; each movement with a drawing, a start, what to do, how often, a source."""

import re

from .fault import Fault, Faults, check
from .guide import Guide, Page

PARTS = ("Start", "Do", "How often", "Easier", "Harder")
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
