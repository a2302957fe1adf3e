"""The cautions before a massage: the same two lists wherever a reader meets them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .fault import Fault, check
from .guide import Guide


@check("guide")
def check_cautions(guide: Guide) -> Iterator[Fault]:
    """Each caution of the rules stands in its list, “not now” or “ask first”, on every page that shows the lists.

    A list begins at the line that the rules name for the page, and ends where the next heading, list or element begins.
    """
    for path, heads in guide.rules["cautions"]["pages"].items():
        page = guide.pages.get(path)
        for kind, head in heads.items():
            start = page.line_of(head) if page else 0
            below = "\n".join(page.lines[start:]) if start else ""
            text = re.split(r"^(?:</?div|#|--8<--|\*\*|<p)", below.lstrip("\n#"), maxsplit=1, flags=re.M)[0]
            if not start:
                yield Fault(f"docs/{path}", 0, f"begin the list of cautions “{kind}” as the rules say: {head}")
                continue
            for caution, pattern in guide.rules["cautions"][kind].items():
                if not re.search(rf"^- .*(?:{pattern})", text, re.I | re.M):
                    said = (
                        f"put this caution back below “{head}”, or take it out of [cautions.{kind}] in tests/rules.toml"
                    )
                    yield Fault(page.shown, start, f"{said}: {caution}")
