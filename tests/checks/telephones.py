"""The numbers that a reader may ring: each place has its own, a link rings what it says, and no other is printed."""

import re
from collections.abc import Iterator

from .fault import Fault, Faults, check
from .guide import Guide, Page
from .signs import RULES, URGENT

SHOWN = f"docs/{URGENT}"
RING = f'--8<-- "{URGENT}:ring-emergency"'
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


@check("guide")
def check_numbers(guide: Guide) -> Faults:
    """Each place has exactly its numbers on urgent-signs, and only those numbers may be rung on any page."""
    numbers = guide.rules["numbers"]
    yield from _rows(guide.page(URGENT), numbers)
    places = [place for table in TABLES for place in numbers[table].items()]
    for page in guide.pages.values():
        for number, line in enumerate(page.lines, 1):
            if re.search(r"\d\d|tel:", line):
                for message in _line(line, places, page.kind == "references"):
                    yield Fault(page.shown, number, message)


@check("page")
def check_rings(page: Page, guide: Guide) -> Faults:
    """Each card of signs for an emergency holds the numbers to ring, taken in from urgent-signs."""
    lines = dict(page.prose)
    for number, _ in page.find(r'<div class="care care--emergency"'):
        below = range(number + 1, len(page.lines) + 1)
        card = [page.lines[at - 1] for at in below]
        card = card[: card.index("</div>")] if "</div>" in card else card
        if number in lines and page.path != URGENT and not any(RING in line for line in card):
            yield Fault(page.shown, number, f"end this card with the numbers to ring: {RING}")


def _rows(page: Page, numbers: dict[str, dict]) -> Faults:
    wanted = {section: (table, dict(numbers[table])) for table, section in TABLES.items()}
    lines, section = {}, ""
    for number, line in enumerate(page.lines, 1):
        if heading := _HEADING.match(line):
            section = heading["id"] or ""
            lines[section] = number
        elif section in wanted and (row := _ROW.match(line)):
            table, places = wanted[section]
            have = [digits(link["number"]) for link in _LINK.finditer(line)]
            want = places.pop(row["place"], None)
            if want is None:
                mend = f"add this place with its numbers to [numbers.{table}] of {RULES}"
                yield Fault(SHOWN, number, f"{mend}: {row['place']}")
            elif have != want:
                mend = f"ring {', '.join(want) or 'no number'} here, as [numbers.{table}] of {RULES} has it"
                yield Fault(SHOWN, number, f"{mend}: {', '.join(have) or 'none'}")
    for section, (table, places) in wanted.items():
        for place in places:
            mend = f"put the row of this place back, or take it out of [numbers.{table}] of {RULES}"
            yield Fault(SHOWN, lines.get(section, 0), f"{mend}: {place}")


def _line(line: str, places: list[tuple[str, list[str]]], has_numbers_of_papers: bool) -> Iterator[str]:
    known = {number for _, numbers in places for number in numbers}
    for link in _LINK.finditer(line):
        if digits(link["words"]) != digits(link["number"]):
            yield f"let a link ring the number that it says: {link[0]}"
        if link["number"] not in known:
            yield f"only these may be rung, {', '.join(sorted(known))}: {link['number']}"
        elif link["number"] not in (here := _of_places(line, places) or known):
            yield f"only these may be rung there, {', '.join(sorted(here))}: {link['number']}"
    if "tel:" in _LINK.sub("", line):
        yield f"write a number to ring as [**999**](tel:999): {line.strip()}"
    line = _LINK.sub(lambda link: link["words"] if link["number"] in known else "", line)
    for sentence in re.split(r"(?<=[.!?])\s", _TARGETS.sub("]", line).replace("*", "")):
        for said in _SAID.finditer(re.sub(r"[\[\]]", "", sentence)):
            here = _of_places(sentence, places) or known
            if digits(said["number"]) not in here:
                yield f"only these may be rung there, {', '.join(sorted(here))}: {said['number']}"
        for long in () if has_numbers_of_papers else _LONG.finditer(sentence):
            is_known = digits(long[0]) in known or _YEARS.fullmatch(long[0])
            if len(digits(long[0])) >= 7 and not is_known:
                yield f"print only the numbers of public advice lines: {long[0]}"


def _of_places(sentence: str, places: list[tuple[str, list[str]]]) -> set[str]:
    """Give the numbers of the places that a sentence names; a row may be for two, “UK and Ireland”."""
    here = set()
    for names, numbers in places:
        if any(re.search(rf"\b{re.escape(name)}\b", sentence) for name in re.split(r" and (?:the )?", names)):
            here.update(numbers)
    return here
