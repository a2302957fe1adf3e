"""Where things are in this repository, and the sub path under which the tests serve the site."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
OVERRIDES = ROOT / "overrides"
CONFIG = ROOT / "mkdocs.yml"

# A GitHub project page lives under the repository's name, so the tests do too.
SUB_PATH = "/physio-or-massage/"
SITE_URL = f"https://example.org{SUB_PATH}"


def markdown_pages() -> list[str]:
    """Give the path of every Markdown page, relative to docs/, in the order of their names."""
    return sorted(path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md"))


def built_path(page: str) -> str:
    """Give the path of the HTML file that a Markdown page is built into, relative to the site's folder."""
    if page == "index.md" or page.endswith("/index.md"):
        return page.removesuffix(".md") + ".html"
    return page.removesuffix(".md") + "/index.html"
