"""The settings in mkdocs.yml: strict where they can be, portable to the theme's successor, the menu as on disk."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from .fault import Fault, check
from .guide import Guide

CONFIG = "mkdocs.yml"


@check("guide")
def check_settings(guide: Guide) -> Iterator[Fault]:
    """The build warns of all that it can, runs no Python of ours, and names no repository that browsers would ask."""
    config = guide.config
    for key in ("omitted_files", "absolute_links", "unrecognized_links", "anchors"):
        if config.get("validation", {}).get(key) != "warn":
            yield Fault(CONFIG, 0, f"set this to warn under validation, --strict makes an error of it: {key}")
    reasons = {
        "strict": "pass --strict on the command line, so that a half-written page does not stop the preview",
        "hooks": "no Python of ours runs in the build, since the theme's successor would leave it out",
        "repo_url": "leave this out, the theme would call the host's API from every reader's browser",
    }
    for key, reason in reasons.items():
        if key in config:
            yield Fault(CONFIG, 0, f"{reason}: {key}")
    plugins = [next(iter(one)) if isinstance(one, dict) else one for one in config.get("plugins", [])]
    if plugins != ["search"]:
        yield Fault(CONFIG, 0, f"keep to the one plugin that comes with MkDocs, search: {', '.join(plugins) or 'none'}")
    snippets: dict | None = {}
    for one in config.get("markdown_extensions", []):
        if one == "pymdownx.snippets" or (isinstance(one, dict) and "pymdownx.snippets" in one):
            snippets = one["pymdownx.snippets"] if isinstance(one, dict) else {}
    if (snippets or {}).get("check_paths") is not True:
        yield Fault(CONFIG, 0, "set check_paths: true, or a missing file goes unseen: pymdownx.snippets")


def listed(items: Sequence, above: tuple[str, ...] = ()) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give each page of nav with the names of the sections round it."""
    for item in items:
        for name, value in item.items() if isinstance(item, dict) else [(None, item)]:
            if isinstance(value, str):
                yield value, above
            else:
                yield from listed(value, (*above, name))


@check("guide")
def check_menu(guide: Guide) -> Iterator[Fault]:
    """nav lists every page once, pages of one folder stand in one section, and a section of the menu has the name that
    the rules give its folder.
    """
    entries = list(listed(guide.config.get("nav", [])))
    counts = Counter(page for page, _ in entries)
    for page, count in counts.items():
        if page not in guide.pages:
            yield Fault(CONFIG, 0, f"remove this from nav, or add the file: {page}")
        elif count > 1:
            yield Fault(CONFIG, 0, f"list this page once in nav, not {count} times: {page}")
    for page in guide.pages:
        if page not in counts:
            yield Fault(CONFIG, 0, f"add this page to nav, below its folder's section: {page}")
    names = guide.rules["menu"]
    for page, section in entries:
        folder = page.rpartition("/")[0]
        wanted = (names[folder],) if folder in names else ()
        if section != wanted:
            said = f"put this page into the section “{wanted[0]}”" if wanted else "put this page at the top level"
            yield Fault(CONFIG, 0, f"{said} of nav, or change [menu] in tests/rules.toml: {page}")
