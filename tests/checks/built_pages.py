"""What each built page must have, what no reader may see on it, and what no two pages may share."""

import re
from collections import Counter, defaultdict

from .built import BuiltPage, Site, said
from .fault import Fault, Faults, check

# Signs of Markdown and of its extensions that no reader should see: one that is seen was not read, or not closed.
_RESIDUE = re.compile(
    r"[*`]|==|~~|\^\^|\+\+|(?<!\w)_+\w|:[a-z]+-[a-z0-9-]+:|^\s*(?:\?\?\?|!!!|#{1,6} |[-+] )|\|\s*-{3}|^\s*\|"
    r"|\{[:.#%{ ]|\{\w+[-\w]*=|\]\(|\]\[|\[\^|\[[ xX]\]|--8<--|</?[a-z]+\b|&[a-z]+;|https?://|\bwww\.",
    re.M,
)


@check("built")
def check_headings(page: BuiltPage, site: Site) -> Faults:
    """A page has one h1, and no heading skips a level."""
    level, headings = 0, page.article.xpath(".//h1|.//h2|.//h3|.//h4|.//h5|.//h6")
    firsts = [tag for tag in headings if tag.tag == "h1"]
    if len(firsts) != 1:
        place = page.place(said(firsts[1]) if firsts else "")
        yield Fault(*place, f"write exactly one heading with a single #, not {len(firsts)}: h1")
    for tag in headings:
        if int(tag.tag[1]) > level + 1:
            place = page.place(said(tag))
            yield Fault(*place, f"use h{level + 1} here, no level may be skipped: {tag.tag} {said(tag)}")
        level = int(tag.tag[1])


@check("built")
def check_residue(page: BuiltPage, site: Site) -> Faults:
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
def check_spaces(page: BuiltPage, site: Site) -> Faults:
    """No text of a page lives by its spaces and empty lines, which overrides/main.html trims."""
    for tag in page.article.iter("pre", "textarea"):
        if "\n" in (text := tag.text_content().strip()):
            first = text.splitlines()[0].strip()
            yield Fault(*page.place(first), f"write this without a code block, its lines lose their spaces: {first}")


@check("built")
def check_ids(page: BuiltPage, site: Site) -> Faults:
    """No id stands twice, and what refers to an element of the page names one that is there."""
    for id, count in Counter(page.tree.xpath("//@id")).items():
        if count > 1:
            yield Fault(*page.place(f"#{id}"), f"give one of the elements another id, this one stands twice: {id}")
    for value in page.tree.xpath("//@aria-labelledby | //@aria-describedby | //@aria-controls | //@for"):
        for id in set(value.split()) - page.ids:
            yield Fault(*page.place(id), f"{value.attrname} must name an id of this page: {id}")


@check("built")
def check_review_box(page: BuiltPage, site: Site) -> Faults:
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
    for key, shown in {"title": page.title, "description": page.description}.items():
        if meta[key] not in shown and not (key == "title" and source.kind == "home"):
            yield Fault(source.shown, source.line_of(f"{key}:"), f"the page's head must show its {key}, not: {shown}")


@check("site")
def check_unique_heads(site: Site) -> Faults:
    """No two pages share a title or a description, so that people who use assistive technology can tell them apart,
    and each names the social card.
    """
    seen = defaultdict(list)
    for page in site.pages.values():
        seen["title", page.title].append(page)
        if page.path != "404.html":
            seen["description", page.description].append(page)
        card = page.tree.xpath("string(//meta[@property='og:image']/@content)")
        if card != f"{site.url}assets/images/social-card.png":
            said = "name the social card in the page's head, see overrides/frame.html"
            yield Fault(*page.place(), f"{said}: {card or 'none'}")
    for (what, value), pages in seen.items():
        for page in pages[1:] if value else pages:
            other = pages[0].path if value else "no page"
            yield Fault(*page.place(f"{what}:"), f"write another {what}, {other} has this one too: {value or 'empty'}")
