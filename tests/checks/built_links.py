"""Every link of the built site, resolved as a browser would under the site's sub path."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

from .built import BuiltPage, Site, css_urls, said
from .fault import Fault, check

_META = ("og:image", "og:url", "twitter:image")
_QUIET_RELS = {"canonical", "prev", "next", "alternate"}  # of <link>: they name an address and load nothing


class Link(NamedTuple):
    """One address in a page: the tag and attribute that hold it, the words that a reader sees, and if it loads."""

    tag: str
    attribute: str
    url: str
    words: str
    loads: bool


def links(page: BuiltPage) -> Iterator[Link]:
    """Give every address that a page holds, in tags, srcset, meta and inline styles."""
    for element, attribute, url, _ in page.tree.iterlinks():
        quiet = element.tag in ("a", "area") or set(element.get("rel", "").split()) & _QUIET_RELS
        yield Link(element.tag, attribute or "text", url.strip(), said(element), not quiet)
    for element in page.tree.xpath("//*[@srcset] | //video[@poster]"):
        for candidate in [*element.get("srcset", "").split(","), element.get("poster", "")]:
            if candidate.strip():
                yield Link(element.tag, "srcset", candidate.split()[0], "", True)
    for element in page.tree.xpath("//meta[@property or @name]"):
        if (element.get("property") or element.get("name")) in _META:
            yield Link("meta", "content", element.get("content", ""), "", False)


@check("built")
def check_links(page: BuiltPage, site: Site) -> Iterator[Fault]:
    """Each address leads to a file of the site, each fragment to an element there, and each link has words."""
    for link in links(page):
        if message := _fault_of(site, page, link):
            what = f"<{link.tag} {link.attribute}>" + (f" “{link.words}”" if link.words else "")
            end = link.url.rstrip("/").rpartition("/")[2]
            yield Fault(*page.place(f"({link.url}", end, link.words), f"{what}: {message}: {link.url or 'empty'}")
    for element in page.tree.xpath("//a[@href]"):
        images = " ".join(element.xpath(".//img/@alt"))
        if not (element.get("aria-label") or said(element) or images.strip() or element.get("title")):
            yield Fault(*page.place(element.get("href")), f"write words for this link: {element.get('href')}")


def _fault_of(site: Site, page: BuiltPage, link: Link) -> str | None:
    url, scheme = link.url, urlsplit(link.url).scheme
    if not url:
        return "give this a target, or remove it"
    if url.startswith("//"):
        return "begin the address with https:"
    if scheme == "tel":
        return None  # check_numbers looks after it
    if scheme and scheme not in ("http", "https"):
        return f"a page must not link to {scheme}:"
    absolute = urljoin(page.url, url)
    inside = site.file_at(absolute)
    if inside is None:
        if link.loads and urlsplit(absolute).netloc != urlsplit(site.url).netloc:
            return "bring this file into docs/assets/, a page must not load from another host"
        return (
            None if scheme else f"this leaves the site's folder; write a relative link below {urlsplit(site.url).path}"
        )
    if page.path == "404.html" and not scheme and not url.startswith(("/", "#")):
        return "404.html is shown at any address, so its links must be absolute; use the url filter"
    if inside not in site.files:
        if inside + "/index.html" in site.files:
            return "end the address with a slash"
        names = {path.removesuffix("/index.html") for path in site.files}
        near = difflib.get_close_matches(inside.removesuffix("/index.html"), names, n=1)
        return f"nothing is there; did you mean {near[0]}" if near else "nothing is there; mend or remove the link"
    fragment = unquote(urlsplit(url).fragment)
    if fragment and inside.endswith(".html") and fragment not in site.pages[inside].ids:
        near = difflib.get_close_matches(fragment, site.pages[inside].ids, n=1)
        return f"{inside} has no such id; did you mean #{near[0]}" if near else f"{inside} has no such id"
    return None


@check("built")
def check_scripts(page: BuiltPage, site: Site) -> Iterator[Fault]:
    """A script within a page names no other host."""
    for script in page.tree.xpath("//script[not(@src)]"):
        for url in re.findall(r"https?://[^\s\"'<>\\]+", script.text or ""):
            if not url.startswith(site.url):
                yield Fault(page.path, script.sourceline, f"a script must not name another host: {url}")


@check("site")
def check_style_sheets(site: Site) -> Iterator[Fault]:
    """Each address in a style sheet leads to a file of the site."""
    for path in sorted(path for path in site.files if path.endswith(".css")):
        for url in css_urls(site.text(path)):
            inside = site.file_at(urljoin(urljoin(site.url, path), url))
            if inside is None:
                yield Fault(
                    path, 0, f"bring this file into docs/assets/, a page must not load from another host: {url}"
                )
            elif inside not in site.files:
                yield Fault(path, 0, f"nothing is there; mend the address: {url}")


@check("site")
def check_sitemap_and_search(site: Site) -> Iterator[Fault]:
    """Each address in sitemap.xml and in the search index leads to a page, and to an element on it."""
    sitemap = site.text("sitemap.xml") if "sitemap.xml" in site.files else ""
    for url in re.findall(r"<loc>([^<]+)</loc>", sitemap):
        if site.file_at(url) not in site.files:
            yield Fault("sitemap.xml", 0, f"set site_url to the site's own address; nothing is at: {url}")
    for name, found in (("the sitemap", site.url in sitemap), ("the search index", site.search_locations)):
        if not found:
            yield Fault("mkdocs.yml", 0, f"the build must write this, look at site_url and plugins: {name}")
    for location in site.search_locations:
        path, _, fragment = location.partition("#")
        inside = site.file_at(urljoin(site.url, path))
        if inside not in site.files:
            yield Fault("search/search_index.json", 0, f"the search leads to a page that is not there: {location}")
        elif fragment and unquote(fragment) not in site.pages[inside].ids:
            yield Fault("search/search_index.json", 0, f"the search leads to an id that is not there: {location}")


@check("site")
def check_paths(site: Site) -> Iterator[Fault]:
    """A reader gets from home to every page by links in the text of pages, menus aside, and from each on to another."""
    targets = {}
    for path, page in site.pages.items():
        urls = (urljoin(page.url, url).partition("#")[0] for url in page.article.xpath(".//a/@href"))
        targets[path] = {site.file_at(url) for url in urls} & set(site.pages) - {path}
        if not targets[path]:
            yield Fault(*page.place(), f"end the page with links to what to read next: {path}")
    waiting, reached = ["index.html"], {"index.html"}
    while waiting:
        new = targets.get(waiting.pop(), set()) - reached
        reached |= new
        waiting += new
    for path, page in site.pages.items():
        if path not in reached and path != "404.html":
            said = "link to this page from the text of another, no path leads to it from home"
            yield Fault(*page.place(), f"{said}: {path}")
