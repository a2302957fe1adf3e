"""The signs that need medical help first: the same level and the same meaning wherever they stand.

An item names its signs in an attribute list below it, { data-sign="stroke" }; in the chooser an answer is a sign, and
its level is that of the outcome to which it leads. [signs] in the rules gives each sign its level, what no copy may
leave out, the numbers and the exceptions, “(Not …)”, that it may name, and the pages beside its list where it stands;
[chooser.signs] says for which signs each question asks. A place is a page, a question of the chooser,
choose/index.md#q-back, or a row of the table of problems, problems/index.md#sciatica.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from .chooser import CHOOSER, DIV, RULES, SIGNS, read
from .fault import Fault, check
from .guide import Guide, Page
from .prose import LIST_ITEM
from .shape import TABLE

URGENT = "urgent-signs/index.md"
DOCTOR = "booking/see-a-doctor.md"
WHEN = {"Now": "emergency", "Today": "today"}  # how the table of problems names a level
_CARE = re.compile(r"\bcare--(\w+)")
_CELL = re.compile(
    r"\*\*(?P<when>\w+):\*\*|<span data-sign=\"(?P<signs>[^\"]*)\">(?P<words>.*?)</span>|(?P<loose>[^<*]+|.)"
)
_CITATION = re.compile(r"\[[^\]]*[:\d][^\]]*\]\[\]")


@dataclass
class Item:
    """One item or paragraph of a list of signs; level is empty when it stands in no such list."""

    line: int
    place: str
    section: str
    level: str
    words: str
    listed: bool = True
    signs: list[str] = field(default_factory=list)


def items(page: Page) -> list[Item]:
    """Give what stands in the lists of signs of a page, and whatever else names a sign, in the order of the page."""
    if page.path == CHOOSER:
        return list(_asked(page))
    found: list[Item] = []
    levels, section, item = [""], "", None
    for number, line in enumerate(map(str.strip, page.lines), 1):
        for tag in DIV.finditer(line):
            care = _CARE.search(tag["attributes"])
            if not tag["end"]:
                levels.append(care[1] if care else "" if "ring" in tag["attributes"] else levels[-1])
            elif len(levels) > 1:
                levels.pop()
        signs = SIGNS.search(line)
        if not line or line.startswith(("<", "--8<--")):
            item = None
        elif line.startswith("#"):
            item, section = None, re.sub(r"^#+\s*|\s*\{.*", "", line)
        elif line.startswith("|") and page.path == TABLE:
            found += _row(number, line)
        elif line.startswith("{") and line.endswith("}"):
            if item and "care__lead" in line:  # what to do, not a sign
                found.remove(item)
            elif signs:
                if not item:
                    found.append(item := Item(number, page.path, section, levels[-1], ""))
                item.signs = _ids(signs)
        elif item and not LIST_ITEM.match(line):
            item.words += f" {line}"
        else:
            listed, words = bool(LIST_ITEM.match(line)), LIST_ITEM.sub("", line)
            found.append(item := Item(number, page.path, section, levels[-1], words, listed))
    return [one for one, after in zip(found, [*found[1:], None], strict=False) if one.signs or _must_name(one, after)]


def _must_name(one: Item, after: Item | None) -> bool:
    """Whether this must name its signs: not a paragraph that leads into a list."""
    leads = after is not None and after.listed and (after.section, after.level) == (one.section, one.level)
    return bool(one.level) and (one.listed or not leads)


def _asked(page: Page) -> Iterator[Item]:
    """Give the answers of the chooser that are signs, each at the level of the outcome to which it leads."""
    steps = read(page.text)
    for step in steps.values():
        for answer in step.answers:
            if answer.signs:
                level = steps[answer.target].level if answer.target in steps else ""
                words = f"{step.title} {answer.words}"
                yield Item(answer.line, f"{CHOOSER}#{step.id}", step.id, level, words, True, answer.signs)


def _row(line: int, text: str) -> Iterator[Item]:
    cells = text.strip("| ").split("|")
    problem = re.search(r"\[(.+?)\]\(([\w-]+)\.md\)", cells[0])
    level = ""
    for bit in _CELL.finditer(cells[-1]) if problem else ():
        level = WHEN.get(bit["when"], "") if bit["when"] else level
        said = bit["words"] or bit["loose"] or ""
        if bit["signs"] or re.sub(r"\b(?:or|and)\b|[\W_]", "", said):
            ids = (bit["signs"] or "").split()
            yield Item(line, f"{TABLE}#{problem[2]}", problem[1], level, said.strip(" .,"), True, ids)


def _ids(match: re.Match[str]) -> list[str]:
    return (match[1] or match[2] or "").split()


@check("guide")
def check_care_boxes(guide: Guide) -> Iterator[Fault]:
    """Each care box begins with a heading that says its level in the words of [levels]."""
    levels = guide.rules.get("levels", {})
    for page in guide.pages.values():
        level = ""
        for number, line in enumerate(page.lines, 1):
            if level and line.strip():
                heading = line.lstrip("# ") if line.startswith("#") else ""
                if level not in levels or not heading.startswith(levels[level]):
                    mend = f"begin a box care--{level} with a heading in the words of “{level}” in [levels] of {RULES}"
                    yield Fault(page.shown, number, f"{mend}: {line.strip()}")
                level = ""
            if (tag := DIV.search(line)) and (care := _CARE.search(tag["attributes"])):
                level = care[1]


@check("guide")
def check_signs(guide: Guide) -> Iterator[Fault]:
    """Each sign stands on the list of its level, on the pages of its `on` and in the chooser, in its words."""
    rules, asked = guide.rules.get("signs", {}), guide.rules.get("chooser", {}).get("signs", {})
    excused = {(one["sign"], one["page"]): one["level"] for one in guide.rules.get("signs-exceptions", [])}
    everything = [one for page in guide.pages.values() for one in items(page)]
    places = {(sign, one.place) for one in everything for sign in one.signs}
    for one in everything:
        if not one.signs:
            mend = f'name its sign on a line below, {{ data-sign="…" }}, one of those below [signs] in {RULES}'
            yield Fault(_file(one.place), one.line, f"{mend}: {one.words}")
        known = [rules[sign] for sign in one.signs if sign in rules]
        yield from _details(one, known) if known else ()
        for sign in one.signs:
            if sign in rules:
                rule = rules[sign]
                yield from _copy(one, sign, rule, excused.get((sign, one.place), rule["level"]), asked)
            else:
                mend = f"write a sign that [signs] in {RULES} knows, or add it there"
                yield Fault(_file(one.place), one.line, f"{mend}: {sign}")
    for sign, rule in rules.items():
        questions = [f"{CHOOSER}#{question}" for question, signs in asked.items() if sign in signs]
        for place in (place for place in [_list(rule), *rule["on"], *questions] if (sign, place) not in places):
            level = excused.get((sign, place), rule["level"])
            near = [(one.level != level, one.line, one.section) for one in everything if one.place == place]
            _, line, section = min(near, default=(True, 0, place))
            less = f"take {place} out of on in [signs.{sign}]"
            if place == _list(rule):
                less = f"take out all of [signs.{sign}]"
            if place in questions:
                less = f"take it out of {place.partition('#')[2]} in [chooser.signs]"
            yield Fault(
                _file(place), line, f"put this sign back under “{section}” ({level}), or {less} of {RULES}: {sign}"
            )
        if not questions and sign not in guide.rules.get("signs-not-asked", {}):
            there = next(
                (one.place.partition("#")[2] for one in everything if sign in one.signs and CHOOSER in one.place), ""
            )
            mend = f"let a question of the chooser ask for this sign, or say why not in [signs-not-asked] of {RULES}"
            if not there:  # _copy says where to name a question that asks for it already
                yield Fault(_file(CHOOSER), 0, f"{mend}: {sign}")
    for sign, place in sorted(excused.keys() - places):
        yield Fault(RULES, 0, f"remove this exception, nothing needs it: {sign} on {place}")


def _copy(one: Item, sign: str, rule: dict[str, Any], level: str, asked: dict[str, list[str]]) -> Iterator[Fault]:
    path, place = _file(one.place), one.place
    page, _, part = place.partition("#")
    if one.level != level:
        to = "an outcome" if page == CHOOSER else "a list"
        mend = f"move {sign} to {to} of the level “{level}”, which [signs.{sign}] of {RULES} gives it"
        yield Fault(path, one.line, f"{mend}: {one.level or 'none'}")
    said = _CITATION.sub("", one.words).replace("*", "").strip()
    for words in rule["words"]:
        if not re.search(words, said, re.IGNORECASE):
            yield Fault(path, one.line, f"say {sign} in words that fit “{words}”, or take its id away: {said}")
    if page == CHOOSER:
        if sign not in asked.get(part, []):
            yield Fault(path, one.line, f"add this sign to {part} in [chooser.signs] of {RULES}: {sign}")
    elif place != _list(rule) and place not in rule["on"]:
        yield Fault(path, one.line, f'write "{place}" into on of this line below [signs] in {RULES}: {sign}')
    if page == TABLE and f"problems/{part}.md" not in rule["on"]:
        yield Fault(path, one.line, f"name no sign in the row of a problem that its own page does not name: {sign}")


def _details(one: Item, rules: list[dict[str, Any]]) -> Iterator[Fault]:
    """A number, or what is not meant, stands in a sign only as the rules of one of its signs have it."""
    where = f"write it back, or add it to {{}} of {' or '.join(one.signs)} below [signs] in {RULES}"
    said = _CITATION.sub("", one.words)
    held = {number for rule in rules for words in rule["words"] for number in re.findall(r"\d+", words)}
    held |= {str(number) for rule in rules for number in rule.get("numbers", [])}
    for number in re.findall(r"\d+", said):
        if number not in held:
            yield Fault(_file(one.place), one.line, f"{where.format('numbers')}: {number}")
    for meant in re.findall(r"\((?=Not )[^)]*\)", said):
        if not any(pattern in meant for rule in rules for pattern in rule.get("not", [])):
            yield Fault(_file(one.place), one.line, f"{where.format('not')}: {meant}")


def _list(rule: dict[str, Any]) -> str:
    return DOCTOR if rule["level"] == "doctor" else URGENT


def _file(place: str) -> str:
    return f"docs/{place.partition('#')[0]}"
