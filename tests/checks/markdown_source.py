"""What Markdown lets through in silence: references that are not defined, and notes that were left behind."""

from __future__ import annotations

import difflib
import posixpath
import re
from collections.abc import Collection, Iterator, Mapping

from markdown.extensions.toc import slugify

from .fault import Fault
from .prose import TARGET, body_start, plain

_DEFINITION = re.compile(r"^\s{0,3}\[([^\]]+)\]:\s*\S", re.MULTILINE)
_REFERENCE = re.compile(r"(?<!\\)\[([^\[\]]+)\]\[([^\[\]]*)\]")
_EMPTY_TARGET = re.compile(r"\[([^\[\]]*)\]\(\s*\)")
_EMPTY_TEXT = re.compile(r"(?<!!)\[\s*\]\(([^)]+)\)")
_EMPTY_ALT = re.compile(r"!\[\s*\]\(([^)]+)\)")
_RAW_LINK = re.compile(r"<(a|img|iframe|script|style|link)\b[^>]*>", re.IGNORECASE)
_NOTES = re.compile(
    r"\b(TODO|FIXME|TBD|XXX|TKTK|WIP)\b|lorem ipsum|coming soon|to follow|to be written|under construction|placeholder(?!=)|note to self|work in progress",
    re.IGNORECASE,
)
_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)


def _lines(source: str) -> Iterator[tuple[int, str]]:
    """Give each line of the body with its number, code left out."""
    fenced = False
    lines = source.splitlines()
    for number, line in enumerate(lines[body_start(source):], start=body_start(source) + 1):
        if line.lstrip().startswith(("```", "~~~")):
            fenced = not fenced
        elif not fenced:
            yield number, re.sub(r"`[^`]*`", "", line)


def check_links_in_source(path: str, source: str) -> Iterator[Fault]:
    """A Markdown link has words and a target, and a reference link has its definition on the page."""
    defined = {name.lower() for name in _DEFINITION.findall(source)}
    for number, line in _lines(source):
        for match in _REFERENCE.finditer(line):
            if (match[2] or match[1]).lower() not in defined:
                yield Fault(path, number, f"write the link as [words](page.md), this reference is not defined: {match[0]}")
        for match in _EMPTY_TARGET.finditer(line):
            yield Fault(path, number, f"give this link a target or remove it: {match[0]}")
        for match in _EMPTY_TEXT.finditer(line):
            yield Fault(path, number, f"say in the link where it goes: {match[0]}")
        for match in _EMPTY_ALT.finditer(line):
            yield Fault(path, number, f"say in the alternative text what the picture shows: {match[0]}")


def anchors(source: str) -> set[str]:
    """Give the ids that a page's source defines: those written out, and those made from headings."""
    found = set(re.findall(r"\{ ?[^}]*#([\w-]+)|\bid=\"([\w-]+)\"", source))
    ids = {one or other for one, other in found}
    for _, line in _lines(source):
        heading = re.match(r"#{1,6} (.+)", line)
        if heading and "{ #" not in line:
            ids.add(slugify(plain(heading[1]), "-"))
    return ids


def check_targets(path: str, source: str, pages: Mapping[str, set[str]], files: Collection[str]) -> Iterator[Fault]:
    """A link to a page, a section or a picture of the guide leads to one that is there.

    path is relative to docs/, pages maps each page to its ids, files are the paths of all other files below docs/. The
    strict build finds these too, but without the line.
    """
    for number, line in _lines(source):
        for match in re.finditer(rf"\[[^\]]*\]\(({TARGET})\)", line):
            target, _, fragment = match[1].split(' "')[0].strip().partition("#")
            if not target and not fragment or re.match(r"[a-z]+:|/", target):
                continue
            there = posixpath.normpath(posixpath.join(posixpath.dirname(path), target)) if target else path
            if there not in pages:
                if there in files:
                    continue
                near = difflib.get_close_matches(there, [*pages, *files], n=1)
                advice = posixpath.relpath(near[0], posixpath.dirname(path) or ".") if near else "another page"
                yield Fault(f"docs/{path}", number, f"there is no such file, write {advice} or remove the link: {match[1]}")
            elif fragment and fragment not in pages[there]:
                near = difflib.get_close_matches(fragment, pages[there], n=1)
                advice = f"write #{near[0]}" if near else "link to the page alone"
                yield Fault(f"docs/{path}", number, f"docs/{there} has no such section, {advice}: {match[1]}")


def check_raw_tags(path: str, source: str) -> Iterator[Fault]:
    """Links, pictures, scripts and styles are not written as raw HTML, since the strict build does not see them."""
    for number, line in _lines(source):
        for match in _RAW_LINK.finditer(line):
            advice = {"a": "[words](page.md)", "img": "![alternative text](picture.svg)"}.get(match[1].lower())
            yield Fault(path, number, f"write this as {advice}: {match[0]}" if advice else f"leave this tag out of a page: {match[0]}")


def check_notes(path: str, text: str, jinja: bool = False) -> Iterator[Fault]:
    """Nothing that a reader could see is filler or a note to oneself; an HTML comment is seen in the page's source."""
    for match in _NOTES.finditer(text):
        yield Fault(path, text[: match.start()].count("\n") + 1, f"finish this or take it out: {match[0]}")
    for match in _COMMENT.finditer(text):
        hint = "use {# … #} or remove it" if jinja else "remove it"
        yield Fault(path, text[: match.start()].count("\n") + 1, f"a comment reaches every reader's browser, {hint}: {match[1].strip()[:60]}")


def check_snippets(path: str, config: dict) -> Iterator[Fault]:
    """Where pages take in other files, a missing file stops the build."""
    for extension in config.get("markdown_extensions", []):
        if extension == "pymdownx.snippets" or isinstance(extension, dict) and "pymdownx.snippets" in extension:
            settings = extension["pymdownx.snippets"] or {} if isinstance(extension, dict) else {}
            if settings.get("check_paths") is not True:
                yield Fault(path, 0, "set check_paths: true, or a missing file goes unseen: pymdownx.snippets")
