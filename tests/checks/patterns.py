"""What a file must hold and what it may never hold, as tests/patterns.toml says: one list for all kinds of files."""

import re
import tomllib
from functools import cache

from .built import BuiltPage, Site, said
from .fault import Fault, Faults, check
from .guide import TESTS, Guide, Page

EXSLT = {"re": "http://exslt.org/regular-expressions"}


@cache
def patterns() -> dict[str, dict]:
    """Give the tables of tests/patterns.toml."""
    return tomllib.loads((TESTS / "patterns.toml").read_text(encoding="utf-8"))


def _shown(match: re.Match) -> str:
    return match[match.lastindex or 0].strip()[:80]


@check("page")
def check_prose(page: Page, guide: Guide) -> Faults:
    """No line of a page holds what the patterns for pages find."""
    for pattern, advice in patterns()["pages"]["never"].items():
        for number, match in page.find(pattern):
            yield Fault(page.shown, number, f"{advice}: {_shown(match)}")


@check("guide")
def check_texts(guide: Guide) -> Faults:
    """A file holds what the patterns for its kind must find, and nothing that they may never find."""
    for table in patterns().values():
        for path, text in guide.texts(*table.get("files", ())).items():
            for pattern, advice in table.get("must", {}).items():
                if not re.search(pattern, text, re.M):
                    yield Fault(path, 0, advice)
            for pattern, advice in table.get("never", {}).items():
                for match in re.finditer(pattern, text, re.M):
                    yield Fault(path, text.count("\n", 0, match.start()) + 1, f"{advice}: {_shown(match)}")


@check("guide")
def check_entries(guide: Guide) -> Faults:
    """Each entry of the references, the claims and the glossary holds what the patterns for it must find."""
    for paths, table in patterns()["entries"].items():
        for page in (page for path, page in guide.pages.items() if re.fullmatch(paths, path)):
            for entry in page.entries:
                text = f"### {entry.label} {{ #{entry.id} }}{entry.text}"
                for pattern, advice in table["must"].items():
                    if not re.search(pattern, text, re.M):
                        yield Fault(page.shown, entry.line, f"{advice}: {entry.id or entry.label}")


@check("built")
def check_elements(page: BuiltPage, site: Site) -> Faults:
    """No page of the built site holds an element or an attribute that the XPaths for it find."""
    for path, advice in patterns()["built"]["never"].items():
        for found in page.tree.xpath(path, namespaces=EXSLT):
            value = found if isinstance(found, str) else said(found) or found.get("id") or found.tag
            yield Fault(*page.place(value), f"{advice}: {value or 'empty'}")
