"""Every kind of link in the built HTML and CSS, resolved as a browser would under the site's sub path."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

from .built import Page, Site
from .fault import Fault
from .house_style import TELEPHONE_NUMBERS

_URL_ATTRIBUTES = {
    "a": ("href",), "area": ("href",), "audio": ("src",), "button": ("formaction",), "embed": ("src",), "form": ("action",),
    "iframe": ("src",), "image": ("href", "xlink:href"), "img": ("src", "srcset"), "input": ("src", "formaction"),
    "link": ("href",), "object": ("data",), "script": ("src",), "source": ("src", "srcset"), "track": ("src",),
    "use": ("href", "xlink:href"), "video": ("src", "poster"),
}
_META_URLS = ("og:image", "og:url", "twitter:image")
_CSS_URL = re.compile(r"""url\(\s*['"]?([^'")]+)['"]?\s*\)|@import\s+['"]([^'"]+)['"]""")


class Link(NamedTuple):
    """One address in a page: its line, the tag and attribute that hold it, and the words that a reader sees."""

    line: int
    tag: str
    attribute: str
    url: str
    words: str


def links(page: Page) -> Iterator[Link]:
    """Give every address that a page holds, in tags, srcset, meta and inline styles."""
    for tag in page.soup.find_all(True):
        for attribute in _URL_ATTRIBUTES.get(tag.name, ()):
            if not tag.has_attr(attribute):
                continue
            value, said = tag[attribute], " ".join(tag.get_text(" ").split())
            if attribute == "srcset":
                for candidate in value.split(","):
                    if candidate.strip():
                        yield Link(tag.sourceline, tag.name, attribute, candidate.split()[0], said)
            else:
                yield Link(tag.sourceline, tag.name, attribute, value.strip(), said)
        if tag.name == "meta" and (tag.get("property") or tag.get("name")) in _META_URLS:
            yield Link(tag.sourceline, "meta", "content", tag.get("content", ""), "")
        if tag.has_attr("style"):
            for url in css_urls(tag["style"]):
                yield Link(tag.sourceline, tag.name, "style", url, "")
        if tag.name == "style":
            for url in css_urls(tag.get_text()):
                yield Link(tag.sourceline, "style", "text", url, "")


def css_urls(text: str) -> Iterator[str]:
    """Give every address in a style sheet, those in data: left out."""
    for match in _CSS_URL.finditer(re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)):
        url = (match[1] or match[2]).strip()
        if not url.startswith("data:") and not url.startswith("#"):
            yield url


def check_page(site: Site, page: Page) -> Iterator[Fault]:
    """Each address on a page leads to a file of the site, and each fragment to an element on the page it names."""
    for link in links(page):
        what = f"<{link.tag} {link.attribute}> “{link.words}”" if link.words else f"<{link.tag} {link.attribute}>"
        message = _fault_of(site, page, link)
        if message:
            yield Fault(page.path, link.line, f"{what}: {message}: {link.url or 'empty'}")


def _fault_of(site: Site, page: Page, link: Link) -> str | None:
    url = link.url
    if not url:
        return "give this a target, or remove it"
    scheme = urlsplit(url).scheme
    if url.startswith("//"):
        return "begin the address with https:"
    if scheme == "tel":
        return None if url[4:] in TELEPHONE_NUMBERS else f"only these may be rung, {', '.join(sorted(TELEPHONE_NUMBERS))}"
    if scheme in ("mailto", "javascript", "data", "file", "ftp"):
        return f"a page must not link to {scheme}:"
    inside = site.file_at(urljoin(page.url, url))
    if inside is None:
        if scheme or url.startswith("//"):
            return None  # another host: external.py looks after it
        return f"this leaves the site's folder; write a relative link below {urlsplit(site.url).path}"
    if page.path == "404.html" and not scheme and not url.startswith(("/", "#")):
        return "404.html is shown at any address, so its links must be absolute; use the url filter"
    if inside not in site.files:
        if inside + "/index.html" in site.files:
            return "end the address with a slash"
        near = difflib.get_close_matches(inside.removesuffix("/index.html"), {path.removesuffix("/index.html") for path in site.files}, n=1)
        return f"nothing is there; did you mean {near[0]}" if near else "nothing is there; mend the target or remove the link"
    fragment = unquote(urlsplit(url).fragment)
    if fragment and inside.endswith(".html") and fragment not in site.pages[inside].ids:
        near = difflib.get_close_matches(fragment, site.pages[inside].ids, n=1)
        return f"{inside} has no such id; did you mean #{near[0]}" if near else f"{inside} has no such id"
    return None


def check_style_sheet(site: Site, path: str) -> Iterator[Fault]:
    """Each address in a style sheet leads to a file of the site."""
    for url in css_urls(site.text(path)):
        inside = site.file_at(urljoin(urljoin(site.url, path), url))
        if inside is None:
            yield Fault(path, 0, f"bring this file into docs/assets/, a page must not load from another host: {url}")
        elif inside not in site.files:
            yield Fault(path, 0, f"nothing is there; mend the address: {url}")


def check_sitemap_and_search(site: Site) -> Iterator[Fault]:
    """Each address in sitemap.xml and in the search index leads to a page, and to an element on it."""
    for url in re.findall(r"<loc>([^<]+)</loc>", site.text("sitemap.xml") if "sitemap.xml" in site.files else ""):
        if site.file_at(url) not in site.files:
            yield Fault("sitemap.xml", 0, f"set site_url to the site's own address; nothing is at: {url}")
    for location in site.search_locations:
        path, _, fragment = location.partition("#")
        inside = site.file_at(urljoin(site.url, path))
        if inside not in site.files:
            yield Fault("search/search_index.json", 0, f"the search leads to a page that is not there: {location}")
        elif fragment and unquote(fragment) not in site.pages[inside].ids:
            yield Fault("search/search_index.json", 0, f"the search leads to an id that is not there: {location}")


def check_third_party(site: Site, page: Page) -> Iterator[Fault]:
    """A page loads nothing from another host: no image, script, style sheet, font, frame or early connection."""
    for link in links(page):
        loads = link.tag not in ("a", "area", "meta")
        if link.tag == "link":
            rels = page.soup.find("link", href=link.url)
            loads = not (rels and set(rels.get("rel", ())) & {"canonical", "prev", "next", "alternate"})
        absolute = urlsplit(urljoin(page.url, link.url))
        if loads and absolute.scheme in ("http", "https") and absolute.netloc != urlsplit(site.url).netloc:
            yield Fault(page.path, link.line, f"bring this file into docs/assets/, a page must not load from another host: {link.url}")
    for script in page.soup.find_all("script", src=False):
        for url in re.findall(r"https?://[^\s\"'<>\\]+", script.get_text()):
            if not url.startswith(site.url):
                yield Fault(page.path, script.sourceline, f"a script must not name another host: {url}")


def check_nameless_links(page: Page) -> Iterator[Fault]:
    """Each link says where it goes, in words or in a label."""
    vague = {"here", "click here", "this", "link", "more", "read more", "learn more", "this page", "see here"}
    for tag in page.soup.find_all("a", href=True):
        said = " ".join(tag.get_text(" ").split())
        images = " ".join(image.get("alt", "") for image in tag.find_all("img"))
        name = tag.get("aria-label") or said or images.strip() or tag.get("title")
        if not name:
            yield Fault(page.path, tag.sourceline, f"write words for this link: {tag['href']}")
        elif said.lower().rstrip(".!:") in vague:
            yield Fault(page.path, tag.sourceline, f"say where the link goes: {said}")
