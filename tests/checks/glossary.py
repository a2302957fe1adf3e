"""The glossary: its entries, and the words that are linked to it at first use."""

import re
from functools import cache

from .fault import Fault, Faults, check
from .guide import GLOSSARY, REFERENCES, Guide, Page
from .links import WRITTEN_OUT
from .prose import TARGET, blocks, plain, sentences
from .references import check_definitions


@cache
def meanings(guide: Guide) -> dict[str, str]:
    """Give the meaning of each entry by its id: as many of its first sentences as the rules allow characters."""
    found, most = {}, guide.rules["length"]["meaning"]
    for one in guide.page(GLOSSARY).entries:
        meaning, *more = sentences(plain(one.text.strip().split("\n")[0], guide.citation_names)) or [""]
        for sentence in more:
            if len(meaning) + len(sentence) >= most:
                break
            meaning += f" {sentence}"
        found[one.id] = meaning.replace('"', "")
    return found


@check("guide")
def check_glossary(guide: Guide) -> Faults:
    """Each word that the rules link has an entry, and each link to an entry shows its meaning."""
    page, held, linked = guide.page(GLOSSARY), meanings(guide), guide.rules["glossary"]["linked"]
    for id in linked:
        if id not in held:
            said = "add an entry for this word, or take it out of [glossary.linked] in tests/rules.toml"
            yield Fault(page.shown, 0, f"{said}: ### word {{ #{id} }}")
    wanted = {}
    for id, meaning in held.items():
        is_needed = meaning and (id in linked or id in page.definitions)
        wanted[id] = f'[{id}]: ../{GLOSSARY}#{id} "{meaning}"' if is_needed else ""
    yield from check_definitions(page, wanted)
    for name in page.definitions.keys() & guide.page(REFERENCES).definitions.keys():
        yield Fault(page.shown, page.definitions[name][0], f"a reference has this name too, choose another: {name}")


@check("page")
def check_first_use(page: Page, guide: Guide) -> Faults:
    """A word that not every reader knows is linked to the glossary at its first use in the text of a page, outside
    headings and links to somewhere else.
    """
    if page.path in guide.rules["glossary"]["without_links"]:
        return
    held = meanings(guide)

    def mark(match: re.Match) -> str:
        name = (match[2] or match[1]).lower()
        return f"\x02{name}\x03" if name in held else match[0]

    # Links to the glossary become marks with the id of the entry; the words of other links do not count.
    text = WRITTEN_OUT.sub(lambda match: f"\x02{match['id']}\x03" if match["page"] == "glossary" else "", page.text)
    text = re.sub(r"\[([^\[\]]+)\]\[([^\[\]]*)\]", mark, text)
    text = re.sub(rf"\[[^\]]*\]\({TARGET}\)", "", text)
    found = blocks(text, guide.citation_names, page.start)
    bare = [re.sub("\x02.*?\x03", "", block.text) if block.kind != "heading" else "" for block in found]
    for id, pattern in guide.rules["glossary"]["linked"].items():
        for block, words in zip(found, bare):
            if f"\x02{id}\x03" in block.text:
                break
            if match := re.search(rf"\b(?:{pattern})\b", words):
                said = f"link this word to the glossary at its first use, [{match[0]}][{id}]"
                yield Fault(page.shown, block.line, f"{said}: {match[0]}")
                break
