"""What each built page must have, what no reader may see on it, and what no two pages may share."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from .built import BuiltPage, Site, said
from .fault import Fault, check

_FILLER_ALT = re.compile(r"^(an?\s+)?(image|picture|photo|graphic|icon|figure)\s+(of|showing)\b", re.I)
# Signs of Markdown and of its extensions that no reader should see: one that is seen was not read, or not closed.
_RESIDUE = re.compile(
    r"[*`]|==|~~|\^\^|\+\+|(?<!\w)_+\w|:[a-z]+-[a-z0-9-]+:|^\s*(?:\?\?\?|!!!|#{1,6} |[-+] )|\|\s*-{3}|^\s*\|"
    r"|\{[:.#%{ ]|\{\w+[-\w]*=|\]\(|\]\[|\[\^|\[[ xX]\]|--8<--|</?[a-z]+\b|&[a-z]+;|https?://|\bwww\.",
    re.M,
)
# Elements that have no role of their own, so that a label on them is not allowed to be read out (ARIA 1.2, generic).
_GENERIC = "self::div or self::span or self::p or self::b or self::i or self::em or self::strong or self::label"


@check("built")
def check_headings(page: BuiltPage, site: Site) -> Iterator[Fault]:
    """A page has one h1, no heading skips a level, and none is empty."""
    level, headings = 0, page.article.xpath(".//h1|.//h2|.//h3|.//h4|.//h5|.//h6")
    firsts = [tag for tag in headings if tag.tag == "h1"]
    if len(firsts) != 1:
        place = page.place(said(firsts[1]) if firsts else "")
        yield Fault(*place, f"write exactly one heading with a single #, not {len(firsts)}: h1")
    for tag in headings:
        if not said(tag):
            yield Fault(*page.place(f'id="{tag.get("id")}"'), f"write words in this heading or remove it: {tag.tag}")
        if int(tag.tag[1]) > level + 1:
            yield Fault(
                *page.place(said(tag)), f"use h{level + 1} here, no level may be skipped: {tag.tag} {said(tag)}"
            )
        level = int(tag.tag[1])


@check("built")
def check_pictures(page: BuiltPage, site: Site) -> Iterator[Fault]:
    """Each picture says in words what it shows: alternative text for img, title and description for a drawing."""
    longest = site.guide.rules["length"]["alt"]
    for tag in page.tree.xpath("//img"):
        alt, place = tag.get("alt"), page.place((tag.get("src") or "").rpartition("/")[2])
        if alt is None or (not alt.strip() and tag.get("role") != "presentation" and not tag.xpath("ancestor::a")):
            yield Fault(*place, f"say in the alternative text what the picture shows: {tag.get('src')}")
        elif _FILLER_ALT.match(alt):
            yield Fault(*place, f"begin with what it shows, readers know that it is a picture: {alt}")
        elif len(alt) > longest:
            yield Fault(*place, f"keep alternative text to {longest} characters, say more in the page: {alt}")
    for tag in page.article.xpath(".//svg[not(@aria-hidden='true')][not(ancestor::*[contains(@class,'md-icon')])]"):
        named = [name for name in ("title", "desc") if any(map(str.strip, tag.xpath(f"./{name}/text()")))]
        if named != ["title", "desc"]:
            only = ", ".join(named) or "neither"
            yield Fault(*page.place("--8<--"), f"give this drawing a title and a desc, it has only: {only}")


@check("built")
def check_residue(page: BuiltPage, site: Site) -> Iterator[Fault]:
    """No sign of Markdown is left in what a reader sees."""
    seen = page.article.xpath(".//text()[not(ancestor::code or ancestor::pre or ancestor::script or ancestor::style)]")
    for text in seen:
        if match := _RESIDUE.search(str(text)):
            words = " ".join(text[max(match.start() - 20, 0) : match.end() + 40].split())
            place = page.place(text[match.start() : match.end() + 12].splitlines()[0].strip() or match[0], match[0])
            yield Fault(
                *place, f"a reader sees this sign, it was not read as a mark; close, escape or remove it: {words}"
            )


@check("built")
def check_valid(page: BuiltPage, site: Site) -> Iterator[Fault]:
    """What the W3C's checker finds fault with and no parser mends: ids, numbers, labels that may not be read out."""
    for id in page.tree.xpath("//@id"):
        if not id or re.search(r"\s", id):
            yield Fault(*page.place(f"#{id}"), f"an id is one word: “{id}”")
    ids = page.tree.xpath("//@id")
    for id in sorted({id for id in ids if ids.count(id) > 1}):
        yield Fault(*page.place(f"#{id}"), f"give one of the elements another id, this one stands twice: {id}")
    for tag in page.tree.xpath("//*[@tabindex]"):
        if not re.fullmatch(r"-?\d+", tag.get("tabindex")):
            yield Fault(*page.place("tabindex"), f"tabindex holds a whole number, or goes: “{tag.get('tabindex')}”")
    for tag in page.tree.xpath(f"//*[{_GENERIC}][@aria-label or @aria-labelledby][not(@role)]"):
        label = tag.get("aria-label") or tag.get("aria-labelledby")
        yield Fault(*page.place(label), f"give this {tag.tag} a role, or take its label away: {label}")
    for name in ("aria-labelledby", "aria-describedby", "aria-controls", "for"):
        for value in page.tree.xpath(f"//@{name}"):
            for id in set(value.split()) - page.ids:
                yield Fault(*page.place(id), f"{name} must name an id of this page: {id}")
    for tag in page.tree.xpath("//*[@role='']|//a[not(@href)][not(@id)][not(@name)]|//*[@href and @href='#']"):
        yield Fault(*page.place(said(tag)), f"mend this element, its role or address is empty: {tag.tag} {said(tag)}")


