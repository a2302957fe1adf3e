"""The files beside the pages: every one used, small, harmless, well named and in its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree

from .fault import Fault, check
from .guide import Guide

_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\.[a-z0-9]+")
_BEGINNINGS = {".png": b"\x89PNG\r\n\x1a\n", ".jpg": b"\xff\xd8\xff", ".webp": b"RIFF", ".svg": b"<svg"}
_REACHES_OUT = re.compile(
    r"https?://|\b(?:fetch|importScripts|import|eval)\s*\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon"
)


@check("guide")
def check_files(guide: Guide) -> Iterator[Fault]:
    """A file below docs/ is a page or lies in docs/assets, has a plain name, a known kind that its bytes agree with,
    no more bytes than the rules allow, and is used.
    """
    most = guide.rules["files"]
    for path in guide.pages:
        if not _NAME.fullmatch(path.rpartition("/")[2]):
            yield Fault(f"docs/{path}", 0, f"use lower-case letters, digits and hyphens in the name: {path}")
    texts = [page.text for page in guide.pages.values()]
    texts += [
        text for folder in ("docs/assets", "overrides") for _, text in guide.below(folder, ".html", ".css", ".js")
    ]
    used = "\n".join([*texts, guide.text("mkdocs.yml")])
    for path, file in guide.files.items():
        shown, limit, size = f"docs/{path}", most.get(file.suffix[1:]), file.stat().st_size
        if not path.startswith("assets/"):
            yield Fault(shown, 0, f"move this file into docs/assets/, or remove it with `git rm`: {path}")
        elif not _NAME.fullmatch(file.name):
            yield Fault(shown, 0, f"use lower-case letters, digits and hyphens in the name: {file.name}")
        elif limit is None:
            yield Fault(shown, 0, f"use one of {', '.join(f'.{kind}' for kind in most)}: {file.suffix or file.name}")
        elif size > limit:
            yield Fault(shown, 0, f"make the file smaller, {limit} bytes is the most: {size}")
        elif not file.read_bytes().startswith(_BEGINNINGS.get(file.suffix, b"")):
            yield Fault(shown, 0, f"save the file as what its name says, its bytes are something else: {file.suffix}")
        elif file.name not in used:
            yield Fault(shown, 0, f"use this file on a page, or remove it with `git rm {shown}`: {file.name}")


@check("guide")
def check_drawings(guide: Guide) -> Iterator[Fault]:
    """An SVG is well-formed, runs nothing, loads nothing, and scales with the page."""
    for path, text in guide.below("docs/assets", ".svg"):
        try:
            root = ElementTree.fromstring(text)
        except ElementTree.ParseError as error:
            yield Fault(path, error.position[0], f"mend the XML of this drawing: {error}")
            continue
        if "viewBox" not in root.attrib:
            yield Fault(path, 1, "give the drawing a viewBox, so that it scales: svg")
        for element in root.iter():
            name = element.tag.rpartition("}")[2]
            if name in ("script", "foreignObject", "image", "iframe", "animate", "set"):
                yield Fault(path, 0, f"leave this element out of a drawing: {name}")
            for attribute, value in element.attrib.items():
                plain = attribute.rpartition("}")[2]
                if plain.lower().startswith("on"):
                    yield Fault(path, 0, f"a drawing must not run code, remove the attribute: {plain}")
                if plain == "href" and not value.startswith("#"):
                    yield Fault(path, 0, f"a drawing links only within its page: {value}")
                if "url(" in value and "url(#" not in value:
                    yield Fault(path, 0, f"a drawing must not load another file: {value}")


@check("guide")
def check_our_scripts(guide: Guide) -> Iterator[Fault]:
    """A script of ours asks no one for anything and runs no text as code."""
    for path, text in guide.below("docs/assets", ".js"):
        for number, line in enumerate(text.splitlines(), start=1):
            if match := _REACHES_OUT.search(line):
                yield Fault(path, number, f"a script of ours must not load, send or evaluate anything: {match[0]}")
