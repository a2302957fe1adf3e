"""What a page tells search engines in the words of schema.org: known types, each with its keys, true to the page."""

import json
import re
from collections.abc import Iterator
from copy import deepcopy
from urllib.parse import unquote, urljoin, urlsplit

from .built import BuiltPage, Site
from .fault import Fault, Faults, check

# The keys that a type has here, those in brackets where there is something to say; no person, no rating, no offer.
_KEYS = {
    "MedicalWebPage": "@id name description inLanguage lastReviewed audience isPartOf license"
    " [about citation isBasedOn mainEntity]",
    "PeopleAudience": "audienceType",
    "WebSite": "@id name",
    "Thing": "name alternateName",
    "Article": "name",
    "BreadcrumbList": "itemListElement",
    "ListItem": "position name item",
    "Question": "name url acceptedAnswer",
    "Answer": "text",
    "DefinedTermSet": "name url hasDefinedTerm",
    "DefinedTerm": "name url",
    "HowTo": "name url step",
    "HowToStep": "name url",
}
_ADDRESSES = {"@id", "url", "item", "citation"}
_WORDS = {"Question": "name", "Answer": "text", "DefinedTerm": "name", "HowToStep": "name"}  # that stand on the page


def nodes(value: object) -> Iterator[dict]:
    """Give each thing that is described, with those in it."""
    if isinstance(value, dict):
        yield value
    for one in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from nodes(one)


@check("mkdocs")
def check_linked_data(page: BuiltPage, site: Site) -> Faults:
    """A page with front matter has one script of linked data, of known types and keys, and all in it is on the page."""
    scripts = page.tree.xpath("//script[@type='application/ld+json']")
    source = site.guide.pages.get(site.source(page.path).removeprefix("docs/"))
    meta = source.meta if source else {}
    if len(scripts) != 1:
        if meta.get("reviewed"):
            said = "give the page one script of linked data, see overrides/partials/linked-data.html"
            yield Fault(*page.place(), f"{said}: {len(scripts)}")
        return
    try:
        data = json.loads(scripts[0].text or "")
    except ValueError as error:
        yield Fault(*page.place(), f"write linked data that is JSON, see overrides/partials/linked-data.html: {error}")
        return
    article = deepcopy(page.article)
    for source in article.xpath(".//a[contains(@href, 'evidence/references/#')]"):
        source.drop_tree()
    text = _letters(page.article.text_content() + article.text_content())
    for node in nodes(data.get("@graph")):
        kind = node.get("@type")
        kind = kind[0] if isinstance(kind, list) else kind
        needed, _, other = _KEYS.get(kind, "").partition("[")
        missing, strange = set(needed.split()) - set(node), set(node) - {"@type", *needed.split(), *other[:-1].split()}
        for key in sorted(missing | strange):
            what = "add this key to" if key in missing else "take this key out of"
            yield Fault(*page.place(), f"linked data: {what} a thing of the type {kind}: {key}")
        for key in _ADDRESSES & set(node):
            for address in node[key] if isinstance(node[key], list) else [node[key]]:
                if not _leads(page, site, address):
                    yield Fault(*page.place(), f"linked data: nothing is at this address: {address}")
        words = node.get(_WORDS.get(kind, ""), "")
        if _letters(words) not in text:
            yield Fault(*page.place(), f"linked data: a reader does not find these words on the page: {words[:80]}")
        if kind == "MedicalWebPage":
            for key, name in {"title": "name", "description": "description", "reviewed": "lastReviewed"}.items():
                if str(meta.get(key)) != node.get(name):
                    yield Fault(
                        *page.place(f"{key}:"), f"linked data: {name} must be the page's {key}: {node.get(name)}"
                    )


def _letters(text: str) -> str:
    return re.sub(r"\W", "", text)


def _leads(page: BuiltPage, site: Site, address: str) -> bool:
    target = urljoin(page.url, address)
    path, fragment = site.file_at(target), unquote(urlsplit(target).fragment)
    return path in site.files and (not fragment or fragment in site.pages[path].ids)
