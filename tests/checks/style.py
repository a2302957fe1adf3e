"""The house style: length, reading grade, words to avoid, brands, like space for both sides."""

import re
from functools import cache
from itertools import zip_longest
from statistics import mean

from .fault import Fault, Faults, check
from .guide import REFERENCES, Guide, Page
from .prose import blocks, sentences, words

_FORMER_ID = re.compile(r" (<span id=\S+></span>)+")


@cache
def syllables(word: str) -> int:
    """Estimate the syllables of an English word from its runs of vowels; at least one."""
    word = re.sub(r"[^a-z]", "", word.lower())
    count = len(re.findall(r"[aeiouy]+", word))
    if re.search(r"[^aeiouy]e$|[^aeiouytd]ed$|[^aeiouysxzcg]es$", word) and not re.search(r"[^aeiouy]le$", word):
        count -= 1
    return max(count, 1)


@cache
def grade(page: Page) -> float:
    """Give the Flesch-Kincaid school grade of a page's paragraphs and list items (Kincaid and others, 1975).

    The words that the subject cannot do without count as the short ones that the rules name.
    """
    short = page.guide.rules["topic_words"]
    pattern = re.compile(rf"\b({'|'.join(sorted(map(re.escape, short), key=len, reverse=True))})\b", re.I)
    total_sentences = total_words = total_syllables = 0
    for block in page.blocks:
        text = pattern.sub(lambda match: short[match[0].lower()], block.text)
        found = words(text)
        if block.kind in ("paragraph", "item") and len(found) > 3:
            total_sentences += len(sentences(text))
            total_words += len(found)
            total_syllables += sum(map(syllables, found))
    if not total_sentences:
        return 0.0
    return 0.39 * total_words / total_sentences + 11.8 * total_syllables / total_words - 15.59


@check("page")
def check_style(page: Page, guide: Guide) -> Faults:
    """A page keeps to short sentences and paragraphs, plain words and a low reading grade, and names no brand."""
    if page.path == REFERENCES:
        return  # it carries the titles that authors gave their papers
    most = guide.rules["length"]
    brands = re.compile(rf"\b({'|'.join(guide.rules['brands']['names'])})\b", re.I)
    avoided = [(re.compile(rf"\b(?:{one})\b", re.I), advice) for one, advice in guide.rules["words_to_avoid"].items()]
    for block in page.blocks:
        parts = sentences(block.text) if block.kind != "heading" else []
        for sentence in parts:
            count = len(words(sentence))
            if count > most["sentence_words"]:
                said = f"split this sentence of {count} words; {most['sentence_words']} is the most"
                yield Fault(page.shown, block.line, f"{said}: {sentence}")
        if block.kind == "paragraph" and len(parts) > most["paragraph_sentences"]:
            said = f"split this paragraph of {len(parts)} sentences; {most['paragraph_sentences']} is the most"
            yield Fault(page.shown, block.line, f"{said}: {parts[0]}")
        own = re.sub(r"“[^”]*”", "", block.text)
        for pattern, advice in avoided:
            for match in pattern.finditer(own):
                yield Fault(page.shown, block.line, f"use another word ({advice}): {match[0]}")
        for match in brands.finditer(block.text):
            yield Fault(page.shown, block.line, f"name the thing, not the brand or clinic: {match[0]}")
    value = grade(page)
    if value > most["grade"]:
        said = f"use shorter words and sentences; grade {most['grade']:g} is the most"
        yield Fault(page.shown, 0, f"{said}: {value:.1f}")


@check("guide")
def check_mean_grade(guide: Guide) -> Faults:
    """The guide as a whole reads at a low grade, the references left out."""
    value = mean([grade(page) for page in guide.pages.values() if page.path != REFERENCES] or [0])
    most = guide.rules["length"]["mean_grade"]
    if value > most:
        yield Fault("docs", 0, f"use shorter words and sentences; mean grade {most:g} is the most: {value:.1f}")


@check("guide")
def check_balance(guide: Guide) -> Faults:
    """Pages that stand against each other, as the rules list them, answer the same questions in the same order; texts
    that do are there and differ little in length.
    """
    for pages in guide.rules["balance"]["pages"]:
        asked, told = (
            [_FORMER_ID.sub("", line) for _, line in guide.page(path).prose if line.startswith("## ")] for path in pages
        )
        for first, other in zip_longest(asked, told, fillvalue="nothing"):
            if first != other:
                said = f"answer the same questions in the same order as {pages[0]}, which has “{first}” here"
                yield Fault(f"docs/{pages[1]}", guide.page(pages[1]).line_of(other), f"{said}: {other}")
                break
    for heading, *paths in guide.rules["balance"]["sections"]:
        sides = {path: guide.page(path).section(heading) for path in paths}
        yield from _even(guide, f"docs/{paths[0]}", 0, heading, sides)
    for path, name in guide.rules["balance"]["rows"]:
        page = guide.page(path)
        line = page.line_of(f"| **{name}** |")
        cells = page.lines[line - 1].strip().strip("|").split("|") if line else ["", "", ""]
        sides = {"the second column": cells[1].strip(), "the third column": cells[2].strip()}
        yield from _even(guide, page.shown, line, name, sides)


def _even(guide: Guide, path: str, line: int, name: str, sides: dict[str, str]) -> Faults:
    counts = {
        side: sum(len(words(block.text)) for block in blocks(text, guide.citation_names))
        for side, text in sides.items()
    }
    least, most = min(counts, key=counts.get), max(counts, key=counts.get)
    if not counts[least]:
        said = "write both sides under this name, or change [balance] in tests/rules.toml"
        yield Fault(path, line, f"{said}; {least} has nothing: {name}")
    elif 1 - counts[least] / counts[most] > guide.rules["length"]["uneven"]:
        said = f"give both sides like space; {most} has {counts[most]} words, {least} {counts[least]}"
        yield Fault(path, line, f"{said}: {name}")
