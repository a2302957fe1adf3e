"""The references page, the citations that lead to it, and the graded claims of the evidence page."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import NamedTuple

from .fault import Fault

PAGE = "evidence/references.md"
GRADES = ("Good", "Some", "Weak", "None found")
DIRECTIONS = ("for", "against", "mixed")
_HEADING = re.compile(r"^### (?P<label>.+?) \{ #(?P<id>[a-z0-9-]+) \}$")
_CITATION = re.compile(r'\[(?P<label>[^\]]+)\]\((?P<target>[^)\s]*references\.md)?#(?P<id>[a-z0-9-]+)(?: "(?P<title>[^"]*)")?\)')
_CHECKED = re.compile(r"^(?P<short>\S.*)\. Last checked (?P<day>\d{1,2} [A-Z][a-z]+ \d{4})\.$", re.MULTILINE)
_TARGET = r"(?:[^()\s]|\([^()\s]*\))+"  # a DOI may hold brackets, in pairs
_BADGE = re.compile(r'<span class="grade (?P<classes>[a-z -]+)">(?P<words>[^<]+)</span>')


class Reference(NamedTuple):
    """One entry of the references page: where it stands, its label, and the text below its heading."""

    id: str
    label: str
    line: int
    group: str
    text: str

    @property
    def source(self) -> str:
        """The first paragraph: authors, title, journal or publisher, year and identifiers."""
        return self.text.strip().split("\n\n")[0]

    @property
    def identifiers(self) -> list[str]:
        """What tells this source from all others: DOI, PMID, PMC number, ISBN, or the address with the page to look for."""
        found = [f"doi:{doi.lower()}" for doi in re.findall(rf"\]\(https://doi\.org/({_TARGET})\)", self.source)]
        found += [f"pmid:{number}" for number in re.findall(r"\]\(https://pubmed\.ncbi\.nlm\.nih\.gov/([^)\s]*?)/?\)", self.source)]
        found += [f"pmc:{number}" for number in re.findall(r"\]\(https://www\.ncbi\.nlm\.nih\.gov/pmc/articles/([^)\s]*?)/?\)", self.source)]
        found += [f"isbn:{number.strip()}" for number in re.findall(r"ISBN ([0-9Xx-]+)", self.source)]
        if not found:
            look = re.search(r"look for “([^”]+)”", self.source)
            found += [f"address:{url} {look[1] if look else ''}".strip() for url in re.findall(r"Address \[[^\]]+\]\(([^)\s]+)\)", self.source)]
        return found

    @property
    def year(self) -> str:
        """The year printed, or “date not shown”; empty when neither stands there."""
        match = re.search(r", (\d{4}|date not shown)\. (?:DOI|PMID|ISBN|Address|\[PMC)", self.source)
        return match[1] if match else ""

    @property
    def short(self) -> str:
        """What a citation shows on hover: kind of source, journal or publisher, and year."""
        match = _CHECKED.search(self.text)
        return match["short"] if match else ""

    @property
    def checked(self) -> date | None:
        """The day on which the source was last checked."""
        match = _CHECKED.search(self.text)
        try:
            return datetime.strptime(match["day"], "%d %B %Y").date() if match else None
        except ValueError:
            return None


class Citation(NamedTuple):
    """One link to a reference: where it stands and what it shows."""

    path: str
    line: int
    id: str
    label: str
    title: str


def entries(source: str) -> list[Reference]:
    """Give every entry of the references page, in order."""
    found: list[Reference] = []
    group, heading, start, body = "", None, 0, []

    def close() -> None:
        if heading:
            found.append(Reference(heading["id"], heading["label"], start, group_of_heading, "\n".join(body)))

    group_of_heading = ""
    for number, line in enumerate(source.splitlines(), start=1):
        if line.startswith("## "):
            close()
            heading, body, group = None, [], line.removeprefix("## ").split(" {")[0]
        elif match := _HEADING.match(line):
            close()
            heading, start, body, group_of_heading = match, number, [], group
        elif heading:
            body.append(line)
    close()
    return found


def citations(path: str, source: str) -> list[Citation]:
    """Give every citation on a page, with its line."""
    found = []
    for number, line in enumerate(source.splitlines(), start=1):
        for match in _CITATION.finditer(line):
            if match["target"]:
                found.append(Citation(path, number, match["id"], match["label"], match["title"] or ""))
    return found


def isbn_is_valid(isbn: str) -> bool:
    """An ISBN has 13 digits whose weighted sum ends in 0, or 10 whose weighted sum divides by 11 (ISO 2108)."""
    digits = isbn.replace("-", "").upper()
    if re.fullmatch(r"\d{13}", digits):
        return sum(int(digit) * (1, 3)[place % 2] for place, digit in enumerate(digits)) % 10 == 0
    if re.fullmatch(r"\d{9}[\dX]", digits):
        return sum((10 if digit == "X" else int(digit)) * (10 - place) for place, digit in enumerate(digits)) % 11 == 0
    return False


def check_reference(path: str, reference: Reference, today: date) -> Iterator[Fault]:
    """A reference has an identifier of valid form, a year, a finding, and the day it was last checked."""
    place = (path, reference.line)
    if not reference.identifiers:
        yield Fault(*place, f"add a DOI, a PMID, an ISBN or “Address [name](https://…)”: {reference.id}")
    for identifier in reference.identifiers:
        form, _, value = identifier.partition(":")
        if form == "doi" and not re.fullmatch(r"10\.\d{4,9}/\S+", value):
            yield Fault(*place, f"a DOI begins with 10., a number and a slash: {value}")
        elif form == "pmid" and not re.fullmatch(r"[1-9]\d{0,7}", value):
            yield Fault(*place, f"a PMID is one to eight digits: {value}")
        elif form == "pmc" and not re.fullmatch(r"PMC\d+", value):
            yield Fault(*place, f"a PMC number is PMC and digits: {value}")
        elif form == "isbn" and not isbn_is_valid(value):
            yield Fault(*place, f"look at the digits again, the check digit of this ISBN is wrong: {value}")
        elif form == "address" and not value.startswith("https://"):
            yield Fault(*place, f"write the https address: {value}")
    for shown, target in re.findall(rf"(?:DOI|PMID) \[([^\]]+)\]\(https://[^/]+/({_TARGET}?)/?\)", reference.source):
        if shown != target:
            yield Fault(*place, f"the identifier shown and the one linked differ ({target}): {shown}")
    if not reference.year:
        yield Fault(*place, f"end the journal or publisher with “, 2020.” or “, date not shown.”: {reference.id}")
    elif reference.year.isdigit() and not 1900 <= int(reference.year) <= today.year:
        yield Fault(*place, f"this year cannot be: {reference.year}")
    if "**What it found:** " not in reference.text:
        yield Fault(*place, f"say in one or two sentences after “**What it found:**” what the source found: {reference.id}")
    if reference.checked is None:
        yield Fault(*place, f"end the entry with its short form and “Last checked 21 November 2026.”: {reference.id}")
    elif reference.checked > today:
        yield Fault(*place, f"last checked cannot lie in the future: {reference.checked}")


def check_identifiers_are_unique(path: str, references: list[Reference]) -> Iterator[Fault]:
    """No two references share an identifier, an id or a label."""
    seen: dict[str, str] = {}
    for reference in references:
        for value in [*reference.identifiers, f"id:{reference.id}", f"label:{reference.label}"]:
            if value in seen:
                yield Fault(path, reference.line, f"{seen[value]} has this too, merge the two entries: {value}")
            seen.setdefault(value, reference.id)


def check_citation(citation: Citation, references: Mapping[str, Reference]) -> Iterator[Fault]:
    """A citation leads to a reference and shows its label, with the short form of the source as its title."""
    reference = references.get(citation.id)
    if reference is None:
        yield Fault(citation.path, citation.line, f"add this source to docs/{PAGE}, or cite one that stands there: {citation.id}")
    elif (citation.label, citation.title) != (reference.label, reference.short):
        right = f'[{reference.label}](…{PAGE.rpartition("/")[2]}#{reference.id} "{reference.short}")'
        yield Fault(citation.path, citation.line, f"write the citation as {right}: [{citation.label}] “{citation.title}”")


def check_all_are_cited(path: str, references: list[Reference], cited: set[str]) -> Iterator[Fault]:
    """Each reference is cited on at least one page."""
    for reference in references:
        if reference.id not in cited:
            yield Fault(path, reference.line, f"cite this source on a page, or remove its entry: {reference.id}")


def check_claims(path: str, source: str) -> Iterator[Fault]:
    """Each claim has exactly one grade with its direction, and a source, or says that none was found and when we looked."""
    numbers = []
    for part in re.split(r"^(?=### )", source, flags=re.MULTILINE)[1:]:
        part = re.split(r"^## ", part, flags=re.MULTILINE)[0]
        line = source[: source.index(part)].count("\n") + 1
        match = re.match(r"### “[^”]+”.*\{ #e(\d+) \}", part)
        if not match:
            yield Fault(path, line, f"write the claim as ### “what people say” {{ #e1 }}: {part.splitlines()[0]}")
            continue
        numbers.append(int(match[1]))
        badges = _BADGE.findall(part)
        if len(badges) != 1:
            yield Fault(path, line, f"give this claim exactly one grade, not {len(badges)}: e{match[1]}")
            continue
        classes, words = badges[0]
        grade, _, direction = words.partition(", ")
        if grade not in GRADES or (grade == "None found") == bool(direction) or direction and direction not in DIRECTIONS:
            yield Fault(path, line, f"write Good, Some or Weak with “, for”, “, against” or “, mixed”, or “None found”: {words}")
            continue
        wanted = f"grade--{grade.split()[0].lower()}" + (f" grade--{direction}" if direction else "")
        if classes != wanted:
            yield Fault(path, line, f"the badge “{words}” needs class=\"grade {wanted}\": {classes}")
        if not any(citation.path for citation in citations(path, part)):
            yield Fault(path, line, f"cite at least one source: e{match[1]}")
        if grade == "None found" and not re.search(r"\(?checked \d{1,2} [A-Z][a-z]+ \d{4}", part):
            yield Fault(path, line, f"say what we looked for and when, “(checked 21 November 2026)”: e{match[1]}")
        if "**For you:**" not in part:
            yield Fault(path, line, f"say after “**For you:**” what it means for the reader: e{match[1]}")
    for number in range(1, max(numbers, default=0) + 1):
        if numbers.count(number) != 1:
            yield Fault(path, 0, f"number the claims without a gap or a double: e{number}")


def claim_grades(source: str) -> dict[str, str]:
    """Give the words of each claim's badge by the claim's id."""
    found: dict[str, str] = defaultdict(str)
    for part in re.split(r"^(?=### )", source, flags=re.MULTILINE)[1:]:
        heading, badge = re.match(r"### .*\{ #(e\d+) \}", part), _BADGE.search(part)
        if heading and badge:
            found[heading[1]] = badge["words"]
    return dict(found)


def check_figure(path: str, svg: str, grades: Mapping[str, str]) -> Iterator[Fault]:
    """The picture of all claims has one row a claim, with the words and the mark of the claim's badge.

    grades maps the id of each claim to the words of its badge.
    """
    rows = re.findall(r'<a href="#(e\d+)".*?<use href="#all-claims-([a-z-]+)"/>.*?<text[^>]*>([^<]+)</text></a>', svg)
    drawn = [id for id, _, _ in rows]
    for id in grades:
        if drawn.count(id) != 1:
            yield Fault(path, 0, f"draw this claim once, not {drawn.count(id)} times: {id}")
    for id, mark, words in rows:
        if id not in grades:
            yield Fault(path, 0, f"remove this row, no claim on the page has the id: {id}")
            continue
        wanted = "none" if grades[id] == "None found" else grades[id].lower().replace(", ", "-")
        if (words, mark) != (grades[id], wanted):
            yield Fault(path, 0, f"{id} is graded “{grades[id]}”, so it needs these words and the mark all-claims-{wanted}: {words}, all-claims-{mark}")
    counts = [sum(grade.endswith(f", {way}") for grade in grades.values()) for way in ("for", "against")]
    said = f"{counts[0]} claims have a grade for, {counts[1]} against, and {list(grades.values()).count('None found')} none found"
    if said not in svg:
        yield Fault(path, 0, f"say in the desc of the drawing: {said}")
