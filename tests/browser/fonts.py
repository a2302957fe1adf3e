"""The fonts that the tests bring, narrow, usual and as wide as the widest in use, and how a page gets them."""

from __future__ import annotations

import fontpkg

from ..project import SUB_PATH

FILE = fontpkg.path("archivo")
ADDRESS = f"{SUB_PATH}font-of-the-tests.ttf"
NARROW, MIDDLE, WIDE = "Narrow", "Middle", "Wide"
# One file holds all: 75 % is as narrow as Arial Narrow, 100 % as Arial, 125 % as Verdana, wider than DejaVu Sans.
_WIDTHS = {NARROW: "75%", MIDDLE: "100%", WIDE: "125%"}
_FACES = "".join(
    f'@font-face {{ font-family: {name}; src: url("{ADDRESS}"); font-stretch: {width}; font-weight: 100 900; }}\n'
    for name, width in _WIDTHS.items()
)
# Runs before any other script of a page: no style sheet of the site is touched, and a policy for styles allows it.
SCRIPT = f"""
{{
  const names = ["--md-text-font", "--md-code-font", "--pm-heading-font"];
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`{_FACES}
    :root:root {{ ${{names.map((name) => `${{name}}: var(--test-font, {NARROW});`).join(" ")}} }}`);
  document.adoptedStyleSheets.push(sheet);
}}
"""
