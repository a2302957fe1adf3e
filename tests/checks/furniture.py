"""What stands on every page around its text: the head, the ways to the urgent signs, and where the page stands."""

import re
from datetime import date
from urllib.parse import urljoin

from ..project import built_path
from .built import BuiltPage, Site, said
from .fault import Fault, Faults, check
from .menu import listed

MAIN, HEAD = "overrides/frame.html", "//head"
URGENT, CHOOSER = "urgent-signs/index.html", "choose/index.html"
# Where links with these words lead, wherever they stand outside the text; and how often each of these stands on a page.
WAYS = {"Is it urgent?": URGENT, "Signs that need help": URGENT, "Help me choose": CHOOSER}
ONCE = {"urgent-line": "overrides/partials/urgent.html", "foot__urgent": "overrides/partials/site-footer.html"}
# Lists of sources and of stories, in which a reader would find nothing that helps; the last is no page of its own.
UNSEARCHED = {"evidence/references/index.html", "about/chooser-test/index.html", "404.html"}


@check("mkdocs")
def check_head(page: BuiltPage, site: Site) -> Faults:
    """The head of a page says once each its name, what it answers, address and language; its policy is strict."""
    source = site.guide.pages.get(site.source(page.path).removeprefix("docs/"))
    meta, name = source.meta if source else {}, site.guide.config.get("site_name", "")
    title, description = meta.get("title", name), meta.get("description", site.guide.config.get("site_description", ""))
    shown = f"{title if source else 'Page not found'} | {name}"
    wanted = {
        "/html/@lang": ["en"],
        f"{HEAD}/title/text()": [shown if meta.get("kind") != "home" else f"{name} Which one do I need"],
        f"{HEAD}/meta[@name='description']/@content": [description],
        f"{HEAD}/link[@rel='canonical']/@href": [page.url] if source else [],
        f"{HEAD}/meta[@name='robots']/@content": [] if source else ["noindex"],
        f"{HEAD}/meta[@name='referrer']/@content": ["same-origin"],
        f"{HEAD}/meta[@property='og:title']/@content": [title],
        f"{HEAD}/meta[@property='og:description']/@content": [description],
        f"{HEAD}/meta[@name='twitter:card']/@content": ["summary_large_image"],
        f"count({HEAD}/link[@rel='icon'])": 1.0,
    }
    for path, want in wanted.items():
        if (have := page.tree.xpath(path)) != want:
            right, there = (", ".join(map(str, one if isinstance(one, list) else [one])) for one in (want, have))
            yield Fault(MAIN, 0, f"let {path} be “{right or 'nothing'}” on {page.path}, it is: {there or 'nothing'}")
    policy = "".join(page.tree.xpath(f"{HEAD}/meta[@http-equiv='Content-Security-Policy']/@content"))
    loose = re.search(r"https?:\S*|\*|'unsafe-eval'|script-src[^;]*'unsafe-inline'", policy)
    if loose or "default-src 'none'" not in policy or "connect-src 'self'" not in policy:
        mend = "keep the policy to this site, default-src 'none' and connect-src 'self', see tests/derived/__init__.py"
        yield Fault(page.path, 0, f"{mend}: {loose[0] if loose else policy or 'none'}")


@check("mkdocs")
def check_ways(page: BuiltPage, site: Site) -> Faults:
    """The ways to the urgent signs and the chooser lead there; what the foot must say and the dates stand in words."""
    for place, path in ONCE.items():
        if len(page.tree.xpath(f"//*[contains(concat(' ', @class, ' '), ' {place} ')]")) != 1:
            yield Fault(path, 0, f"let the way to the urgent signs stand on each page once: {place}")
    outside = page.tree.xpath("//a[@href][not(ancestor::article)]") + (
        page.article.xpath(".//a[@href]") if page.path == "404.html" else []
    )
    for link in outside:
        for words, target in WAYS.items():
            if said(link).startswith(words) and site.file_at(urljoin(page.url, link.get("href"))) != target:
                yield Fault(MAIN, 0, f"lead “{words}” to {target} on each page, see overrides: {link.get('href')}")
    if (words := site.guide.config.get("copyright", "")) and words not in said(page.tree):
        yield Fault("overrides/partials/site-footer.html", 0, f"print the copyright of mkdocs.yml: {words}")
    for day in page.tree.xpath("//time[@datetime]"):
        right = date.fromisoformat(day.get("datetime")).strftime("%d %B %Y").lstrip("0")
        if said(day) != right:
            yield Fault("overrides/partials/day.html", 0, f"write this day as {right}: {said(day)}")


