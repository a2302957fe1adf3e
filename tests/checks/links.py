"""Links as the pages write them: names that are defined, targets that exist, other sites that we may link to."""

import posixpath
import re
from functools import cache
from urllib.parse import urlsplit

from markdown.extensions.toc import slugify

from .fault import Fault, Faults, check, nearest
from .guide import Guide, Page
from .prose import TARGET, plain

NAMED = re.compile(r"\[([^\[\]]+)\]\[([^\[\]]*)\]")
# A link to an entry of the references or the glossary that is written out in full.
WRITTEN_OUT = re.compile(
    r"\[(?P<words>[^\]]+)\]\((?P<target>[^)\s]*(?P<page>references|glossary)\.md#(?P<id>[a-z0-9-]+))"
    r'(?: "(?P<title>[^"]*)")?\)'
)


def named(text: str) -> set[str]:
    """Give the names, in lower case, of the links of the form [words][name] or [name][]."""
    return {(name or words).lower() for words, name in NAMED.findall(text)}


_NEW = "add its entry to the references or the glossary, and its line to the links at the end of that page"


@cache
def ids(page: Page) -> frozenset[str]:
    """Give the ids that a page's source defines: those written out, and those made from headings."""
    found = {one or other for one, other in re.findall(r"\{ ?[^}]*#([\w-]+)|\bid=\"([\w-]+)\"", page.text)}
    for _, line in page.prose:
        if (heading := re.match(r"#{1,6} (.+)", line)) and "{ #" not in line:
            found.add(slugify(plain(heading[1], page.guide.citation_names), "-"))
    return frozenset(found)


@check("page")
def check_names(page: Page, guide: Guide) -> Faults:
    """A link by name is complete, and its name is defined among the references or the glossary words."""
    known = guide.shared_links | {name: match for name, (_, match) in page.definitions.items()}
    for number, match in page.find(NAMED):
        name = (match[2] or match[1]).lower()
        if name not in known:
            advice = nearest(name, known, "did you mean [{}]", _NEW)
            yield Fault(page.shown, number, f"no source or word has this name, {advice}: {match[0]}")
    for number, match in page.find(r"(?<![\]\\!])\[([^\[\]]+)\](?![\[(:])( \[([^\[\]]*)\](?!\())?"):
        if match[1].lower() in known:
            yield Fault(page.shown, number, f"write two brackets behind the name, [{match[1]}][]: {match[0]}")
        elif match[3] is not None and match[3].lower() in known:
            yield Fault(page.shown, number, f"leave no space before the name, [{match[1]}][{match[3]}]: {match[0]}")


@check("page")
def check_written_out(page: Page, guide: Guide) -> Faults:
    """A link to a reference or a glossary word goes by its name; home, which lies in no folder as the shared links
    need, writes it out, and shows what the entry shows.
    """
    defined = {(match["target"].rpartition("/")[2], match["id"]): match for match in guide.shared_links.values()}
    for number, match in page.find(WRITTEN_OUT):
        one = defined.get((f"{match['page']}.md", match["id"]))
        name = one["name"] if one else match["id"]
        words = name if match["page"] == "references" else match["words"]
        if page.path != "index.md":
            short = f"[{words}][{'' if words == name else name}]"
            yield Fault(page.shown, number, f"link with the name alone, {short}: {match[0]}")
        elif not one:
            yield Fault(page.shown, number, f"define this link in the section of links: {match['id']}")
        elif match[0] != (right := f'[{words}]({match["target"]} "{one["title"]}")'):
            yield Fault(page.shown, number, f"write the link as {right}: {match[0]}")


@check("page")
def check_targets(page: Page, guide: Guide) -> Faults:
    """A link leads to a page, a section or a picture that is there, or to a site of the rules; patterns.toml holds the
    form of an address, and check_numbers looks after what may be rung.
    """
    hosts = set().union(*guide.rules["hosts"].values())
    for number, match in page.find(rf"\[[^\[\]]*\]\(({TARGET})\)"):
        target, message = match[1].split(' "')[0].strip(), None
        if not re.match(r"[a-z]+:|//", target):
            message = _inside(page, guide, target)
        elif target.startswith("https:") and urlsplit(target).netloc not in hosts:
            message = "link to a DOI or an official site, or add the host to [hosts] in tests/rules.toml"
        if message:
            yield Fault(page.shown, number, f"{message}: {target}")


@check("guide")
def check_index(guide: Guide) -> Faults:
    """The first page of a folder links to each page of it."""
    for path in guide.pages:
        folder, _, name = path.rpartition("/")
        index = guide.pages.get(f"{folder}/index.md") if folder else None
        if index and index.path != path and f"]({name}" not in index.text:
            yield Fault(index.shown, 0, f"link from here to each page of the folder: {name}")


def _inside(page: Page, guide: Guide, target: str) -> str | None:
    path, _, fragment = target.partition("#")
    if path.startswith("/"):
        return "write the link relative to this page, such as ../problems/back-pain.md"
    folder = posixpath.dirname(page.path)
    there = posixpath.normpath(posixpath.join(folder, path)) if path else page.path
    if there not in guide.pages and there not in guide.files:
        near = nearest(there, [one for one in (*guide.pages, *guide.files) if one != page.path], "{}", "")
        advice = f"write {posixpath.relpath(near, folder or '.')}" if near else "write another page"
        return f"there is no such file, {advice} or remove the link"
    if fragment and there in guide.pages and fragment not in ids(guide.pages[there]):
        advice = nearest(fragment, ids(guide.pages[there]), ", or write #{}", "")
        return (
            f"docs/{there} has no such section; put {{ #{fragment} }} at the end of the heading that is meant{advice}"
        )
    if path and there == page.path and not fragment:
        return "this leads to the page that it stands on, link to another"
    return None
