"""Every link of the built site, resolved as a browser would under the site's sub path."""

import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

from .built import BuiltPage, Site, css_urls, said
from .fault import Fault, Faults, check, nearest

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
def check_links(page: BuiltPage, site: Site) -> Faults:
    """Each address leads to a file of the site, each fragment to an element there."""
    for link in links(page):
        if message := _wrong(site, page.url, link.url, link.loads):
            what = f"<{link.tag} {link.attribute}>" + (f" “{link.words}”" if link.words else "")
            end = link.url.rstrip("/").rpartition("/")[2]
            yield Fault(*page.place(f"({link.url}", end, link.words), f"{what}: {message}: {link.url or 'empty'}")


def _wrong(site: Site, base: str, url: str, loads: bool) -> str | None:
    """Say what is wrong with an address as it stands in a file whose own address is base."""
    scheme, absolute = urlsplit(url).scheme, urljoin(base, url)
    inside = site.file_at(absolute)
    if not url:
        return "give this a target, or remove it"
    if scheme not in ("", "http", "https", "tel"):
        return f"a page must not link to {scheme}:"
    if inside is None and loads and urlsplit(absolute).netloc != urlsplit(site.url).netloc:
        return "bring this file into docs/assets/, a page must not load from another host"
    if inside is None:
        below = urlsplit(site.url).path
        return None if scheme else f"this leaves the site's folder; write https: and a host, or a link below {below}"
    if base.endswith("/404.html") and not scheme and not url.startswith(("/", "#")):
        return "404.html is shown at any address, so its links must be absolute; use the url filter"
    if inside not in site.files:
        there = {path.removesuffix("index.html") for path in site.files}
        near = nearest(inside.removesuffix("index.html"), there, "did you mean {}", "mend or remove it")
        return f"nothing is there; {near}"
    fragment = unquote(urlsplit(url).fragment)
    if fragment and inside in site.pages and fragment not in site.pages[inside].ids:
        near = nearest(fragment, site.pages[inside].ids, "did you mean #{}", "mend or remove it")
        return f"{inside} has no such id; {near}"
    return None


@check("built")
def check_scripts(page: BuiltPage, site: Site) -> Faults:
    """A script within a page names no other host."""
    for script in page.tree.xpath("//script[not(@src)][not(@type='application/ld+json')]"):
        for url in re.findall(r"https?://[^\s\"'<>\\]+", script.text or ""):
            if not url.startswith(site.url):
                yield Fault(page.path, script.sourceline, f"a script must not name another host: {url}")


@check("site")
def check_other_files(site: Site) -> Faults:
    """Each address in a style sheet, in the sitemap and in the search index leads to a file of the site."""
    for path in sorted(path for path in site.files if path.endswith(".css")):
        for url in css_urls(site.text(path)):
            if message := _wrong(site, urljoin(site.url, path), url, loads=True):
                yield Fault(path, 0, f"{message}: {url}")
    sitemap = site.text("sitemap.xml") if "sitemap.xml" in site.files else ""
    for url in re.findall(r"<loc>([^<]+)</loc>", sitemap):
        if site.file_at(url) not in site.files:
            yield Fault("sitemap.xml", 0, f"set site_url to the site's own address; nothing is at: {url}")
    for url in site.search_locations:
        if message := _wrong(site, site.url, url or ".", loads=False):
            yield Fault("search/search_index.json", 0, f"{message}: {url}")
    for name, found in (("the sitemap", site.url in sitemap), ("the search index", site.search_locations)):
        if not found:
            yield Fault("mkdocs.yml", 0, f"the build must write this, look at site_url and plugins: {name}")


@check("site")
def check_paths(site: Site) -> Faults:
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
