"""The style sheets and the script as readers get them: one sheet of the theme's and ours, one for paper, no comments.

Rules are dropped, never changed: a selector goes when it asks for an element, a class, an id or an attribute that no
page can have, a declaration when a later rule for the same elements always sets the same, and a custom property when
nothing reads it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

import tinycss2
from tinycss2.ast import Node

from ..checks.built import BuiltPage, Site
from ..project import built_path

THEIRS = re.compile(r"assets/stylesheets/(?:main|palette)\.\w+\.min\.css")
MADE = "overrides/assets/stylesheets/{}.min.css"
SCRIPT = "overrides/assets/javascripts/{}.min.js"
OURS = "assets/javascripts/{}.js"
SCRIPTS = ("site", "search")
PARTIAL = "overrides/partials/reduced.html"
# Pages whose own rules stand in them and nowhere else: those of a kind, or one page.
OWN = {"chooser": "", "home": "", "plan": "", "worksheet": "booking/worksheet.md"}
# Their rules for paper stay in the sheet for all pages: a page that is not the first one read then weighs less.
COMMON_PAPER = {"plan"}
OWN_STYLE = "overrides/partials/{}-style.html"
NOTICE = "/* By `{}`, from ours and Material for MkDocs (c) Martin Donath, MIT licence */"

# What no page may hold as it is built: the elements of plain Markdown, which any change of a text may bring, and the
# attributes that scripts and readers change. The classes that our scripts write are read from them.
MARKDOWN = re.compile("a|b|br|em|h[1-3]|li|ol|p|strong|table|tbody|td|th|thead|tr|ul")
# What the theme's HTML has, and our style sheets alone say how it looks.
OURS_ALONE = {
    "admonition", "admonition-title", "md-copyright", "md-copyright__highlight", "md-dialog", "md-dialog__inner",
    "md-overlay", "md-search",
}  # fmt: skip
CHANGING = {
    "data-md-color-scheme",
    "data-md-toggle",
    "hidden",
    "open",
    "aria-expanded",
    "aria-pressed",
}

# Of what sets many at once, those that the theme sets alone and we with others.
SHORTER = {"background-color": ["background"], "padding-top": ["padding"], "padding-bottom": ["padding"]}

Rules = list["Rule"]


@dataclass
class Rule:
    """A rule of a style sheet: what stands before the brace, and in it the declarations, or rules, or plain text."""

    head: list[str]
    inner: Rules | list[tuple[str, str]] | str

    @property
    def medium(self) -> str:
        """The condition of a rule that holds others, or nothing."""
        return self.head[0] if self.head[0].startswith(("@media", "@supports", "@container", "@layer")) else ""

    def __str__(self) -> str:
        inner = self.inner
        if isinstance(inner, list):
            inner = "".join(map(str, inner)) if self.medium else ";".join(f"{name}:{value}" for name, value in inner)
        return f"{','.join(self.head)}{{{inner}}}"


@dataclass
class Names:
    """What the pages of a site hold that a selector may ask for."""

    classes: set[str] = field(default_factory=set)
    ids: set[str] = field(default_factory=set)
    elements: set[str] = field(default_factory=set)
    attributes: set[str] = field(default_factory=lambda: set(CHANGING))
    values: set[tuple[str, str]] = field(default_factory=set)

    def have(self, selector: list[Node]) -> bool:
        """Say whether an element that a selector means, all its pseudo-classes left aside, can stand in a page."""
        before = ""
        for token in selector:
            if token.type == "ident" and before == ".":
                there = token.value in self.classes
            elif token.type == "ident" and before != ":":
                there = token.lower_value in self.elements or MARKDOWN.fullmatch(token.lower_value)
            elif token.type == "hash":
                there = token.value in self.ids
            elif token.type == "[] block":
                there = self._attribute(token.content)
            elif token.type == "function" and token.lower_name in ("is", "where", "has"):
                there = any(map(self.have, split(token.arguments)))
            else:
                there = True
            if not there:
                return False
            before = token.value if token.type == "literal" else ""
        return True

    def _attribute(self, test: list[Node]) -> bool:
        name, *rest = [token for token in test if token.type != "whitespace"]
        if name.value not in self.attributes:
            return False
        exact = len(rest) == 2 and rest[0] == "=" and name.value not in CHANGING
        return not exact or (name.value, rest[1].value) in self.values


def names_in(pages: Iterable[BuiltPage]) -> Names:
    """Gather what stands in these pages."""
    found = Names()
    for page in pages:
        for element in page.tree.iter():
            if isinstance(element.tag, str):
                found.elements.add(element.tag)
                found.attributes.update(element.keys())
                found.values.update(element.items())
                found.classes.update(element.get("class", "").split())
                found.ids.add(element.get("id", ""))
    return found


def add_written(found: Names, scripts: str, but: set[str]) -> Names:
    """Add the elements and the classes that scripts name, but for these classes, and give the names."""
    for text in re.findall(r'"([^"\n]*)"', scripts):
        found.classes.update(set(re.findall(r"^[\w-]+$|(?<=\.)[\w-]+", text)) - but)
        found.elements.update(re.findall(r"^[a-z]+$", text))
    return found


def split(tokens: Iterable[Node]) -> list[list[Node]]:
    """Give the parts of a list that commas part."""
    parts: list[list[Node]] = [[]]
    for token in tokens:
        if token == ",":
            parts.append([])
        else:
            parts[-1].append(token)
    return parts


def tight(tokens: Iterable[Node], signs: str) -> str:
    """Give tokens as text, with single spaces, and with none beside one of these signs."""
    text = ""
    for token in tokens:
        if token.type in ("whitespace", "comment"):
            text += "" if not text or text[-1] in f" {signs}" else " "
            continue
        if token.type in ("() block", "[] block", "function"):
            inside = token.arguments if token.type == "function" else token.content
            begin = f"{token.name}(" if token.type == "function" else token.type[0]
            piece = begin + tight(inside, signs if signs != ":" else ":,") + ("]" if begin == "[" else ")")
        else:
            piece = token.serialize()
        text = text.rstrip() + piece if piece in signs else text + piece
    return text.strip()


def rules(css: str | list[Node], path: str) -> Iterator[Rule]:
    """Give the rules of a style sheet; what cannot be read, or a rule within a rule, is an error with its line."""
    for node in tinycss2.parse_rule_list(css, skip_comments=True, skip_whitespace=True):
        if node.type == "error":
            raise ValueError(f"{path}:{node.source_line}: mend this style sheet, it cannot be read: {node.message}")
        if node.type == "qualified-rule":
            yield Rule([tight(one, ",>~") for one in split(node.prelude)], list(_declarations(node.content, path)))
        elif node.content is not None:
            rule = Rule([f"@{node.at_keyword} {tight(node.prelude, ':,')}".strip()], "")
            if rule.medium:
                rule.inner = list(rules(node.content, path))
            elif node.at_keyword.endswith("keyframes"):
                rule.inner = "".join(map(str, rules(node.content, path)))
            else:
                rule.inner = tight(node.content, ":;,")
            yield rule


def _declarations(content: list[Node], path: str) -> Iterator[tuple[str, str]]:
    for one in tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True):
        if one.type != "declaration":
            said = "write a name, a colon and a value here, and no rule within a rule"
            name = one.message if one.type == "error" else one.serialize().split("{")[0].strip()
            raise ValueError(f"{path}:{one.source_line}: {said}: {name}")
        yield one.name, tight(one.value, ",") + ("!important" if one.important else "")


def needed(sheet: Iterable[Rule], names: Names) -> Iterator[Rule]:
    """Give the rules that some element of the pages can meet."""
    for rule in sheet:
        if rule.medium:
            if inner := list(needed(rule.inner, names)):
                yield Rule(rule.head, inner)
        elif rule.head[0].startswith("@"):
            yield rule
        elif head := [one for one in rule.head if names.have(tinycss2.parse_component_value_list(one))]:
            yield Rule(head, rule.inner)


def last(sheet: Iterable[Rule]) -> Rules:
    """Give the rules without the declarations that a later rule, of the same weight for the same elements, repeats."""
    later: dict[str, set[str]] = {}
    return list(_last(sheet, later))[::-1]


def _last(sheet: Iterable[Rule], later: dict[str, set[str]], within: bool = False) -> Iterator[Rule]:
    for rule in reversed(list(sheet)):
        if rule.medium:
            rule = Rule(rule.head, list(_last(rule.inner, later, True))[::-1])
        elif not rule.head[0].startswith("@"):
            kept = [one for one in rule.inner if not all(_repeats(one, head, later) for head in rule.head)]
            if not within:
                for head in rule.head:
                    later.setdefault(head, set()).update(name for name, _ in rule.inner)
            rule = Rule(rule.head, kept)
        if rule.inner:
            yield rule


def _repeats(declaration: tuple[str, str], head: str, later: dict[str, set[str]]) -> bool:
    """Say whether a later rule sets this for all that the selector means, as [a] does for [a=b]."""
    name, value = declaration
    names = later.get(head, set()) | later.get(re.sub(r"=[^\]]*", "", head), set())
    return not value.endswith("!important") and bool(names & {name, *SHORTER.get(name, ())})


def read(sheet: Iterable[Rule], elsewhere: str) -> Rules:
    """Give the rules without the custom properties and the animations that nothing uses, here or elsewhere."""
    sheet = list(sheet)
    while True:
        text = "".join(map(str, sheet))
        wanted = set(re.findall(r"--[\w-]+", elsewhere)) | set(re.findall(r"var\((--[\w-]+)", text))
        moves = set(re.findall(r"[\w-]+", " ".join(re.findall(r"animation(?:-name)?:([^;}]*)", text))))
        smaller = list(_read(sheet, wanted, moves))
        if "".join(map(str, smaller)) == text:
            return smaller
        sheet = smaller


def _read(sheet: Iterable[Rule], wanted: set[str], moves: set[str]) -> Iterator[Rule]:
    for rule in sheet:
        inner = rule.inner
        if rule.medium:
            inner = list(_read(inner, wanted, moves))
        elif "keyframes" in rule.head[0]:
            inner = inner if rule.head[0].split()[-1] in moves else ""
        elif not rule.head[0].startswith("@"):
            inner = [(name, value) for name, value in inner if not name.startswith("--") or name in wanted]
        if inner:
            yield Rule(rule.head, inner)


def part(sheet: Iterable[Rule], names: Names) -> tuple[Rules, Rules]:
    """Give the rules that these pages need, and those that only others do."""
    here, elsewhere = [], []
    for rule in sheet:
        if rule.medium:
            for inner, those in zip(part(rule.inner, names), (here, elsewhere)):
                those += [Rule(rule.head, inner)] if inner else []
        elif rule.head[0].startswith("@"):
            here.append(rule)
        else:
            for head, those in (
                ([one for one in rule.head if names.have(tinycss2.parse_component_value_list(one))], here),
                ([one for one in rule.head if not names.have(tinycss2.parse_component_value_list(one))], elsewhere),
            ):
                those += [Rule(head, rule.inner)] if head else []
    return here, elsewhere


def own_pages(site: Site) -> dict[str, list[BuiltPage]]:
    """Give the pages that have rules of their own, by the name of these rules."""
    sources = site.guide.pages.values()
    paths = {name: [one.path for one in sources if one.path == page or one.kind == name] for name, page in OWN.items()}
    return {name: [site.pages[built_path(path)] for path in those] for name, those in paths.items()}


def sheets(site: Site, command: str) -> dict[str, str]:
    """Give the sheet for the screen and the sheet for paper that all pages need, and what some pages need besides."""
    elsewhere = "".join(
        site.text(path) for path in site.files if path.endswith(".html") or path in map(OURS.format, SCRIPTS)
    )
    scripts = "".join(site.text(OURS.format(name)) for name in SCRIPTS)
    names = add_written(names_in(site.pages.values()), scripts, set())
    theirs = replace(names, classes=names.classes - OURS_ALONE)
    kept = [
        rule
        for path in whole(site)
        for rule in needed(rules(site.text(path), path), theirs if THEIRS.fullmatch(path) else names)
    ]
    common, own, notice = read(last(kept), elsewhere), {}, NOTICE.format(command)
    for name, pages in own_pages(site).items():
        # What stands in these pages as they are built the scripts find there, and write nowhere else.
        others = names_in(page for page in site.pages.values() if page not in pages)
        common, more = part(common, add_written(others, scripts, names_in(pages).classes))
        if name in COMMON_PAPER:
            common += [rule for rule in more if rule.head[0] == "@media print"]
            more = [rule for rule in more if rule.head[0] != "@media print"]
        lines = [f"{{# {notice} #}}{{% raw %}}<style>", *map(str, more), "</style>{% endraw %}", ""]
        own[OWN_STYLE.format(name)] = "\n".join(lines)
    screen = [rule for rule in common if rule.head[0] not in ("@media print", "@page")]
    paper = [rule for rule in common if rule.head[0] == "@page"]
    for rule in common:
        paper += rule.inner if rule.head[0] == "@media print" else []
    return {
        MADE.format("site"): "\n".join([notice, *map(str, screen), ""]),
        MADE.format("print"): "\n".join([notice, *map(str, paper), ""]),
        **own,
    }


def script(text: str) -> str:
    """Give a script without the lines that are comments, without empty lines and without indentation."""
    lines = (line.strip() for line in text.splitlines())
    return "".join(f"{line}\n" for line in lines if line and not line.startswith("//"))


def whole(site: Site) -> list[str]:
    """Give the paths of the theme's style sheets and of ours, in the order in which a page would have them."""
    return [*sorted(path for path in site.files if THEIRS.fullmatch(path)), *site.guide.config["extra"]["styles"]]


def reduced(site: Site, command: str) -> dict[str, str]:
    """Give what serves in place of those style sheets and of the script, and the template that says what they were."""
    theirs = [path for path in whole(site) if THEIRS.fullmatch(path)]
    return {
        **sheets(site, command),
        **{SCRIPT.format(name): script(site.text(OURS.format(name))) for name in SCRIPTS},
        PARTIAL: f"{{# Written by `{command}`: the theme's style sheets that the reduced ones are made from. #}}\n"
        f"{{% set made_from = {theirs} %}}\n",
    }
