"""The chooser, walked on the built page with the answers that readers of the stories gave."""

from __future__ import annotations

import pytest

from .checks.built import Site
from .checks.chooser import CHOOSER, Answer, Step, read
from .checks.guide import Guide
from .stories import END_HELP, STORY_HELP, WALKS, Story, difference, result, stories, tables, walk

PAGE = "about/chooser-test.md"


@pytest.fixture(scope="module")
def steps(site: Site, guide: Guide) -> dict[str, Step]:
    """The steps of the built chooser, read from its elements as a reader meets them; the source names their signs."""
    found, written = {}, read(guide.pages[CHOOSER].text)
    for section in site.pages["choose/index.html"].tree.find_class("step"):
        id = section.xpath("string(.//h2/@id)")
        links = section.xpath(".//*[contains(@class, 'answers')]//a")
        answers = [
            Answer(link.text_content(), link.get("href").lstrip("#"), answer.line, "", answer.signs)
            for link, answer in zip(links, written[id].answers, strict=True)
        ]
        assert [answer.target for answer in answers] == [answer.target for answer in written[id].answers], id
        found[id] = Step(id, answers=answers, level=section.get("data-level", ""))
    return found


def test_every_story_reaches_the_help_it_needs(steps: dict[str, Step]) -> None:
    """A careful walk may not end below the level of its story, a hasty one not two levels below it."""
    faults = []
    for story in stories():
        for way, least in (("careful", 0), ("hasty", -1)):
            try:
                ended, apart = result(steps, story, way)
            except LookupError as error:
                faults.append(f"{story.id}, {way}: {error}")
                continue
            if apart < least:
                faults.append(f"{story.id}, {way}: lead this way to “{story.level}”, or reword the answers: {ended}")
    assert not faults, "\n".join(faults)


def test_the_page_prints_these_tables(steps: dict[str, Step], guide: Guide) -> None:
    wanted = ["\n".join(rows) for rows in tables(steps).values()]
    print("\n\n".join(wanted))
    missing = [table for table in wanted if f"---|\n{table}\n\n" not in guide.pages[PAGE].text]
    assert not missing, f"write these tables into docs/{PAGE}:\n" + "\n\n".join(missing)


def test_each_story_says_all_of_itself() -> None:
    told = stories()
    assert len({story.id for story in told}) == len({story.story for story in told}) == len(told)
    for story in told:
        assert story.level in STORY_HELP, f"{story.id}: write a level of the stories: {story.level}"
        first = story.first.split()
        said = f"{story.id}: write two levels of the chooser, where the walks first ended: {story.first}"
        assert len(first) == len(WALKS) and set(first) <= END_HELP.keys(), said
        assert story.source and story.origin, f"{story.id}: name the source and where the story comes from"


def test_a_walk_says_where_it_cannot_go_on() -> None:
    graph = {
        "q-now": Step("q-now", answers=[Answer("Yes", "out-today", 1, signs=["fever"]), Answer("No", "q-where", 2)]),
        "q-where": Step("q-where", answers=[Answer("Here", "out-home", 3)]),
        "out-today": Step("out-today", level="today"),
        "out-home": Step("out-home", level="home"),
    }
    assert walk(graph, "fever").level == "today"
    assert walk(graph, "q-where out-home").level == "home"
    with pytest.raises(LookupError, match="no answer of q-now leads to or names this: q-gone"):
        walk(graph, "q-gone out-home")
    with pytest.raises(LookupError, match="not at this question: q-where"):
        walk(graph, "q-where")
    story = Story("new-1", "N1", "", "same day", "", "", "", "", "")
    assert [difference(level, story) for level in ("emergency", "today", "home")] == [1, 0, -3]
