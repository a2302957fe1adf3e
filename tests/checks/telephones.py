"""The numbers that a reader may ring: each place has its own, a link rings what it says, and no other is printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from .fault import Fault, check
from .guide import Guide, Page
from .signs import RULES, URGENT

SHOWN = f"docs/{URGENT}"
TABLES = {"places": "numbers", "crisis": "crisis"}  # each table below [numbers], and its section on urgent-signs
_LINK = re.compile(r"\[(?P<words>[^\]]*)\]\(tel:(?P<number>[^)]*)\)")
_ROW = re.compile(r"\s*(?:\||[-*+])\s*\*\*(?P<place>[^*]+?):?\*\*")
_HEADING = re.compile(r"#+\s.*?(?:\{[^}]*#(?P<id>[\w-]+)[^}]*\})?\s*$")
_SAID = re.compile(
    r"\b(?:call|ring|dial|text|phone)(?: or text)?(?: (?:[\w’']+ ){0,3}on)? (?P<number>\d[\d ]*\d)(?![\d-])",
    re.IGNORECASE,
)
_LONG = re.compile(r"(?<![\w./:-])\+?\(?\d[\d() .-]{6,}\d(?![\w/:-])")
_YEARS = re.compile(r"(1[89]|20)\d\d\D+(1[89]|20)\d\d|\d{4}-\d\d-\d\d")
_TARGETS = re.compile(r"\]\([^)]*\)|^\[[^\]]*\]:.*|https?://\S+")


def digits(text: str) -> str:
    """Give the digits of a text alone."""
    return re.sub(r"\D", "", text)


def allowed(rules: dict[str, Any]) -> set[str]:
    """Give every number that [numbers] of the rules knows, in digits."""
    tables = [rules.get("numbers", {}).get(table, {}) for table in TABLES]
    return {number for table in tables for numbers in table.values() for number in numbers}


@check("guide")
def check_numbers(guide: Guide) -> Iterator[Fault]:
    """Each place has exactly its numbers on urgent-signs, and only those numbers may be rung on any page."""
    yield from _rows(guide.pages.get(URGENT), guide.rules.get("numbers", {}))
    for page in guide.pages.values():
        for number, line in enumerate(page.lines, 1):
            if re.search(r"\d\d|tel:", line):
                for message in _line(line, guide.rules, page.kind == "references"):
                    yield Fault(page.shown, number, message)


def _rows(page: Page | None, rules: dict[str, Any]) -> Iterator[Fault]:
    wanted = {TABLES[table]: (table, dict(rules.get(table, {}))) for table in TABLES}
    lines, section = {}, ""
    for number, line in enumerate(page.lines if page else (), 1):
        if heading := _HEADING.match(line):
            section = heading["id"] or ""
            lines[section] = number
        elif section in wanted and (row := _ROW.match(line)):
            table, places = wanted[section]
            have = [digits(link["number"]) for link in _LINK.finditer(line)]
            want = places.pop(row["place"], None)
            where = f"{row['place']} in [numbers.{table}] of {RULES}"
            if want is None:
                mend = f"add this place with its numbers to [numbers.{table}] of {RULES}"
                yield Fault(SHOWN, number, f"{mend}: {row['place']}")
            elif have != want:
                mend = f"ring {', '.join(want) or 'no number'} here, as {where} has it"
                yield Fault(SHOWN, number, f"{mend}: {', '.join(have) or 'none'}")
    for section, (table, places) in wanted.items():
        for place in places:
            mend = f"put the row of this place back, or take it out of [numbers.{table}] of {RULES}"
            yield Fault(SHOWN, lines.get(section, 0), f"{mend}: {place}")


def _line(line: str, rules: dict[str, Any], has_numbers_of_papers: bool) -> Iterator[str]:
    only = f"only these may be rung, {', '.join(sorted(allowed(rules)))}"
    for link in _LINK.finditer(line):
        if digits(link["words"]) != digits(link["number"]):
            yield f"let a link ring the number that it says: {link[0]}"
        if link["number"] not in allowed(rules):
            yield f"{only}: {link['number']}"
        elif link["number"] not in (here := _of_places(line, rules)):
            yield f"only these may be rung there, {', '.join(sorted(here))}: {link['number']}"
    if "tel:" in _LINK.sub("", line):
        yield f"write a number to ring as [**999**](tel:999): {line.strip()}"
    line = _LINK.sub(lambda link: link["words"] if link["number"] in allowed(rules) else "", line)
    for sentence in re.split(r"(?<=[.!?])\s", _TARGETS.sub("]", line).replace("*", "")):
        here = _of_places(sentence, rules)
        for said in _SAID.finditer(re.sub(r"[\[\]]", "", sentence)):
            if digits(said["number"]) not in here:
                yield f"only these may be rung there, {', '.join(sorted(here))}: {said['number']}"
        for long in () if has_numbers_of_papers else _LONG.finditer(sentence):
            known = digits(long[0]) in allowed(rules) or _YEARS.fullmatch(long[0])
            if len(digits(long[0])) >= 7 and not known:
                yield f"print only the numbers of public advice lines: {long[0]}"


def _of_places(sentence: str, rules: dict[str, Any]) -> set[str]:
    """Give the numbers of the places that a sentence names, or of all when it names none."""
    here = set()
    for table in TABLES:
        for places, numbers in rules.get("numbers", {}).get(table, {}).items():
            if any(re.search(rf"\b{re.escape(place)}\b", sentence) for place in re.split(r" and (?:the )?", places)):
                here.update(numbers)
    return here or allowed(rules)
