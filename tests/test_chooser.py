"""The chooser's graph on the built page, and the check itself on graphs that break each rule."""

import copy

import pytest

from .checks.built import Page
from .checks.chooser import Step, check_graph, check_steps, paths, read
from .checks.fault import report

PLACE = "choose/index.html"


def test_the_chooser_keeps_its_rules(site):
    steps = read(site.pages[PLACE])
    found = report([*check_graph(PLACE, steps), *check_steps(PLACE, steps)])
    assert not found, f"\n{found}"


def test_the_chooser_is_all_there(site):
    steps = read(site.pages[PLACE])
    ways = list(paths(steps, "q-emergency"))
    questions = [id for id, step in steps.items() if step.is_question]
    # 24 questions and 20 outcomes as researched, and one way more than its 52: a surgeon who says no has an answer too.
    assert (len(questions), len(steps) - len(questions), len(ways)) == (24, 20, 53)
    assert max(len(way) - 1 for way in ways) == 7


def test_each_outcome_leads_on_to_the_urgent_signs_and_back_to_the_start(site):
    page = site.pages[PLACE]
    for step in read(page).values():
        if not step.is_question:
            box = page.soup.find(id=step.id).find_parent(class_="step")
            targets = [a["href"] for a in box.select(".step__back a")]
            assert targets == ["../urgent-signs/", "#q-emergency"], f"{step.id} must end with the urgent signs and a way back: {targets}"


def graph() -> dict[str, Step]:
    """A small chooser that keeps every rule."""
    return {
        "q-emergency": Step("q-emergency", 1, [("Yes", "out-emergency"), ("No", "q-check")]),
        "q-check": Step("q-check", 2, [("Yes", "out-doctor"), ("No", "q-reason")]),
        "q-reason": Step("q-reason", 3, [("I am sore", "q-cautions"), ("A new injury", "q-injury-when")]),
        "q-injury-when": Step("q-injury-when", 4, [("Today", "out-home"), ("Long ago", "out-physio")]),
        "q-cautions": Step("q-cautions", 5, [("Something from the not-now list", "out-home"), ("Something from the ask-first list", "out-ask"), ("None", "out-massage")]),
        **{id: Step(id, 6) for id in ("out-emergency", "out-doctor", "out-home", "out-physio", "out-ask", "out-massage")},
    }


def test_a_good_graph_passes():
    assert not report(check_graph("x", graph()))


def change(id: str, **answers: str):
    """Lead the answers with these words to other targets."""
    def apply(steps: dict[str, Step]) -> None:
        steps[id].answers = [(words, answers.get(words.split()[0], target)) for words, target in steps[id].answers]
    return apply


def remove(id: str):
    return lambda steps: steps.pop(id)


def lengthen(steps: dict[str, Step]) -> None:
    for number in range(6):
        steps[f"q-{number}"] = Step(f"q-{number}", 9, [("Next", f"q-{number + 1}" if number < 5 else "out-home")])
    steps["q-injury-when"].answers[0] = ("Today", "q-0")


@pytest.mark.parametrize(
    ("mistake", "message"),
    [
        (remove("q-emergency"), "x: the first question must have this id: q-emergency"),
        (remove("out-physio"), "x:4: this answer leads nowhere: q-injury-when > out-physio"),
        (change("q-injury-when", Today="q-reason"), "x: an answer leads back to a question before it: q-emergency > q-check > q-reason > q-injury-when > q-reason"),
        (change("q-check", No="q-cautions"), "x:3: no answer leads here; link to it or remove it: q-reason"),
        (change("q-injury-when", Long="out-home"), "x:6: no answer leads here; link to it or remove it: out-physio"),
        (change("q-injury-when", Today="out-massage"), "x: a new injury must not end in massage: q-emergency > q-check > q-reason > q-injury-when > out-massage"),
        (lengthen, "x: ask at most 7 questions, not 10: q-emergency > q-check > q-reason > q-injury-when > q-0 > q-1 > q-2 > q-3 > q-4 > q-5 > out-home"),
    ],
)
def test_each_broken_rule_is_named(mistake, message):
    steps = copy.deepcopy(graph())
    mistake(steps)
    assert message in report(check_graph("x", steps)).splitlines()


def test_cautions_that_end_in_massage_are_named():
    steps = graph()
    steps["q-cautions"].answers = [(words, "out-massage") for words, _ in steps["q-cautions"].answers]
    found = report(check_graph("x", steps)).splitlines()
    way = "q-emergency > q-check > q-reason > q-cautions > out-massage"
    assert f"x: a “not now” caution must not end in massage: {way}" in found
    assert f"x: an “ask first” caution must not end in massage: {way}" in found


def test_a_question_before_the_urgent_ones_is_named():
    steps = graph()
    steps["q-emergency"].answers[1] = ("No", "q-reason")
    steps["q-reason"].answers.append(("Other", "q-check"))
    assert any("question 2 must be q-check" in line for line in report(check_graph("x", steps)).splitlines())


def test_a_question_without_answers_is_named():
    steps = graph()
    steps["q-injury-when"].answers = []
    assert "x:4: give this question answers: q-injury-when" in report(check_graph("x", steps)).splitlines()


def step(id: str, place: str, body: str) -> str:
    return f"<div class='step'><p class='step__place'>{place}</p><h2 id='{id}'>{id}</h2>{body}</div>"


def test_wrong_numbers_ways_back_cautions_and_parts_are_named():
    cautions = "<ul><li>a clot</li></ul><div class='answers'><ul><li><a href='#out-a'>Something from the not-now list</a></li></ul></div>"
    html = (
        step("q-emergency", "Question 1 of up to 3", "<div class='answers'><a href='#q-b'>No</a> <a href='#out-a'>No</a></div>")
        + step("q-b", "Question 3 of up to 3", cautions + "<p class='step__back'><a href='#q-c'>Back</a></p><div class='answers'><a href='#q-c'>None</a></div>")
        + step("q-c", "Question 3 of up to 3", cautions.replace("a clot", "a cold") + "<p class='step__back'><a href='#q-b'>Back</a></p>")
        + step("out-a", "", "<p><strong>What to do.</strong></p><p><strong>Good points.</strong></p>")
    )
    assert report(check_steps("x", read(Page("x", html, "https://example.org/")))).splitlines() == [
        "x:1: no two answers may read the same: q-emergency",
        "x:1: out-a lacks this part: What would change this.",
        "x:1: out-a lacks this part: When to check again.",
        "x:1: out-a lacks this part: Why.",
        "x:1: out-a needs good and bad points, it has only: Good points.",
        "x:1: print the same two caution lists as in the first place: q-c",
        "x:1: q-b must say “Question 2 of up to 3”: Question 3 of up to 3",
        "x:1: the way back from q-b must lead to q-emergency: q-c",
    ]
