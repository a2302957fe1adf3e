"""The one form in which every check reports what is wrong."""

from __future__ import annotations

from collections.abc import Iterable
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
