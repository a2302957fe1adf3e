"""The source of the guide as the checks see it: its pages, settings and rules, each read once."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache, cached_property
from pathlib import Path

import yaml

from .prose import Block, blocks, body_start

TESTS = Path(__file__).resolve().parent.parent
DEFINITION = re.compile(r'^\[(?P<name>[^\]]+)\]: (?P<target>\S+?)#(?P<id>[\w-]+)(?: "(?P<title>.*)")?$')


class Page:
    """One Markdown page: path is relative to docs/, shown is the path that a fault prints."""

    def __init__(self, path: str, raw: bytes, guide: Guide) -> None:
        self.path, self.raw, self.guide = path, raw, guide
        self.shown = f"docs/{path}"
        self.text = raw.decode("utf-8", "replace").removeprefix("\ufeff").replace("\r\n", "\n")
        self.lines = self.text.splitlines()

    @cached_property
    def meta(self) -> dict:
        """The front matter; empty when it cannot be read, which check_front_matter reports."""
        try:
            meta = yaml.safe_load("\n".join(self.lines[1 : max(body_start(self.text) - 1, 1)]))
        except (yaml.YAMLError, ValueError):
            return {}
        return meta if isinstance(meta, dict) else {}

    @property
    def kind(self) -> str:
        """The kind of the page as its front matter names it, or nothing."""
        return str(self.meta.get("kind", ""))

    @cached_property
    def prose(self) -> list[tuple[int, str]]:
        """Each line of the body with its number; lines of code and link definitions are left out, code within a line
        is emptied."""
        found, fenced = [], False
        start = body_start(self.text)
        for number, line in enumerate(self.lines[start:], start=start + 1):
            if line.lstrip().startswith(("```", "~~~")):
                fenced = not fenced
            elif not fenced and not DEFINITION.match(line):
                found.append((number, re.sub(r"`[^`]*`", "``", line)))
        return found

    @cached_property
    def blocks(self) -> list[Block]:
        """The words that a reader sees, citations left out."""
        return blocks(self.text, self.guide.citation_names)

    def line_of(self, words: str) -> int:
        """Give the number of the first line that holds these words, or 0."""
        return next((number for number, line in enumerate(self.lines, start=1) if words and words in line), 0)

    def section(self, heading: str) -> str:
        """Give the Markdown below a heading, up to the next one of its level or above; empty when it is not there."""
        match = re.search(rf"^(#+) {re.escape(heading)}[^\n]*\n(.*?)(?=^#{{1,2}} |\Z)", self.text, re.M | re.S)
        return match[2] if match else ""


class Guide:
    """A repository with the guide's source; root holds docs/, overrides/ and mkdocs.yml.

    today is the day after which no review can have happened: one day is added to the machine's, for zones ahead of it.
    A rules.toml in root adds to that of the tests, table by table; the bad pages bring one.
    """

    def __init__(self, root: Path, today: date | None = None) -> None:
        self.root = root
        self.docs = root / "docs"
        self.today = today or date.today() + timedelta(days=1)

    @cached_property
    def rules(self) -> dict:
        """What an editor may change without touching code: words, hosts, lengths, signs."""
        rules: dict = {}
        for path in (TESTS / "rules.toml", self.root / "rules.toml"):
            if path.exists():
                rules |= tomllib.loads(path.read_text(encoding="utf-8"))
        return rules

    @cached_property
    def pages(self) -> dict[str, Page]:
        """Every Markdown page by its path below docs/, in the order of names."""
        paths = sorted(path for path in self.docs.rglob("*") if path.suffix.lower() == ".md")
        names = [path.relative_to(self.docs).as_posix() for path in paths]
        return {name: Page(name, (self.docs / name).read_bytes(), self) for name in names}

    def of_kind(self, kind: str) -> Iterator[Page]:
        """Give the pages of one kind."""
        return (page for page in self.pages.values() if page.kind == kind)

    @cached_property
    def files(self) -> dict[str, Path]:
        """Every file below docs/ that is no page, by its path there."""
        other = {".md", *self.rules.get("ignored_endings", [])}
        found = (path for path in sorted(self.docs.rglob("*")) if path.is_file() and path.suffix.lower() not in other)
        return {path.relative_to(self.docs).as_posix(): path for path in found}

    @cached_property
    def config(self) -> dict:
        """The settings of mkdocs.yml; values of !ENV and !relative are given as they are written."""

        class Loader(yaml.SafeLoader):
            """Reads the tags of MkDocs as plain values."""

        Loader.add_multi_constructor("!", lambda loader, suffix, node: getattr(node, "value", ""))
        return yaml.load((self.root / "mkdocs.yml").read_text(encoding="utf-8"), Loader) or {}

    @cache  # noqa: B019 - a guide lives as long as the run
    def definitions(self, page: str) -> dict[str, tuple[int, re.Match]]:
        """Give the link definitions of a page's section named links, by name in lower case, each with its line."""
        found = {}
        lines = self.pages[page].lines if page in self.pages else []
        for number, line in enumerate(lines, start=1):
            if match := DEFINITION.match(line):
                found[match["name"].lower()] = (number, match)
        return found

    @cached_property
    def citation_names(self) -> frozenset[str]:
        """The names, in lower case, that lead to the references."""
        return frozenset(self.definitions("evidence/references.md"))

    @cached_property
    def link_names(self) -> frozenset[str]:
        """Every name, as it is written, that is defined for all pages: references and glossary words."""
        found = [*self.definitions("evidence/references.md").values(), *self.definitions("about/glossary.md").values()]
        return frozenset(match["name"] for _, match in found)

    def text(self, path: str) -> str:
        """Give the text of a file of the repository, empty when it is not there."""
        file = self.root / path
        return file.read_text(encoding="utf-8") if file.exists() else ""

    def below(self, folder: str, *suffixes: str) -> Iterator[tuple[str, str]]:
        """Give path and text of each file below a folder of the repository that ends in one of the suffixes."""
        for path in sorted((self.root / folder).rglob("*")):
            if path.suffix in suffixes:
                yield path.relative_to(self.root).as_posix(), path.read_text(encoding="utf-8")
