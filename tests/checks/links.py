"""Links as the pages write them: names that are defined, targets that exist, other sites that we may link to."""

from __future__ import annotations

import difflib
import posixpath
import re
from collections.abc import Iterator
from functools import cache
from urllib.parse import urlsplit

from markdown.extensions.toc import slugify

from .fault import Fault, check
from .guide import DEFINITION, Guide, Page
from .prose import TARGET, plain
from .references import named_links

DOI = re.compile(r"https://doi\.org/(10\.\d{4,9}/[^\s\"<>]+)")
PUBMED = re.compile(r"https://pubmed\.ncbi\.nlm\.nih\.gov/\d{1,8}/")
_VAGUE = {"here", "click here", "this", "link", "more", "read more", "learn more", "this page", "see here"}


@cache
def ids(page: Page) -> frozenset[str]:
    """Give the ids that a page's source defines: those written out, and those made from headings."""
    found = {one or other for one, other in re.findall(r"\{ ?[^}]*#([\w-]+)|\bid=\"([\w-]+)\"", page.text)}
    for _, line in page.prose:
        if (heading := re.match(r"#{1,6} (.+)", line)) and "{ #" not in line:
            found.add(slugify(plain(heading[1], page.guide.citation_names), "-"))
    return frozenset(found)


@check("page")
def check_names(page: Page, guide: Guide) -> Iterator[Fault]:
    """A link by name is complete, and its name is defined among the references or the glossary words."""
    known = guide.link_names | {match["name"] for line in page.lines if (match := DEFINITION.match(line))}
    lower = {name.lower(): name for name in sorted(known)}
    for number, line in page.prose:
        for words, name in named_links(line):
            if name.lower() not in lower:
                near = difflib.get_close_matches(name.lower(), lower, n=1)
                advice = f"did you mean [{lower[near[0]]}]" if near else "add it to the references or the glossary"
                shown = f"[{words}][{'' if name == words else name}]"
                yield Fault(page.shown, number, f"no source or word has this name, {advice}: {shown}")
        for match in re.finditer(r"(?<![\]\\!])\[([^\[\]]+)\](?![\[(:])( \[([^\[\]]*)\](?!\())?", line):
            if match[1].lower() in lower:
                yield Fault(page.shown, number, f"write two brackets behind the name, [{match[1]}][]: {match[0]}")
            elif match[3] is not None and match[3].lower() in lower:
                yield Fault(page.shown, number, f"leave no space before the name, [{match[1]}][{match[3]}]: {match[0]}")


@check("page")
def check_targets(page: Page, guide: Guide) -> Iterator[Fault]:
    """A link has words, and a target that is there: a page, a section or a picture of the guide, or a known site."""
    for number, line in page.prose:
        for match in re.finditer(rf"(!?)\[([^\[\]]*)\]\(({TARGET})\)", line):
            picture, words, target = match.groups()
            target = target.split(' "')[0].strip()
            if not target:
                yield Fault(page.shown, number, f"give this link a target or remove it: {match[0]}")
                continue
            if not words.strip():
                said = "say in the alternative text what the picture shows" if picture else "say where the link goes"
                yield Fault(page.shown, number, f"{said}: {match[0]}")
            elif plain(words).lower().rstrip(".!:") in _VAGUE:
                yield Fault(page.shown, number, f"say in the link where it goes: {words}")
            message = outside(guide, target) if re.match(r"[a-z]+:|//", target) else _inside(page, guide, target)
            if message:
                yield Fault(page.shown, number, f"{message}: {target}")


def _inside(page: Page, guide: Guide, target: str) -> str | None:
    path, _, fragment = target.partition("#")
    if path.startswith("/"):
        return "write the link relative to this page, such as ../problems/back-pain.md"
    folder = posixpath.dirname(page.path)
    there = posixpath.normpath(posixpath.join(folder, path)) if path else page.path
    if there in guide.files:
        return None
    if there not in guide.pages:
        near = difflib.get_close_matches(there, [*guide.pages, *guide.files], n=1)
        advice = f"write {posixpath.relpath(near[0], folder or '.')}" if near else "write another page"
        return f"there is no such file, {advice} or remove the link"
    if fragment and fragment not in ids(guide.pages[there]):
        near = difflib.get_close_matches(fragment, ids(guide.pages[there]), n=1)
        advice = f"write #{near[0]}" if near else "link to the page alone"
        return f"docs/{there} has no such section, {advice}"
    return None


def outside(guide: Guide, url: str) -> str | None:
    """Say what is wrong with an address of another site, or None: it is https, well formed, without a tracking part,
    and a DOI, a PubMed entry, or on a host of the rules. A number to ring is looked after by check_numbers.
    """
    parts = urlsplit(url)
    if parts.scheme == "tel":
        return None
    if parts.scheme not in ("", "http", "https"):
        return f"a page must not link to {parts.scheme}:"
    if parts.scheme != "https":
        return "write the https address"
    if not re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+", parts.netloc) or re.search(r"[\s\"<>{}|\\^`]", url):
        return "mend this address, it is not well formed"
    if re.search(r"[?&](utm_\w+|fbclid|gclid)=", url):
        return "remove the tracking part of this address"
    if parts.netloc == "doi.org":
        return None if DOI.fullmatch(url) else "write a DOI as https://doi.org/10.…/…"
    if parts.netloc == "pubmed.ncbi.nlm.nih.gov":
        return (
            None if PUBMED.fullmatch(url) else "write a PubMed address as https://pubmed.ncbi.nlm.nih.gov/ and digits"
        )
    if not any(parts.netloc in group for group in guide.rules["hosts"].values()):
        return "link to a DOI or an official site, or add the host with its reason to [hosts] in tests/rules.toml"
    return None
