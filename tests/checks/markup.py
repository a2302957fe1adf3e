"""What Markdown lets through in silence: signs that nothing reads, elements that nobody closes, notes left behind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .fault import Fault, check
from .guide import Guide, Page

_NOTES = re.compile(
    r"\b(TODO|FIXME|TBD|XXX|TKTK|WIP)\b|lorem ipsum|coming soon|to follow|to be written|under construction"
    r"|placeholder(?!=)|note to self|work in progress|^(?:<<<<<<<|>>>>>>>|=======)",
    re.I | re.M,
)
_COMMENT = re.compile(r"<!--(.*?)-->", re.S)
_RAW = re.compile(r"<(a|img|iframe|script|style|link)\b[^>]*>|\son[a-z]+\s*=[^>]*>", re.I)
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)\b(?!:)([^>]*?)(/?)>")
_VOID = ("br", "hr", "img", "input", "wbr")
_BRACES = re.compile(r"\{[:. #]|\{\w[\w-]*=")
_ATTRIBUTE = r"""(?:[.#][\w-]+|[a-z][\w-]*=(?:"[^"]*"|[^\s"'“”{}]+))"""
_ATTRIBUTE_LIST = re.compile(rf"\{{:?\s*{_ATTRIBUTE}(?:\s+{_ATTRIBUTE})*\s*\}}")
_SNIPPET = re.compile(r'\s*--8<-- (?:"([\w./-]+)(?::[\w-]+)?"|\[(?:start|end):[\w-]+\])')


@check("page")
def check_notes(page: Page, guide: Guide) -> Iterator[Fault]:
    """Nothing that a reader could see is filler, a note to oneself or a comment."""
    yield from notes(page.shown, page.text, "remove it")


@check("guide")
def check_notes_elsewhere(guide: Guide) -> Iterator[Fault]:
    """Templates, settings and style sheets hold no notes either, since a reader's browser may show them."""
    for path, text in guide.below("overrides", ".html"):
        yield from notes(path, text, "use {# … #} or remove it")
    for path, text in [("mkdocs.yml", guide.text("mkdocs.yml")), *guide.below("docs/assets", ".css", ".js")]:
        yield from notes(path, text, "remove it")


def notes(path: str, text: str, advice: str) -> Iterator[Fault]:
    """Give a fault for each note and each HTML comment in a text."""
    for match in _NOTES.finditer(text):
        yield Fault(path, text[: match.start()].count("\n") + 1, f"finish this or take it out: {match[0]}")
    for match in _COMMENT.finditer(text):
        line = text[: match.start()].count("\n") + 1
        yield Fault(path, line, f"a comment reaches every reader's browser, {advice}: {match[1].strip()[:60]}")


@check("page")
def check_marks(page: Page, guide: Guide) -> Iterator[Fault]:
    """A page uses only the marks that are read here, each of them complete."""
    rules, path = guide.rules["markup"], page.shown
    known = set(rules["classes"]) | set(
        re.findall(r"\.([a-z][\w-]*)", "".join(text for _, text in guide.below("docs/assets", ".css")))
    )
    fences = [number for number, line in enumerate(page.lines, 1) if line.lstrip().startswith(("```", "~~~"))]
    if len(fences) % 2:
        yield Fault(path, fences[-1], f"close this code fence: {page.lines[fences[-1] - 1]}")
    previous = ""
    for number, line in page.prose:
        if re.match(r"\s*[\t\u00a0]", line):
            yield Fault(path, number, f"indent with plain spaces, not with a tab or a hard space: {line.strip()}")
        for match in _BRACES.finditer(line):
            if not _ATTRIBUTE_LIST.match(line, match.start()):
                said = "mend this attribute list; straight quotes round a value, spaces between entries"
                yield Fault(path, number, f"{said}: {line[match.start() :]}")
        snippet = _SNIPPET.fullmatch(line)
        if "--8<--" in line and not snippet:
            yield Fault(path, number, f"give a snippet a line of its own, --8<-- and a path in quotes: {line.strip()}")
        elif snippet and snippet[1] and not (guide.docs / snippet[1]).is_file():
            yield Fault(path, number, f"there is no such file below docs/ to take in: {snippet[1]}")
        for address in re.findall(r"<((?:https?:|mailto:)[^>]*)>", line):
            yield Fault(path, number, f"write a link with words, [words](address): {address}")
        for note in re.findall(r"\[\^[^\]]*\]", line):
            yield Fault(path, number, f"there are no footnotes here; cite a source as [Davis 2020][]: {note}")
        box = re.match(r"\s*(!!!|\?\?\?\+?)\s*([\w-]*)", line)
        if box and (box[1] != "!!!" or box[2] not in rules["boxes"]):
            yield Fault(path, number, f"use one of these boxes, !!! {', '.join(rules['boxes'])}: {line.strip()}")
        row, head = line.lstrip().startswith("|"), previous.lstrip().startswith("|")
        if row and not head:
            below = page.lines[number].strip() if number < len(page.lines) else ""
            if not re.fullmatch(r"\|(\s*:?-{3,}:?\s*\|)+", below):
                yield Fault(path, number, f"put a line such as |---|---| below the head of a table: {line.strip()}")
            elif below.count("|") != line.strip().count("|"):
                yield Fault(path, number + 1, f"give this line as many cells as the head has: {below}")
        names = re.findall(r'class="([^"]*)"', line)
        names += re.findall(r"[{\s]\.([\w-]+)(?=[\s}])", " ".join(_ATTRIBUTE_LIST.findall(line)))
        for name in " ".join(names).split():
            if name not in known:
                yield Fault(path, number, f"no style sheet knows this class, look for a typing mistake: {name}")
        for match in _RAW.finditer(line):
            advice = {"a": "write it as [words](page.md)", "img": "write it as ![alternative text](picture.svg)"}
            said = advice.get((match[1] or "").lower(), "leave this out of a page")
            yield Fault(path, number, f"{said}: {match[0].strip()}")
        previous = line


@check("page")
def check_elements(page: Page, guide: Guide) -> Iterator[Fault]:
    """Each element that a page opens is closed, one that holds Markdown says so, and an attribute is known."""
    rules, open_tags = guide.rules["markup"], []
    for number, line in page.prose:
        for match in _TAG.finditer(line):
            closes, name, attributes, empty = match.groups()
            if closes:
                if not open_tags or open_tags[-1][0] != name:
                    last = open_tags[-1][0] if open_tags else "none"
                    yield Fault(page.shown, number, f"this closes nothing, the element open here is {last}: </{name}>")
                else:
                    open_tags.pop()
                continue
            if name not in _VOID and not empty:
                open_tags.append((name, number, match[0]))
            for attribute in re.findall(
                r"\s(data-[\w-]+|markdown|role|class|id|tabindex|aria-[\w-]+|[a-z]+)", attributes
            ):
                if attribute.startswith("data-") and attribute not in rules["attributes"]:
                    yield Fault(page.shown, number, f"nothing reads this attribute, look for a mistake: {attribute}")
            kinds = {name, *(f"{name}.{one}" for one in " ".join(re.findall(r'class="([^"]*)"', attributes)).split())}
            if (
                not _RAW.match(match[0])
                and not kinds & set(rules["unmarked"])
                and not re.search(r"\smarkdown\b", attributes)
            ):
                yield Fault(page.shown, number, f"add “markdown” to this tag, or its text is not read: {match[0]}")
    for _, number, tag in open_tags:
        yield Fault(page.shown, number, f"close this element, or it takes in the rest of the page: {tag}")


@check("guide")
def check_templates(guide: Guide) -> Iterator[Fault]:
    """A template of ours closes what it opens, a style sheet its braces, and the review box says what it must."""
    for path, text in guide.below("overrides", ".html"):
        plain = re.sub(r"\{[#%{].*?[#%}]\}", "", text, flags=re.S)
        tags = [(closes, name) for closes, name, _, empty in _TAG.findall(plain) if name not in _VOID and not empty]
        for name in sorted({name for _, name in tags} - {"meta", "link", "path"}):
            opened, closed = tags.count(("", name)), tags.count(("/", name))
            if opened != closed:
                yield Fault(
                    path, 0, f"close each element as often as it is opened ({opened}), not {closed} times: {name}"
                )
    for path, text in guide.below("docs/assets", ".css"):
        bare = re.sub(r"/\*.*?\*/|url\([^)]*\)|\"[^\"]*\"", "", text, flags=re.S)
        if bare.count("{") != bare.count("}"):
            yield Fault(path, 0, f"close each brace that is opened ({bare.count('{')}): {bare.count('}')} closed")
    review = guide.text("overrides/partials/review.html")
    for words in guide.rules["review"]["says"]:
        if review and words not in review:
            yield Fault("overrides/partials/review.html", 0, f"the foot of each page must say this: {words}")
