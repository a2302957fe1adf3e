"""The references page: its entries, the link of each that pages cite with, and that each is cited."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from functools import cache
from typing import NamedTuple

from .fault import Fault, check
from .guide import Guide, Page

PAGE = "evidence/references.md"
_HEADING = re.compile(r"^### (?P<label>.+?) \{ #(?P<id>[a-z0-9-]+) \}$")
_CHECKED = re.compile(r"^(?P<short>\S.*)\. Last checked (?P<day>\d{1,2} [A-Z][a-z]+ \d{4})\.$", re.M)
_TARGET = r"(?:[^()\s]|\([^()\s]*\))+"  # a DOI may hold brackets, in pairs
_INLINE = re.compile(r'\[(?P<label>[^\]]+)\]\([^)\s]*references\.md#(?P<id>[a-z0-9-]+)(?: "(?P<title>[^"]*)")?\)')


class Reference(NamedTuple):
    """One entry of the references page: its id, its label, its line and the text below its heading."""

    id: str
    label: str
    line: int
    text: str

    @property
    def source(self) -> str:
        """The first paragraph: authors, title, journal or publisher, year and identifiers."""
        return self.text.strip().split("\n\n")[0]

    @property
    def identifiers(self) -> list[str]:
        """What tells this source from all others: DOI, PMID, PMC number, ISBN, or address with the page to look for."""
        forms = {
            "doi": rf"\]\(https://doi\.org/({_TARGET})\)",
            "pmid": r"\]\(https://pubmed\.ncbi\.nlm\.nih\.gov/([^)\s]*?)/?\)",
            "pmc": r"\]\(https://www\.ncbi\.nlm\.nih\.gov/pmc/articles/([^)\s]*?)/?\)",
            "isbn": r"ISBN ([0-9Xx-]+)",
        }
        found = [f"{form}:{value}" for form, pattern in forms.items() for value in re.findall(pattern, self.source)]
        if not found:
            look = re.search(r"look for “([^”]+)”", self.source)
            addresses = re.findall(r"Address \[[^\]]+\]\(([^)\s]+)\)", self.source)
            found = [f"address:{url} {look[1] if look else ''}".strip() for url in addresses]
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

    @property
    def definition(self) -> str:
        """The line that lets every page cite this source."""
        return f'[{self.label}]: ../evidence/references.md#{self.id} "{self.short}"'


@cache
def entries(source: str) -> list[Reference]:
    """Give every entry of the references page, in order."""
    found: list[Reference] = []
    for number, line in enumerate(source.splitlines(), start=1):
        if match := _HEADING.match(line):
            found.append(Reference(match["id"], match["label"], number, ""))
        elif line.startswith(("## ", "--8<--")):
            found.append(Reference("", "", number, ""))
        elif found:
            found[-1] = found[-1]._replace(text=f"{found[-1].text}\n{line}")
    return [one for one in found if one.id]


def isbn_is_valid(isbn: str) -> bool:
    """An ISBN has 13 digits whose weighted sum ends in 0, or 10 whose weighted sum divides by 11 (ISO 2108)."""
    digits = isbn.replace("-", "").upper()
    if re.fullmatch(r"\d{13}", digits):
        return sum(int(digit) * (1, 3)[place % 2] for place, digit in enumerate(digits)) % 10 == 0
    if re.fullmatch(r"\d{9}[\dX]", digits):
        return sum((10 if one == "X" else int(one)) * (10 - place) for place, one in enumerate(digits)) % 11 == 0
    return False


_FORMS = {  # what each identifier must look like, and what to say when it does not
    "doi": (r"10\.\d{4,9}/\S+", "a DOI begins with 10., a number and a slash"),
    "pmid": (r"[1-9]\d{0,7}", "a PMID is one to eight digits"),
    "pmc": (r"PMC\d+", "a PMC number is PMC and digits"),
    "isbn": (r"[\dXx-]+", "an ISBN is digits and hyphens"),
    "address": (r"https://.*", "write the https address"),
}


def _one(path: str, one: Reference, guide: Guide) -> Iterator[Fault]:
    if not one.identifiers:
        yield Fault(path, one.line, f"add a DOI, a PMID, an ISBN or “Address [name](https://…)”: {one.id}")
    for identifier in one.identifiers:
        form, _, value = identifier.partition(":")
        if not re.fullmatch(_FORMS[form][0], value):
            yield Fault(path, one.line, f"{_FORMS[form][1]}: {value}")
        elif form == "isbn" and not isbn_is_valid(value):
            yield Fault(path, one.line, f"look at the digits again, the check digit of this ISBN is wrong: {value}")
    for shown, target in re.findall(rf"(?:DOI|PMID) \[([^\]]+)\]\(https://[^/]+/({_TARGET}?)/?\)", one.source):
        if shown != target:
            said = f"the identifier shown and the one linked differ ({target})"
            yield Fault(path, one.line, f"{said}: {shown}")
    if not one.year:
        yield Fault(path, one.line, f"end the journal or publisher with “, 2020.” or “, date not shown.”: {one.id}")
    elif one.year.isdigit() and not 1900 <= int(one.year) <= guide.today.year:
        yield Fault(path, one.line, f"this year cannot be: {one.year}")
    if "**What it found:** " not in one.text:
        said = "say in one or two sentences after “**What it found:**” what the source found"
        yield Fault(path, one.line, f"{said}: {one.id}")
    if one.checked is None:
        said = "end the entry with its short form and “Last checked 21 November 2026.”"
        yield Fault(path, one.line, f"{said}: {one.id}")
    elif one.checked > guide.today:
        yield Fault(path, one.line, f"last checked cannot lie in the future: {one.checked}")


@check("guide")
def check_references(guide: Guide) -> Iterator[Fault]:
    """Each entry is complete, shares no identifier, has its link among the definitions, and is cited on a page."""
    if PAGE not in guide.pages:
        return
    page, definitions, seen = guide.pages[PAGE], guide.definitions(PAGE), {}
    references = entries(page.text)
    cited = {name.lower() for other in guide.pages.values() if other is not page for _, name in named_links(other.text)}
    inline = {match["id"] for other in guide.pages.values() for match in _INLINE.finditer(other.text)}
    for one in references:
        yield from _one(page.shown, one, guide)
        for value in [*map(str.lower, one.identifiers), f"id:{one.id}", f"label:{one.label.lower()}"]:
            if (line := seen.setdefault(value, one.line)) != one.line:
                yield Fault(page.shown, one.line, f"line {line} has this too, merge the two entries: {value}")
        line, match = definitions.get(one.label.lower(), (0, None))
        if not match or match[0] != one.definition:
            there = line or page.line_of("--8<-- [end:links]")
            yield Fault(page.shown, there, f"write this line in the section of links: {one.definition}")
        if one.label.lower() not in cited and one.id not in inline:
            yield Fault(page.shown, one.line, f"cite this source on a page, or remove its entry: {one.id}")
    labels = {one.label.lower() for one in references}
    for name, (line, match) in definitions.items():
        if name not in labels:
            yield Fault(page.shown, line, f"remove this line, or add an entry with this heading: {match['name']}")


@check("page")
def check_inline_citations(page: Page, guide: Guide) -> Iterator[Fault]:
    """A citation written out in full, as home must, since the shared links are relative, says what the entry says."""
    held = {one.id: one for one in entries(guide.pages[PAGE].text)} if PAGE in guide.pages else {}
    for number, line in page.prose:
        for match in _INLINE.finditer(line):
            one = held.get(match["id"])
            if page.path != "index.md":
                yield Fault(page.shown, number, f"cite with the name alone, [{match['label']}][]: {match[0]}")
            elif one and (match["label"], match["title"]) != (one.label, one.short):
                right = f'[{one.label}](evidence/references.md#{one.id} "{one.short}")'
                yield Fault(page.shown, number, f"write the citation as {right}: {match[0]}")


def named_links(text: str) -> Iterator[tuple[str, str]]:
    """Give the words and the name of each link of the form [words][name] or [name][]."""
    for match in re.finditer(r"\[([^\[\]]+)\]\[([^\[\]]*)\]", text):
        yield match[1], match[2] or match[1]
