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
