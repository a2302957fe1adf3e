"""Where pages stand in nav and on disk, and whether a reader gets to each from home."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from urllib.parse import urljoin

from .built import Site
from .fault import Fault


def listed(nav: Sequence) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give each page of nav with the names of the sections round it."""
    def walk(items: Sequence, above: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
        for item in items:
            if isinstance(item, str):
                yield item, above
                continue
            for name, value in item.items():
                if isinstance(value, str):
                    yield value, above
                else:
                    yield from walk(value, (*above, name))
    yield from walk(nav, ())


def check_nav(path: str, nav: Sequence, pages: Sequence[str]) -> Iterator[Fault]:
    """nav lists every page exactly once, and pages of one folder stand together in one section."""
    entries = list(listed(nav))
    counts = Counter(page for page, _ in entries)
    for page, count in counts.items():
        if page not in pages:
            yield Fault(path, 0, f"remove this from nav, or add the file: {page}")
        elif count > 1:
            yield Fault(path, 0, f"list this page once in nav, not {count} times: {page}")
    for page in pages:
        if page not in counts:
            yield Fault(path, 0, f"add this page to nav, below its folder's section: {page}")
    homes: dict[str, tuple[str, ...]] = {}
    for page, section in entries:
        folder = page.rpartition("/")[0]
        if bool(folder) != bool(section):
            yield Fault(path, 0, f"a page's place in nav is its place on disk; move one of the two: {page}")
        elif homes.setdefault(folder, section) != section:
            yield Fault(path, 0, f"pages of one folder stand in one section ({' > '.join(homes[folder])}): {page}")


def check_reachable(site: Site, home: str = "index.html") -> Iterator[Fault]:
    """Every page is reached from home by links that stand in the text of pages, menus aside."""
    waiting, reached = [home], {home}
    while waiting:
        page = site.pages.get(waiting.pop())
        if page is None:
            continue
        for tag in page.article.find_all("a", href=True):
            target = site.file_at(urljoin(page.url, tag["href"]).partition("#")[0])
            if target in site.pages and target not in reached:
                reached.add(target)
                waiting.append(target)
    for path in site.pages:
        if path not in reached and path != "404.html":
            yield Fault(path, 0, f"link to this page from the text of another, no path leads to it from home: {path}")


def check_dead_ends(site: Site) -> Iterator[Fault]:
    """Each page's text links on to at least one other page."""
    for path, page in site.pages.items():
        targets = {site.file_at(urljoin(page.url, tag["href"]).partition("#")[0]) for tag in page.article.find_all("a", href=True)}
        if not (targets & set(site.pages)) - {path}:
            yield Fault(path, 0, f"end the page with links to what to read next: {path}")
