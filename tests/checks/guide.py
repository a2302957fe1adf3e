"""The source of the guide as the checks see it: its pages, settings and rules, each read once."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache, cached_property
from pathlib import Path
from typing import NamedTuple

import yaml

from .prose import Block, blocks

TESTS = Path(__file__).resolve().parent.parent
REFERENCES = "evidence/references.md"
GLOSSARY = "about/glossary.md"
ADDRESSES = "tests/addresses.list"
ARROW = " > "
DEFINITION = re.compile(r'^\[(?P<name>[^\]]+)\]: (?P<target>\S+?)#(?P<id>[\w-]+)(?: "(?P<title>.*)")?$')
_ENTRY = re.compile(r"^### (?P<label>.+?)(?: \{ #(?P<id>[\w-]+) \})?$(?P<text>(?:\n(?!###? |--8<--).*)*)", re.M)


class Loader(yaml.SafeLoader):
    """Reads YAML with days as the text that stands there, and the tags of MkDocs as plain values."""

    yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in pairs if not tag.endswith(":timestamp")]
        for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


Loader.add_multi_constructor("!", lambda loader, suffix, node: getattr(node, "value", ""))


class Missing(KeyError):
    """A key that the rules lack; as text it says which, and where it belongs."""

    def __str__(self) -> str:
        return str(self.args[0])


class Table(dict):
    """A table of the rules, which says what it lacks."""

    def __init__(self, data: dict, name: str = "") -> None:
        super().__init__({key: self.of(value, f"{name}.{key}".strip(".")) for key, value in data.items()})
        self.name = name

    @classmethod
    def of(cls, value: object, name: str) -> object:
        """Give a value of the table, tables in it as such too."""
        return cls(value, name) if isinstance(value, dict) else value

    def __missing__(self, key: str) -> object:
        where = f"[{self.name}]" if self.name else "the tables"
        raise Missing(f"tests/rules.toml: put this back into {where}, the checks need it: {key}")


class Entry(NamedTuple):
    """A heading of the third level, without an id when it has none in braces, and the text below it."""

    id: str
    label: str
    line: int
    text: str


class Kept(NamedTuple):
    """One address that readers may have kept, below the site's own, with the page that it has moved to, if it has."""

    line: int
    page: str
    id: str
    moved_to: str


