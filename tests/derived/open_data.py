"""The graded claims as data that anybody may use: evidence.json, and evidence.csv for a table."""

import csv
import io
import json
import re

from ..checks.claims import PAGE, VERDICT, grades
from ..checks.claims import claims as graded
from ..checks.guide import REFERENCES, Guide
from ..checks.links import named
from ..checks.prose import plain

JSON, CSV = (f"docs/assets/data/evidence.{kind}" for kind in ("json", "csv"))
_ADDRESS = re.compile(r"\]\((https?://(?:[^()\s]|\([^()\s]*\))+)\)|<(https?://[^>]+)>")
_FOR_YOU = re.compile(r"\*\*For you:\*\*(.+?)(?:\n\n|\Z)", re.S)


def claims(guide: Guide) -> list[dict]:
    """Give each graded claim: its words, what was found in words, grade and direction, what it means, and its sources.

    A claim that lacks its verdict or its line for the reader is an error that names it.
    """
    held = grades(guide)
    entries = {entry.label: entry for entry in guide.page(REFERENCES).entries}
    found = []
    for page, one in sorted(graded(guide), key=lambda pair: int(pair[1].id[1:])):
        verdict, advice = VERDICT.search(one.text), _FOR_YOU.search(one.text)
        if not verdict or not advice:
            raise ValueError(
                f"{page.shown}:{one.line}: write a verdict before the badge, and a line “For you”: {one.id}"
            )
        grade, _, direction = held[one.id].partition(", ")
        sources = [name for name in entries if name.lower() in {cited.lower() for cited in named(one.text)}]
        found.append(
            {
                "id": one.id,
                "page": re.sub(r"/?(index)?\.md$", f"/#{one.id}", page.path),
                "claim": one.label.strip("“”"),
                "verdict": plain(verdict[1], guide.citation_names),
                "grade": grade,
                "direction": direction or None,
                "for_you": plain(advice[1], guide.citation_names),
                "sources": [{"name": name, "address": address(entries[name].text)} for name in sources],
            }
        )
    return found


def address(entry: str) -> str:
    """Give where the source of an entry is to be found, by DOI where it has one."""
    links = [one or other for one, other in _ADDRESS.findall(entry)]
    return next((link for link in links if "doi.org/" in link), max(links, key=len, default=""))


def open_data(guide: Guide) -> dict[str, str]:
    """Give both files; the first says what the data are, how old, how they may be used and what the grades mean."""
    found = claims(guide)
    head = {
        "title": f"{guide.config['site_name']} Graded claims about physiotherapy and sports massage",
        "licence": "CC BY 4.0, https://creativecommons.org/licenses/by/4.0/",
        "use": "Name “Physio or massage?” as the source, link to the licence, and say what you changed.",
        "limits": "Our own grades, in the spirit of GRADE, not official. Not reviewed by a clinician.",
        "reviewed": str(guide.page(PAGE).meta["reviewed"]),
        "grades": "Good, Some or Weak: how sure. None found: we looked and found no study.",
        "directions": "for: better than its comparison. against: no better, or worse. mixed: depends, or disagree.",
    }
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(["id", "claim", "verdict", "grade", "direction", "for_you", "sources", "addresses"])
    for one in found:
        names, addresses = ("; ".join(source[key] for source in one["sources"]) for key in ("name", "address"))
        row = [one[key] for key in ("id", "claim", "verdict", "grade", "direction", "for_you")]
        writer.writerow([*row, names, addresses])
    return {JSON: json.dumps(head | {"claims": found}, indent=1, ensure_ascii=False) + "\n", CSV: table.getvalue()}
