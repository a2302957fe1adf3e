"""What Markdown lets through in silence: what nobody closes or fills, classes that nothing knows, broken tables."""

import re
from itertools import pairwise

from .fault import Fault, Faults, check
from .guide import Guide, Page

_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)\b(?!:)([^>]*?)(/?)>")
_VOID = ("br", "hr", "img", "input", "link", "meta", "path", "wbr")
_NAMED_BY_PATTERNS = ("a", "iframe", "img", "link", "script", "style", "svg")


@check("page")
def check_fences(page: Page, guide: Guide) -> Faults:
    """Each code fence is closed."""
    fences = [number for number, line in enumerate(page.lines, 1) if line.lstrip().startswith(("```", "~~~"))]
    if len(fences) % 2:
        yield Fault(page.shown, fences[-1], f"close this code fence: {page.lines[fences[-1] - 1]}")


@check("page")
def check_snippets(page: Page, guide: Guide) -> Faults:
    """What a page takes in is there: the file and, of another page, the section."""
    for number, match in page.find(r'^\s*--8<-- "([\w./-]+)(?::([\w-]+))?"'):
        path, section = match.groups()
        if not (guide.docs / path).is_file():
            yield Fault(page.shown, number, f"there is no such file below docs/ to take in: {path}")
        elif path in guide.pages and not section:
            said = "take in a section of a page, not all of it, as in --8<-- "
            yield Fault(page.shown, number, f'{said}"{path}:signs": {match[0].strip()}')
        elif section:
            for mark in ("start", "end"):
                if f"--8<-- [{mark}:{section}]" not in guide.text(f"docs/{path}").splitlines():
                    said = f"put this line into docs/{path}, where the part begins or ends that is taken in here"
                    yield Fault(page.shown, number, f"{said}: --8<-- [{mark}:{section}]")


@check("page")
def check_tables(page: Page, guide: Guide) -> Faults:
    """Below the head of a table stands a line of dashes, and no line below has other than its number of cells."""
    cells = 0
    for number, line in page.prose:
        above, below = (page.lines[at].strip() if at < len(page.lines) else "" for at in (number - 2, number))
        if not line.lstrip().startswith("|"):
            continue
        if not above.startswith("|"):
            cells = line.strip().count("|")
            if not re.fullmatch(r"\|(\s*:?-{3,}:?\s*\|)+", below):
                yield Fault(page.shown, number, f"put a line such as |---|---| below this head: {line.strip()}")
        elif empty := re.search(r"\|\s*\|", line):
            yield Fault(
                page.shown, number, f"write something into this cell, “none” if it is so: {line[: empty.end()]}"
            )
        elif line.strip().count("|") != cells:
            said = f"give this line {cells - 1} cells, as the head has, and end the table with an empty line"
            yield Fault(page.shown, number, f"{said}: {line.strip()}")
        if below and not below.startswith(("|", "</", "--8<--")):
            yield Fault(page.shown, number + 1, f"put an empty line before this, the table takes it in: {below}")


@check("page")
def check_filled(page: Page, guide: Guide) -> Faults:
    """Something stands below each heading, in each box and behind each lead in bold, and nothing twice below one."""
    texts = [(number, line) for number, line in page.prose if line.strip() and not line.startswith("--8<-- [")]
    for (number, line), (_, after) in pairwise([*texts, (0, "# the end")]):
        level = len(line) - len(line.lstrip("#"))
        is_lead = re.fullmatch(r"\*\*[^*]+[.:]\*\*", line)
        if line.startswith("!!!") and not after.startswith("    "):
            yield Fault(page.shown, number, f"write the text of this box below it, indented by four spaces: {line}")
        elif (level and re.match(rf"#{{1,{level}}} ", after)) or (is_lead and after.startswith(("**", "</", "<p"))):
            yield Fault(page.shown, number, f"write something below this, or take it out: {line}")
    seen: dict[str, int] = {}
    for number, line in texts:
        if line.startswith("#"):
            seen.clear()
            continue
        words = line.strip()
        is_text = len(words) > 20 and not words.startswith(("|", "<", "--8<--", "{"))
        if is_text and (first := seen.setdefault(words, number)) != number:
            yield Fault(page.shown, number, f"line {first} says this too, take one out: {words[:60]}")


@check("page")
def check_classes(page: Page, guide: Guide) -> Faults:
    """A style sheet or the rules know each class of a page, and the rules each attribute that begins with data-."""
    rules, styles = guide.rules["markup"], "".join(guide.texts("docs/assets/**/*.css").values())
    known = {*rules["classes"], *re.findall(r"\.([a-z][\w-]*)", styles)}
    for number, line in page.prose:
        names = re.findall(r'class="([^"]*)"', line)
        names += re.findall(r"(?<=[{\s:])\.([\w-]+)(?=[\s}])", " ".join(re.findall(r"\{[^{}]*\}", line)))
        for name in " ".join(names).split():
            if name not in known:
                yield Fault(page.shown, number, f"no style sheet knows this class, look for a typing mistake: {name}")
        for name in re.findall(r"(?<=[\s{])data-[\w-]+", line):
            if name not in rules["attributes"]:
                yield Fault(page.shown, number, f"nothing reads this attribute, look for a mistake: {name}")


@check("page")
def check_elements(page: Page, guide: Guide) -> Faults:
    """Each element that a page opens is closed, and one that holds Markdown says so."""
    open_tags = []
    for number, match in page.find(_TAG):
        closes, name, attributes, empty = match.groups()
        if not closes:
            if name in _VOID:
                continue
            if not empty:
                open_tags.append((name, number, match[0]))
            classes = " ".join(re.findall(r'class="([^"]*)"', attributes)).split()
            unmarked = {name, *(f"{name}.{one}" for one in classes)} & {*guide.rules["markup"]["unmarked"]}
            if not unmarked and name not in _NAMED_BY_PATTERNS and not re.search(r"\smarkdown\b", attributes):
                yield Fault(page.shown, number, f"add “markdown” to this tag, or its text is not read: {match[0]}")
        elif open_tags and open_tags[-1][0] == name:
            open_tags.pop()
        else:
            last = open_tags[-1][0] if open_tags else "none"
            yield Fault(page.shown, number, f"this closes nothing, the element open here is {last}: </{name}>")
    for _, number, tag in open_tags:
        yield Fault(page.shown, number, f"close this element, or it takes in the rest of the page: {tag}")


@check("guide")
def check_templates(guide: Guide) -> Faults:
    """A template of ours closes what it opens, and a style sheet its braces."""
    for path, text in guide.texts("overrides/**/*.html").items():
        tags = _TAG.findall(re.sub(r"\{[#%{].*?[#%}]\}", "", text, flags=re.S))
        for name in sorted({name for _, name, _, empty in tags if not empty} - {*_VOID}):
            opened, closed = (sum(tag[:2] == (end, name) and not tag[3] for tag in tags) for end in ("", "/"))
            if opened != closed:
                yield Fault(path, 0, f"close each element as often as it is opened, {opened} times: {name}")
    for path, text in guide.texts("docs/assets/**/*.css").items():
        bare = re.sub(r"/\*.*?\*/|url\([^)]*\)|\"[^\"]*\"", "", text, flags=re.S)
        if bare.count("{") != bare.count("}"):
            yield Fault(path, 0, f"close each brace that is opened ({bare.count('{')}): {bare.count('}')} closed")
