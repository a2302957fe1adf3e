"""The glossary: its entries, the words that are linked to it at first use, and the meaning that each link shows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from .fault import Fault
from .prose import TARGET, blocks, plain, sentences

PAGE = "about/glossary.md"
# Pages on which a link would stand in the way: the glossary, the sources, and the two that are filled in step by step.
WITHOUT_LINKS = frozenset({PAGE, "evidence/references.md", "choose.md", "booking/worksheet.md"})

# The words that not every reader knows, as they stand in the text, by the id of their entry.
LINKED = {
    "cauda-equina": r"cauda equina",
    "compartment-syndrome": r"compartment syndrome",
    "deep-tissue": r"deep tissue",
    "disc-bulge": r"disc bulges?|slipped disc|herniated disc",
    "doms": r"DOMS",
    "dvt": r"DVT",
    "fascia": r"fascia",
    "gp": r"GPs?",
    "lmt": r"LMTs?",
    "manual-therapy": r"hands-on treatments?|manual therapy",
    "osteoarthritis": r"osteoarthritis",
    "placebo": r"placebo|dummy (?:massage|treatment|device)|pretend (?:massage|treatment|one|operation)",
    "randomised-trial": r"randomised",
    "red-flag": r"red flags?",
    "rehabilitation": r"rehab|rehabilitation",
    "rmt": r"RMTs?",
    "rotator-cuff": r"rotator cuff",
    "sciatica": r"sciatica",
    "soft-tissue": r"soft tissue",
    "sore-spot": r"sore spots?",
    "sprain": r"sprains?",
    "systematic-review": r"systematic reviews?",
    "tendinopathy": r"tendinopathy|tendonitis",
    "tendon": r"tendons?|ligaments?",
    "tens": r"TENS",
    "ultrasound": r"ultrasound",
    "working-diagnosis": r"working diagnosis",
}
LONGEST_MEANING = 140  # characters
_LINK = re.compile(r'\[(?P<words>[^\]]+)\]\((?P<target>[^)\s]*glossary\.md)#(?P<id>[a-z0-9-]+)(?: "(?P<title>[^"]*)")?\)')


def entries(source: str) -> dict[str, str]:
    """Give the meaning of each word by the id of its entry: as many of the first sentences as fit 140 characters."""
    found = {}
    for part in re.split(r"^(?=### )", source, flags=re.MULTILINE)[1:]:
        heading = re.match(r"### .+? \{ #([a-z0-9-]+) \}\n+", part)
        if heading:
            parts = sentences(plain(part[heading.end():].split("\n\n")[0]))
            meaning = parts[0] if parts else ""
            for sentence in parts[1:]:
                if len(meaning) + len(sentence) >= LONGEST_MEANING:
                    break
                meaning += f" {sentence}"
            found[heading[1]] = meaning.replace('"', "")
    return found


def check_entries(path: str, meanings: Mapping[str, str]) -> Iterator[Fault]:
    """Each word that is linked has an entry, and each entry a meaning."""
    for id in LINKED:
        if id not in meanings:
            yield Fault(path, 0, f"add an entry with this id: ### word {{ #{id} }}")
    for id, meaning in meanings.items():
        if not meaning:
            yield Fault(path, 0, f"say in one or two sentences what the word means: {id}")


def check_links(path: str, source: str, meanings: Mapping[str, str]) -> Iterator[Fault]:
    """A link to the glossary shows the meaning of the word as its title."""
    for number, line in enumerate(source.splitlines(), start=1):
        for match in _LINK.finditer(line):
            meaning = meanings.get(match["id"])
            if meaning is None:
                yield Fault(path, number, f"the glossary has no such entry: {match['id']}")
            elif match["title"] != meaning:
                yield Fault(path, number, f'write the link as [{match["words"]}]({match["target"]}#{match["id"]} "{meaning}"): {match["title"] or "no title"}')


def check_first_use(path: str, source: str) -> Iterator[Fault]:
    """A word that not every reader knows is linked to the glossary at its first use in the text of a page.

    Words inside a link to somewhere else do not count.
    """
    if path in WITHOUT_LINKS:
        return
    lines = source.splitlines()
    linked = {}
    for number, line in enumerate(lines, start=1):
        for match in _LINK.finditer(line):
            linked.setdefault(match["id"], number)
    for id, words in LINKED.items():
        other_links = rf"\[[^\]]*\]\((?![^)\s]*glossary\.md#{id}[ )]){TARGET}\)"
        for block in blocks(re.sub(other_links, "", source)):
            if block.kind == "heading":
                continue
            match = re.search(rf"\b(?:{words})\b", block.text)
            if match:
                if id not in linked:
                    yield Fault(f"docs/{path}", block.line, f"link this word to {PAGE}#{id} at its first use: {match[0]}")
                elif linked[id] > next((number for number in range(block.line, len(lines)) if not lines[number].strip()), len(lines)):
                    yield Fault(f"docs/{path}", block.line, f"link the first use of this word, not line {linked[id]}: {match[0]}")
                break