@check("built")
def check_review_box(page: BuiltPage, site: Site) -> Iterator[Fault]:
    """A page shows the title and description of its front matter, both review dates and the articles behind it."""
    source = site.guide.pages.get(site.source(page.path).removeprefix("docs/"))
    if not source or not {"title", "description", "reviewed", "next_review", "adapted_from"} <= set(source.meta):
        return  # 404.html has no front matter; the schema names what a page lacks
    meta = source.meta
    box = page.article.xpath(".//section[contains(@class, 'review')]")
    days = box[0].xpath(".//time/@datetime") if box else []
    if days != [str(meta["reviewed"]), str(meta["next_review"])]:
        said = "the review box must show reviewed and next_review, see overrides/partials/review.html"
        yield Fault(source.shown, source.line_of("reviewed:"), f"{said}: {days or 'no box'}")
    titles = {id: one["title"] for id, one in site.guide.config.get("extra", {}).get("articles", {}).items()}
    text = " ".join(box[0].text_content().split()) if box else ""
    for id in meta["adapted_from"]:
        if box and titles.get(id, id) not in text:
            yield Fault(source.shown, source.line_of("adapted_from:"), f"the review box must name this article: {id}")
    for key, shown in (
        ("title", page.tree.xpath("string(//title)")),
        ("description", page.tree.xpath("string(//meta[@name='description']/@content)")),
    ):
        if meta[key] not in shown and not (key == "title" and source.kind == "home"):
            yield Fault(source.shown, source.line_of(f"{key}:"), f"the page's head must show its {key}, not: {shown}")


@check("site")
def check_unique_heads(site: Site) -> Iterator[Fault]:
    """No two pages share a title or a description, so that people who use assistive technology can tell them apart,
    and each names the social card.
    """
    seen = defaultdict(list)
    for page in site.pages.values():
        seen["title", page.tree.xpath("string(//title)").strip()].append(page)
        if page.path != "404.html":
            seen["description", page.tree.xpath("string(//meta[@name='description']/@content)")].append(page)
        card = page.tree.xpath("string(//meta[@property='og:image']/@content)")
        if card != f"{site.url}assets/images/social-card.png":
            yield Fault(
                *page.place(), f"name the social card in the page's head, see overrides/main.html: {card or 'none'}"
            )
    for (what, value), pages in seen.items():
        for page in pages[1:] if value else pages:
            other = pages[0].path if value else "no page"
            yield Fault(*page.place(f"{what}:"), f"write another {what}, {other} has this one too: {value or 'empty'}")
