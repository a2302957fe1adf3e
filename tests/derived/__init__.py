"""What is derived from other files and kept in the repository; `python -m tests.derive` writes all of it again."""

import hashlib
import re
from pathlib import Path

from ..checks.addresses import stub, stub_path
from ..checks.built import Site
from ..checks.colours import TOKENS, tokens
from ..checks.fault import Fault, Faults
from ..checks.front_matter import example, schema
from ..checks.guide import Guide
from ..checks.policy import PARTIAL, hashes
from ..checks.theme import LIST, relied_on
from ..project import ROOT
from .all_claims import all_claims
from .movements import MOVEMENTS
from .numbers import COURSES, PICTURES, draw_course
from .numbers import draw as draw_numbers
from .open_data import open_data
from .person import draw
from .styles import reduced

COMMAND = ".venv/bin/python -m tests.derive"
CONTRIBUTING = ".github/CONTRIBUTING.md"
CARD = "docs/assets/images/social-card.png"
CARD_SOURCE = Path(__file__).with_name("social-card.html")
NUMBERS = "docs/assets/figures/numbers/{}.svg"  # one picture of each sentence
PLANS = "docs/assets/figures/plans/{}.svg"  # one drawing of each movement
DIGEST = "tests/derived/social-card.sha256"  # of the card and of what it is drawn from, so that a stale card is seen
SCREENSHOT = ".github/screenshot.png"  # shows how home looks; no test holds it to that
_POLICY = (
    "default-src 'none'; script-src 'self' {scripts}; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'"
)


def key_table() -> str:
    """Give CONTRIBUTING's table of the front matter's keys, made from their schema."""
    required = schema()["required"]
    rows = ["| key | purpose | form | required | example |", "|---|---|---|---|---|"]
    for key, rule in schema()["properties"].items():
        form = rule["form"] + (f": `{'`, `'.join(rule['enum'])}`" if "enum" in rule else "")
        needed = "yes" if key in required else "on pages of kind `problem`" if key == "first_stop" else "no"
        rows.append(f"| `{key}` | {rule['description']} | {form} | {needed} | `{example(key)}` |")
    return "\n".join(rows)


def contributing(text: str) -> str:
    """Give CONTRIBUTING with the table of keys as the schema has it now."""
    table = f"<!-- keys: begin -->\n\n{key_table()}\n\n<!-- keys: end -->"
    return re.sub(r"<!-- keys: begin -->.*<!-- keys: end -->", lambda _: table, text, flags=re.S)


def policy(site: Site) -> str:
    """Give the template of the policy for the scripts that stand in the pages of a built site."""
    scripts = " ".join(sorted(set().union(*map(hashes, site.pages.values()))))
    return (
        "{# Written by `python -m tests.derive`. The hash is that of the script that stands in each page. #}\n"
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY.format(scripts=scripts)}">\n'
    )


def card_digest() -> str:
    """Give the SHA-256 of the social card with what it is drawn from: its source, and the colours."""
    colours = sorted(tokens((ROOT / TOKENS).read_text(encoding="utf-8"))["light"].items())
    parts = [(ROOT / CARD).read_bytes(), CARD_SOURCE.read_bytes(), repr(colours).encode()]
    return hashlib.sha256(b"".join(parts)).hexdigest() + "\n"


def drawings() -> dict[str, str]:
    """Give the drawing of each movement and of each number; the pages take them in, so they come before the build."""
    movements = {PLANS.format(movement.slug): draw(movement) for movement in MOVEMENTS}
    texts = {one.page: (ROOT / "docs" / one.page).read_text(encoding="utf-8") for one in (*PICTURES, *COURSES)}
    hundreds = {NUMBERS.format(one.slug): draw_numbers(one, texts[one.page]) for one in PICTURES}
    return (
        movements
        | hundreds
        | all_claims(Guide(ROOT))
        | {NUMBERS.format(one.slug): draw_course(one, texts[one.page]) for one in COURSES}
    )


def texts(site: Site) -> dict[str, tuple[str, str]]:
    """Give each derived text: what stands there, and what would be written now."""
    guide = Guide(ROOT)
    wanted = {
        CONTRIBUTING: contributing(guide.text(CONTRIBUTING)),
        LIST: "\n".join(relied_on(guide)) + "\n",
        PARTIAL: policy(site),
        DIGEST: card_digest(),
        **open_data(guide),
        **drawings(),
        **{f"docs/{stub_path(old)}": stub(guide, old, new) for old, new in guide.moved.items()},
        **reduced(site, COMMAND),
    }
    return {path: (guide.text(path) if (ROOT / path).exists() else "", text) for path, text in wanted.items()}


def check_fresh(texts: dict[str, tuple[str, str]]) -> Faults:
    """What is derived is what would be written now: texts maps a path to what stands there, and what would be."""
    for path, (there, wanted) in texts.items():
        if there != wanted:
            lines = zip([*there.splitlines(), ""], [*wanted.splitlines(), ""], strict=False)
            number, line = next(((n, one) for n, (one, other) in enumerate(lines, start=1) if one != other), (0, ""))
            said = f"run `{COMMAND}` if what this is made from was meant to change, or take that back"
            yield Fault(path, number, f"{said}: {line[:60]}")
