"""Check the source of the guide: python -m tests.checks [page …]; prints path:line: message, exits 1 on a fault.

Without a page it checks all of them, and what holds for the guide as a whole. As a pre-commit hook it needs no page.
"""

import sys
from pathlib import Path

from . import every
from .fault import report, run
from .guide import TESTS, Guide, Missing
from .readable import unreadable


def main(names: list[str], root: Path = TESTS.parent) -> int:
    """Print the faults of these pages, or of all pages and the guide, and give the exit code."""
    if faults := list(unreadable(root)):
        print(report(faults))
        return 1
    every()
    guide = Guide(root)
    paths = [Path(name).resolve() for name in names]
    unknown = [name for name, path in zip(names, paths, strict=True) if guide.docs.resolve() not in path.parents]
    if unknown:
        print(f"name a page below docs/: {unknown[0]}")
        return 2
    wanted = [path.relative_to(guide.docs.resolve()).as_posix() for path in paths if path.suffix == ".md"]
    for name in wanted:
        if name not in guide.pages:
            print(f"there is no such page: docs/{name}")
            return 2
    pages = [guide.pages[name] for name in wanted] if names else list(guide.pages.values())
    shown = {page.shown for page in pages}
    try:
        faults = [fault for page in pages for fault in run("page", page, guide)]
        faults += [fault for fault in run("guide", guide) if not names or fault.path in shown]
    except Missing as error:
        print(error)
        return 1
    if faults:
        print(report(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
