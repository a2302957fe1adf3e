"""What the first view of a page weighs, as a server sends it: the page, and all that it asks for by itself."""

import gzip
from functools import cache
from pathlib import Path
from urllib.parse import urljoin

from .built import BuiltPage, Site
from .fault import Fault, Faults, check

# Lazy pictures, and what a script brings when a reader asks for it, are no part of it.
_ASKED = "//link[@rel='stylesheet' or @rel='icon']/@href | //script/@src | //img[not(@loading='lazy')]/@src"


@cache
def sent(path: Path) -> int:
    """Give the bytes of a file as a server sends it: gzipped, but for pictures that are packed already."""
    data = path.read_bytes()
    return len(data if path.suffix in (".png", ".jpg", ".webp") else gzip.compress(data, 9, mtime=0))


def first_view(page: BuiltPage, site: Site) -> dict[str, int]:
    """Give the bytes of each file of a first view, the heaviest first; what is not there is for the check of links."""
    paths = {page.path} | {site.file_at(urljoin(page.url, address)) for address in page.tree.xpath(_ASKED)}
    sizes = {path: sent(site.folder / path) for path in paths if path in site.files}
    return dict(sorted(sizes.items(), key=lambda item: -item[1]))


@check("mkdocs")
def check_views(page: BuiltPage, site: Site) -> Faults:
    """A first view, and a second with the rest at hand, has no more bytes and requests than its kind may have."""
    source = site.guide.pages.get(site.source(page.path).removeprefix("docs/"))
    most = site.guide.rules["first_view"]
    sizes = first_view(page, site)
    if len(sizes) > most["requests"]:
        said = f"let the page ask for less, {most['requests']} requests are the most"
        yield Fault(*page.place(), f"{said}: {', '.join(sizes)}")
    for name, files in {"first_view": sizes, "second_view": {page.path: sent(site.folder / page.path)}}.items():
        most = site.guide.rules[name]
        key = source.kind if source and source.kind in most else "kB"
        limit, total = most[key], sum(files.values()) / 1000
        if total > limit:
            parts = ", ".join(f"{path.rpartition('/')[2]} {size / 1000:.1f}" for path, size in files.items())
            said = f"shorten it, or raise {key} in [{name}] of tests/rules.toml if every reader should wait for it, now"
            yield Fault(*page.place(), f"{said} {limit} kB; {parts}: {total:.2f}")


@check("mkdocs")
def check_first_search(page: BuiltPage, site: Site) -> Faults:
    """What comes when a reader first searches, script, index and names, has no more bytes than the rules allow."""
    paths = ("search/search_index.json", "names.json", "assets/javascripts/search.min.js")
    total = sum(sent(site.folder / path) for path in paths if path in site.files) / 1000
    if page.path == "index.html" and total > (most := site.guide.rules["first_view"]["search"]):
        said = f"leave out of the search what no reader seeks (`search: exclude: true`), {most} kB are the most for it"
        yield Fault("docs", 0, f"{said}: {total:.1f}")
