"""The built site as the checks see it: its files, each HTML page parsed once, and the source behind each page."""

from __future__ import annotations

import json
import re
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from lxml import html
from lxml.html import HtmlElement

from .guide import Guide


class BuiltPage:
    """One HTML file of the site, its address and its elements."""

    def __init__(self, path: str, text: str, site: Site) -> None:
        self.path, self.site = path, site
        self.url = urljoin(site.url, path.removesuffix("index.html"))
        self.tree = html.document_fromstring(text)

    @cached_property
    def ids(self) -> frozenset[str]:
        """Every id, and every name of an anchor, that a fragment may point to."""
        return frozenset(self.tree.xpath("//@id | //a/@name"))

    @cached_property
    def article(self) -> HtmlElement:
        """The part of the page that its author wrote."""
        return next(iter(self.tree.xpath("//article")), self.tree)

    @cached_property
    def title(self) -> str:
        """The words in the browser's tab."""
        return self.tree.xpath("string(//title)").strip()

    @cached_property
    def description(self) -> str:
        """The sentence for search engines and shared links."""
        return self.tree.xpath("string(//meta[@name='description']/@content)")

    def place(self, *needles: str) -> tuple[str, int]:
        """Give file and line of the source where the first of these words stands, or the built file when none does."""
        path = self.site.source(self.path)
        lines = self.site.guide.text(path).splitlines()
        for needle in filter(None, needles):
            for number, line in enumerate(lines, start=1):
                if needle in line:
                    return path, number
        return (path, 0) if lines else (self.path, 0)


def said(element: HtmlElement) -> str:
    """Give the words of an element on one line."""
    return " ".join(" ".join(element.itertext()).replace("¶", " ").split())


class Site:
    """A folder with a built site and the address at which it will be served.

    url ends in a slash; everything below its path belongs to the site, everything else does not. guide is the source.
    """

    def __init__(self, folder: Path, url: str, guide: Guide) -> None:
        self.folder, self.url, self.guide = folder, url, guide

    @cached_property
    def files(self) -> frozenset[str]:
        """The path of every file, relative to the site's folder."""
        found = (path.relative_to(self.folder) for path in self.folder.rglob("*") if path.is_file())
        return frozenset(path.as_posix() for path in found)

    @cached_property
    def pages(self) -> dict[str, BuiltPage]:
        """Every HTML page by its path, parsed; without the stubs of pages that have moved."""
        stubs = {f"{old}index.html" for old in self.guide.moved}
        paths = (path for path in sorted(self.files - stubs) if path.endswith(".html"))
        return {path: BuiltPage(path, self.text(path), self) for path in paths}

    def text(self, path: str) -> str:
        """Give the text of one file of the site."""
        return (self.folder / path).read_text(encoding="utf-8")

    def source(self, path: str) -> str:
        """Give the path of the Markdown page or template that a built page is made from."""
        if path == "404.html":
            return "overrides/404.html"
        page = f"docs/{path.removesuffix('.html')}.md"
        return page if (self.guide.root / page).exists() else f"docs/{path.removesuffix('/index.html')}.md"

    def file_at(self, url: str) -> str | None:
        """Give the path of the file that an address of this site stands for, whether it exists or not.

        None means that the address lies outside the site.
        """
        parts, base = urlsplit(url), urlsplit(self.url)
        if (parts.scheme, parts.netloc) != (base.scheme, base.netloc) or not parts.path.startswith(base.path):
            return None
        path = unquote(parts.path[len(base.path) :])
        return path + "index.html" if path == "" or path.endswith("/") else path

    @cached_property
    def search_locations(self) -> list[str]:
        """The addresses that the search index leads to, relative to the site."""
        name = next((path for path in ("search/search_index.json", "search.json") if path in self.files), None)
        index = json.loads(self.text(name)) if name else {}
        return [entry["location"] for entry in index.get("docs", index.get("items", []))]


def css_urls(text: str) -> list[str]:
    """Give every address in a style sheet, those in data: and fragments left out."""
    bare = re.sub(r"/\*.*?\*/", "", text, flags=re.S)
    found = (url for _, _, url, _ in html.fromstring(f"<style>{bare}</style>").iterlinks())
    return [url for url in found if not url.startswith(("data:", "#"))]
