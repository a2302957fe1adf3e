"""The glossary, its links at first use with the meaning on them, and the checks themselves on bad input."""

import pytest

from .checks.fault import report
from .checks.glossary import LINKED, PAGE, check_entries, check_first_use, check_links, entries
from .project import markdown_pages


@pytest.fixture(scope="module")
def meanings(sources):
    """The meaning of each word by the id of its entry."""
    return entries(sources[PAGE])


def test_each_linked_word_has_an_entry_and_each_entry_a_meaning(meanings):
    found = report(check_entries(f"docs/{PAGE}", meanings))
    assert not found, f"\n{found}"


@pytest.mark.parametrize("path", markdown_pages())
def test_hard_words_are_linked_at_first_use_and_show_their_meaning(path, sources, meanings):
    found = report([*check_links(f"docs/{path}", sources[path], meanings), *check_first_use(path, sources[path])])
    assert not found, f"\n{found}"


GLOSSARY = "## Body\n\n### tendon, ligament { #tendon }\n\nA tendon ties muscle to bone. A ligament ties bone to bone. [X](../booking/x.md)\n\nMore.\n\n### gap { #gap }\n"


def test_a_meaning_is_the_first_sentences_that_fit():
    assert entries(GLOSSARY) == {"tendon": "A tendon ties muscle to bone. A ligament ties bone to bone. X", "gap": ""}


def test_missing_entries_and_meanings_are_refused():
    given = dict.fromkeys(LINKED, "x")
    assert not report(check_entries("g.md", given))
    del given["tens"]
    assert report(check_entries("g.md", {**given, "gap": ""})) == (
        "g.md: add an entry with this id: ### word { #tens }\ng.md: say in one or two sentences what the word means: gap"
    )


def test_links_that_say_something_else_are_refused():
    meanings = {"tendon": "Ties muscle to bone."}
    assert not report(check_links("x.md", 'a [tendon](../about/glossary.md#tendon "Ties muscle to bone.")', meanings))
    assert report(check_links("x.md", "a [tendon](../about/glossary.md#tendon)", meanings)) == (
        'x.md:1: write the link as [tendon](../about/glossary.md#tendon "Ties muscle to bone."): no title'
    )
    assert report(check_links("x.md", "a [bone](../about/glossary.md#bone)", meanings)) == "x.md:1: the glossary has no such entry: bone"


def test_a_first_use_without_a_link_is_refused():
    link = '[tendon](../about/glossary.md#tendon "x")'
    assert not report(check_first_use("x.md", f"# Tendon pain\n\nA {link} is slow.\n"))
    assert report(check_first_use("x.md", "# T\n\nA tendon is slow.\n")) == "docs/x.md:3: link this word to about/glossary.md#tendon at its first use: tendon"
    assert report(check_first_use("x.md", f"# T\n\nA tendon is slow.\n\nA {link}.\n")) == "docs/x.md:3: link the first use of this word, not line 5: tendon"