@check("mkdocs")
def check_neighbours(page: BuiltPage, site: Site) -> Faults:
    """The pages before and after are those of the menu, the trail begins at home, and the contents lead to headings."""
    menu = [path for path, _ in listed(site.guide.config.get("nav") or [])]
    order = [built_path(path) for path in menu]
    if page.path in order:
        at = order.index(page.path)
        for rel, want in (("prev", order[at - 1 : at] if at else []), ("next", order[at + 1 : at + 2])):
            have = [site.file_at(urljoin(page.url, url)) for url in page.tree.xpath(f"//footer//a[@rel='{rel}']/@href")]
            if have != want:
                path = "overrides/partials/site-footer.html"
                yield Fault(path, 0, f"let rel={rel} of {page.path} lead to {want or 'nothing'}: {have or 'nothing'}")
    for link in page.tree.xpath(
        "//nav[contains(@class, 'headings')]//a/@href | //div[contains(@class, 'side--headings')]//a/@href"
    ):
        if not link.startswith("#") or link[1:] not in page.ids:
            yield Fault("overrides/partials/headings.html", 0, f"lead to a heading of the page, #id: {link}")
    firsts = []
    for item in site.guide.config.get("nav") or []:
        firsts += [path for path, _ in list(listed([item]))[:1]]
    tabs = [site.file_at(urljoin(page.url, url)) for url in page.tree.xpath("//nav[@class='tabs']//a/@href")]
    if tabs and tabs != [built_path(path) for path in firsts]:
        path = "overrides/partials/tabs-of-sections.html"
        yield Fault(
            path, 0, f"lead each tab of {page.path} to the first page of its section: {', '.join(map(str, tabs))}"
        )
    trail = [site.file_at(urljoin(page.url, url)) for url in page.tree.xpath("//nav[@class='trail']//a/@href")]
    if trail and (trail[0] != "index.html" or len(set(trail)) != len(trail)):
        yield Fault(
            "overrides/partials/trail.html", 0, f"begin the trail of {page.path} at home, each page once: {trail}"
        )


@check("site")
def check_lists(site: Site) -> Faults:
    """The sitemap has each page with the day of its review, the search all but a few, and llms.txt leads to files."""
    if "sitemap.xml" in site.files:
        listed = dict(re.findall(r"<loc>([^<]+)</loc>(?:<lastmod>([^<]*)</lastmod>)?", site.text("sitemap.xml")))
        for path, page in site.pages.items():
            source = site.guide.pages.get(site.source(path).removeprefix("docs/"))
            want = str(source.meta.get("reviewed", "")) if source else None
            if want is not None and listed.get(page.url) != want:
                yield Fault(
                    "overrides/sitemap.xml", 0, f"list this page with the day of its review, {want}: {page.url}"
                )
    found = {location.partition("#")[0] for location in site.search_locations}
    for path in site.pages if found else ():
        if path not in UNSEARCHED and path.removesuffix("index.html") not in found:
            yield Fault(
                *site.pages[path].place("search:"), f"let the search find this page, take out its exclude: {path}"
            )
    for number, line in enumerate((site.text("llms.txt") if "llms.txt" in site.files else "").splitlines(), start=1):
        for url in re.findall(r"\]\(([^)\s]+)\)", line):
            if url.startswith(site.url) and site.file_at(url) not in site.files:
                yield Fault("overrides/llms.txt", number, f"nothing is at this address: {url}")
