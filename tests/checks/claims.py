"""The graded claims of the evidence page, and every place that repeats a grade or a count of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from .fault import Fault, check
from .guide import Guide, Page
from .references import named_links

PAGE = "evidence/index.md"
FIGURE = "docs/assets/figures/all-claims.svg"
GRADES = ("Good", "Some", "Weak", "None found")
DIRECTIONS = ("for", "against", "mixed")
_BADGE = re.compile(r'<span class="grade (?P<classes>[a-z -]+)">(?P<words>[^<]+)</span>')
_WORDS = re.compile(r"\b(?:(?:Good|Some|Weak), (?:for|against|mixed)|None found)\b")


class Claim(NamedTuple):
    """What people say: the id of the claim, its line, and the text from its heading to the next."""

    id: str
    line: int
    text: str

    @property
    def grade(self) -> str:
        """The words of its badge, or nothing."""
        badge = _BADGE.search(self.text)
        return badge["words"] if badge else ""


@cache
def claims(page: Page | None) -> list[Claim]:
    """Give every claim of the evidence page; one whose heading is not written as a claim has no id."""
    found: list[Claim] = []
    for number, line in enumerate(page.lines if page else [], start=1):
        if line.startswith("### "):
            match = re.match(r"### “[^”]+”.*\{ #(e\d+) \}", line)
            found.append(Claim(match[1] if match else "", number, line))
        elif line.startswith("## "):
            found.append(Claim("section", number, line))
        elif found:
            found[-1] = found[-1]._replace(text=f"{found[-1].text}\n{line}")
    return [one for one in found if one.id != "section"]


@check("guide")
def check_claims(guide: Guide) -> Iterator[Fault]:
    """Each claim has exactly one grade with its direction, and a source, or says that none was found and when."""
    page = guide.pages.get(PAGE)
    found = claims(page)
    for one in found:
        place = (page.shown, one.line)
        if not one.id:
            yield Fault(*place, f"write the claim as ### “what people say” {{ #e1 }}: {one.text.splitlines()[0]}")
            continue
        badges = _BADGE.findall(one.text)
        if len(badges) != 1:
            yield Fault(*place, f"give this claim exactly one grade, not {len(badges)}: {one.id}")
            continue
        if not any(name.lower() in guide.citation_names for _, name in named_links(one.text)):
            yield Fault(*place, f"cite at least one source: {one.id}")
        if one.grade == "None found" and not re.search(r"checked \d{1,2} [A-Z][a-z]+ \d{4}", one.text):
            yield Fault(*place, f"say what we looked for and when, “(checked 21 November 2026)”: {one.id}")
        if "**For you:**" not in one.text:
            yield Fault(*place, f"say after “**For you:**” what it means for the reader: {one.id}")
    numbers = Counter(one.id for one in found if one.id)
    for number in range(1, max((int(id[1:]) for id in numbers), default=0) + 1):
        if numbers[f"e{number}"] != 1:
            yield Fault(page.shown, 0, f"number the claims without a gap or a double: e{number}")


@check("page")
def check_badges(page: Page, guide: Guide) -> Iterator[Fault]:
    """A badge has the words of a grade and the classes that go with them."""
    for number, line in page.prose:
        for classes, words in _BADGE.findall(line):
            grade, _, direction = words.partition(", ")
            if grade not in GRADES or (grade == "None found") == bool(direction) or direction not in ("", *DIRECTIONS):
                said = "write Good, Some or Weak with “, for”, “, against” or “, mixed”, or “None found”"
                yield Fault(page.shown, number, f"{said}: {words}")
                continue
            wanted = f"grade--{grade.split()[0].lower()}" + (f" grade--{direction}" if direction else "")
            if classes != wanted:
                yield Fault(page.shown, number, f'the badge “{words}” needs class="grade {wanted}": {classes}')


@check("page")
def check_repeated_grades(page: Page, guide: Guide) -> Iterator[Fault]:
    """A grade that is a link to its claim is the grade of that claim."""
    grades = {one.id: one.grade for one in claims(guide.pages.get(PAGE))}
    for number, line in page.prose:
        for said, id in re.findall(r"\[([^\[\]]+)\]\([^)\s]*evidence/index\.md#(e\d+)\)", line):
            words = _WORDS.search(said)
            if words and words[0] != grades.get(id, words[0]):
                yield Fault(page.shown, number, f"claim {id} has the grade “{grades[id]}”, write this here: {words[0]}")


@check("guide")
def check_counts(guide: Guide) -> Iterator[Fault]:
    """The counts that the evidence page states are those of its claims, and the picture of all claims shows each claim
    with the words and the mark of its badge.
    """
    page, found = guide.pages.get(PAGE), [one for one in claims(guide.pages.get(PAGE)) if one.id]
    if not page:
        return
    grades = {one.id: one.grade for one in found}
    top = [one.grade for one in found if one.grade.startswith("Good")]
    ways = {way: sum(grade.endswith(f", {way}") for grade in grades.values()) for way in DIRECTIONS}
    none = list(grades.values()).count("None found")
    wanted = [
        f"{len(found)} things people say",
        f"{len(top)} of these {len(found)} claims have our top grade, "
        f"and {sum(grade.endswith('against') for grade in top)} of those {len(top)} go against",
        f"{ways['for']} of the {len(found)} claims have a grade for them, {ways['against']} have one against them, "
        f"and for {none} we found no study",
    ]
    for words in wanted:
        if words not in page.text:
            number = next((n for n, line in page.prose if re.search(re.sub(r"\d+", r"\\d+", words), line)), 0)
            yield Fault(page.shown, number, f"the claims have been counted again, write: {words}")
    svg = guide.text(FIGURE)
    rows = re.findall(r'<a href="#(e\d+)".*?<use href="#all-claims-([a-z-]+)"/>.*?<text[^>]*>([^<]+)</text></a>', svg)
    drawn = Counter(id for id, _, _ in rows)
    for id in grades:
        if drawn[id] != 1:
            yield Fault(FIGURE, 0, f"draw this claim once, not {drawn[id]} times: {id}")
    for id, mark, words in rows:
        if id not in grades:
            yield Fault(FIGURE, 0, f"remove this row, no claim on the page has the id: {id}")
            continue
        right = "none" if grades[id] == "None found" else grades[id].lower().replace(", ", "-")
        if (words, mark) != (grades[id], right):
            said = f"{id} is graded “{grades[id]}”, so it needs these words and the mark all-claims-{right}"
            yield Fault(FIGURE, 0, f"{said}: {words}, all-claims-{mark}")
    said = f"{ways['for']} claims have a grade for, {ways['against']} against, and {none} none found"
    if svg and said not in svg:
        yield Fault(FIGURE, 0, f"say in the desc of the drawing: {said}")


@check("page")
def check_numbers_in_figures(page: Page, guide: Guide) -> Iterator[Fault]:
    """Each number that a figure shows stands in the text of the page that takes it in, so that the two agree."""
    for number, line in page.prose:
        match = re.fullmatch(r'--8<-- "(assets/figures/[\w-]+\.svg)"', line.strip())
        text = " ".join(block.text for block in page.blocks) if match else ""
        for words in re.findall(r"<(?:text|tspan|desc)[^>]*>([^<]*)", guide.text(f"docs/{match[1]}") if match else ""):
            for figure in re.findall(r"(?<![\w#.])[1-9]\d*(?:[.,]\d+)*", words):
                if not re.search(rf"(?<![\d.,]){re.escape(figure)}(?![\d]|[.,]\d)", text):
                    said = f"this number stands in {match[1]} but nowhere in the text, mend one of the two"
                    yield Fault(page.shown, number, f"{said}: {figure} in “{words.strip()[:50]}”")
