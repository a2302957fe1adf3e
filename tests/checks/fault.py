"""The one form in which every check reports what is wrong, and the list of all checks."""

import difflib
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple


class Fault(NamedTuple):
    """One thing to mend: where it is, and what to do, ending in the offending value.

    line counts from 1; 0 means that the fault belongs to the file as a whole.
    """

    path: str
    line: int
    message: str

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else self.path
        return f"{place}: {self.message}"


def report(faults: Iterable[Fault]) -> str:
    """Give all faults as text, one a line, in the order of the files; empty when there are none."""
    return "\n".join(str(fault) for fault in sorted(set(faults)))


def nearest(wanted: str, there: Iterable[str], advice: str, otherwise: str) -> str:
    """Give advice with the nearest of what is there in it, or other advice when nothing is near."""
    near = difflib.get_close_matches(wanted, there, n=1)
    return advice.format(near[0]) if near else otherwise


Faults = Iterator[Fault]
Check = Callable[..., Faults]

# What a check is given: a page and the guide; the whole guide; a built page and the site, or both as MkDocs builds it;
# the whole site.
CHECKS: dict[str, list[Check]] = {"page": [], "guide": [], "built": [], "mkdocs": [], "site": []}


def check(scope: str) -> Callable[[Check], Check]:
    """Enter a function in the list of checks under its scope, one of the keys of CHECKS."""

    def enter(function: Check) -> Check:
        CHECKS[scope].append(function)
        return function

    return enter


def run(scope: str, *given: object) -> list[Fault]:
    """Run every check of a scope on what is given, and give all faults in order."""
    return sorted({fault for function in CHECKS[scope] for fault in function(*given)})
