"""The names of the theme that our templates, styles and script rely on, listed once and looked for in the theme."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from .fault import Fault, check
from .guide import Guide

LIST = "tests/theme-names.list"
COMMAND = "python -m tests.derive"
QUOTE = '"'
_NAMES = re.compile(
    r"\.(md-[\w-]+)|\b(md-[a-z]+(?:-[a-z]+)*(?:__[a-z-]+)?(?:--[a-z-]+)?)|(data-md-[a-z-]+(?:=\"[a-z-]+\")?)"
    r"|(--md-[a-z-]+)|#?(__(?:drawer|search|toc|palette)\w*)|\{% block (\w+)"
    r"|include \"(\.icons/[^\"]+|partials/[^\"]+)\""
)


def relied_on(guide: Guide) -> list[str]:
    """Give every name of the theme in our templates, styles, scripts and settings, sorted, each once."""
    texts = [text for _, text in [*guide.below("overrides", ".html"), *guide.below("docs/assets", ".css", ".js")]]
    texts = [re.sub(r"/\*.*?\*/|\{#.*?#\}", "", text, flags=re.S) for text in texts]
    found = {next(filter(None, match.groups())) for text in texts for match in _NAMES.finditer(text)}
    found |= {f"feature {name}" for name in guide.config.get("theme", {}).get("features", [])}
    own = {path.relative_to(guide.root / "overrides").as_posix() for path in (guide.root / "overrides").rglob("*.html")}
    return sorted(found - own)


@cache
def theme_words(folder: Path) -> frozenset[str]:
    """Give every word of the installed theme's templates, style sheets and scripts, a=b as a, b and a=b."""
    found: set[str] = set()
    for path in folder.rglob("*"):
        if path.suffix in (".html", ".css", ".js"):
            text = path.read_text(encoding="utf-8").replace(QUOTE, "").replace("'", "")
            found.update(re.findall(r"\{% block \w+|[\w-]+(?:\.[a-z]+)*(?:=[\w-]+)?", text))
    return frozenset(found.union(*(word.split("=") for word in found)))


def theme_folder() -> Path:
    """Give the folder of the installed theme's templates."""
    import material

    return Path(material.__file__).parent / "templates"


@check("guide")
def check_theme_names(guide: Guide) -> Iterator[Fault]:
    """Each name of the theme that we rely on is on the list, and is there in the installed theme."""
    names, listed = relied_on(guide), guide.text(LIST).splitlines()
    if names != listed:
        changed = ", ".join(sorted(set(names) ^ set(listed))) or "the order"
        yield Fault(LIST, 0, f"run `{COMMAND}` to write the list of the theme's names again: {changed}")
    folder = theme_folder()
    words = theme_words(folder)
    for number, name in enumerate(listed, start=1):
        bare = name.removeprefix("feature ").replace(QUOTE, "")
        if bare.startswith((".icons/", "partials/")):
            there = (folder / bare).exists()
        else:
            there = bare in words or f"{{% block {bare}" in words
        if not there:
            yield Fault(LIST, number, f"the installed theme has no such name, mend what relies on it: {name}")


@check("guide")
def check_no_copied_partials(guide: Guide) -> Iterator[Fault]:
    """No template of ours stands in for one of the theme's partials, since the theme's next version would not reach it,
    and none rewrites the theme's HTML as text.
    """
    for path, text in guide.below("overrides", ".html"):
        shown = path.removeprefix("overrides/")
        if shown.startswith("partials/") and (theme_folder() / shown).exists():
            yield Fault(path, 0, f"override a block in main.html instead of copying the theme's file: {shown}")
        for number, line in enumerate(text.splitlines(), start=1):
            if re.search(r"super\(\)\s*\|", line) or "| replace(" in line:
                yield Fault(path, number, f"write the whole block instead of changing the theme's HTML: {line.strip()}")
