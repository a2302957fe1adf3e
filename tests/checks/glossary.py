"""The glossary: its entries, the words that are linked to it at first use, and the meaning that each link shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from .fault import Fault, check
from .guide import Guide, Page
from .prose import TARGET, blocks, plain, sentences

PAGE = "about/glossary.md"
_INLINE = re.compile(
    r'\[(?P<words>[^\]]+)\]\((?P<target>[^)\s]*glossary\.md)#(?P<id>[a-z0-9-]+)(?: "(?P<title>[^"]*)")?\)'
)


@cache
def meanings(guide: Guide) -> dict[str, tuple[int, str]]:
    """Give line and meaning of each entry by its id: as many of its first sentences as the rules allow characters."""
    found, most = {}, guide.rules["length"]["meaning"]
    page = guide.pages.get(PAGE)
    for match in re.finditer(r"^### .+? \{ #([a-z0-9-]+) \}\n+([^\n]*)", page.text if page else "", re.M):
        text = "" if match[2].startswith("#") else plain(match[2], guide.citation_names)
        meaning, *more = sentences(text) or [""]
        for sentence in more:
            if len(meaning) + len(sentence) >= most:
                break
            meaning += f" {sentence}"
        found[match[1]] = (page.text[: match.start()].count("\n") + 1, meaning.replace('"', ""))
    return found


@check("guide")
def check_glossary(guide: Guide) -> Iterator[Fault]:
    """Each word that the rules link has an entry, each entry a meaning, and each link to an entry shows its meaning."""
    path, held, definitions = f"docs/{PAGE}", meanings(guide), guide.definitions(PAGE)
    for id in guide.rules["glossary"]["linked"]:
        if id not in held:
            said = "add an entry for this word, or take it out of [glossary.linked] in tests/rules.toml"
            yield Fault(path, 0, f"{said}: ### word {{ #{id} }}")
    for id, (line, meaning) in held.items():
        there, match = definitions.get(id, (0, None))
        right = f'[{id}]: ../about/glossary.md#{id} "{meaning}"'
        if not meaning:
            yield Fault(path, line, f"say in one or two sentences what the word means: {id}")
        elif (match or id in guide.rules["glossary"]["linked"]) and (not match or match[0] != right):
            there = there or guide.pages[PAGE].line_of("--8<-- [end:links]")
            yield Fault(path, there, f"write this line in the section of links: {right}")
    for name, (line, match) in definitions.items():
        if name not in held:
            yield Fault(path, line, f"remove this line, or add an entry with this id: {match['name']}")
        if name in guide.citation_names:
            yield Fault(path, line, f"a reference has this name too, choose another: {match['name']}")


@check("page")
def check_first_use(page: Page, guide: Guide) -> Iterator[Fault]:
    """A word that not every reader knows is linked to the glossary at its first use in the text of a page, outside
    headings and links to somewhere else; a link written out in full, as on home, shows the meaning.
    """
    if page.path in guide.rules["glossary"]["without_links"]:
        return
    held = meanings(guide)
    for number, line in page.prose:
        for match in _INLINE.finditer(line):
            meaning = held.get(match["id"], (0, ""))[1]
            if page.path != "index.md":
                yield Fault(
                    page.shown, number, f"link with the name alone, [{match['words']}][{match['id']}]: {match[0]}"
                )
            elif match["title"] != meaning:
                right = f'[{match["words"]}]({match["target"]}#{match["id"]} "{meaning}")'
                yield Fault(page.shown, number, f"write the link as {right}: {match['title'] or 'no title'}")

    # Links to the glossary become marks with the id of the entry; the words of other links do not count.
    text = _INLINE.sub(lambda match: f"\x02{match['id']}\x03", page.text)
    text = re.sub(r"\[([^\[\]]+)\]\[([^\[\]]*)\]", lambda match: _mark(match, held), text)
    text = re.sub(rf"\[[^\]]*\]\({TARGET}\)", "", text)
    found = blocks(text, guide.citation_names)
    for id, pattern in guide.rules["glossary"]["linked"].items():
        for block in found:
            if f"\x02{id}\x03" in block.text:
                break
            bare = re.sub("\x02.*?\x03", "", block.text) if block.kind != "heading" else ""
            if match := re.search(rf"\b(?:{pattern})\b", bare):
                said = f"link this word to the glossary at its first use, [{match[0]}][{id}]"
                yield Fault(page.shown, block.line, f"{said}: {match[0]}")
                break


def _mark(match: re.Match, held: dict) -> str:
    name = (match[2] or match[1]).lower()
    return f"\x02{name}\x03" if name in held else match[0]
