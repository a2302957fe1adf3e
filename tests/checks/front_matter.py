"""The front matter of each page, held to tests/front-matter.schema.json, with the line of each key."""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Iterator
from datetime import date
from functools import cache

import yaml
from jsonschema import Draft202012Validator

from .fault import Fault, check
from .guide import TESTS, Guide, Page
from .prose import body_start


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
def check_bytes(page: Page, guide: Guide) -> Iterator[Fault]:
    """A page is UTF-8 text without a byte-order mark and without control characters."""
    raw = page.raw
    if raw.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        yield Fault(page.shown, 1, f"save the file as UTF-8 without a byte-order mark: 0x{raw[:2].hex()}")
        return
    bad = re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]", raw)
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        yield Fault(page.shown, line, f"save the file as UTF-8; this byte is not: 0x{raw[error.start]:02x}")
    else:
        if bad:
            line = raw[: bad.start()].count(b"\n") + 1
            yield Fault(page.shown, line, f"take out this control character: 0x{bad[0].hex()}")


@check("page")
def check_front_matter(page: Page, guide: Guide) -> Iterator[Fault]:
    """A page begins with front matter that is YAML, holds each key once, and follows the schema."""
    lines, path = page.lines, page.shown
    if not lines or lines[0].rstrip() != "---":
        first = next((line for line in lines if line.strip()), "")
        number = lines.index(first) + 1 if first else 1
        advice = "begin the file with front matter between two lines --- on line 1"
        if re.match(r"[A-Za-z][\w -]*:\s", first):
            advice = "put a line --- above this line and one below the last key, or the line vanishes from the page"
        yield Fault(path, number, f"{advice}: {first[:60]}")
        return
    end = body_start(page.text)
    if not end:
        yield Fault(path, 1, "close the front matter with a second line --- below the last key: ---")
        return
    text = "\n".join(lines[1 : end - 1])
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
        meta = yaml.safe_load(text)
    except (yaml.YAMLError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        number = min(mark.line + 2, end) if mark else 1
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
        if key.value in places:
            said = f"keep one of the two values; this key stands on line {places[key.value]} already"
            yield Fault(path, line, f"{said}: {key.value}")
        places.setdefault(key.value, line)
    yield from _check_values(page, guide, places, meta)


def _check_values(page: Page, guide: Guide, places: dict[str, int], meta: dict) -> Iterator[Fault]:
    path, keys = page.shown, schema()["properties"]
    plain = {key: value.isoformat() if isinstance(value, date) else value for key, value in meta.items()}
    wrong = set()
    for error in Draft202012Validator(schema()).iter_errors(plain):
        if error.validator == "required" and not error.path:
            key = error.message.split("'")[1]
            yield Fault(path, 1, f"add this key, for example “{example(key)}”: {key}")
        elif error.validator == "additionalProperties" and not error.path:
            for key in sorted(set(plain) - set(keys), key=str):
                near = difflib.get_close_matches(str(key), keys, n=1)
                advice = f"write “{near[0]}”" if near else f"use only {', '.join(keys)}"
                line = places.get(str(key), 1)
                yield Fault(path, line, f"this key is unknown, {advice} or remove it: {key}")
        else:
            key = str(error.path[0])
            wrong.add(key)
            yield Fault(path, places[key], f"{keys[key]['message']}: {plain[key]}")
    for id in plain.get("adapted_from", []) if "adapted_from" not in wrong else []:
        articles = guide.config.get("extra", {}).get("articles", {})
        if id not in articles:
            yield Fault(path, places["adapted_from"], f"adapted_from may name only {', '.join(articles)}: {id}")
    yield from _check_days(page, guide, places, {key: value for key, value in plain.items() if key not in wrong})
    if plain.get("kind") == "problem" and "first_stop" not in plain:
        yield Fault(
            path, 1, f"a page of kind problem needs this key, for example “{example('first_stop')}”: first_stop"
        )
    if plain.get("kind") != "problem" and "first_stop" in plain:
        yield Fault(path, places["first_stop"], "only a page of kind problem has this key, remove it: first_stop")


def _check_days(page: Page, guide: Guide, places: dict[str, int], plain: dict) -> Iterator[Fault]:
    days = {}
    for key in ("reviewed", "next_review"):
        try:
            days[key] = date.fromisoformat(plain.get(key, ""))
        except ValueError:
            if key in plain:
                yield Fault(page.shown, places[key], f"write a day that exists for {key}: {plain[key]}")
    if "reviewed" in days and days["reviewed"] > guide.today:
        said = "reviewed is the day of the last whole review, so it cannot lie in the future"
        yield Fault(page.shown, places["reviewed"], f"{said}: {days['reviewed']}")
    if len(days) == 2:
        most = schema()["properties"]["next_review"]["longestGap"]
        gap = (days["next_review"] - days["reviewed"]).days
        if not 0 < gap <= most:
            said = f"plan next_review 1 to {most} days after reviewed ({days['reviewed']})"
            yield Fault(page.shown, places["next_review"], f"{said}: {days['next_review']}")


def check_due(guide: Guide, today: date) -> Iterator[Fault]:
    """A page is reviewed again by the day that next_review names; only the weekly run asks for this."""
    for page in guide.pages.values():
        due = page.meta.get("next_review")
        if isinstance(due, date) and due < today:
            said = "review the whole page, then set reviewed and next_review; it was due on"
            yield Fault(page.shown, page.line_of("next_review:"), f"{said}: {due}")
