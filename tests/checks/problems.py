"""Whether the table of problems, each problem's front matter, and the chooser name the same first stop."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from .fault import Fault
from .house_style import section
from .prose import plain

TABLE = "problems/index.md"
NAMES = {
    "home-care": "Home care",
    "physiotherapist": "Physiotherapist",
    "massage": "Massage",
    "treating-team": "The team that treated you",
}
OUTCOMES = {
    "home-care": r"out-home-[a-z-]+",
    "physiotherapist": r"out-physio(-long)?|out-check",
    "massage": r"out-massage",
    "treating-team": r"out-physio-surgery",
}


def first_stops(table: str) -> dict[str, tuple[int, str]]:
    """Give the line and the words of the First stop cell by the page that the row links to."""
    found = {}
    for number, line in enumerate(table.splitlines(), start=1):
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")] if line.lstrip().startswith("|") else []
        match = re.search(r"\]\(([a-z0-9-]+\.md)\)", cells[0]) if cells else None
        if match and len(cells) > 1:
            found[f"problems/{match[1]}"] = (number, plain(cells[1]))
    return found


def check_agreement(table: str, pages: Mapping[str, tuple[str, str]], outcomes: set[str]) -> Iterator[Fault]:
    """Each problem stands once in the table, and its first stop is the same there, in its front matter and in the chooser.

    table is the text of the index, pages maps each problem page to its first_stop and its text, and outcomes are the ids
    of the chooser.
    """
    rows = first_stops(table)
    for path, (stop, source) in pages.items():
        if path not in rows:
            yield Fault(f"docs/{TABLE}", 0, f"add a row for this page to the table: {path}")
            continue
        line, words = rows[path]
        if not words.startswith(NAMES[stop]):
            yield Fault(f"docs/{TABLE}", line, f"the page {path} says first_stop: {stop}, so write “{NAMES[stop]}”: {words}")
        start = section(source, "Start here")
        linked = re.findall(r"choose\.md#(out-[a-z-]+)", start)
        if not linked:
            yield Fault(f"docs/{path}", 0, f"link to the chooser's outcome under “Start here”: choose.md#{OUTCOMES[stop]}")
        elif not re.fullmatch(OUTCOMES[stop], linked[0]):
            yield Fault(f"docs/{path}", 0, f"first_stop is {stop}, so the first outcome linked under “Start here” must fit {OUTCOMES[stop]}: {linked[0]}")
        for outcome in linked:
            if outcome not in outcomes:
                yield Fault(f"docs/{path}", 0, f"the chooser has no such outcome: {outcome}")
    for path, (line, _) in rows.items():
        if path not in pages:
            yield Fault(f"docs/{TABLE}", line, f"this row leads to no problem page: {path}")
