"""The house style of every page, and the checks themselves on bad input."""

from statistics import mean

import pytest

from .checks.fault import report
from .checks.front_matter import read
from .checks.house_style import (
    HIGHEST_MEAN_GRADE,
    check_brands_and_telephones,
    check_doubts,
    check_even,
    check_grade,
    check_in_short,
    check_lengths,
    check_problem_shape,
    check_safety_first,
    check_words,
    grade,
    section,
    syllables,
)
from .checks.prose import blocks, plain, sentences, words
from .project import markdown_pages

# The references carry the titles that their authors gave them.
WRITTEN = [page for page in markdown_pages() if page != "evidence/references.md"]


@pytest.mark.parametrize("path", WRITTEN)
def test_each_page_keeps_the_house_style(path, sources):
    text, kind = sources[path], read(sources[path]).get("kind", "")
    shown = f"docs/{path}"
    found = [*check_lengths(shown, text), *check_words(shown, text), *check_grade(shown, text), *check_brands_and_telephones(shown, text)]
    found += [*check_in_short(shown, text, kind), *check_safety_first(shown, text, kind), *check_doubts(path, text, kind)]
    if kind == "problem":
        found += check_problem_shape(shown, text)
    assert not found, f"\n{report(found)}"


def test_the_guide_reads_at_grade_8_or_below(sources):
    grades = {path: grade(sources[path]) for path in WRITTEN}
    assert mean(grades.values()) <= HIGHEST_MEAN_GRADE, f"use shorter words and sentences, the mean grade is {mean(grades.values()):.1f}"


def test_both_therapies_get_like_space(sources):
    physio, massage = sources["therapies/physiotherapy.md"], sources["therapies/sports-massage.md"]
    for heading in ("Good points", "Bad points"):
        found = report(check_even(f"docs/therapies ({heading})", {"physiotherapy.md": section(physio, heading), "sports-massage.md": section(massage, heading)}))
        assert not found, f"\n{found}"


def test_the_comparison_gives_both_columns_like_space(sources):
    for path in ("therapies/index.md", "index.md"):
        rows = [line.strip().strip("|").split("|") for line in sources[path].splitlines() if line.startswith("| **")]
        for row in rows:
            if plain(row[0]) in ("Benefits", "Drawbacks"):
                found = report(check_even(f"docs/{path} ({plain(row[0])})", {"Physiotherapy": f"- {row[1]}", "Sports massage": f"- {row[2]}"}))
                assert not found, f"\n{found}"


def test_long_sentences_and_paragraphs_are_refused():
    long = " ".join(["word"] * 26) + "."
    assert report(check_lengths("x.md", f"# T\n\n{long}\n")) == f"x.md:3: split this sentence of 26 words; 25 is the most: {long}"
    assert report(check_lengths("x.md", "# T\n\nOne. Two. Three. Four.\n")) == "x.md:3: split this paragraph of 4 sentences; 3 is the most: One."
    assert not report(check_lengths("x.md", "# T\n\nOne. Two. Three.\n\n- One. Two. Three. Four.\n"))


def test_words_to_avoid_are_refused_outside_curly_quotes():
    assert report(check_words("x.md", "It is proven.\n")) == "x.md:1: use another word (give the grade): proven"
    assert report(check_words("x.md", "Simply rest.\n")) == "x.md:1: use another word (leave it out): Simply"
    assert not report(check_words("x.md", "People say it “breaks up” knots. It is secure.\n"))


def test_hard_pages_are_refused():
    hard = "Comprehensive musculoskeletal rehabilitation necessitates individualised multidisciplinary intervention.\n"
    assert report(check_grade("x.md", hard)).startswith("x.md: use shorter words and sentences; grade 9 is the most: ")
    assert not report(check_grade("x.md", "Rest it for two days. Then move it a bit more each day.\n"))


def test_topic_words_count_as_the_short_ones():
    long, short = ("See a physiotherapist about the exercises today.\n", "See a physio about the workouts today.\n")
    assert grade(long) == grade(short)


