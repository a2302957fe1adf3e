"""The house style as checks: length, reading grade and words to avoid."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .fault import Fault
from .prose import blocks, sentences, words

LONGEST_SENTENCE = 25
LONGEST_PARAGRAPH = 3
HIGHEST_GRADE = 9.0
HIGHEST_MEAN_GRADE = 8.0

# Words that the subject cannot do without count as the short ones that readers say.
TOPIC_WORDS = {
    "physiotherapists": "physios",
    "physiotherapist": "physio",
    "physiotherapy": "physio",
    "physical therapists": "physios",
    "physical therapist": "physio",
    "physical therapy": "physio",
    "massage therapists": "masseurs",
    "massage therapist": "masseur",
    "therapists": "masseurs",
    "therapist": "masseur",
    "therapies": "treatments",
    "exercises": "workouts",
    "exercise": "workout",
    "arthritis": "joint pain",
    "sciatica": "leg pain",
    "emergency": "urgent",
    "operation": "surgery",
    "injuries": "hurts",
    "injury": "hurt",
}

WORDS_TO_AVOID = {
    r"cur(?:e|es|ed|ing)": "say what was measured: eased, helped, got better",
    r"guarantee[sd]?|guaranteed": "say how likely it is",
    r"optimal(?:ly)?": "say best, or say for what",
    r"journey": "say recovery, or plan",
    r"toxins?": "name the substance, or leave it out",
    r"realign(?:s|ed|ing|ment)?": "say what is moved and what was measured",
    r"root causes?": "say likely cause",
    r"break(?:s|ing)? up": "say what the hands do; tissue is not broken up",
    r"simply": "leave it out",
    r"just do": "say what to do",
    r"significant(?:ly)?": "give the size",
    r"proven": "give the grade",
    r"holistic(?:ally)?": "say what is included",
    r"state[- ]of[- ]the[- ]art": "leave it out",
    r"tune[- ]?ups?|engines?": "no comparisons of the body with a machine",
}


def syllables(word: str) -> int:
    """Estimate the syllables of an English word from its runs of vowels; at least one."""
    word = re.sub(r"[^a-z]", "", word.lower())
    if not word:
        return 1
    count = len(re.findall(r"[aeiouy]+", word))
    if re.search(r"[^aeiouy]e$|[^aeiouytd]ed$|[^aeiouysxzcg]es$", word) and not re.search(r"[^aeiouy]le$", word):
        count -= 1
    return max(count, 1)


def shorten_topic_words(text: str) -> str:
    """Replace the words that the subject needs by the short ones of TOPIC_WORDS."""
    for long, short in TOPIC_WORDS.items():
        text = re.sub(rf"\b{long}\b", short, text, flags=re.IGNORECASE)
    return text


def grade(source: str) -> float:
    """Give the Flesch-Kincaid school grade of a page's paragraphs and list items (Kincaid and others, 1975)."""
    total_sentences = total_words = total_syllables = 0
    for block in blocks(source):
        if block.kind not in ("paragraph", "item"):
            continue
        text = shorten_topic_words(block.text)
        found = words(text)
        if len(found) < 4:
            continue
        total_sentences += len(sentences(text))
        total_words += len(found)
        total_syllables += sum(syllables(word) for word in found)
    if not total_sentences:
        return 0.0
    return 0.39 * total_words / total_sentences + 11.8 * total_syllables / total_words - 15.59


def check_lengths(path: str, source: str) -> Iterator[Fault]:
    """A sentence has at most 25 words and a paragraph at most three sentences."""
    for block in blocks(source):
        if block.kind == "heading":
            continue
        parts = sentences(block.text)
        for sentence in parts:
            count = len(words(sentence))
            if count > LONGEST_SENTENCE:
                yield Fault(path, block.line, f"split this sentence of {count} words; {LONGEST_SENTENCE} is the most: {sentence}")
        if block.kind == "paragraph" and len(parts) > LONGEST_PARAGRAPH:
            yield Fault(path, block.line, f"split this paragraph of {len(parts)} sentences; {LONGEST_PARAGRAPH} is the most: {parts[0]}")


def check_words(path: str, source: str) -> Iterator[Fault]:
    """A page does without the words that promise too much or say nothing; what “people say” may stand in curly quotes."""
    for block in blocks(source):
        text = re.sub(r"“[^”]*”", "", block.text)
        for pattern, advice in WORDS_TO_AVOID.items():
            for match in re.finditer(rf"\b(?:{pattern})\b", text, flags=re.IGNORECASE):
                yield Fault(path, block.line, f"use another word ({advice}): {match.group()}")


def check_grade(path: str, source: str) -> Iterator[Fault]:
    """A page reads at school grade 9 at the most, topic words shortened."""
    value = grade(source)
    if value > HIGHEST_GRADE:
        yield Fault(path, 0, f"use shorter words and sentences; grade {HIGHEST_GRADE:g} is the most: {value:.1f}")


