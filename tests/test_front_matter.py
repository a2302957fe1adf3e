"""The front matter of every page, and the check itself on bad input."""

from datetime import date

import pytest
from mkdocs.utils.yaml import yaml_load

from .checks.fault import report
from .checks.front_matter import KEYS, check_bytes, check_due, check_front_matter, read
from .project import CONFIG, DOCS, ROOT, markdown_pages

ARTICLES = ("pt-or-sports-massage", "are-they-the-same")
TODAY = date(2026, 11, 21)
GOOD = {
    "title": "Sciatica",
    "description": "What to do about nerve pain down the leg, and whether massage can be added.",
    "kind": "problem",
    "first_stop": "home-care",
    "reviewed": "2026-11-21",
    "next_review": "2027-05-21",
    "adapted_from": "[are-they-the-same]",
}


def page(**changes) -> str:
    """A page with good front matter, some keys changed; None leaves a key out."""
    keys = {**GOOD, **changes}
    return "---\n" + "".join(f"{key}: {value}\n" for key, value in keys.items() if value is not None) + "---\n\n# Heading\n"


def faults(source: str) -> str:
    return report(check_front_matter("docs/x.md", source, ARTICLES, TODAY))


@pytest.mark.parametrize("path", markdown_pages())
def test_each_page_follows_the_schema(path):
    raw = (DOCS / path).read_bytes()
    found = report(check_bytes(f"docs/{path}", raw))
    if not found:
        with CONFIG.open(encoding="utf-8") as file:
            articles = yaml_load(file)["extra"]["articles"]
        found = report(check_front_matter(f"docs/{path}", raw.decode("utf-8"), articles, date.today()))
    assert not found, f"\n{found}\nEach key is explained in .github/CONTRIBUTING.md."


def test_each_key_is_documented():
    text = (ROOT / ".github" / "CONTRIBUTING.md").read_text(encoding="utf-8")
    missing = [key for key in KEYS if f"`{key}`" not in text]
    assert not missing, f"explain these keys in .github/CONTRIBUTING.md: {missing}"


