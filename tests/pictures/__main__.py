"""Make the social card and the README's screenshot again: python -m tests.pictures."""

from __future__ import annotations

import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from .. import builders
from ..browser.chromium import launch
from ..browser.server import serve
from ..project import SUB_PATH
from . import CARD, CARD_SOURCE, SCREENSHOT, sign


def main() -> None:
    """Build the site, take both pictures with a browser, and write them with the digest of their inputs."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        built = builders.build("mkdocs", Path(folder))
        if not built.worked:
            raise SystemExit(f"mend the site first, it does not build:\n{built.output}")
        browser = launch(playwright)
        card = browser.new_page(viewport={"width": 1200, "height": 630})
        card.goto(CARD_SOURCE.as_uri())
        CARD.path.write_bytes(sign(card.screenshot(), CARD.digest))
        with serve(built.host, SUB_PATH) as address:
            home = browser.new_page(viewport={"width": 1100, "height": 760}, color_scheme="light", reduced_motion="reduce")
            home.goto(address)
            SCREENSHOT.path.write_bytes(sign(home.screenshot(), SCREENSHOT.digest))
        browser.close()
    print(f"wrote {CARD.path.name} and {SCREENSHOT.path.name}")


if __name__ == "__main__":
    main()
