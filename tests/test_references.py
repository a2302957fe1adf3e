"""The references, the citations and the graded claims, and the checks themselves on bad input."""

from datetime import date

import pytest

from .checks.fault import report
from .checks.references import (
    PAGE,
    Citation,
    check_all_are_cited,
    check_citation,
    check_claims,
    check_figure,
    check_identifiers_are_unique,
    check_reference,
    citations,
    claim_grades,
    entries,
    isbn_is_valid,
)
from .project import DOCS, markdown_pages

TODAY = date(2026, 11, 21)
EVIDENCE = "evidence/index.md"


@pytest.fixture(scope="module")
def references(sources):
    """Every entry of the references page by its id."""
    return {reference.id: reference for reference in entries(sources[PAGE])}


def test_each_reference_is_complete(sources, references):
    assert references
    found = report(fault for reference in references.values() for fault in check_reference(f"docs/{PAGE}", reference, date.today()))
    assert not found, f"\n{found}"


def test_no_two_references_share_an_identifier(sources):
    found = report(check_identifiers_are_unique(f"docs/{PAGE}", entries(sources[PAGE])))
    assert not found, f"\n{found}"


@pytest.mark.parametrize("path", [page for page in markdown_pages() if page != PAGE])
def test_each_citation_leads_to_its_reference(path, sources, references):
    found = report(fault for one in citations(f"docs/{path}", sources[path]) for fault in check_citation(one, references))
    assert not found, f"\n{found}"


def test_each_reference_is_cited(sources, references):
    cited = {one.id for path, text in sources.items() if path != PAGE for one in citations(path, text)}
    found = report(check_all_are_cited(f"docs/{PAGE}", list(references.values()), cited))
    assert not found, f"\n{found}"


def test_the_number_of_references_printed_is_the_number_there(sources, references):
    assert f"These are the {len(references)} sources" in sources[PAGE], f"write the number of sources in the In short box: {len(references)}"


def test_each_claim_has_one_grade_and_a_source(sources):
    found = report(check_claims(f"docs/{EVIDENCE}", sources[EVIDENCE]))
    assert not found, f"\n{found}"
    assert len(claim_grades(sources[EVIDENCE])) == 25


GOOD = """## Reviews

### Davis 2020 { #davis-2020 }

Davis HL, Alabed S. *Effect of massage*. BMJ Open Sport 6(1):e1, 2020. DOI [10.1136/x](https://doi.org/10.1136/x).

**What it found:** No gain in speed.

Systematic review in BMJ Open Sport, 2020. Last checked 21 November 2026.
"""


def reference_faults(text: str) -> str:
    return report(check_reference("r.md", entries(text)[0], TODAY))


def test_a_good_reference_passes():
    assert not reference_faults(GOOD)
    assert not reference_faults(GOOD.replace("DOI [10.1136/x](https://doi.org/10.1136/x)", "ISBN 978-92-4-008178-9"))
    assert not reference_faults(GOOD.replace("DOI [10.1136/x](https://doi.org/10.1136/x)", "PMID [21147413](https://pubmed.ncbi.nlm.nih.gov/21147413/)"))
    assert not reference_faults(GOOD.replace("2020. DOI [10.1136/x](https://doi.org/10.1136/x)", "date not shown. Address [nhs.uk](https://www.nhs.uk/), look for “Back pain”"))


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (" DOI [10.1136/x](https://doi.org/10.1136/x).", "", "add a DOI, a PMID, an ISBN or “Address [name](https://…)”: davis-2020\nr.md:3: end the journal or publisher with “, 2020.” or “, date not shown.”: davis-2020"),
        ("DOI [10.1136/x](https://doi.org/10.1136/x)", "DOI [1136/x](https://doi.org/1136/x)", "a DOI begins with 10., a number and a slash: 1136/x"),
        ("DOI [10.1136/x]", "DOI [10.1136/y]", "the identifier shown and the one linked differ (10.1136/x): 10.1136/y"),
        ("DOI [10.1136/x](https://doi.org/10.1136/x)", "PMID [0123](https://pubmed.ncbi.nlm.nih.gov/0123/)", "a PMID is one to eight digits: 0123"),
        ("DOI [10.1136/x](https://doi.org/10.1136/x)", "ISBN 978-92-4-008178-8", "look at the digits again, the check digit of this ISBN is wrong: 978-92-4-008178-8"),
        ("DOI [10.1136/x](https://doi.org/10.1136/x)", "Address [nhs.uk](http://www.nhs.uk/)", "write the https address: http://www.nhs.uk/"),
        (", 2020. DOI", ". DOI", "end the journal or publisher with “, 2020.” or “, date not shown.”: davis-2020"),
        (", 2020. DOI", ", 2120. DOI", "this year cannot be: 2120"),
        ("**What it found:** ", "", "say in one or two sentences after “**What it found:**” what the source found: davis-2020"),
        (" Last checked 21 November 2026.", "", "end the entry with its short form and “Last checked 21 November 2026.”: davis-2020"),
        ("21 November 2026", "31 November 2026", "end the entry with its short form and “Last checked 21 November 2026.”: davis-2020"),
        ("21 November 2026", "22 November 2026", "last checked cannot lie in the future: 2026-11-22"),
    ],
)
def test_a_bad_reference_gets_a_clear_message(old, new, message):
    assert old in GOOD
    assert reference_faults(GOOD.replace(old, new)) == f"r.md:3: {message}"


