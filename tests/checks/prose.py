"""Turns a page's Markdown into the blocks of plain words that a reader sees, each with its line."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

_ABBREVIATIONS = ("e.g.", "i.e.", "Dr.", "vs.", "No.", "a.m.", "p.m.")
_SENTENCE_END = re.compile(
    r"(?<=[.!?])"
    + "".join(rf"(?<!{re.escape(short)})" for short in _ABBREVIATIONS)
    + r"[\"”’)]*\s+(?=[\"“‘(]?[A-Z0-9])"
)
# What stands behind the words of a link: an address, and perhaps a title, either of which may hold brackets.
TARGET = r'(?:[^()"\s]|\([^()\s]*\))*(?:\s+"[^"]*")?'
_CITATION = re.compile(rf"\s*\[[^\]]*\]\((?=[^)\s]*references\.md#){TARGET}\)[,;]?")
_NAMED = re.compile(r"(?P<space>\s*)\[(?P<words>[^\[\]]+)\]\[(?P<name>[^\[\]]*)\](?P<mark>[,;]?)")
_LINK = re.compile(rf"!?\[([^\]]*)\]\({TARGET}\)")
_MARKS = re.compile(r"\{:?\s*(?:[.#]|[\w-]+=)[^}]*\}|</?[a-zA-Z][^>]*>|\*\*|__|\*|`")
LIST_ITEM = re.compile(r"^(?:[-*+]|\d+\.)\s+")
# Lines that show no words: tags alone, comments, what is taken in, and link definitions.
_SILENT = re.compile(r"(?:<[^>]+>\s*)*$|<!--|--8<--|\[[^\]]+\]: \S")
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
    return " ".join(_MARKS.sub("", _LINK.sub(r"\1", text)).split())


def blocks(source: str, citations: Collection[str] = (), start: int = 0) -> list[Block]:
    """Split a page's source into headings, paragraphs, list items and table cells, in reading order.

    start is how many lines to leave out at the beginning: those of the front matter.
    """
    parts: list[list] = []  # line, kind and Markdown of each block
    last = None  # the item or paragraph that the next line may go on with
    for number, line in enumerate(map(str.strip, source.splitlines()[start:]), start=start + 1):
        before, last = last, None
        if _SILENT.match(line):
            continue
        if admonition := _ADMONITION.match(line):
            parts.append([number, "heading", admonition["title"] or ""])
        elif line.startswith("#"):
            parts.append([number, "heading", line.lstrip("#")])
        elif line.startswith("|"):
            if not re.fullmatch(r"[|\s:-]+", line):
                parts += ([number, "cell", cell] for cell in line.strip("|").split("|"))
        elif before and not LIST_ITEM.match(line):
            before[2] += f" {line}"
            last = before
        else:
            last = [number, "item" if LIST_ITEM.match(line) else "paragraph", LIST_ITEM.sub("", line)]
            parts.append(last)
    found = []
    for number, kind, markdown in parts:
        lead = _LEAD.match(markdown) if kind in ("item", "paragraph") else None
        if lead:  # a bold lead-in names what follows, as a heading does
            found.append(Block(number, "heading", plain(lead["lead"], citations)))
            markdown = markdown[lead.end() :]
        found.append(Block(number, kind, plain(markdown, citations)))
    return [block for block in found if block.text]


def sentences(text: str) -> list[str]:
    """Split plain words into sentences at a full stop, question mark or exclamation mark before a capital."""
    return [part.strip() for part in _SENTENCE_END.split(text) if part.strip()]


def words(text: str) -> list[str]:
    """Give the words of a text; a number with its unit or a hyphenated pair counts as one."""
    return re.findall(r"[A-Za-z0-9][A-Za-z0-9’'.,-]*[A-Za-z0-9]|[A-Za-z0-9]", text)
