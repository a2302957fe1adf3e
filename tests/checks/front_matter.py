"""The closed schema of the front matter; .github/CONTRIBUTING.md explains each key to contributors."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterator
from datetime import date
from typing import NamedTuple

import yaml

from .fault import Fault

KINDS = ("home", "chooser", "safety", "comparison", "therapy", "index", "problem", "booking", "evidence", "references", "about")
FIRST_STOPS = ("home-care", "physiotherapist", "massage", "treating-team")
HIDEABLE = ("navigation", "toc")
TITLE_LENGTH = (3, 60)
DESCRIPTION_LENGTH = (50, 160)
LONGEST_REVIEW_GAP = 184  # days: six months
TAG_BREAKERS = '"<>&'


class Key(NamedTuple):
    """What one key holds: text, date or list, whether every page needs it, and an example to copy."""

    holds: str
    required: bool
    example: str


KEYS = {
    "title": Key("text", True, "title: Sore after exercise"),
    "description": Key("text", True, "description: One sentence of 50 to 160 characters that says what the page answers."),
    "kind": Key("text", True, "kind: problem"),
    "first_stop": Key("text", False, "first_stop: home-care"),
    "reviewed": Key("date", True, "reviewed: 2026-11-21"),
    "next_review": Key("date", True, "next_review: 2027-05-21"),
    "adapted_from": Key("list", True, "adapted_from: [are-they-the-same]"),
    "hide": Key("list", False, "hide: [toc]"),
    "search": Key("a mapping", False, "search: {boost: 4}"),
}

_TAGS = {
    "tag:yaml.org,2002:str": "text",
    "tag:yaml.org,2002:timestamp": "date",
    "tag:yaml.org,2002:seq": "list",
    "tag:yaml.org,2002:map": "a mapping",
    "tag:yaml.org,2002:int": "a number",
    "tag:yaml.org,2002:float": "a number",
    "tag:yaml.org,2002:bool": "true or false",
    "tag:yaml.org,2002:null": "nothing",
}


def check_bytes(path: str, raw: bytes) -> Iterator[Fault]:
    """A page is UTF-8 text without a byte-order mark."""
    if raw.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        yield Fault(path, 1, f"save the file as UTF-8 without a byte-order mark: 0x{raw[:2].hex()}")
        return
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        yield Fault(path, line, f"save the file as UTF-8; this byte is not: 0x{raw[error.start]:02x}")


def split(source: str) -> tuple[str | None, int]:
    """Give the text between the two fences and the number of the closing line; (None, 0) when there is none."""
    lines = source.splitlines()
    if not lines or lines[0].rstrip() != "---":
        return None, 0
    for number, line in enumerate(lines[1:], start=2):
        if line.rstrip() in ("---", "..."):
            return "\n".join(lines[1 : number - 1]), number
    return None, 0


def check_front_matter(path: str, source: str, articles: Collection[str], today: date) -> Iterator[Fault]:
    """A page begins with front matter that follows the schema.

    path is printed with each fault, source is the page's text, articles are the ids that adapted_from may name, and
    today is the day after which no review can have happened.
    """
    lines = source.splitlines()
    if not lines or lines[0].rstrip() != "---":
        first = next((line for line in lines if line.strip()), "")
        number = lines.index(first) + 1 if first else 1
        if re.match(r"[A-Za-z][\w -]*:\s", first):
            yield Fault(path, number, f"put a line --- above this line and one below the last key, or the line vanishes from the page: {first}")
        else:
            yield Fault(path, number, f"begin the file with front matter between two lines --- on line 1: {first[:60]}")
        return
    text, end = split(source)
    if text is None:
        yield Fault(path, 1, "close the front matter with a second line --- below the last key: ---")
        return
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        number = min(mark.line + 2, end) if mark else 1
        yield Fault(path, number, f"mend the YAML ({getattr(error, 'problem', None) or 'unreadable'}): {lines[number - 1].strip()}")
        return
    if not isinstance(node, yaml.MappingNode):
        yield Fault(path, 2, f"write keys with values, such as “title: Sciatica”, between the lines ---: {text.strip()[:60] or 'nothing'}")
        return
    yield from _check_mapping(path, node, articles, today)


def _check_mapping(path: str, node: yaml.MappingNode, articles: Collection[str], today: date) -> Iterator[Fault]:
    seen: dict[str, int] = {}
    values: dict[str, tuple[int, object]] = {}
    for key_node, value_node in node.value:
        key, line = str(key_node.value), key_node.start_mark.line + 2
        if key in seen:
            yield Fault(path, line, f"keep one of the two values; this key stands on line {seen[key]} already: {key}")
            continue
        seen[key] = line
        if key not in KEYS:
            near = difflib.get_close_matches(key, KEYS, n=1)
            advice = f"write “{near[0]}”" if near else f"use only {', '.join(KEYS)}"
            yield Fault(path, line, f"this key is unknown, {advice} or remove it: {key}")
            continue
        fault, value = _read(path, line, key, value_node)
        if fault:
            yield fault
        else:
            values[key] = (line, value)
    for key, rule in KEYS.items():
        if rule.required and key not in seen:
            yield Fault(path, 1, f"add this key, for example “{rule.example}”: {key}")
    for key, (line, value) in values.items():
        yield from _check_value(path, line, key, value, articles, today)
    yield from _check_together(path, seen, values)


def _read(path: str, line: int, key: str, node: yaml.Node) -> tuple[Fault | None, object]:
    """Give the value of one key in the type that the schema wants, or the fault that keeps it from being read."""
    wanted, example = KEYS[key].holds, KEYS[key].example
    found = _TAGS.get(node.tag, "something else")
    if found == "nothing" or (isinstance(node, yaml.ScalarNode) and not node.value.strip()):
        return Fault(path, line, f"give this key a value, for example “{example}”: {key}"), None
    shown = node.value if isinstance(node, yaml.ScalarNode) else found
    if found == "text" and wanted == "date" and re.fullmatch(r"\d{4}-\d\d-\d\d", node.value):
        return Fault(path, line, f"write the date of {key} without quotation marks: {shown}"), None
    if found != wanted:
        return Fault(path, line, f"{key} holds {wanted}, not {found}; write for example “{example}”: {shown}"), None
    if wanted == "date":
        try:
            return None, date.fromisoformat(node.value)
        except ValueError:
            return Fault(path, line, f"write a day that exists, as year-month-day in digits, for {key}: {node.value}"), None
    if wanted == "list":
        items = []
        for item in node.value:
            if _TAGS.get(item.tag) != "text" or not item.value.strip():
                return Fault(path, item.start_mark.line + 2, f"each entry of {key} is one word of text: {getattr(item, 'value', item.tag)}"), None
            items.append(item.value)
        return None, items
    if wanted == "a mapping":
        return None, [(item.value, _TAGS.get(value.tag), value.value) for item, value in node.value]
    return None, node.value


def _check_value(path: str, line: int, key: str, value, articles: Collection[str], today: date) -> Iterator[Fault]:
    limits = {"title": TITLE_LENGTH, "description": DESCRIPTION_LENGTH}
    choices = {"kind": KINDS, "first_stop": FIRST_STOPS}
    members = {"hide": HIDEABLE, "adapted_from": tuple(articles)}
    if key in limits:
        least, most = limits[key]
        if not least <= len(value) <= most:
            yield Fault(path, line, f"write {least} to {most} characters for {key}, not {len(value)}: {value}")
        broken = [character for character in value if character in TAG_BREAKERS or ord(character) < 32]
        if broken:
            yield Fault(path, line, f"leave this character out of {key}, it breaks the tag in the page's head: {broken[0]!r}")
    elif key in choices and value not in choices[key]:
        yield Fault(path, line, f"{key} is one of {', '.join(choices[key])}: {value}")
    elif key in members:
        for item in value:
            if item not in members[key]:
                yield Fault(path, line, f"{key} may name only {', '.join(members[key])}: {item}")
            elif value.count(item) > 1:
                yield Fault(path, line, f"name this once in {key}: {item}")
                break
    elif key == "search":
        for name, kind, number in value:
            if name != "boost" or kind != "a number" or not 0 < float(number) <= 10:
                yield Fault(path, line, f"search holds boost, a number above 0 and up to 10; write for example “{KEYS['search'].example}”: {name}: {number}")
    elif key == "reviewed" and value > today:
        yield Fault(path, line, f"reviewed is the day of the last whole review, so it cannot lie in the future: {value}")


def _check_together(path: str, seen: dict[str, int], values: dict[str, tuple[int, object]]) -> Iterator[Fault]:
    if "reviewed" in values and "next_review" in values:
        line, due = values["next_review"]
        gap = (due - values["reviewed"][1]).days
        if gap <= 0:
            yield Fault(path, line, f"next_review comes after reviewed ({values['reviewed'][1]}): {due}")
        elif gap > LONGEST_REVIEW_GAP:
            yield Fault(path, line, f"plan next_review at most {LONGEST_REVIEW_GAP} days after reviewed ({values['reviewed'][1]}): {due}")
    kind = values.get("kind", (0, ""))[1]
    if kind == "problem" and "first_stop" not in seen:
        yield Fault(path, 1, f"a page of kind problem needs this key, for example “{KEYS['first_stop'].example}”: first_stop")
    if kind in KINDS and kind != "problem" and "first_stop" in seen:
        yield Fault(path, seen["first_stop"], "only a page of kind problem has this key; remove it: first_stop")


def check_due(path: str, values: dict, today: date) -> Iterator[Fault]:
    """A page is reviewed again by the day that next_review names; only the scheduled run asks for this."""
    due = values.get("next_review")
    if isinstance(due, date) and due < today:
        yield Fault(path, 0, f"review the whole page, then set reviewed and next_review; it was due on: {due}")


def read(source: str) -> dict:
    """Give the front matter of a page as a dictionary; empty when it cannot be read, which check_front_matter reports."""
    text, _ = split(source)
    try:
        meta = yaml.safe_load(text or "")
    except (yaml.YAMLError, ValueError):
        return {}
    return meta if isinstance(meta, dict) else {}
