"""The picture of all claims: an editor writes a row, the claim and what was found in a few words; the rest follows.

Below its heading each row gets its place, its link, and the grade in words and as a mark from the page of the claim;
the counts in title and desc follow too. A new row is a copy of another, where it should stand, with its id and words.
"""

import re

from ..checks.claims import FIGURE, claims, grades
from ..checks.guide import Guide

TOP, AFTER_HEADING, ROW, GAP, END = 86, 9, 38, 29, 13
_ROW = re.compile(
    r'  <a id="(?P<id>e\d+)".*?<text x="4" y="15".*?>(?P<claim>[^<]*)</text><text.*?>(?P<found>[^<]*)</text>'
)
_HEADING = re.compile(r'  <text x="4" y="\d+" font-size="14".*?>(?P<name>[^<]*)</text>')


def all_claims(guide: Guide) -> dict[str, str]:
    """Give the picture with each row in its place; a row of no claim is left as it is, for check_figure names it."""
    held, at = grades(guide), {one.id: page.path.rpartition("/")[2].removesuffix(".md") for page, one in claims(guide)}
    lines, y = [], TOP
    for line in guide.text(FIGURE).splitlines():
        if heading := _HEADING.match(line):
            y += GAP if any(_ROW.match(one) for one in lines) else 0
            look = f'x="4" y="{y}" font-size="14" font-weight="700" fill="var(--pm-brand)"'
            lines.append(f"  <text {look}>{heading['name']}</text>")
            y += AFTER_HEADING
        elif (row := _ROW.match(line)) and row["id"] in held:
            id, words = row["id"], held[row["id"]]
            mark = "none" if words == "None found" else words.lower().replace(", ", "-")
            lines.append(
                f'  <a id="{id}" href="{at[id]}/#{id}" transform="translate(0 {y})">'
                f'<rect width="320" height="{ROW}" rx="7" fill="transparent"/><use href="#all-claims-{mark}"/>'
                f'<text x="4" y="15" fill="var(--pm-soft)">{row["claim"]}</text>'
                f'<text x="4" y="31" font-weight="700">{row["found"]}</text>'
                f'<text x="276" y="31" font-size="11.75" text-anchor="middle">{words}</text></a>'
            )
            y += ROW
        else:
            lines.append(line)
    text = "\n".join(lines) + "\n"
    counts = [sum(words.endswith(way) for words in held.values()) for way in ("for", "against", "None found")]
    said = "{} claims have a grade for, {} against, and {} none found".format(*counts)
    text = re.sub(r"\d+ claims have a grade for, \d+ against, and \d+ none found", said, text)
    text = re.sub(r"All \d+ claims at a glance", f"All {len(held)} claims at a glance", text)
    return {FIGURE: re.sub(r'viewBox="0 0 320 \d+"', f'viewBox="0 0 320 {y + END}"', text, count=1)}