@pytest.mark.parametrize(("word", "count"), [("knee", 1), ("massage", 2), ("moved", 1), ("table", 2), ("exercise", 3), ("a", 1), ("stiffness", 2), ("rested", 2), ("therapy", 3)])
def test_syllables(word, count):
    assert syllables(word) == count


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Ring 416-555-0100 today.", "print only emergency and public advice numbers: 416-555-0100"),
        ("Ring +44 20 7946 0000.", "print only emergency and public advice numbers: +44 20 7946 0000"),
        ("Call 555 now.", "only these may be rung, 000, 111, 112, 116123, 131114, 811, 911, 988, 999: 555"),
        ("Use a Theragun.", "name the thing, not the brand or clinic: Theragun"),
    ],
)
def test_brands_and_telephones_are_refused(text, message):
    assert report(check_brands_and_telephones("x.md", f"{text}\n")) == f"x.md:1: {message}"


@pytest.mark.parametrize("text", ["Call or text **988**.", "Ring 111.", "1,012 people, 26610 in all, from 2003 to 2013.", "22% to 41%, about 1 in 800."])
def test_numbers_that_are_no_telephones_pass(text):
    assert not report(check_brands_and_telephones("x.md", f"{text}\n"))


BOX = '!!! in-short "In short"\n\n    Rest.\n\n'


def test_pages_without_box_safety_or_doubts_are_refused():
    assert report(check_in_short("x.md", "# T\n", "problem")) == 'x.md: give the answer in two or three sentences in a box, !!! in-short "In short": In short'
    assert report(check_in_short("x.md", f"# T\n\n## A\n\n{BOX}", "problem")) == "x.md:5: put this box before the first section: In short"
    assert report(check_safety_first("x.md", f"# T\n\n{BOX}## Start\n\n[x](../urgent-signs.md)", "problem")) == "x.md:7: link to urgent-signs.md before this section: Start"
    assert report(check_safety_first("x.md", "# T\n", "booking")) == "x.md: link to urgent-signs.md before the first advice: urgent-signs.md"
    assert report(check_doubts("x.md", "# T\n", "therapy")) == "x.md: add a section with this heading: ## What we are not sure about"
    for check in (check_in_short, check_safety_first, check_doubts):
        assert not report(check("x.md", f"# T\n\n{BOX}[Signs](urgent-signs.md)\n\n## What we are not sure about\n", "problem"))


def test_a_problem_page_of_another_shape_is_refused():
    assert report(check_problem_shape("x.md", "## Get help first if\n\n## Massage\n")).endswith("; the first that differs is: Massage")


def test_uneven_sides_are_refused():
    sides = {"a": "- one two three four five six", "b": "- one two three"}
    assert report(check_even("x.md", sides)) == "x.md: give both sides like space: a has 6 words, b has: 3"
    assert report(check_even("x.md", {"a": "- one", "b": ""})) == "x.md: this text is missing, so the two sides cannot be compared: b"
    assert not report(check_even("x.md", {"a": "- one two three", "b": "- one two"}))


def test_prose_is_what_a_reader_sees():
    source = '---\ntitle: x\n---\n# Head { #h }\n\n**Lead.** Go [home](index.md). [Davis 2020](references.md#davis-2020 "x")\n\n- an *item*\n\n| a | b |\n|---|---|\n| <b>c</b> | d |\n'
    assert [(block.line, block.kind, block.text) for block in blocks(source)] == [
        (4, "heading", "Head"), (6, "heading", "Lead."), (6, "paragraph", "Go home."), (8, "item", "an item"),
        (10, "cell", "a"), (10, "cell", "b"), (12, "cell", "c"), (12, "cell", "d"),
    ]
    assert plain('[Dakić 2023](r/references.md#d "In Sports (Basel), 2023") [a (b)](https://doi.org/10.1/(2)x "t (u)") c') == "a (b) c"
    assert sentences("Rest it. Then move. E.g. walk 1.5 km.") == ["Rest it.", "Then move.", "E.g. walk 1.5 km."]
    assert words("about 1 in 3, x-ray isn’t") == ["about", "1", "in", "3", "x-ray", "isn’t"]
