"""The files of rules, settings and data can be read at all: whatever else is wrong is found by reading them."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import yaml
from lxml import etree

from .fault import Fault, Faults

TOML = ("pyproject.toml", "tests/*.toml", "tests/browser/*.toml", "tests/stories/*.toml")
YAML = ("mkdocs.yml", ".github/dependabot.yml", ".github/workflows/*.yml")
JSON = ("tests/*.json",)
CSS = ("docs/assets/**/*.css",)
# Where patterns stand, as keys or as values: a table, and * for any key.
PATTERNS = {
    "tests/patterns.toml": ["*.never.>", "*.must.>", "entries.>", "entries.*.must.>"],
    "tests/rules.toml": ["words_to_avoid.>", "glossary.linked.*", "signs.*.words.*", "cautions.*.*"],
}


class _Once(yaml.SafeLoader):
    """Reads YAML whose keys stand once, with the tags of MkDocs as plain values."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict:
        """Refuse a key that stands twice: the second would win in silence."""
        seen: set[str] = set()
        for key, _ in node.value:
            if key.value in seen:
                raise yaml.MarkedYAMLError(problem=f"this key stands twice: {key.value}", problem_mark=key.start_mark)
            seen.add(key.value)
        return super().construct_mapping(node, deep)


_Once.add_multi_constructor("!", lambda loader, suffix, node: getattr(node, "value", ""))


def unreadable(root: Path) -> Faults:
    """Give each file that no tool can read, with the line, and each pattern that is none."""
    kinds = ((TOML, tomllib.loads), (YAML, lambda text: yaml.load(text, _Once)), (JSON, json.loads), (CSS, str))
    for patterns, read in kinds:
        for path in sorted({path for pattern in patterns for path in root.glob(pattern)}):
            shown = path.relative_to(root).as_posix()
            try:
                data = read(path.read_bytes().decode("utf-8"))
            except (tomllib.TOMLDecodeError, json.JSONDecodeError) as error:
                line = int((re.findall(r"line (\d+)", str(error)) or ["0"])[0])
                yield Fault(shown, line, f"mend this, no tool can read on from here: {str(error).partition(' (')[0]}")
            except yaml.YAMLError as error:
                mark = getattr(error, "problem_mark", None)
                said = getattr(error, "problem", None) or error
                yield Fault(shown, mark.line + 1 if mark else 0, f"mend this, no tool can read on from here: {said}")
            except UnicodeDecodeError as error:
                line, byte = error.object.count(b"\n", 0, error.start) + 1, error.object[error.start]
                yield Fault(shown, line, f"save the file as UTF-8; this byte is not: 0x{byte:x}")
            else:
                yield from _patterns(shown, data)


def _patterns(shown: str, data: dict) -> Iterator[Fault]:
    for place in PATTERNS.get(shown, ()):
        for pattern in _at(data, place.split(".")):
            try:
                etree.XPath(pattern) if pattern.startswith("//") else re.compile(pattern)
            except (re.error, etree.XPathSyntaxError) as error:
                yield Fault(shown, 0, f"this is no regular expression or XPath ({error}): {pattern}")


def _at(data: object, keys: list[str]) -> Iterator[str]:
    """Give the texts at a place: * stands for any key or item, > for the keys themselves."""
    if not keys:
        yield from [data] if isinstance(data, str) else []
    elif keys == [">"]:
        yield from data if isinstance(data, dict) else ()
    elif keys[0] == "*":
        for value in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
            yield from _at(value, keys[1:])
    elif isinstance(data, dict) and keys[0] in data:
        yield from _at(data[keys[0]], keys[1:])
