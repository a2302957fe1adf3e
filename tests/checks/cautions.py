"""The cautions before a massage: the same two lists wherever a reader meets them."""

import re

from .fault import Fault, Faults, check
from .guide import Guide


@check("guide")
def check_cautions(guide: Guide) -> Faults:
    """Each caution of the rules stands in its list, “not now” or “ask first”, on every page that shows the lists.

    A list begins at the line that the rules name for the page, and ends where the next heading, list or element begins.
    """
    cautions = guide.rules["cautions"]
    for path, heads in cautions["pages"].items():
        page = guide.page(path)
        for kind, head in heads.items():
            start = page.line_of(head)
            if not start:
                yield Fault(page.shown, 0, f"begin the list of cautions “{kind}” as the rules say: {head}")
                continue
            below = "\n".join(page.lines[start:]).lstrip("\n#")
            text = re.split(r"^(?:</?div|#|--8<--|\*\*|<p)", below, maxsplit=1, flags=re.M)[0]
            for caution, pattern in cautions[kind].items():
                if not re.search(rf"^- .*(?:{pattern})", text, re.I | re.M):
                    said = f"put this caution back below “{head}”, or take it out of [cautions.{kind}]"
                    yield Fault(page.shown, start, f"{said} in tests/rules.toml: {caution}")
