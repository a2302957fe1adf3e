"""Where things are in this repository, and the address for which the tests build the site."""

import os
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"

# A GitHub project page lives under the repository's name, so the tests do too, unless the host has named an address.
# MkDocs adds a slash that its end lacks, and so do the tests.
SITE_URL = (os.environ.get("SITE_URL") or "https://example.org/physio-or-massage/").rstrip("/") + "/"
SUB_PATH = urlsplit(SITE_URL).path
EDIT_URI = os.environ.get("EDIT_URI", "")


def markdown_pages() -> list[str]:
    """Give the path of every Markdown page, relative to docs/, in the order of their names."""
    return sorted(path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md"))


def built_path(page: str) -> str:
    """Give the path of the HTML file that a Markdown page is built into, relative to the site's folder."""
    if page == "index.md" or page.endswith("/index.md"):
        return page.removesuffix(".md") + ".html"
    return page.removesuffix(".md") + "/index.html"