def test_good_front_matter_passes():
    assert not faults(page())
    assert not faults(page(kind="about", first_stop=None, adapted_from="[]"))
    assert not faults(page(kind="chooser", first_stop=None, hide="[toc]", search="{boost: 4}"))
    assert not faults(page(title='"What now?"', reviewed="2026-05-30", next_review="2026-11-22"))


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("", "docs/x.md:1: begin the file with front matter between two lines --- on line 1: "),
        ("# Sciatica\n", "docs/x.md:1: begin the file with front matter between two lines --- on line 1: # Sciatica"),
        ("\n---\ntitle: x\n---\n", "docs/x.md:2: begin the file with front matter between two lines --- on line 1: ---"),
        ("Note: read this first\n", "docs/x.md:1: put a line --- above this line and one below the last key, or the line vanishes from the page: Note: read this first"),
        ("---\ntitle: x\n\n# Heading\n", "docs/x.md:1: close the front matter with a second line --- below the last key: ---"),
        ("---\n---\n", "docs/x.md:2: write keys with values, such as “title: Sciatica”, between the lines ---: nothing"),
        ("---\n- title\n- kind\n---\n", "docs/x.md:2: write keys with values, such as “title: Sciatica”, between the lines ---: - title\n- kind"),
        ("---\njust words\n---\n", "docs/x.md:2: write keys with values, such as “title: Sciatica”, between the lines ---: just words"),
        (page(title='"Sciatica'), "docs/x.md:8: mend the YAML (found unexpected end of stream): adapted_from: [are-they-the-same]"),
        (page(title="Back: pain"), "docs/x.md:2: mend the YAML (mapping values are not allowed here): title: Back: pain"),
        (page(kind="\tproblem"), "docs/x.md:4: mend the YAML (found character '\\t' that cannot start any token): kind: \tproblem"),
        (page().replace("kind: problem\n", "kind: problem\ntitle: Again\n"), "docs/x.md:5: keep one of the two values; this key stands on line 2 already: title"),
        (page(revieved="2026-11-21"), "docs/x.md:9: this key is unknown, write “reviewed” or remove it: revieved"),
        (page(colour="red"), "docs/x.md:9: this key is unknown, use only title, description, kind, first_stop, reviewed, next_review, adapted_from, hide, search or remove it: colour"),
        (page(title=""), "docs/x.md:2: give this key a value, for example “title: Sore after exercise”: title"),
        (page(title='"  "'), "docs/x.md:2: give this key a value, for example “title: Sore after exercise”: title"),
        (page(title=None), "docs/x.md:1: add this key, for example “title: Sore after exercise”: title"),
        (page(next_review=None), "docs/x.md:1: add this key, for example “next_review: 2027-05-21”: next_review"),
        (page(title="12"), "docs/x.md:2: title holds text, not a number; write for example “title: Sore after exercise”: 12"),
        (page(title="[a, b]"), "docs/x.md:2: title holds text, not list; write for example “title: Sore after exercise”: list"),
        (page(title="yes"), "docs/x.md:2: title holds text, not true or false; write for example “title: Sore after exercise”: yes"),
        (page(adapted_from="are-they-the-same"), "docs/x.md:8: adapted_from holds list, not text; write for example “adapted_from: [are-they-the-same]”: are-they-the-same"),
        (page(adapted_from="[1]"), "docs/x.md:8: each entry of adapted_from is one word of text: 1"),
        (page(adapted_from="[a-third]"), "docs/x.md:8: adapted_from may name only pt-or-sports-massage, are-they-the-same: a-third"),
        (page(adapted_from="[are-they-the-same, are-they-the-same]"), "docs/x.md:8: name this once in adapted_from: are-they-the-same"),
        (page(hide="[search]"), "docs/x.md:9: hide may name only navigation, toc: search"),
        (page(search="{boost: 4, exclude: true}"), "docs/x.md:9: search holds boost, a number above 0 and up to 10; write for example “search: {boost: 4}”: exclude: true"),
        (page(search="{boost: 40}"), "docs/x.md:9: search holds boost, a number above 0 and up to 10; write for example “search: {boost: 4}”: boost: 40"),
        (page(search="high"), "docs/x.md:9: search holds a mapping, not text; write for example “search: {boost: 4}”: high"),
        (page(kind="blog"), "docs/x.md:4: kind is one of home, chooser, safety, comparison, therapy, index, problem, booking, evidence, references, about: blog"),
        (page(first_stop="surgery"), "docs/x.md:5: first_stop is one of home-care, physiotherapist, massage, treating-team: surgery"),
        (page(first_stop=None), "docs/x.md:1: a page of kind problem needs this key, for example “first_stop: home-care”: first_stop"),
        (page(kind="about"), "docs/x.md:5: only a page of kind problem has this key; remove it: first_stop"),
        (page(reviewed="2026-02-30"), "docs/x.md:6: write a day that exists, as year-month-day in digits, for reviewed: 2026-02-30"),
        (page(reviewed="2026-11-22"), "docs/x.md:6: reviewed is the day of the last whole review, so it cannot lie in the future: 2026-11-22"),
        (page(reviewed='"2026-11-21"'), "docs/x.md:6: write the date of reviewed without quotation marks: 2026-11-21"),
        (page(reviewed="21 November 2026"), "docs/x.md:6: reviewed holds date, not text; write for example “reviewed: 2026-11-21”: 21 November 2026"),
        (page(reviewed="2026-11-21 10:00:00"), "docs/x.md:6: write a day that exists, as year-month-day in digits, for reviewed: 2026-11-21 10:00:00"),
        (page(next_review="2026-11-21"), "docs/x.md:7: next_review comes after reviewed (2026-11-21): 2026-11-21"),
        (page(next_review="2026-01-01"), "docs/x.md:7: next_review comes after reviewed (2026-11-21): 2026-01-01"),
        (page(next_review="2028-01-01"), "docs/x.md:7: plan next_review at most 184 days after reviewed (2026-11-21): 2028-01-01"),
        (page(description="Too short."), "docs/x.md:3: write 50 to 160 characters for description, not 10: Too short."),
        (page(description="w" * 161), f"docs/x.md:3: write 50 to 160 characters for description, not 161: {'w' * 161}"),
        (page(description="'What to do about “nerve” pain & tingling down the leg, at home.'"), "docs/x.md:3: leave this character out of description, it breaks the tag in the page's head: '&'"),
        (page(description="'What to do about \"nerve\" pain that runs down the leg, at home.'"), "docs/x.md:3: leave this character out of description, it breaks the tag in the page's head: '\"'"),
        (page(description="What to do about nerve pain <b>down</b> the leg, at home now."), "docs/x.md:3: leave this character out of description, it breaks the tag in the page's head: '<'"),
    ],
)
def test_bad_front_matter_gets_one_clear_message(source, message):
    assert faults(source) == message


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"\xef\xbb\xbf---\ntitle: x\n", "docs/x.md:1: save the file as UTF-8 without a byte-order mark: 0xefbb"),
        (b"\xff\xfe-\x00", "docs/x.md:1: save the file as UTF-8 without a byte-order mark: 0xfffe"),
        (b"---\ntitle: x\n---\ncaf\xe9\n", "docs/x.md:4: save the file as UTF-8; this byte is not: 0xe9"),
    ],
)
def test_bytes_that_are_not_plain_utf8_get_one_clear_message(raw, message):
    assert report(check_bytes("docs/x.md", raw)) == message


def test_utf8_passes():
    assert not report(check_bytes("docs/x.md", "café\n".encode()))


def test_a_review_that_is_due_is_reported():
    assert not report(check_due("docs/x.md", read(page()), date(2027, 5, 21)))
    assert report(check_due("docs/x.md", read(page()), date(2027, 5, 22))) == (
        "docs/x.md: review the whole page, then set reviewed and next_review; it was due on: 2027-05-21"
    )
