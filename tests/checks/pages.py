"""What each built page must have, and what no two pages may share."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from .built import Page
from .fault import Fault

ALT_LENGTH = 150
_FILLER_ALT = re.compile(r"^(an?\s+)?(image|picture|photo|graphic|icon|figure)\s+(of|showing)\b", re.IGNORECASE)


def check_unique_heads(pages: Iterable[Page]) -> Iterator[Fault]:
    """No two pages share a title or a description, so that people who use assistive technology can tell pages apart."""
    seen: dict[tuple[str, str], list[str]] = defaultdict(list)
    for page in pages:
        title = page.soup.title.get_text(strip=True) if page.soup.title else ""
        meta = page.soup.find_all("meta", attrs={"name": "description"})
        if not title:
            yield Fault(page.path, 0, "give the page a title in its front matter: title")
        else:
            seen["title", title].append(page.path)
        if len(meta) != 1 or not meta[0].get("content"):
            yield Fault(page.path, 0, f"the page's head needs exactly one description, not {len(meta)}: description")
        elif page.path != "404.html":
            seen["description", meta[0]["content"]].append(page.path)
    for (what, value), paths in seen.items():
        if len(paths) > 1:
            yield Fault(paths[1], 0, f"write another {what}, {paths[0]} has this one too: {value}")


def check_headings(page: Page) -> Iterator[Fault]:
    """A page has one h1, no heading skips a level, and none is empty."""
    headings = page.article.find_all(re.compile(r"^h[1-6]$"))
    firsts = [tag for tag in headings if tag.name == "h1"]
    if len(firsts) != 1:
        yield Fault(page.path, firsts[1].sourceline if firsts else 0, f"write exactly one heading with a single #, not {len(firsts)}: h1")
    level = 0
    for tag in headings:
        said = " ".join(tag.get_text(" ").replace("¶", "").split())
        if not said:
            yield Fault(page.path, tag.sourceline, f"write words in this heading or remove it: {tag.name}")
        if int(tag.name[1]) > level + 1:
            yield Fault(page.path, tag.sourceline, f"use h{level + 1} here, no level may be skipped: {tag.name} {said}")
        level = int(tag.name[1])


def check_pictures(page: Page) -> Iterator[Fault]:
    """Each picture says in words what it shows: alternative text for img, title and description for a drawing."""
    for tag in page.soup.find_all("img"):
        alt = tag.get("alt")
        if alt is None or (not alt.strip() and tag.get("role") != "presentation"):
            yield Fault(page.path, tag.sourceline, f"say in the alternative text what the picture shows: {tag.get('src')}")
        elif _FILLER_ALT.match(alt):
            yield Fault(page.path, tag.sourceline, f"begin with what it shows, readers know that it is a picture: {alt}")
        elif len(alt) > ALT_LENGTH:
            yield Fault(page.path, tag.sourceline, f"keep alternative text to {ALT_LENGTH} characters, say more in the page: {alt}")
    for tag in page.article.find_all("svg"):
        if tag.find_parent("a", class_="md-icon") or "md-icon" in (tag.parent.get("class") or []):
            continue
        if tag.get("aria-hidden") == "true":
            continue
        named = [name for name in ("title", "desc") if tag.find(name) and tag.find(name).get_text(strip=True)]
        if named != ["title", "desc"]:
            yield Fault(page.path, tag.sourceline, f"give this drawing a title and a desc, it has only: {', '.join(named) or 'neither'}")


def check_ids(page: Page) -> Iterator[Fault]:
    """No id stands twice on a page, since a link reaches only the first."""
    seen = set()
    for tag in page.soup.find_all(id=True):
        if tag["id"] in seen:
            yield Fault(page.path, tag.sourceline, f"give this element another id, it stands on the page already: {tag['id']}")
        seen.add(tag["id"])


def check_review_box(page: Page, expected: dict) -> Iterator[Fault]:
    """The foot of a page shows both review dates, the articles behind it, who reviewed it, and that we sell nothing."""
    box = page.article.find("section", class_="review")
    if box is None:
        yield Fault(page.path, 0, "the page has no review box; overrides/main.html adds it from the front matter: review")
        return
    days = [tag.get("datetime") for tag in box.find_all("time")]
    if days != [str(expected["reviewed"]), str(expected["next_review"])]:
        yield Fault(page.path, box.sourceline, f"the review box must show reviewed and next_review of the front matter: {days}")
    text = " ".join(box.get_text(" ").split())
    for phrase in ("Not reviewed by a clinician", "Neither physiotherapy nor massage"):
        if phrase not in text:
            yield Fault(page.path, box.sourceline, f"the review box must say this: {phrase}")
    if text.count("clinic’s article") != len(expected["adapted_from"]):
        yield Fault(page.path, box.sourceline, f"the review box must name each article of adapted_from: {expected['adapted_from']}")