def test_shared_identifiers_are_refused():
    twice = GOOD + GOOD.replace("davis-2020", "davis-2021").replace("Davis 2020", "Davis 2021").replace("10.1136/x", "10.1136/X")
    assert report(check_identifiers_are_unique("r.md", entries(twice))) == "r.md:12: davis-2020 has this too, merge the two entries: doi:10.1136/x"


def test_pages_of_one_publisher_differ_by_the_page_to_look_for():
    page = GOOD.replace("DOI [10.1136/x](https://doi.org/10.1136/x)", "Address [nhs.uk](https://www.nhs.uk/), look for “Back pain”")
    other = page.replace("Back pain", "Neck pain").replace("davis-2020", "b").replace("Davis 2020", "B")
    assert not report(check_identifiers_are_unique("r.md", entries(page + other)))


def test_citations_are_held_to_their_reference():
    held = {one.id: one for one in entries(GOOD)}
    right = citations("p.md", 'Text. [Davis 2020](../evidence/references.md#davis-2020 "Systematic review in BMJ Open Sport, 2020")')
    assert [one.id for one in right] == ["davis-2020"] and not report(check_citation(right[0], held))
    assert report(check_citation(Citation("p.md", 3, "davis-2019", "Davis 2019", ""), held)) == (
        "p.md:3: add this source to docs/evidence/references.md, or cite one that stands there: davis-2019"
    )
    assert report(check_citation(Citation("p.md", 3, "davis-2020", "Davis", "Review"), held)) == (
        'p.md:3: write the citation as [Davis 2020](…references.md#davis-2020 "Systematic review in BMJ Open Sport, 2020"): [Davis] “Review”'
    )


def test_a_reference_that_nothing_cites_is_refused():
    assert report(check_all_are_cited("r.md", entries(GOOD), set())) == "r.md:3: cite this source on a page, or remove its entry: davis-2020"


@pytest.mark.parametrize(("isbn", "valid"), [("978-92-4-008178-9", True), ("9789240081789", True), ("978-92-4-008178-0", False), ("0-306-40615-2", True), ("0-8044-2957-X", True), ("0-306-40615-3", False), ("12345", False)])
def test_isbn_check_digits(isbn, valid):
    assert isbn_is_valid(isbn) is valid


CLAIM = """## Soreness

### “Massage eases soreness” { #e1 }

<span class="grade grade--some grade--for">Some, for</span> **Probably.**

It was lower. [Davis 2020](references.md#davis-2020 "x")

**For you:** A fair reason.
"""


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("### “Massage eases soreness” { #e1 }", "### Massage eases soreness", "e.md:3: write the claim as ### “what people say” { #e1 }: ### Massage eases soreness"),
        ('<span class="grade grade--some grade--for">Some, for</span> ', "", "e.md:3: give this claim exactly one grade, not 0: e1"),
        (">Some, for<", ">Strong, for<", "e.md:3: write Good, Some or Weak with “, for”, “, against” or “, mixed”, or “None found”: Strong, for"),
        (">Some, for<", ">Some<", "e.md:3: write Good, Some or Weak with “, for”, “, against” or “, mixed”, or “None found”: Some"),
        (">Some, for<", ">Weak, against<", 'e.md:3: the badge “Weak, against” needs class="grade grade--weak grade--against": grade--some grade--for'),
        (' [Davis 2020](references.md#davis-2020 "x")', "", "e.md:3: cite at least one source: e1"),
        ('grade--some grade--for">Some, for', 'grade--none">None found', "e.md:3: say what we looked for and when, “(checked 21 November 2026)”: e1"),
        ("**For you:**", "For you:", "e.md:3: say after “**For you:**” what it means for the reader: e1"),
        ("#e1 }", "#e2 }", "e.md: number the claims without a gap or a double: e1"),
    ],
)
def test_a_bad_claim_gets_a_clear_message(old, new, message):
    assert not report(check_claims("e.md", CLAIM))
    assert old in CLAIM
    assert report(check_claims("e.md", CLAIM.replace(old, new))) == message


def test_the_picture_shows_each_claim_with_its_grade(sources):
    path = "assets/figures/all-claims.svg"
    found = report(check_figure(f"docs/{path}", (DOCS / path).read_text(encoding="utf-8"), claim_grades(sources[EVIDENCE])))
    assert not found, f"\n{found}"


def test_a_picture_that_says_something_else_is_refused():
    def row(id: str, mark: str, words: str) -> str:
        return f'<a href="#{id}"><use href="#all-claims-{mark}"/><text>x</text><text>{words}</text></a>'

    grades = {"e1": "Some, for", "e2": "None found", "e3": "Weak, against"}
    said = "<desc>1 claims have a grade for, 1 against, and 1 none found</desc>"
    good = said + row("e1", "some-for", "Some, for") + row("e2", "none", "None found") + row("e3", "weak-against", "Weak, against")
    assert not report(check_figure("f.svg", good, grades))
    bad = row("e1", "good-for", "Some, for") + row("e2", "none", "None found") + row("e9", "none", "None found")
    assert report(check_figure("f.svg", bad, grades)).splitlines() == [
        "f.svg: draw this claim once, not 0 times: e3",
        "f.svg: e1 is graded “Some, for”, so it needs these words and the mark all-claims-some-for: Some, for, all-claims-good-for",
        "f.svg: remove this row, no claim on the page has the id: e9",
        "f.svg: say in the desc of the drawing: 1 claims have a grade for, 1 against, and 1 none found",
    ]
