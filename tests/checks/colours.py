"""The contrast of the colours that the tokens name, in both schemes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from .fault import Fault

TEXT, PART = 4.5, 3.0  # WCAG 2.2, 1.4.3 and 1.4.11, level AA

# What stands on what: words, then edges of controls, marks and focus rings.
PAIRS = [
    *((TEXT, front, back) for front in ("ink", "soft", "brand", "emergency") for back in ("page", "raised", "brand-tint")),
    *((TEXT, front, f"{side}-tint") for side in ("physio", "massage", "emergency", "today", "doctor") for front in ("ink", "soft", "brand", side)),
    *((TEXT, "page", fill) for fill in ("brand", "ink", "emergency", "today", "doctor")),
    *((PART, front, back) for front in ("edge", "brand", "physio", "massage", "emergency", "today", "doctor") for back in ("page", "raised")),
    *((PART, "brand", f"{side}-tint") for side in ("brand", "physio", "massage", "emergency", "today", "doctor")),
]


def tokens(css: str) -> dict[str, dict[str, str]]:
    """Give the colours of each scheme by name, the dark one filled up from the light one."""
    found: dict[str, dict[str, str]] = {"light": {}, "dark": {}}
    for selector, body in re.findall(r"([^{}]+)\{([^{}]*)\}", css):
        scheme = "dark" if "slate" in selector else "light"
        found[scheme].update(re.findall(r"--pm-([a-z-]+):\s*(#[0-9a-f]{3,6});", body))
    found["dark"] = {**found["light"], **found["dark"]}
    return found


def channels(colour: str) -> list[float]:
    """Read red, green and blue, 0 to 255, from #rgb, #rrggbb, or what a browser computes: rgb() or rgba()."""
    if computed := re.fullmatch(r"rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, [\d.]+)?\)", colour):
        return [float(part) for part in computed.groups()]
    if not re.fullmatch(r"#(?:[0-9a-f]{3}){1,2}", colour):
        raise ValueError(f"not a colour that the checks can read: {colour}")
    digits = colour.removeprefix("#")
    digits = "".join(digit * 2 for digit in digits) if len(digits) == 3 else digits
    return [int(digits[place : place + 2], 16) for place in (0, 2, 4)]


def luminance(colour: str) -> float:
    """Give the relative luminance of a colour, 0 for black to 1 for white (WCAG 2.2)."""
    parts = [part / 255 for part in channels(colour)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours, 1 to 21 (WCAG 2.2)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def check_contrast(path: str, schemes: Mapping[str, Mapping[str, str]]) -> Iterator[Fault]:
    """Words have a contrast of 4.5 to what they stand on, edges, marks and focus rings of 3, in both schemes."""
    for scheme, colours in schemes.items():
        for least, front, back in PAIRS:
            if front not in colours or back not in colours:
                yield Fault(path, 0, f"name this colour in the {scheme} scheme: --pm-{front if front not in colours else back}")
                continue
            found = contrast(colours[front], colours[back])
            if found < least:
                yield Fault(path, 0, f"{scheme}: --pm-{front} on --pm-{back} needs a contrast of {least:g}: {found:.2f}")
