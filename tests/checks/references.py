"""The references page: its entries, the link of each that pages cite with, and that each is cited."""

import re
import unicodedata
from datetime import date, datetime
from itertools import pairwise

from .fault import Fault, Faults, check
from .guide import REFERENCES, Entry, Guide, Page
from .links import WRITTEN_OUT, named

_CHECKED = re.compile(r"^(?P<short>\S.*)\. Last checked (?P<day>\d{1,2} [A-Z][a-z]+ \d{4})\.$", re.M)
_OFFICIAL = re.compile(r"(?P<kind>Official pages?): (?P<publisher>.*?)(?P<year>, \d{4})?")
_TARGET = r"(?:[^()\s]|\([^()\s]*\))+"  # a DOI may hold brackets, in pairs
_IDENTIFIERS = {
    "doi": rf"\]\(https://doi\.org/({_TARGET})\)",
    "pmid": r"\]\(https://pubmed\.ncbi\.nlm\.nih\.gov/([^)\s]*?)/?\)",
    "pmc": r"\]\(https://www\.ncbi\.nlm\.nih\.gov/pmc/articles/([^)\s]*?)/?\)",
    "isbn": r"ISBN ([0-9Xx-]+)",
}
_ADDRESS = r"Address \[[^\]]+\]\(([^)\s]+)\)(?:, look for “([^”]+)”)?"  # on a page with many findings, what to look for


class Reference(Entry):
    """One entry of the references page."""

    @property
    def source(self) -> str:
        """The first paragraph: authors, title, journal or publisher, year and identifiers."""
        return self.text.strip().split("\n\n")[0]

    @property
    def identifiers(self) -> list[str]:
        """What tells this source from all others: DOI, PMID, PMC number, ISBN, or address with the page to look for."""
        found = [f"{form}:{one}" for form, pattern in _IDENTIFIERS.items() for one in re.findall(pattern, self.source)]
        return found or [f"address:{' '.join(parts)}" for parts in re.findall(_ADDRESS, self.source)]

    @property
    def short(self) -> str:
        """What a citation shows on hover: kind of source, journal or publisher, and year; none that its name says."""
        match = _CHECKED.search(self.text)
        short = match["short"] if match else ""
        official = _OFFICIAL.fullmatch(short)
        if official and ":" in self.label and self.label.split()[0].rstrip(":") in official["publisher"]:
            return official["kind"] + (official["year"] or "")
        return short

    @property
    def definition(self) -> str:
        """The line that lets every page cite this source."""
        return f'[{self.label}]: ../{REFERENCES}#{self.id} "{self.short}"'


def isbn_is_valid(isbn: str) -> bool:
    """An ISBN has 13 digits whose weighted sum ends in 0, or 10 whose weighted sum divides by 11 (ISO 2108)."""
    digits = isbn.replace("-", "").upper()
    if re.fullmatch(r"\d{13}", digits):
        return sum(int(digit) * (1, 3)[place % 2] for place, digit in enumerate(digits)) % 10 == 0
    if re.fullmatch(r"\d{9}[\dX]", digits):
        return sum((10 if one == "X" else int(one)) * (10 - place) for place, one in enumerate(digits)) % 11 == 0
    return False


def day(text: str) -> date | None:
    """Give the day that a text such as 21 November 2026 names, or None when there is no such day."""
    try:
        return datetime.strptime(text, "%d %B %Y").date()
    except ValueError:
        return None


def _one(path: str, one: Reference, today: date) -> Faults:
    for shown, target in re.findall(rf"(?:DOI|PMID) \[([^\]]+)\]\(https://[^/]+/({_TARGET}?)/?\)", one.source):
        if shown != target:
            yield Fault(path, one.line, f"the identifier shown and the one linked differ ({target}): {shown}")
    authors = one.source.split(". *")[0].split(", ")
    if len(authors) > 4 and "et al." not in f"{authors[3]}." and not authors[-1].startswith("for "):
        yield Fault(path, one.line, f"name three authors and et al., as the other entries do: {', '.join(authors)}")
    for isbn in re.findall(_IDENTIFIERS["isbn"], one.source):
        if not isbn_is_valid(isbn):
            yield Fault(path, one.line, f"look at the digits again, the check digit of this ISBN is wrong: {isbn}")
    for year in re.findall(r", (\d{4})\. (?:DOI|PMID|ISBN|Address|\[PMC)", one.source):
        if not 1900 <= int(year) <= today.year:
            yield Fault(path, one.line, f"this year cannot be: {year}")
    said = re.findall(r", (\d{4})\. (?:DOI|PMID|ISBN|Address|\[PMC)", one.source)
    for year in re.findall(r", (\d{4})$", one.short) + re.findall(r" (\d{4})[a-z]?$", one.label):
        if said and year not in one.source:
            mend = f"let the name, the source and the short form say one year, {said[0]} or this one"
            yield Fault(path, one.line, f"{mend}: {year}")
    if one.short == one.label:
        mend = "end the entry with its kind and place, such as “Trial in BMJ, 2020.”, not with its name"
        yield Fault(path, one.line, f"{mend}: {one.short}")
    for _, checked in _CHECKED.findall(one.text):
        if (day(checked) or date.max) > today:
            yield Fault(path, one.line, f"write the day on which you last checked this, none in the future: {checked}")


@check("guide")
def check_references(guide: Guide) -> Faults:
    """Each entry is right, shares no identifier, has its link among the definitions, and is cited on a page."""
    page, seen = guide.page(REFERENCES), {}
    references = [Reference(*one) for one in page.entries]
    others = [other.text for other in guide.pages.values() if other is not page]
    cited = set().union(*map(named, others))
    inline = {match["id"] for text in others for match in WRITTEN_OUT.finditer(text)}
    for one in references:
        yield from _one(page.shown, one, guide.today)
        for value in [*map(str.lower, one.identifiers), f"id:{one.id}", f"label:{one.label.lower()}"]:
            if (line := seen.setdefault(value, one.line)) != one.line:
                yield Fault(page.shown, one.line, f"line {line} has this too, merge the two entries: {value}")
        if one.label.lower() not in cited and one.id not in inline:
            yield Fault(page.shown, one.line, f"cite this source on a page, or remove its entry: {one.id}")
    for section in re.split(r"^## ", page.text, flags=re.M):
        names = re.findall(r"^### (.+?) \{", section, re.M)
        for name, after in pairwise(names):
            if _order(after) < _order(name):
                line = page.line_of(f"### {after} {{")
                yield Fault(
                    page.shown, line, f"keep each section in the order of the alphabet, put this above {name}: {after}"
                )
    yield from check_definitions(page, {one.label.lower(): one.definition for one in references})


def _order(name: str) -> str:
    return re.sub(r"[^a-z0-9 ]", "", unicodedata.normalize("NFD", name.lower().replace("ø", "o")))


def check_definitions(page: Page, wanted: dict[str, str]) -> Faults:
    """The section of links holds the wanted lines, each below its name in lower case, and no others."""
    for name, line in wanted.items():
        there, match = page.definitions.get(name, (0, None))
        if line and (not match or match[0] != line):
            mend = "write this line in place of the one that is there" if there else "write this line among the links"
            yield Fault(page.shown, there or page.line_of("--8<-- [end:links]"), f"{mend}: {line}")
    for name, (line, match) in page.definitions.items():
        if name not in wanted:
            yield Fault(page.shown, line, f"remove this line, or add an entry for it: {match['name']}")
