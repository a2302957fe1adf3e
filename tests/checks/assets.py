"""The files beside the pages: every one used, small, well-formed, well named and in its place."""

import re
from xml.etree import ElementTree

from .addresses import stub_path
from .fault import Fault, Faults, check
from .guide import Guide

_METADATA = re.compile(rb"eXIf|tEXt|iTXt|zTXt|Exif\0|EXIF|http://ns.adobe.com/xap")
_MOVEMENTS = "assets/figures/plans/"
WORKER = "sw.js"  # at the top, since a browser lets it serve no folder above its own
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\.[a-z0-9]+")
_BEGINNINGS = {".png": b"\x89PNG\r\n\x1a\n", ".jpg": b"\xff\xd8\xff", ".webp": b"RIFF", ".svg": b"<svg"}


@check("guide")
def check_files(guide: Guide) -> Faults:
    """A file below docs/ is a page or lies in docs/assets, has a plain name, a known kind that its bytes agree with,
    no more bytes than the rules allow, and is used.
    """
    most = guide.rules["files"]
    for path in [*guide.pages, *guide.files]:
        folder, _, name = path.rpartition("/")
        if not _NAME.fullmatch(name) or not re.fullmatch(r"[a-z0-9/-]*", folder):
            yield Fault(f"docs/{path}", 0, f"use lower-case letters, digits and hyphens in the name: {path}")
    for file in sorted(guide.docs.rglob("*")):
        if file.is_symlink():
            shown = file.relative_to(guide.root).as_posix()
            yield Fault(shown, 0, f"replace this link by what it leads to, or remove it: {file.readlink()}")
    users = ("docs/**/*.md", "docs/assets/**/*.css", "docs/assets/**/*.js", "overrides/**/*.html", "mkdocs.yml")
    elsewhere = {WORKER, *map(stub_path, guide.moved)}
    used = "\n".join(guide.texts(*users).values())
    for path, file in guide.files.items():
        shown, limit, size = f"docs/{path}", most.get(file.suffix[1:]), file.stat().st_size
        if path in elsewhere:
            continue
        if not path.startswith("assets/"):
            yield Fault(shown, 0, f"move this file into docs/assets/, or remove it with `git rm`: {path}")
        elif limit is None:
            yield Fault(shown, 0, f"use one of {', '.join(f'.{kind}' for kind in most)}: {file.suffix or file.name}")
        elif size > limit:
            yield Fault(shown, 0, f"make the file smaller, {limit} bytes is the most: {size}")
        elif not (data := file.read_bytes()).startswith(_BEGINNINGS.get(file.suffix, b"")):
            yield Fault(shown, 0, f"save the file as what its name says, its bytes are something else: {file.suffix}")
        elif _METADATA.search(data) and file.suffix in (".png", ".jpg", ".webp"):
            yield Fault(shown, 0, f"take out what the picture says of itself, such as who made it where: {file.name}")
        elif "/".join(path.split("/")[-2:]) not in used:
            first = "its movement from tests/derived/movements.py, then " if path.startswith(_MOVEMENTS) else ""
            yield Fault(shown, 0, f"use this file on a page, or remove {first}it with `git rm {shown}`: {file.name}")


@check("guide")
def check_drawings(guide: Guide) -> Faults:
    """An SVG is well-formed."""
    for path, text in guide.texts("docs/assets/**/*.svg").items():
        try:
            ElementTree.fromstring(text)
        except ElementTree.ParseError as error:
            yield Fault(path, error.position[0], f"mend the XML of this drawing: {error}")
