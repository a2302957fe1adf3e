"""The built site as the checks see it: its files, and each HTML page parsed once."""

from __future__ import annotations

import json
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from bs4 import BeautifulSoup, Tag


class Page:
    """One HTML file of the site, its address and its elements; tags know their line in the file."""

    def __init__(self, path: str, html: str, url: str) -> None:
        self.path = path
        self.url = url
        self.soup = BeautifulSoup(html, "html.parser")

    @cached_property
    def ids(self) -> set[str]:
        """Every id, and every name of an anchor, that a fragment may point to."""
        named = {tag["id"] for tag in self.soup.find_all(id=True)}
        return named | {tag["name"] for tag in self.soup.find_all("a", attrs={"name": True})}

    @property
    def article(self) -> Tag:
        """The part of the page that its author wrote."""
        return self.soup.find("article") or self.soup


class Site:
    """A folder with a built site and the address at which it will be served.

    url ends in a slash; everything below its path belongs to the site, everything else does not.
    """

    def __init__(self, folder: Path, url: str) -> None:
        self.folder = folder
        self.url = url

    @cached_property
    def files(self) -> set[str]:
        """The path of every file, relative to the site's folder."""
        return {path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*") if path.is_file()}

    @cached_property
    def pages(self) -> dict[str, Page]:
        """Every HTML page by its path, parsed."""
        found = {}
        for path in sorted(self.files):
            if path.endswith(".html"):
                address = urljoin(self.url, path.removesuffix("index.html"))
                found[path] = Page(path, self.text(path), address)
        return found

    def text(self, path: str) -> str:
        """Give the text of one file of the site."""
        return (self.folder / path).read_text(encoding="utf-8")

    def file_at(self, url: str) -> str | None:
        """Give the path of the file that an address of this site stands for, whether it exists or not.

        None means that the address lies outside the site.
        """
        parts, base = urlsplit(url), urlsplit(self.url)
        if (parts.scheme, parts.netloc) != (base.scheme, base.netloc) or not parts.path.startswith(base.path):
            return None
        path = unquote(parts.path[len(base.path):])
        return path + "index.html" if path == "" or path.endswith("/") else path

    @cached_property
    def search_locations(self) -> list[str]:
        """The addresses that the search index leads to, relative to the site."""
        if "search/search_index.json" not in self.files:
            return []
        return [entry["location"] for entry in json.loads(self.text("search/search_index.json"))["docs"]]
