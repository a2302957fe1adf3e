"""Turns a page's Markdown into the blocks of plain words that a reader sees, each with its line."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

ABBREVIATIONS = ("e.g.", "i.e.", "Dr.", "vs.", "No.", "a.m.", "p.m.")
# What stands behind the words of a link: an address, and perhaps a title, either of which may hold brackets.
TARGET = r'(?:[^()"\s]|\([^()\s]*\))*(?:\s+"[^"]*")?'
_CITATION = re.compile(rf"\s*\[[^\]]*\]\((?=[^)\s]*references\.md#){TARGET}\)[,;]?")
_NAMED = re.compile(r"(?P<space>\s*)\[(?P<words>[^\[\]]+)\]\[(?P<name>[^\[\]]*)\](?P<mark>[,;]?)")
_LINK = re.compile(rf"!?\[([^\]]*)\]\({TARGET}\)")
_ATTRIBUTES = re.compile(r"\{:?\s*(?:[.#]|[\w-]+=)[^}]*\}")
_TAG = re.compile(r"</?[a-zA-Z][^>]*>")
_EMPHASIS = re.compile(r"(\*\*|__|\*|`)")
_LIST_ITEM = re.compile(r"^\s*(?:[-*+]|\d+\.)\s+")
_DEFINED = re.compile(r"\[[^\]]+\]: \S")
_LEAD = re.compile(r"^\*\*(?P<lead>[^*]+[.:?])\*\*(?=\s|$)")
_ADMONITION = re.compile(r'^(?:!!!|\?\?\?\+?)\s+[\w -]+?(?:\s+"(?P<title>[^"]*)")?\s*$')


class Block(NamedTuple):
    """A run of words that stands by itself; kind is heading, paragraph, item or cell."""

    line: int
    kind: str
    text: str


def plain(markdown: str, citations: Collection[str] = ()) -> str:
    """Give the words of one piece of Markdown, without citations, link targets, tags and marks.

    citations holds, in lower case, the names of links that are citations and not words of the sentence.
    """

    def named(match: re.Match) -> str:
        is_citation = (match["name"] or match["words"]).lower() in citations
        return "" if is_citation else f"{match['space']}{match['words']}{match['mark']}"

    text = _NAMED.sub(named, _CITATION.sub("", markdown))
    text = _LINK.sub(r"\1", text)
    text = _ATTRIBUTES.sub("", text)
    text = _TAG.sub("", text)
    text = _EMPHASIS.sub("", text)
    return re.sub(r"\s+", " ", text).strip()


def body_start(source: str) -> int:
    """Give the index of the first line after the front matter, or 0 when there is none."""
    lines = source.splitlines()
    if lines and lines[0].strip() == "---":
        for number, line in enumerate(lines[1:], start=1):
            if line.strip() == "---":
                return number + 1
    return 0


def blocks(source: str, citations: Collection[str] = ()) -> list[Block]:
    """Split a page's source into headings, paragraphs, list items and table cells, in reading order."""
    found: list[Block] = []
    waiting: list[str] = []
    start, kind = 0, "paragraph"

    def close() -> None:
        nonlocal waiting, kind
        markdown = " ".join(waiting)
        lead = _LEAD.match(markdown)
        if lead:  # a bold lead-in names what follows, as a heading does
            found.append(Block(start, "heading", plain(lead["lead"], citations)))
            markdown = markdown[lead.end() :]
        text = plain(markdown, citations)
        if text:
            found.append(Block(start, kind, text))
        waiting, kind = [], "paragraph"

    lines = source.splitlines()
    for number, raw in enumerate(lines[body_start(source) :], start=body_start(source) + 1):
        line = raw.strip()
        admonition = _ADMONITION.match(line)
        if (
            not line
            or admonition
            or re.fullmatch(r"(<[^>]+>\s*)+", line)
            or line.startswith(("<!--", "--8<--"))
            or _DEFINED.match(line)
        ):
            close()
            if admonition and admonition["title"]:
                found.append(Block(number, "heading", admonition["title"]))
        elif line.startswith("#"):
            close()
            found.append(Block(number, "heading", plain(line.lstrip("#"), citations)))
        elif line.startswith("|"):
            close()
            if not re.fullmatch(r"[|\s:-]+", line):
                cells = (plain(cell, citations) for cell in line.strip("|").split("|"))
                found.extend(Block(number, "cell", cell) for cell in cells if cell)
        elif _LIST_ITEM.match(line):
            close()
            start, kind, waiting = number, "item", [_LIST_ITEM.sub("", line)]
        else:
            if not waiting:
                start = number
            waiting.append(line)
    close()
    return found


def sentences(text: str) -> list[str]:
    """Split plain words into sentences at a full stop, question mark or exclamation mark before a capital."""
    held = text
    for number, short in enumerate(ABBREVIATIONS):
        held = held.replace(short, f"\x00{number}\x00")
    parts = re.split(r"(?<=[.!?])[\"”’)]*\s+(?=[\"“‘(]?[A-Z0-9])", held)
    for number, short in enumerate(ABBREVIATIONS):
        parts = [part.replace(f"\x00{number}\x00", short) for part in parts]
    return [part.strip() for part in parts if part.strip()]


def words(text: str) -> list[str]:
    """Give the words of a text; a number with its unit or a hyphenated pair counts as one."""
    return re.findall(r"[A-Za-z0-9][A-Za-z0-9’'.,-]*[A-Za-z0-9]|[A-Za-z0-9]", text)
