"""Addresses never die: each page and each id that readers may have kept answers, where it was or where it has gone."""

from html import escape
from urllib.parse import unquote, urljoin, urlsplit

from .built import Site
from .fault import Fault, Faults, check
from .guide import ADDRESSES, ARROW, Guide

_KEEPS_THE_ID = 'location.replace(document.querySelector("a").href + location.hash)'


def stub_path(page: str) -> str:
    """Give the path below docs/ of the file that stands where a page was."""
    return f"{page}index.html"


def stub(guide: Guide, old: str, new: str) -> str:
    """Give the file that stands where a page was: it leads on, the id too, and says so where it cannot."""
    page = guide.page_at(new)
    title = escape(str(page.meta.get("title", new) if page else new))
    way = "../" * old.count("/") + new.removeprefix("./")
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<title>Moved: {title}</title>
<link rel="canonical" href="{way}">
<noscript><meta http-equiv="refresh" content="0; url={way}"></noscript>
</head>
<body>
<h1>This page has moved</h1>
<p>You find it here: <a href="{way}">{title}</a></p>
<script>{_KEEPS_THE_ID}</script>
</body>
</html>
"""


def addresses(site: Site) -> set[str]:
    """Give each address that a reader can have kept: every page, and every id that the text of a page links to."""
    pages = {path: path.removesuffix("index.html") or "./" for path in site.pages if path != "404.html"}
    found = set(pages.values())
    for path in pages:
        for url in site.pages[path].article.xpath(".//a/@href"):
            absolute = urljoin(site.pages[path].url, url)
            target, fragment = site.file_at(absolute), unquote(urlsplit(absolute).fragment)
            if target in pages and fragment in site.pages[target].ids:
                found.add(f"{pages[target]}#{fragment}")
    return found


def longer(site: Site) -> str:
    """Give the list with the addresses that it lacks; none that stands there is taken out."""
    lines = site.guide.text(ADDRESSES).splitlines()
    head = [line for line in lines if line.startswith("#")]
    there = [line for line in lines if line and not line.startswith("#")]
    new = addresses(site) - {line.partition(ARROW)[0] for line in there}
    return "\n".join([*head, *sorted({*there, *new})]) + "\n"


def check_kept(site: Site) -> Faults:
    """Each address that a reader can keep stands in the list; new ones may wait for the weekly run."""
    known = {f"{one.page}#{one.id}" if one.id else one.page for one in site.guide.kept}
    for address in sorted(addresses(site) - known):
        yield Fault(
            ADDRESSES,
            0,
            f"run `.venv/bin/python -m tests.derive`, it adds what readers may keep from now on: {address}",
        )


@check("site")
def check_addresses(site: Site) -> Faults:
    """Each address of the list answers: a page is there or leads to where it has moved, an id is there in either."""
    gone = site.guide.moved
    for one in site.guide.kept:
        page = gone.get(one.page, one.page).removeprefix("./")
        built = site.pages.get(f"{page}index.html")
        if one.moved_to and site.guide.page_at(one.page):
            yield Fault(ADDRESSES, one.line, f"take out the arrow, this page has not moved: {one.page}")
        elif built is None and one.moved_to:
            yield Fault(ADDRESSES, one.line, f"name the page that answers now, as `old/ > new/`; none is at: {page}")
        elif built is None and not one.id:
            said = (
                f"write where its readers go now, `{page}{ARROW}new-page/`, then run `.venv/bin/python -m tests.derive`"
            )
            yield Fault(ADDRESSES, one.line, f"this page is gone, {said}: {page}")
        elif built is not None and one.id and one.id not in built.ids:
            said = f'at the end of the heading that answers now, or <span id="{one.id}"></span> if it has an id'
            yield Fault(*built.place(), f"readers may have kept this address; write {{ #{one.id} }} {said}: #{one.id}")
