"""What the strict build does not see in Markdown and templates, and the checks themselves on bad input."""

import pytest

from .checks.fault import report
from .checks.markdown_source import anchors, check_links_in_source, check_notes, check_raw_tags, check_targets
from .project import CONFIG, DOCS, OVERRIDES, ROOT, markdown_pages


@pytest.mark.parametrize("path", markdown_pages())
def test_each_page_hides_nothing_from_the_build(path, sources):
    if path not in sources:
        pytest.skip("the page is not UTF-8: see test_front_matter.py")
    text, shown = sources[path], f"docs/{path}"
    found = report([*check_links_in_source(shown, text), *check_raw_tags(shown, text), *check_notes(shown, text)])
    assert not found, f"\n{found}"


@pytest.mark.parametrize("path", markdown_pages())
def test_each_link_in_the_source_leads_somewhere(path, sources):
    if path not in sources:
        pytest.skip("the page is not UTF-8: see test_front_matter.py")
    files = {file.relative_to(DOCS).as_posix() for file in DOCS.rglob("*") if file.is_file() and file.suffix != ".md"}
    found = report(check_targets(path, sources[path], {page: anchors(text) for page, text in sources.items()}, files))
    assert not found, f"\n{found}"


@pytest.mark.parametrize("path", sorted(OVERRIDES.rglob("*.html")), ids=lambda path: path.name)
def test_no_template_holds_notes(path):
    found = report(check_notes(path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8"), jinja=True))
    assert not found, f"\n{found}"


def test_the_settings_hold_no_notes():
    assert not report(check_notes("mkdocs.yml", CONFIG.read_text(encoding="utf-8")))


def test_every_page_is_readable_text():
    assert list(DOCS.rglob("*.md")), "there are no pages in docs/"


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("See [the table][table].", "write the link as [words](page.md), this reference is not defined: [the table][table]"),
        ("See [the table][].", "write the link as [words](page.md), this reference is not defined: [the table][]"),
        ("See [the table]().", "give this link a target or remove it: [the table]()"),
        ("See [](index.md).", "say in the link where it goes: [](index.md)"),
        ("![](a.svg)", "say in the alternative text what the picture shows: ![](a.svg)"),
    ],
)
def test_broken_markdown_links_are_refused(line, message):
    assert report(check_links_in_source("docs/x.md", f"---\ntitle: x\n---\n\n{line}\n")) == f"docs/x.md:5: {message}"


@pytest.mark.parametrize("line", ["[the table][table]\n\n[table]: index.md", "`[a][b]` and `[a]()`", "```\n[a][b]\n```", "[ ] a box", "[a](b.md)"])
def test_good_markdown_links_pass(line):
    assert not report(check_links_in_source("docs/x.md", f"{line}\n"))


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("[x](../backpain.md)", "there is no such file, write back-pain.md or remove the link: ../backpain.md"),
        ("[x](../9.html)", "there is no such file, write another page or remove the link: ../9.html"),
        ("[x](back-pain.md#start)", "docs/problems/back-pain.md has no such section, write #start-here: back-pain.md#start"),
        ("[x](#zzzz)", "docs/problems/x.md has no such section, link to the page alone: #zzzz"),
        ("![x](../assets/knee.svg)", "there is no such file, write ../assets/hip.svg or remove the link: ../assets/knee.svg"),
    ],
)
def test_links_to_nothing_are_refused(line, message):
    pages = {"problems/back-pain.md": anchors("# Back pain\n\n## Start here\n"), "problems/x.md": anchors("# X\n")}
    assert report(check_targets("problems/x.md", f"{line}\n", pages, {"assets/hip.svg"})) == f"docs/problems/x.md:1: {message}"


def test_links_to_pages_sections_pictures_and_other_sites_pass():
    pages = {"index.md": anchors('# A {: #top }\n\n## What, now?\n\n<div id="box"></div>\n\n### B { #b tabindex="-1" }\n')}
    text = '[a](index.md) [b](#what-now) [c](#top "t") [d](#box) [e](#b) [f](https://x.example/a) [g](tel:999) ![h](assets/h.svg)\n'
    assert not report(check_targets("index.md", text, pages, {"assets/h.svg"}))


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("<a href='x/'>x</a>", "write this as [words](page.md): <a href='x/'>"),
        ("<img src='x.png'>", "write this as ![alternative text](picture.svg): <img src='x.png'>"),
        ("<script>", "leave this tag out of a page: <script>"),
        ("<iframe src='x'>", "leave this tag out of a page: <iframe src='x'>"),
        ("<style>", "leave this tag out of a page: <style>"),
    ],
)
def test_raw_tags_are_refused(line, message):
    assert report(check_raw_tags("docs/x.md", f"{line}\n")) == f"docs/x.md:1: {message}"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("TODO write this", "finish this or take it out: TODO"),
        ("Lorem ipsum dolor", "finish this or take it out: Lorem ipsum"),
        ("More coming soon.", "finish this or take it out: coming soon"),
        ("The list is to follow.", "finish this or take it out: to follow"),
        ("<!-- ask Ann -->", "a comment reaches every reader's browser, remove it: ask Ann"),
    ],
)
def test_notes_and_filler_are_refused(text, message):
    assert report(check_notes("docs/x.md", f"one\n{text}\n")).strip() == f"docs/x.md:2: {message}"


def test_a_comment_in_a_template_has_its_own_way_out():
    assert report(check_notes("overrides/x.html", "<!-- why -->", jinja=True)) == (
        "overrides/x.html:1: a comment reaches every reader's browser, use {# … #} or remove it: why"
    )