# The numbers that a page may print, or let a reader tap: emergency, public advice and crisis lines.
TELEPHONE_NUMBERS = frozenset({"000", "111", "112", "116123", "131114", "811", "911", "988", "999"})
_TELEPHONE = re.compile(r"(?<![\w./:-])\+?\(?\d[\d() .-]{6,}\d(?![\w/:-])")
_BRANDS = re.compile(
    r"\b(trailblazer|push pounds|theragun|hypervolt|voltaren|biofreeze|tylenol|panadol|advil|nurofen|kinesio|graston|rolfing|ironman)\b",
    re.IGNORECASE,
)
ADVISING_KINDS = frozenset({"home", "chooser", "safety", "comparison", "therapy", "index", "problem", "booking", "evidence"})
NO_DOUBTS = frozenset({"booking/worksheet.md"})  # a form to fill in, it advises nothing
MOST_UNEVEN = 0.35
PROBLEM_HEADINGS = (
    "Get help first if",
    "Start here",
    "What may help",
    "Can massage be added?",
    "Not yet",
    "What to expect by when",
    "What we are not sure about",
    "Read next",
)


def check_brands_and_telephones(path: str, source: str) -> Iterator[Fault]:
    """A page names no brand or clinic and prints no telephone number but emergency and public advice lines."""
    for block in blocks(source):
        for match in _BRANDS.finditer(block.text):
            yield Fault(path, block.line, f"name the thing, not the brand or clinic: {match.group()}")
        for match in _TELEPHONE.finditer(block.text):
            digits = re.sub(r"\D", "", match.group())
            years = re.fullmatch(r"(1[89]|20)\d\d\D+(1[89]|20)\d\d", match.group())
            if len(digits) >= 7 and not years:
                yield Fault(path, block.line, f"print only emergency and public advice numbers: {match.group()}")
        for match in re.finditer(r"\b(?:call|ring|dial|text|phone)(?: or text)? (\d[\d ]*\d)(?![\d-])", block.text, re.IGNORECASE):
            if match[1].replace(" ", "") not in TELEPHONE_NUMBERS:
                yield Fault(path, block.line, f"only these may be rung, {', '.join(sorted(TELEPHONE_NUMBERS))}: {match[1]}")


def check_in_short(path: str, source: str, kind: str) -> Iterator[Fault]:
    """A page gives its answer in a box named In short, before its first section."""
    lines = source.splitlines()
    box = next((number for number, line in enumerate(lines, 1) if line.strip() == '!!! in-short "In short"'), 0)
    section = next((number for number, line in enumerate(lines, 1) if line.startswith("## ")), len(lines) + 1)
    if not box:
        yield Fault(path, 0, 'give the answer in two or three sentences in a box, !!! in-short "In short": In short')
    elif box > section:
        yield Fault(path, box, "put this box before the first section: In short")


def check_safety_first(path: str, source: str, kind: str) -> Iterator[Fault]:
    """On a page that advises, a link to the urgent signs or a care card stands before the first section of advice."""
    if kind not in ADVISING_KINDS or kind == "safety":
        return
    for number, line in enumerate(source.splitlines(), 1):
        if "urgent-signs.md" in line or 'class="care' in line:
            return
        if line.startswith("## ") and not line.startswith("## Get help first if"):
            yield Fault(path, number, f"link to urgent-signs.md before this section: {line.removeprefix('## ')}")
            return
    yield Fault(path, 0, "link to urgent-signs.md before the first advice: urgent-signs.md")


def check_doubts(path: str, source: str, kind: str) -> Iterator[Fault]:
    """A page that advises says what we are not sure about."""
    if kind in ADVISING_KINDS and path not in NO_DOUBTS and not re.search(r"^## What we are not sure about", source, re.MULTILINE):
        yield Fault(path, 0, "add a section with this heading: ## What we are not sure about")


def check_problem_shape(path: str, source: str) -> Iterator[Fault]:
    """The pages by problem have one shape: the same sections in the same order."""
    found = [heading.split(" {")[0].strip() for heading in re.findall(r"^## (.+)$", source, re.MULTILINE)]
    if tuple(found) != PROBLEM_HEADINGS:
        wrong = next((have for have, want in zip([*found, "nothing"], [*PROBLEM_HEADINGS, "nothing"]) if have != want), "nothing")
        yield Fault(path, 0, f"use these sections in this order: {', '.join(PROBLEM_HEADINGS)}; the first that differs is: {wrong}")


def section(source: str, heading: str) -> str:
    """Give the Markdown below a heading, up to the next heading of the same or a higher level; empty when it is not there."""
    match = re.search(rf"^(#+) {re.escape(heading)}[^\n]*\n(.*?)(?=^#{{1,2}} |\Z)", source, re.MULTILINE | re.DOTALL)
    return match[2] if match else ""


def count_words(markdown: str) -> int:
    """Count the words that a reader sees in a piece of Markdown."""
    return sum(len(words(block.text)) for block in blocks(markdown))


def check_even(path: str, sides: dict[str, str]) -> Iterator[Fault]:
    """Texts that stand against each other, such as the good points of both therapies, differ in length by at most 35 %.

    sides maps the name of each text to its Markdown; the difference is that of the shortest to the longest.
    """
    counts = {name: count_words(text) for name, text in sides.items()}
    for name, count in counts.items():
        if not count:
            yield Fault(path, 0, f"this text is missing, so the two sides cannot be compared: {name}")
            return
    least, most = min(counts, key=counts.get), max(counts, key=counts.get)
    if 1 - counts[least] / counts[most] > MOST_UNEVEN:
        yield Fault(path, 0, f"give both sides like space: {most} has {counts[most]} words, {least} has: {counts[least]}")
