"""What the browser hands back, turned into lines that say what to mend. No browser is needed here."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pytest

from ..checks.colours import contrast


def expect_none(lines: Iterable[str]) -> None:
    """Fail the test with these lines, one below the other, unless there are none."""
    if text := "\n".join(lines):
        pytest.fail(text, pytrace=False)


def axe_lines(violations: Iterable[dict], place: str) -> list[str]:
    """Give one line for each element that an axe report names: place, rule, target and what to do."""
    lines = []
    for violation in violations:
        for node in violation["nodes"]:
            # The first line of a summary only says "Fix any of the following".
            summary = [line.strip() for line in node["failureSummary"].splitlines()[1:] if line.strip()]
            target = " ".join(str(part) for part in node["target"])
            lines.append(f"{place}: {violation['id']}: {target}: {'; '.join(summary) or violation['help']}")
    return lines


def text_lines(texts: Iterable[dict], place: str) -> list[str]:
    """Give one line for each pair of colours in which words are hard to read (WCAG 2.2, 1.4.3)."""
    lines = []
    for text in texts:
        least, found = 3 if text["large"] else 4.5, contrast(text["colour"], text["behind"])
        if found < least:
            said = f"{text['name']}: give this text a contrast of {least}:1 to what is behind it, not {found:.2f}:1"
            lines.append(f"{place}: {said} ({text['colour']} on {text['behind']}): {text['text'][:40]}")
    return lines


def foreign(urls: Iterable[str], base: str) -> list[str]:
    """Give one line for each address that a page asked for outside its own site; what it made itself is no request."""
    return [f"asks another host: {url}" for url in sorted(set(urls)) if not url.startswith((base, "data:", "blob:"))]


def pdf_pages(data: bytes) -> int:
    """Count the pages of a PDF file; anything else raises ValueError."""
    if not data.startswith(b"%PDF-"):
        raise ValueError(f"not a PDF file: it begins with {data[:8]!r}")
    count = len(re.findall(rb"/Type\s*/Page(?![A-Za-z])", data))
    if not count:
        raise ValueError("no page found in the PDF file: its objects may be compressed")
    return count


def focus_lines(stops: Iterable[dict], place: str, least_ring: float = 2, least_contrast: float = 3) -> list[str]:
    """Give one line for each stop of the keyboard that a reader could not see."""
    lines = []
    for stop in stops:
        name = f"{place}: {stop['name']}"
        if not stop["seen"]:
            lines.append(
                f"{name}: takes focus but cannot be seen; show it on focus or hide it from the keyboard: {stop['why']}"
            )
        elif stop["ring"] < least_ring:
            lines.append(f"{name}: draw a focus ring of at least {least_ring} px, now {stop['ring']:g} px")
        elif stop["cut"]:
            lines.append(f"{name}: its focus ring is cut off; move it inside with outline-offset: {stop['cut']}")
        elif contrast(stop["colour"], stop["behind"]) < least_contrast:
            lines.append(
                f"{name}: the focus ring needs a contrast of {least_contrast}:1, now "
                f"{contrast(stop['colour'], stop['behind']):.1f}:1 ({stop['colour']} on {stop['behind']})"
            )
    return lines
