"""The colours: named once, in tokens.css, and far enough apart in both schemes."""

import re
from itertools import product

from .fault import Fault, Faults, check
from .guide import Guide

TOKENS = "docs/assets/stylesheets/tokens.css"
TEXT, PART = 4.5, 3.0  # WCAG 2.2, 1.4.3 and 1.4.11, level AA

# The least contrast, what stands in front, and on what: words, then edges of controls, marks and focus rings.
SIDES = ("physio", "massage", "emergency", "today", "doctor")
PAIRS = [
    (TEXT, "ink soft brand emergency", "page raised brand-tint"),
    *((TEXT, f"ink soft brand {side}", f"{side}-tint") for side in SIDES),
    (TEXT, "page", "brand ink emergency today doctor"),
    (PART, f"edge brand {' '.join(SIDES)}", "page raised"),
    *((PART, "brand", f"{side}-tint") for side in ("brand", *SIDES)),
]
_COLOUR = re.compile(r"#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch)a?\(", re.I)


def tokens(css: str) -> dict[str, dict[str, str]]:
    """Give the colours of each scheme on the screen by name, the dark one filled up from the light one."""
    found: dict[str, dict[str, str]] = {"light": {}, "dark": {}}
    for selector, body in re.findall(r"([^{}]+)\{([^{}]*)\}", re.sub(r"@media print.*?\n\}", "", css, flags=re.S)):
        scheme = "dark" if "slate" in selector else "light"
        found[scheme].update(re.findall(r"--pm-([a-z-]+):\s*(#[0-9a-f]{3,6});", body))
    found["dark"] = {**found["light"], **found["dark"]}
    return found


def luminance(colour: str) -> float:
    """Give the relative luminance of #rgb, #rrggbb or rgb(), 0 for black to 1 for white (WCAG 2.2)."""
    if colour.startswith("rgb"):
        parts = [float(part) / 255 for part in re.findall(r"[\d.]+", colour)[:3]]
    else:
        digits = colour.removeprefix("#")
        digits = "".join(digit * 2 for digit in digits) if len(digits) == 3 else digits
        parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours, 1 to 21 (WCAG 2.2)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@check("guide")
def check_contrast(guide: Guide) -> Faults:
    """Words have a contrast of 4.5 to what they stand on, edges, marks and focus rings of 3, in both schemes."""
    for scheme, colours in tokens(guide.text(TOKENS)).items():
        for least, fronts, backs in PAIRS:
            for front, back in product(fronts.split(), backs.split()):
                missing = [name for name in (front, back) if name not in colours]
                if missing:
                    yield Fault(TOKENS, 0, f"name this colour in the {scheme} scheme: --pm-{missing[0]}")
                elif (found := contrast(colours[front], colours[back])) < least:
                    said = f"{scheme}: --pm-{front} on --pm-{back} needs a contrast of {least:g}"
                    yield Fault(TOKENS, 0, f"{said}: {found:.2f}")


@check("guide")
def check_one_palette(guide: Guide) -> Faults:
    """No style sheet but tokens.css names a colour, and a drawing uses names or values of its."""
    light = {value.lower(): name for name, value in tokens(guide.text(TOKENS))["light"].items()}
    for path, text in guide.texts("docs/assets/**/*.css").items():
        for number, line in enumerate(text.splitlines(), start=1):
            if path != TOKENS and "url(" not in line and (match := _COLOUR.search(line.partition(":")[2])):
                yield Fault(path, number, f"use a token of tokens.css instead of a colour: {match[0]}")
    for path, text in guide.texts("docs/assets/**/*.svg").items():
        for colour in _COLOUR.findall(re.sub(r"""href=["'][^"']*|url\(#[^)]*""", "", text)):
            if colour.lower() not in light:
                yield Fault(path, 0, f"use a value or a name of the light scheme in tokens.css: {colour}")
