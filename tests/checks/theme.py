"""The names of the theme that our templates, styles and script rely on, listed once and looked for in the theme."""

import re
from functools import cache
from itertools import chain
from pathlib import Path

from .fault import Fault, Faults, check
from .guide import Guide

LIST = "tests/theme-names.list"
RULES = "tests/rules.toml"
QUOTE = '"'
_NAMES = re.compile(
    r"\.(md-[\w-]+)|\b(md-[a-z]+(?:-[a-z]+)*(?:__[a-z-]+)?(?:--[a-z-]+)?)|(data-md-[a-z-]+(?:=\"[a-z-]+\")?)"
    r"|(--md-[a-z-]+)|#?(__(?:drawer|search|toc|palette)\w*)|\{% block (\w+)"
    r"|include \"(\.icons/[^\"]+|partials/[^\"]+)\""
)


def relied_on(guide: Guide) -> list[str]:
    """Give every name of the theme in our templates, styles, scripts and settings, sorted, each once."""
    ours = guide.texts("overrides/**/*.html", "docs/assets/**/*.css", "docs/assets/**/*.js")
    texts = [re.sub(r"/\*.*?\*/|\{#.*?#\}", "", text, flags=re.S) for text in ours.values()]
    found = {next(filter(None, match.groups())) for text in texts for match in _NAMES.finditer(text)}
    found |= {f"feature {name}" for name in guide.config.get("theme", {}).get("features", [])}
    return sorted(found - {path.removeprefix("overrides/") for path in ours})


@cache
def theme_words(folder: Path) -> frozenset[str]:
    """Give every word of the installed theme's templates, style sheets and scripts, a=b as a, b and a=b."""
    found: set[str] = set()
    kinds = ("*.html", "partials/**/*.html", "fragments/**/*.html", "assets/*/*.css", "assets/*/*.js")
    for path in chain(*map(folder.glob, kinds)):
        text = path.read_text(encoding="utf-8").replace(QUOTE, "").replace("'", "")
        found.update(re.findall(r"\{% block \w+|[\w-]+(?:\.[a-z]+)*(?:=[\w-]+)?", text))
    return frozenset(found.union(*(word.split("=") for word in found)))


def theme_folder() -> Path:
    """Give the folder of the installed theme's templates."""
    import material

    return Path(material.__file__).parent / "templates"


@check("guide")
def check_theme_names(guide: Guide) -> Faults:
    """Each name on the list, which derive writes, is there in the installed theme."""
    folder = theme_folder()
    words = theme_words(folder)
    for number, name in enumerate(guide.text(LIST).splitlines(), start=1):
        bare = name.removeprefix("feature ").replace(QUOTE, "")
        if bare.startswith((".icons/", "partials/")):
            there = (folder / bare).exists()
        else:
            there = bare in words or f"{{% block {bare}" in words
        if not there:
            yield Fault(LIST, number, f"the installed theme has no such name, mend what relies on it: {name}")


@check("guide")
def check_no_copied_partials(guide: Guide) -> Faults:
    """A template of ours replaces one of the theme's only where [partials-replaced] says why: its next one is lost."""
    replaced = dict(guide.rules["partials-replaced"])
    for path in guide.texts("overrides/partials/**/*.html"):
        shown = path.removeprefix("overrides/")
        if (theme_folder() / shown).exists() and not replaced.pop(shown, None):
            yield Fault(path, 0, f"override a block in frame.html instead of copying the theme's file: {shown}")
    for shown in replaced:
        yield Fault(RULES, 0, f"take it out of [partials-replaced], it replaces none of the theme's partials: {shown}")
