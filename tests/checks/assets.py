"""The files beside the pages: every one used, small, harmless and well named."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.etree import ElementTree

from .fault import Fault

LARGEST = {".svg": 40_000, ".png": 100_000, ".webp": 100_000, ".jpg": 100_000, ".css": 30_000, ".js": 8_000}  # bytes
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\.[a-z0-9]+")


def check_names_and_sizes(folder: Path) -> Iterator[Fault]:
    """A file below the folder has a lower-case name with hyphens, a known kind, and no more bytes than its kind allows."""
    for path in sorted(folder.rglob("*")):
        if not path.is_file():
            continue
        shown = path.relative_to(folder).as_posix()
        if not _NAME.fullmatch(path.name):
            yield Fault(shown, 0, f"use lower-case letters, digits and hyphens in the name: {path.name}")
        limit = LARGEST.get(path.suffix)
        if limit is None:
            yield Fault(shown, 0, f"use one of {', '.join(LARGEST)}: {path.suffix or path.name}")
        elif path.stat().st_size > limit:
            yield Fault(shown, 0, f"make the file smaller, {limit} bytes is the most: {path.stat().st_size}")


def check_used(folder: Path, texts: Iterable[str]) -> Iterator[Fault]:
    """Each file below the folder is named in at least one of the texts: pages, style sheets, templates or mkdocs.yml."""
    joined = "\n".join(texts)
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.name not in joined:
            shown = path.relative_to(folder).as_posix()
            yield Fault(shown, 0, f"use this file on a page, or remove it with `git rm docs/assets/{shown}`: {path.name}")


def check_drawing(path: str, text: str) -> Iterator[Fault]:
    """An SVG is well-formed, runs nothing, loads nothing, and scales with the page."""
    try:
        root = ElementTree.fromstring(text)
    except ElementTree.ParseError as error:
        yield Fault(path, error.position[0], f"mend the XML of this drawing: {error}")
        return
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


def check_no_copied_partials(overrides: Path, theme: Path) -> Iterator[Fault]:
    """No template of ours stands in for one of the theme's partials, since the theme's next version would not reach it."""
    for path in sorted(overrides.rglob("*.html")):
        shown = path.relative_to(overrides).as_posix()
        if shown.startswith("partials/") and (theme / shown).exists():
            yield Fault(f"overrides/{shown}", 0, f"override a block in main.html instead of copying the theme's file: {shown}")
