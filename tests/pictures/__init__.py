"""Pictures that are made from the site: the social card and the README's screenshot, each with its inputs' digest."""

from __future__ import annotations

import hashlib
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from ..checks.fault import Fault
from ..project import DOCS, OVERRIDES, ROOT

COMMAND = ".venv/bin/python -m tests.pictures"
_KEY = b"Inputs"
_SIGNATURE = b"\x89PNG\r\n\x1a\n"


class Picture(NamedTuple):
    """A picture that is kept in the repository, and the files that it is made from."""

    path: Path
    inputs: tuple[Path, ...]

    @property
    def digest(self) -> str:
        """The SHA-256 of the inputs, in order."""
        return hashlib.sha256(b"\0".join(path.read_bytes() for path in self.inputs)).hexdigest()


CARD_SOURCE = Path(__file__).with_name("social-card.html")
CARD = Picture(DOCS / "assets" / "images" / "social-card.png", (CARD_SOURCE,))
SCREENSHOT = Picture(
    ROOT / ".github" / "screenshot.png",
    (
        DOCS / "index.md",
        DOCS / "assets" / "images" / "logo.svg",
        DOCS / "assets" / "stylesheets" / "tokens.css",
        DOCS / "assets" / "stylesheets" / "components.css",
        OVERRIDES / "partials" / "urgent.html",
    ),
)
PICTURES = (CARD, SCREENSHOT)


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    place = len(_SIGNATURE)
    while place < len(png):
        (length,) = struct.unpack(">I", png[place : place + 4])
        yield png[place + 4 : place + 8], png[place + 8 : place + 8 + length]
        place += 12 + length


def sign(png: bytes, digest: str) -> bytes:
    """Give the PNG with the digest written into it, behind its header (PNG specification, tEXt)."""
    body = b"tEXt" + _KEY + b"\0" + digest.encode()
    chunk = struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
    end_of_header = len(_SIGNATURE) + 25
    return png[:end_of_header] + chunk + png[end_of_header:]


def signed(png: bytes) -> str:
    """Give the digest that sign wrote into a PNG; empty when there is none."""
    if not png.startswith(_SIGNATURE):
        return ""
    return next((data[len(_KEY) + 1 :].decode() for kind, data in _chunks(png) if kind == b"tEXt" and data.startswith(_KEY + b"\0")), "")


def size(png: bytes) -> tuple[int, int]:
    """Give width and height of a PNG in pixels."""
    return struct.unpack(">II", png[16:24])


def check_fresh(picture: Picture) -> Iterator[Fault]:
    """A picture was made from its inputs as they are now."""
    shown = picture.path.relative_to(ROOT).as_posix() if picture.path.is_relative_to(ROOT) else picture.path.name
    if not picture.path.exists():
        yield Fault(shown, 0, f"run `{COMMAND}` to make this picture: {picture.path.name}")
    elif signed(picture.path.read_bytes()) != picture.digest:
        names = ", ".join(path.name for path in picture.inputs)
        yield Fault(shown, 0, f"run `{COMMAND}` to make the picture again, one of {names} has changed: {picture.path.name}")
