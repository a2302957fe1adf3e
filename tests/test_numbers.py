"""The pictures of numbers: drawn from the sentence, and never without it."""

import re

import pytest

from .derived.numbers import (
    COURSES,
    LINE,
    NEXT_ROW,
    PERSON,
    PICTURES,
    Course,
    Group,
    Picture,
    Span,
    draw,
    draw_course,
    ends_of,
    numbers_of,
)
from .project import DOCS

SICK = Picture(
    "sick", "a.md", r"(\d+) of (100) were sick, and (\d+) stayed", "Sick", "{1} of 100.", [Group("{3}", (3, 1))]
)


def test_the_picture_follows_the_sentence() -> None:
    assert numbers_of(SICK, "So 40 of 100 were\nsick, and 25 stayed.") == [0, 40, 100, 25]
    drawn = draw(SICK, "40 of 100 were sick, and 25 stayed")
    outlines = re.findall(r'<path d="([^"]*)"( class="p[01]")?/>', drawn)
    assert [(outline.count(PERSON), kind) for outline, kind in outlines] == [
        (25, ' class="p0"'), (15, ' class="p1"'), (60, ""),
    ]  # fmt: skip
    assert [outline.split("a")[0] for outline, _ in outlines] == ["M5 0", "M70 30", "M5 60"]
    assert outlines[0][0].count(NEXT_ROW) == 2 and outlines[2][0].count(NEXT_ROW) == 5, "rows of ten"
    assert NEXT_ROW == "m-113.8 9.8", "from the tenth body, 118.8 5.2, to the head at 5 15"
    assert '<desc id="sick-desc">40 of 100.</desc>' in drawn


def test_a_sentence_that_is_gone_is_named() -> None:
    with pytest.raises(ValueError, match="a.md: put back the sentence that sick is drawn from"):
        draw(SICK, "40 were ill")


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.slug)
def test_each_number_of_a_picture_is_at_most_a_hundred(picture: Picture) -> None:
    numbers = numbers_of(picture, (DOCS / picture.page).read_text(encoding="utf-8"))
    assert all(0 < numbers[index] <= 100 for group in picture.groups for index in group.fills)


HEALS = Course("heals", "a.md", "How long", "week", 10, [Span("A bone", r"(\d+) to (\d+) weeks it heals", "week")])


def test_a_span_lies_on_its_line_as_the_sentence_says() -> None:
    drawn = draw_course(HEALS, "After 4 to 8\nweeks it heals.")
    assert f'x="{0.4 * LINE:.1f}" y="17" width="{0.4 * LINE:.1f}"' in drawn
    assert ">A bone: 4 to 8 weeks<" in drawn
    assert '<desc id="heals-desc">A bone: 4 to 8 weeks.</desc>' in drawn


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("It heals.", "a.md: put back the sentence that heals is drawn from"),
        ("8 to 4 weeks it heals", "a.md: say a span that fits on 10 weeks: 8 to 4"),
        ("4 to 80 weeks it heals", "a.md: say a span that fits on 10 weeks: 4 to 80"),
    ],
)
def test_a_span_that_cannot_be_drawn_is_named(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        draw_course(HEALS, text)


@pytest.mark.parametrize("course", COURSES, ids=lambda course: course.slug)
def test_each_span_of_a_course_is_on_its_page(course: Course) -> None:
    text = (DOCS / course.page).read_text(encoding="utf-8")
    assert all(ends_of(course, span, text) for span in course.spans)
