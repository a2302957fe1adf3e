"""Titles, headings, pictures, ids and the review box of every built page, and the checks themselves on bad input."""

import pytest

from .checks.built import Page
from .checks.fault import report
from .checks.front_matter import read
from .checks.pages import check_headings, check_ids, check_pictures, check_review_box, check_unique_heads
from .project import built_path, markdown_pages

URL = "https://example.org/x/"


def page(html: str, path: str = "x/index.html") -> Page:
    return Page(path, html, URL)


@pytest.mark.parametrize("path", [*(built_path(name) for name in markdown_pages()), "404.html"])
def test_each_page_is_well_made(site, path):
    found = report([*check_headings(site.pages[path]), *check_pictures(site.pages[path]), *check_ids(site.pages[path])])
    assert not found, f"\n{found}"


@pytest.mark.parametrize("name", markdown_pages())
def test_each_page_shows_its_front_matter(site, sources, name):
    built, meta = site.pages[built_path(name)], read(sources.get(name, ""))
    if not {"title", "description", "reviewed", "next_review", "adapted_from"} <= set(meta):
        pytest.skip("the front matter has faults: see test_front_matter.py")
    found = report(check_review_box(built, meta))
    assert not found, f"\n{found}"
    assert built.soup.find("meta", attrs={"name": "description"})["content"] == meta["description"]
    assert meta["title"] in built.soup.title.get_text() or name == "index.md"


def test_no_two_pages_share_a_title_or_a_description(site):
    found = report(check_unique_heads(site.pages.values()))
    assert not found, f"\n{found}"


def test_shared_and_missing_heads_are_refused():
    head = "<title>Same</title><meta name='description' content='Also the same'>"
    assert report(check_unique_heads([page(head, "a.html"), page(head, "b.html")])) == (
        "b.html: write another description, a.html has this one too: Also the same\n"
        "b.html: write another title, a.html has this one too: Same"
    )
    assert report(check_unique_heads([page("", "a.html")])) == (
        "a.html: give the page a title in its front matter: title\n"
        "a.html: the page's head needs exactly one description, not 0: description"
    )


@pytest.mark.parametrize(
    ("html", "message"),
    [
        ("<h2>x</h2>", "x/index.html: write exactly one heading with a single #, not 0: h1\nx/index.html:1: use h1 here, no level may be skipped: h2 x"),
        ("<h1>a</h1>\n<h1>b</h1>", "x/index.html:2: write exactly one heading with a single #, not 2: h1"),
        ("<h1>a</h1>\n<h3>b</h3>", "x/index.html:2: use h2 here, no level may be skipped: h3 b"),
        ("<h1>a</h1>\n<h2></h2>", "x/index.html:2: write words in this heading or remove it: h2"),
    ],
)
def test_bad_headings_are_refused(html, message):
    assert report(check_headings(page(html))) == message


@pytest.mark.parametrize(
    ("html", "message"),
    [
        ("<img src='a.png'>", "say in the alternative text what the picture shows: a.png"),
        ("<img src='a.png' alt=' '>", "say in the alternative text what the picture shows: a.png"),
        ("<img src='a.png' alt='Image of a knee'>", "begin with what it shows, readers know that it is a picture: Image of a knee"),
        (f"<img src='a.png' alt='{'k' * 151}'>", f"keep alternative text to 150 characters, say more in the page: {'k' * 151}"),
        ("<svg></svg>", "give this drawing a title and a desc, it has only: neither"),
        ("<svg><title>Knee</title></svg>", "give this drawing a title and a desc, it has only: title"),
    ],
)
def test_pictures_without_words_are_refused(html, message):
    assert report(check_pictures(page(html))) == f"x/index.html:1: {message}"


def test_pictures_with_words_pass():
    assert not report(check_pictures(page("<img alt='A knee'><svg><title>Knee</title><desc>Bent.</desc></svg><svg aria-hidden='true'></svg>")))


def test_an_id_that_stands_twice_is_refused():
    assert report(check_ids(page("<p id='a'></p>\n<p id='a'></p>"))) == (
        "x/index.html:2: give this element another id, it stands on the page already: a"
    )


def test_a_review_box_that_says_less_is_refused():
    meta = {"reviewed": "2026-11-21", "next_review": "2027-05-21", "adapted_from": ["are-they-the-same"]}
    assert report(check_review_box(page("<p></p>"), meta)) == (
        "x/index.html: the page has no review box; overrides/main.html adds it from the front matter: review"
    )
    box = "<section class='review'><time datetime='2026-11-21'></time></section>"
    assert report(check_review_box(page(box), meta)).splitlines() == [
        "x/index.html:1: the review box must name each article of adapted_from: ['are-they-the-same']",
        "x/index.html:1: the review box must say this: Neither physiotherapy nor massage",
        "x/index.html:1: the review box must say this: Not reviewed by a clinician",
        "x/index.html:1: the review box must show reviewed and next_review of the front matter: ['2026-11-21']",
    ]
