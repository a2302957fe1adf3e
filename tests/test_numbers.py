"""The pictures of numbers: drawn from the sentence, and never without it."""

import pytest

from .derived.numbers import PICTURES, Group, Picture, draw, numbers_of
from .project import DOCS

SICK = Picture(
    "sick", "a.md", r"(\d+) of (100) were sick, and (\d+) stayed", "Sick", "{1} of 100.", [Group("{3}", (3, 1))]
)


def test_the_picture_follows_the_sentence() -> None:
    assert numbers_of(SICK, "So 40 of 100 were\nsick, and 25 stayed.") == [0, 40, 100, 25]
    drawn = draw(SICK, "40 of 100 were sick, and 25 stayed")
    assert (drawn.count('class="p0"'), drawn.count('class="p1"'), drawn.count("<use")) == (25, 15, 100)
    assert '<desc id="sick-desc">40 of 100.</desc>' in drawn


def test_a_sentence_that_is_gone_is_named() -> None:
    with pytest.raises(ValueError, match="a.md: put back the sentence that sick is drawn from"):
        draw(SICK, "40 were ill")


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.slug)
def test_each_number_of_a_picture_is_at_most_a_hundred(picture: Picture) -> None:
    numbers = numbers_of(picture, (DOCS / picture.page).read_text(encoding="utf-8"))
    assert all(0 < numbers[index] <= 100 for group in picture.groups for index in group.fills)
