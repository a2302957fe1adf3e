"""A guide and a site full of faults, with the messages expected of them beside each file: x.expected beside x.md.

After a change of a message: `python -m tests.bad` writes the expected messages again; read the difference.
"""

from collections import defaultdict
from datetime import date
from pathlib import Path

from ..checks import every
from ..checks.built import Site
from ..checks.fault import Fault, run
from ..checks.guide import Guide

HERE = Path(__file__).parent
TODAY = date(2026, 11, 21)
URL = "https://example.org/guide/"


def faults() -> list[Fault]:
    """Give every fault that the checks find in the bad guide and in the bad site."""
    every()
    guide = Guide(HERE, TODAY)
    site = Site(HERE / "site", URL, guide)
    found = [fault for page in guide.pages.values() for fault in run("page", page, guide)] + run("guide", guide)
    for page in site.pages.values():
        found += [*run("built", page, site), *run("mkdocs", page, site)]
    return found + run("site", site)


def messages(found: list[Fault]) -> dict[str, str]:
    """Give the messages of each file by the path, from here, of the text that holds them."""
    texts = defaultdict(list)
    for fault in sorted(set(found)):
        folder = "site/" if (HERE / "site" / fault.path).exists() else ""
        texts[folder + Path(fault.path).with_suffix(".expected").as_posix()].append(str(fault))
    return {path: "\n".join(lines) + "\n" for path, lines in texts.items()}
