"""Write again everything that is derived and has changed: .venv/bin/python -m tests.derive [--screenshot].

With --screenshot the README's picture of the home page too.
"""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from .browser import fonts
from .browser.chromium import launch
from .browser.server import serve
from .builders import build
from .checks.addresses import longer
from .checks.built import Site
from .checks.guide import ADDRESSES, Guide
from .derived import CARD, CARD_SOURCE, DIGEST, SCREENSHOT, card_digest, drawings, texts
from .project import ROOT, SITE_URL, SUB_PATH


def write(path: str, data: bytes) -> None:
    """Write one file of the repository and say so."""
    (ROOT / path).parent.mkdir(parents=True, exist_ok=True)
    (ROOT / path).write_bytes(data)
    print(f"wrote {path}")


def main(screenshot: bool) -> None:
    """Build the site, and write what has changed; a picture needs a browser, the rest does not."""
    for path, drawing in drawings().items():
        if not (ROOT / path).exists() or (ROOT / path).read_text(encoding="utf-8") != drawing:
            write(path, drawing.encode())
    with tempfile.TemporaryDirectory() as folder:
        built = build("mkdocs", Path(folder))
        if not built.worked:
            raise SystemExit(f"mend the site first, it does not build:\n{built.output}")
        site = Site(built.folder, SITE_URL, Guide(ROOT))
        if (addresses := longer(site)) != site.guide.text(ADDRESSES):
            write(ADDRESSES, addresses.encode())
        found = texts(site)
        stale = {path: wanted for path, (there, wanted) in found.items() if there != wanted}
        for path in stale.keys() - {DIGEST}:
            write(path, stale[path].encode())
        if DIGEST not in stale and not screenshot:
            return
        with sync_playwright() as playwright:
            browser = launch(playwright)
            if DIGEST in stale:
                page = browser.new_page(viewport={"width": 1200, "height": 630})
                page.goto(CARD_SOURCE.as_uri())
                font = f"url('{fonts.FILE.as_uri()}'); font-weight: 100 900"
                page.add_style_tag(content=f"@font-face {{ font-family: Card; src: {font} }}")
                page.evaluate("document.fonts.ready")
                write(CARD, page.screenshot())
                write(DIGEST, card_digest().encode())
            if screenshot:
                with serve(built.host, SUB_PATH) as address:
                    page = browser.new_page(viewport={"width": 1100, "height": 760}, color_scheme="light")
                    page.goto(address)
                    write(SCREENSHOT, page.screenshot())
            browser.close()


if __name__ == "__main__":
    try:
        main("--screenshot" in sys.argv[1:])
    except ValueError as error:
        raise SystemExit(str(error)) from error
