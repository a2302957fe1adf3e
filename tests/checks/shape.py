"""The shape of a page: heading, answer, safety and doubts where a reader looks for them; problems told alike."""

import re

from .fault import Fault, Faults, check
from .guide import Guide, Page
from .prose import plain

IN_SHORT = '!!! in-short "In short"'
TABLE = "problems/index.md"


@check("page")
def check_shape(page: Page, guide: Guide) -> Faults:
    """A page begins with its one heading and the answer in a box; one that advises names urgent signs before its
    first advice, and says what we are not sure about.
    """
    rules, path = guide.rules["shape"], page.shown
    texts = [(number, line) for number, line in page.prose if line.strip()]
    first = texts[0] if texts else (0, "nothing")
    if not first[1].startswith("# "):
        yield Fault(path, first[0], f"begin the text with one heading, # and the question of the page: {first[1]}")
    for number, line in texts[1:]:
        if line.startswith("# "):
            yield Fault(path, number, f"keep one heading with a single #, write ## here: {line}")
    box = page.line_of(IN_SHORT)
    section = next((number for number, line in texts if line.startswith("## ")), len(page.lines) + 1)
    if not box:
        yield Fault(path, 0, f"give the answer in two or three sentences in a box, {IN_SHORT}: In short")
    elif box > section:
        yield Fault(path, box, "put this box before the first section: In short")
    if page.kind not in rules["advising"]:
        return
    end = len(page.lines)
    care = next((number for number, line in texts if re.search(r"urgent-signs/index\.md|class=\"care", line)), end + 1)
    advice = next((one for one in texts if re.match("## (?!Get help first if)", one[1])), (end, "the end of the page"))
    if page.kind not in rules["urgent_elsewhere"] and care > advice[0]:
        said = "link to urgent-signs/index.md before the first advice"
        yield Fault(path, advice[0], f"{said}: {advice[1].lstrip('# ')}")
    doubts = "## What we are not sure about"
    if page.path not in rules["without_doubts"] and not any(line.startswith(doubts) for _, line in texts):
        yield Fault(path, 0, f"add a section with this heading: {doubts}")


@check("page")
def check_problem_shape(page: Page, guide: Guide) -> Faults:
    """The pages by problem have the same sections in the same order."""
    if page.kind != "problem":
        return
    wanted = guide.rules["shape"]["problem_headings"]
    found = [(number, line[3:].split(" {")[0].strip()) for number, line in page.prose if line.startswith("## ")]
    for (number, have), want in zip([*found, (0, "nothing")], [*wanted, "nothing"], strict=False):
        if have != want:
            said = f"use these sections in this order: {', '.join(wanted)}; the first that differs is"
            yield Fault(page.shown, number, f"{said}: {have}")
            return


@check("guide")
def check_first_stops(guide: Guide) -> Faults:
    """Each problem stands once in the table of problems and on home, under the first stop that its front matter names,
    and its “Start here” leads first to an outcome of the chooser that fits.
    """
    stops, rows = guide.rules["shape"]["first_stops"], {}
    home = guide.page("index.md")
    for number, line in enumerate(guide.page(TABLE).lines, start=1):
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")] if line.lstrip().startswith("|") else []
        match = re.search(r"\]\(([a-z0-9-]+\.md)\)", cells[0]) if len(cells) > 1 else None
        if match:
            rows[f"problems/{match[1]}"] = (number, plain(cells[1], guide.citation_names))
    for page in guide.pages.values():
        rule = stops.get(str(page.meta.get("first_stop"))) if page.kind == "problem" else None
        if not rule:
            continue  # the schema names this fault
        line, words = rows.get(page.path, (0, ""))
        if not line:
            yield Fault(f"docs/{TABLE}", 0, f"add a row for this page to the table: {page.path}")
        elif not words.startswith(rule["words"]):
            said = f"{page.path} says first_stop: {page.meta['first_stop']}, so begin with “{rule['words']}”"
            yield Fault(f"docs/{TABLE}", line, f"{said}: {words}")
        if not home.line_of(f"]({page.path})"):
            yield Fault(home.shown, 0, f"link to this problem from the home page: {page.path}")
        start = page.line_of("## Start here")
        linked = re.search(r"choose/index\.md#(out-[a-z-]+)", page.section("Start here"))
        if not linked or not re.fullmatch(rule["outcomes"], linked[1]):
            said = f"lead first to an outcome of the chooser that fits {page.meta['first_stop']} ({rule['outcomes']})"
            yield Fault(page.shown, start, f"{said}: {linked[1] if linked else 'none'}")
    for path, (line, _) in rows.items():
        if path not in guide.pages:
            yield Fault(f"docs/{TABLE}", line, f"remove this row, it leads to no page: {path}")
