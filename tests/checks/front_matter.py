"""The front matter of each page, held to tests/front-matter.schema.json, with the line of each key."""

import json
import re
from datetime import date, timedelta
from functools import cache

import yaml
from jsonschema import Draft202012Validator, FormatChecker

from .fault import Fault, Faults, check, nearest
from .guide import TESTS, Guide, Loader, Page


@cache
def schema() -> dict:
    """Give the schema of the front matter; CONTRIBUTING's table is made from it."""
    return json.loads((TESTS / "front-matter.schema.json").read_text(encoding="utf-8"))


def example(key: str) -> str:
    """Give a line to copy for one key of the schema."""
    value = schema()["properties"][key]["examples"][0]
    shown = json.dumps(value).replace('"', "") if isinstance(value, list | dict) else value
    return f"{key}: {shown}"


@check("page")
def check_bytes(page: Page, guide: Guide) -> Faults:
    """A page is UTF-8 text without a byte-order mark and without control characters."""
    raw, bad = page.raw, re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]", page.raw)
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        yield Fault(page.shown, line, f"save the file as UTF-8; this byte is not: 0x{raw[error.start]:02x}")
    if raw.startswith(b"\xef\xbb\xbf"):
        yield Fault(page.shown, 1, "save the file as UTF-8 without a byte-order mark: 0xefbb")
    if bad:
        line = raw.count(b"\n", 0, bad.start()) + 1
        yield Fault(page.shown, line, f"take out this control character: 0x{bad[0].hex()}")


@check("page")
def check_front_matter(page: Page, guide: Guide) -> Faults:
    """A page begins with front matter that is YAML, holds each key once, and follows the schema."""
    lines, path = page.lines, page.shown
    if not lines or lines[0].rstrip() != "---":
        number, first = next(((n, line) for n, line in enumerate(lines, start=1) if line.strip()), (1, ""))
        advice = "begin the file with front matter between two lines --- on line 1"
        if re.match(r"[A-Za-z][\w -]*:\s", first):
            advice = "put a line --- above this line and one below the last key, or the line vanishes from the page"
        yield Fault(path, number, f"{advice}: {first[:60]}")
        return
    if not page.start:
        yield Fault(path, 1, "close the front matter with a second line --- below the last key: ---")
        return
    text = "\n".join(lines[1 : page.start - 1])
    try:
        node = yaml.compose(text, Loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        number = min(mark.line + 2, page.start) if mark else 1
        why = getattr(error, "problem", None) or error
        yield Fault(path, number, f"mend the YAML ({why}): {lines[number - 1].strip()}")
        return
    if not isinstance(node, yaml.MappingNode):
        shown = text.strip()[:60] or "nothing"
        yield Fault(path, 2, f"write keys with values, such as “title: Sciatica”, between the lines ---: {shown}")
        return
    places: dict[str, int] = {}
    for key, _ in node.value:
        line = key.start_mark.line + 2
        if (first := places.setdefault(key.value, line)) != line:
            said = f"keep one of the two values; this key stands on line {first} already"
            yield Fault(path, line, f"{said}: {key.value}")
    yield from _check_values(page, guide, places)


def _check_values(page: Page, guide: Guide, places: dict[str, int]) -> Faults:
    path, meta, keys, right = page.shown, page.meta, schema()["properties"], dict(page.meta)
    for error in Draft202012Validator(schema(), format_checker=FormatChecker()).iter_errors(meta):
        if error.path:
            key = str(error.path[0])
            right.pop(key, None)
            yield Fault(path, places[key], f"{keys[key]['message']}: {meta[key]}")
        elif error.validator == "required":
            key = error.message.split("'")[1]
            yield Fault(path, 1, f"add this key, for example “{example(key)}”: {key}")
        else:
            for key in sorted(map(str, set(meta) - set(keys))):
                advice = nearest(key, keys, "write “{}”", f"use only {', '.join(keys)}")
                yield Fault(path, places.get(key, 1), f"this key is unknown, {advice} or remove it: {key}")
    names = [str(right.get("title", "")), *right.get("tags", [])]
    for name in names[1:]:
        if [one.lower() for one in names].count(name.lower()) > 1:
            yield Fault(
                path, places["tags"], f"name this once, the title counts too, and small letters as large: {name}"
            )
    articles = guide.config.get("extra", {}).get("articles", {})
    for id in right.get("adapted_from", []):
        if id not in articles:
            yield Fault(path, places["adapted_from"], f"adapted_from may name only {', '.join(articles)}: {id}")
    if right.get("reviewed", "") > guide.today.isoformat():
        said = "reviewed is the day of the last whole review, so it cannot lie in the future"
        yield Fault(path, places["reviewed"], f"{said}: {meta['reviewed']}")
    if "reviewed" in right and "next_review" in right:
        most = keys["next_review"]["longestGap"]
        gap = date.fromisoformat(meta["next_review"]) - date.fromisoformat(meta["reviewed"])
        if not 0 < gap.days <= most:
            last = date.fromisoformat(meta["reviewed"]) + timedelta(days=most)
            said = f"plan next_review after reviewed ({meta['reviewed']}) and until {last}"
            yield Fault(path, places["next_review"], f"{said}: {meta['next_review']}")


def check_due(guide: Guide, today: date) -> Faults:
    """A page is reviewed again by the day that next_review names; only the weekly run asks for this."""
    for page in guide.pages.values():
        due = str(page.meta.get("next_review", ""))
        if "" < due < today.isoformat():
            said = "review the whole page, then set reviewed and next_review; it was due on"
            yield Fault(page.shown, page.line_of("next_review:"), f"{said}: {due}")
