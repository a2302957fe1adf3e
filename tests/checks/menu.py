"""The menu in mkdocs.yml: every page once, in the section of its folder."""

from collections import Counter
from collections.abc import Iterator, Sequence

from .fault import Fault, Faults, check
from .guide import Guide

CONFIG = "mkdocs.yml"


def listed(items: Sequence, above: tuple[str, ...] = ()) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give each page of nav with the names of the sections round it."""
    for item in items:
        for name, value in item.items() if isinstance(item, dict) else [(None, item)]:
            if isinstance(value, str):
                yield value, above
            else:
                yield from listed(value, (*above, name))


@check("guide")
def check_menu(guide: Guide) -> Faults:
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
