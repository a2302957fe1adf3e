"""What is derived from other files and kept in the repository; `python -m tests.derive` writes all of it again."""

from __future__ import annotations

import hashlib
import re
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path

from ..checks.built import Site
from ..checks.colours import TOKENS, tokens
from ..checks.fault import Fault
from ..checks.front_matter import example, schema
from ..checks.guide import Guide
from ..checks.policy import PARTIAL, hashes
from ..checks.theme import LIST, relied_on
from ..project import ROOT

COMMAND = ".venv/bin/python -m tests.derive"
CONTRIBUTING = ".github/CONTRIBUTING.md"
CARD = "docs/assets/images/social-card.png"
CARD_SOURCE = Path(__file__).with_name("social-card.html")
SCREENSHOT = ".github/screenshot.png"  # shows how home looks; no test holds it to that
_POLICY = (
    "default-src 'none'; script-src 'self' {scripts}; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'"
)
_SIGNATURE = b"\x89PNG\r\n\x1a\n"


def key_table() -> str:
    """Give CONTRIBUTING's table of the front matter's keys, made from their schema."""
    required = schema()["required"]
    rows = ["| key | purpose | form | required | example |", "|---|---|---|---|---|"]
    for key, rule in schema()["properties"].items():
        form = rule["form"] + (f": `{'`, `'.join(rule['enum'])}`" if "enum" in rule else "")
        needed = "yes" if key in required else "on pages of kind `problem`" if key == "first_stop" else "no"
        rows.append(f"| `{key}` | {rule['description']} | {form} | {needed} | `{example(key)}` |")
    return "\n".join(rows)


def contributing(text: str) -> str:
    """Give CONTRIBUTING with the table of keys as the schema has it now."""
    table = f"<!-- keys: begin -->\n\n{key_table()}\n\n<!-- keys: end -->"
    return re.sub(r"<!-- keys: begin -->.*<!-- keys: end -->", lambda _: table, text, flags=re.S)


def theme_names() -> str:
    """Give the list of the theme's names that our templates, styles and script rely on."""
    return "\n".join(relied_on(Guide(ROOT))) + "\n"


def policy(site: Site) -> str:
    """Give the template of the policy for the scripts that stand in the pages of a built site."""
    scripts = " ".join(sorted(set().union(*map(hashes, site.pages.values()))))
    return (
        "{# Written by `python -m tests.derive`. The hashes are those of the theme's scripts that stand in pages. #}\n"
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY.format(scripts=scripts)}">\n'
    )


def card_digest() -> str:
    """Give the SHA-256 of what the social card is drawn from: its source, and the colours."""
    colours = sorted(tokens((ROOT / TOKENS).read_text(encoding="utf-8"))["light"].items())
    return hashlib.sha256(CARD_SOURCE.read_bytes() + repr(colours).encode()).hexdigest()


def sign(png: bytes, digest: str) -> bytes:
    """Give the PNG with the digest written into it, behind its header (PNG specification, tEXt)."""
    body = b"tEXtInputs\0" + digest.encode()
    chunk = struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
    end_of_header = len(_SIGNATURE) + 25
    return png[:end_of_header] + chunk + png[end_of_header:]


def signed(png: bytes) -> str:
    """Give the digest that sign wrote into a PNG; empty when there is none."""
    match = re.search(rb"tEXtInputs\0([0-9a-f]{64})", png[:200]) if png.startswith(_SIGNATURE) else None
    return match[1].decode() if match else ""


def size(png: bytes) -> tuple[int, int]:
    """Give width and height of a PNG in pixels."""
    return struct.unpack(">II", png[16:24])


def check_fresh(texts: dict[str, tuple[str, str]], card: bytes, digest: str) -> Iterator[Fault]:
    """What is derived is what would be written now.

    texts maps a path to what stands there and what would be written; card is the picture, digest that of its inputs.
    """
    for path, (there, wanted) in texts.items():
        if there != wanted:
            lines = zip([*there.splitlines(), ""], [*wanted.splitlines(), ""], strict=False)
            number, line = next(((n, one) for n, (one, other) in enumerate(lines, start=1) if one != other), (0, ""))
            yield Fault(
                path, number, f"run `{COMMAND}`, this is made from other files and they have changed: {line[:60]}"
            )
    if signed(card) != digest:
        yield Fault(CARD, 0, f"run `{COMMAND}` to draw the card again: {CARD_SOURCE.name} or a colour has changed")


def texts(site: Site) -> dict[str, tuple[str, str]]:
    """Give each derived text: what stands there, and what would be written now."""
    guide = Guide(ROOT)
    here = {path: guide.text(path) for path in (CONTRIBUTING, LIST, PARTIAL)}
    wanted = {CONTRIBUTING: contributing(here[CONTRIBUTING]), LIST: theme_names(), PARTIAL: policy(site)}
    return {path: (here[path], wanted[path]) for path in here}