class Page:
    """One Markdown page: path is relative to docs/, shown is the path that a fault prints."""

    def __init__(self, path: str, raw: bytes, guide: Guide) -> None:
        self.path, self.raw, self.guide = path, raw, guide
        self.shown = f"docs/{path}"
        self.text = raw.decode("utf-8", "replace").removeprefix("\ufeff").replace("\r\n", "\n")
        self.lines = self.text.splitlines()
        ends = [number for number, line in enumerate(self.lines, start=1) if line.strip() == "---"]
        self.start = ends[1] if len(ends) > 1 and ends[0] == 1 else 0  # how many lines the front matter takes

    @cached_property
    def meta(self) -> dict:
        """The front matter; empty when it cannot be read, which check_front_matter reports."""
        try:
            meta = yaml.load("\n".join(self.lines[1 : max(self.start - 1, 1)]), Loader)
        except (yaml.YAMLError, ValueError):
            return {}
        return meta if isinstance(meta, dict) else {}

    @property
    def kind(self) -> str:
        """The kind of the page as its front matter names it, or nothing."""
        return str(self.meta.get("kind", ""))

    @cached_property
    def prose(self) -> list[tuple[int, str]]:
        """Each line of the body that holds something, with its number; lines of code and link definitions are left out,
        code within a line is emptied."""
        found, fenced = [], False
        for number, line in enumerate(self.lines[self.start :], start=self.start + 1):
            if line.lstrip().startswith(("```", "~~~")):
                fenced = not fenced
            elif line and not fenced and not DEFINITION.match(line):
                found.append((number, re.sub(r"`[^`]*`", "``", line)))
        return found

    def find(self, pattern: str | re.Pattern) -> Iterator[tuple[int, re.Match]]:
        """Give each match of a pattern in a line of the prose, with the number of the line."""
        compiled = re.compile(pattern)
        return ((number, match) for number, line in self.prose for match in compiled.finditer(line))

    @cached_property
    def blocks(self) -> list[Block]:
        """The words that a reader sees, citations left out."""
        return blocks(self.text, self.guide.citation_names, self.start)

    @cached_property
    def entries(self) -> list[Entry]:
        """What stands below each heading of the third level, up to the next heading or the section of links."""
        return [
            Entry(match["id"] or "", match["label"], self.text.count("\n", 0, match.start()) + 1, match["text"])
            for match in _ENTRY.finditer(self.text)
        ]

    @cached_property
    def definitions(self) -> dict[str, tuple[int, re.Match]]:
        """The link definitions of the page by name in lower case, each with its line."""
        matches = ((number, DEFINITION.match(line)) for number, line in enumerate(self.lines, start=1))
        return {match["name"].lower(): (number, match) for number, match in matches if match}

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
        paths = (TESTS / "rules.toml", self.root / "rules.toml")
        tables = [tomllib.loads(path.read_text(encoding="utf-8")) for path in paths if path.exists()]
        return Table({name: table for rules in tables for name, table in rules.items()})

    @cached_property
    def pages(self) -> dict[str, Page]:
        """Every Markdown page by its path below docs/, in the order of names."""
        paths = sorted(path for path in self.docs.rglob("*") if path.suffix.lower() == ".md")
        names = [path.relative_to(self.docs).as_posix() for path in paths]
        return {name: Page(name, (self.docs / name).read_bytes(), self) for name in names}

    def page(self, path: str) -> Page:
        """Give the page at this path below docs/, one without words when it is not there."""
        return self.pages.get(path) or Page(path, b"", self)

    def page_at(self, address: str) -> Page | None:
        """Give the page at an address below the site's own, such as problems/sciatica/ or ./ for home."""
        names = (f"{address.removeprefix('./')}index.md", f"{address.rstrip('/')}.md")
        return next((self.pages[name] for name in names if name in self.pages), None)

    @cached_property
    def files(self) -> dict[str, Path]:
        """Every file below docs/ that is no page, by its path there."""
        other = {".md", *self.rules.get("ignored_endings", [])}
        found = (path for path in sorted(self.docs.rglob("*")) if path.is_file() and path.suffix.lower() not in other)
        return {path.relative_to(self.docs).as_posix(): path for path in found}

    @cached_property
    def kept(self) -> list[Kept]:
        """The list of addresses: `page/`, `page/#id` or `old-page/ > new-page/`, one a line; home is `./`."""
        found = []
        for number, line in enumerate(self.text(ADDRESSES).splitlines(), start=1):
            address, _, moved_to = line.partition(ARROW)
            if address and not line.startswith("#"):
                page, _, fragment = address.partition("#")
                found.append(Kept(number, page, fragment, moved_to))
        return found

    @cached_property
    def moved(self) -> dict[str, str]:
        """The new page of each page that has moved, both as addresses."""
        return {one.page: one.moved_to for one in self.kept if one.moved_to}

    @cached_property
    def config(self) -> dict:
        """The settings of mkdocs.yml; values of !ENV and !relative are given as they are written."""
        return yaml.load(self.text("mkdocs.yml"), Loader) or {}

    @cached_property
    def citation_names(self) -> frozenset[str]:
        """The names, in lower case, that lead to the references."""
        return frozenset(self.page(REFERENCES).definitions)

    @cached_property
    def shared_links(self) -> dict[str, re.Match]:
        """The link definitions that all pages share, by name in lower case: of references and of glossary words."""
        pages = (self.page(GLOSSARY), self.page(REFERENCES))
        return {name: match for page in pages for name, (_, match) in page.definitions.items()}

    @cache  # noqa: B019 - a guide lives as long as the run
    def text(self, path: str) -> str:
        """Give the text of a file of the repository, empty when it is not there."""
        file = self.root / path
        return file.read_text(encoding="utf-8", errors="replace") if file.exists() else ""

    @cache  # noqa: B019
    def texts(self, *patterns: str) -> dict[str, str]:
        """Give the text of each file of the repository that one of the patterns names, such as docs/**/*.css."""
        paths = sorted({path for pattern in patterns for path in self.root.glob(pattern)})
        names = [path.relative_to(self.root).as_posix() for path in paths]
        return {name: self.text(name) for name in names}
