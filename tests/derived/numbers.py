"""Pictures of numbers: a hundred people, so many of them filled, or spans of time on one line, drawn from sentences.

The sentence is the source. A pattern finds its numbers on the page; when the sentence changes, the picture does, and
when it is gone, the message says which sentence is missed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

STEP, ROW = 13, 15
WIDE = 10 * STEP
GAP = 26
SCALE = 1.15
LINE = 240  # how long a line of time is
# A head from its top and, below it, a body. From there it is so far to the next head, and to the first of the next row.
PERSON = "a2.2 2.2 0 1 1 0 4.4a2.2 2.2 0 1 1 0-4.4zm-3.2 5.2h6.4v4.2h-1.4v4h-3.6v-4h-1.4z"
NEXT, NEXT_ROW = f"m{3.2 + STEP:g}-5.2", f"m{3.2 - 9 * STEP:g} {ROW - 5.2:g}"


@dataclass
class Group:
    """One hundred people: what they have in common, and which numbers of the sentence fill them, the darkest first."""

    label: str
    fills: tuple[int, ...]


@dataclass
class Picture:
    """A drawing of hundreds of people: the page and the pattern of its sentence, and what it shows in words."""

    slug: str
    page: str
    pattern: str
    title: str
    shows: str
    groups: list[Group]


PICTURES = [
    Picture(
        "back-pain-returns",
        "problems/back-pain.md",
        r"of (100) people who had just got over it, (\d+) had it back, and it limited (\d+)",
        "A year after a bout of back pain",
        "Of 100 people who had just got over back pain, {2} had it back within a year, and it limited {3} of them.",
        [Group("coloured: limited {3}; with grey: back in {2}", (3, 2))],
    ),
    Picture(
        "ankle-training",
        "problems/new-sprain-or-strain.md",
        r"Within a year (\d+) in (100) sprained it again, and (\d+) in 100 of those who did not train",
        "Sprained again within a year, with and without balance training",
        "Of 100 people with eight weeks of balance training {1} sprained it again within a year; without it {3}.",
        [Group("with training: {1}", (1,)), Group("without: {3}", (3,))],
    ),
    Picture(
        "disc-bulges",
        "evidence/pain.md",
        r"no back pain, (\d+) in (100) had a \[disc bulge\]\[disc-bulge\] at age 20, and (\d+) in 100 at age 80",
        "Disc bulges in people without back pain",
        "Of 100 people without back pain {1} have a disc bulge at age 20, and {3} at age 80.",
        [Group("at age 20: {1}", (1,)), Group("at age 80: {3}", (3,))],
    ),
]


DAYS = {"day": 1, "week": 7, "month": 365 / 12}


@dataclass
class Span:
    """One span of time: what it is of, and the pattern of the sentence that says from when to when, in which unit."""

    label: str
    pattern: str
    unit: str


@dataclass
class Course:
    """A drawing of spans of time below one another: the page, the name, the unit of the line and how many it holds."""

    slug: str
    page: str
    title: str
    unit: str
    most: int
    spans: list[Span]


COURSES = [
    Course(
        "soreness-days",
        "problems/sore-after-exercise.md",
        "The days of muscle soreness",
        "day",
        7,
        [
            Span("It builds up", r"Days (\d+) to (\d+):\*\* soreness usually builds up", "day"),
            Span("It is over", r"usually it is over after (\d+) to (\d+) days", "day"),
        ],
    ),
    Course(
        "strain-weeks",
        "problems/strain-not-settling.md",
        "Back at sport after a muscle strain, with guided exercise",
        "week",
        14,
        [
            Span("A new hamstring strain, half of 43 men", r"(\d+) to (\d+) days:\*\* in a trial of 43 men", "day"),
            Span("A torn thigh or calf muscle, amateurs", r"(\d+) to (\d+) weeks:\*\* amateurs with a torn", "week"),
        ],
    ),
    Course(
        "mending-months",
        "problems/after-surgery-or-fracture.md",
        "How long bones and a rebuilt knee take",
        "month",
        12,
        [
            Span("A minor leg break heals", r"(\d+) to (\d+) weeks:\*\* a minor leg break heals", "week"),
            Span("A severe leg break (or more)", r"a severe one takes (\d+) to (\d+) months", "month"),
            Span("An arm or wrist in a cast", r"(\d+) to (\d+) months:\*\* the usual time in a cast", "month"),
            Span("Training after ACL surgery", r"(\d+) to (\d+) months:\*\* recovery training after ACL", "month"),
        ],
    ),
]


def ends_of(course: Course, span: Span, text: str) -> tuple[int, int]:
    """Give from when to when the sentence says; without it, or backwards, a ValueError says what is missed."""
    found = re.search(span.pattern, " ".join(text.split()))
    if not found:
        raise ValueError(f"{course.page}: put back the sentence that {course.slug} is drawn from: {span.pattern}")
    first, last = (int(number) for number in found.groups())
    if first >= last or last * DAYS[span.unit] > course.most * DAYS[course.unit]:
        raise ValueError(f"{course.page}: say a span that fits on {course.most} {course.unit}s: {first} to {last}")
    return first, last


def draw_course(course: Course, text: str) -> str:
    """Give the SVG of spans of time, each a bar on a line that begins with the injury, the effort or the operation."""
    step = LINE / course.most
    parts, said, y = [], [], 0
    for span in course.spans:
        first, last = ends_of(course, span, text)
        words = f"{span.label}: {first} to {last} {span.unit}s"
        start, end = (number * DAYS[span.unit] / DAYS[course.unit] * step for number in (first, last))
        parts.append(f'<text x="0" y="{y + 10}">{words}</text>')
        parts.append(f'<rect class="p1" x="0" y="{y + 21}" width="{start:.1f}" height="2"/>')
        parts.append(f'<rect class="p0" x="{start:.1f}" y="{y + 17}" width="{end - start:.1f}" height="10" rx="3"/>')
        said.append(words)
        y += 40
    parts.append(f'<rect class="p1" x="0" y="{y}" width="{LINE}" height="1"/>')
    for number in range(0, course.most + 1, max(1, course.most // 6)):
        parts.append(f'<rect class="p1" x="{number * step:.1f}" y="{y}" width="1" height="5"/>')
        anchor = "start" if not number else "middle"
        parts.append(f'<text x="{number * step:.1f}" y="{y + 17}" text-anchor="{anchor}">{number}</text>')
    parts.append(f'<text x="{LINE + 12}" y="{y + 17}">{course.unit}s</text>')
    wide, high = LINE + 52, y + 22
    size = f'width="{wide * SCALE:g}" height="{high * SCALE:g}" viewBox="0 0 {wide} {high}"'
    names = f'role="img" aria-labelledby="{course.slug}-title {course.slug}-desc"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" class="hundred" {size} {names}>'
    title = f'<title id="{course.slug}-title">{course.title}</title>'
    shows = f'<desc id="{course.slug}-desc">{". ".join(said)}.</desc>'
    return "\n".join([head, title, shows, *parts, "</svg>"]) + "\n"


def numbers_of(picture: Picture, text: str) -> list[int]:
    """Give the numbers of the sentence, counted from 1; without it a ValueError says what is missed."""
    found = re.search(picture.pattern, " ".join(text.split()))
    if not found:
        raise ValueError(f"{picture.page}: put back the sentence that {picture.slug} is drawn from: {picture.pattern}")
    return [0, *(int(number) for number in found.groups())]


def people(left: int, first: int, end: int) -> str:
    """Give the outline of some of a hundred people, in rows of ten, from the first up to the one before the end."""
    outline = f"M{left + first % 10 * STEP + 5} {first // 10 * ROW}"
    for person in range(first, end):
        way = NEXT_ROW if person % 10 == 0 else NEXT
        outline += PERSON if person == first else way + PERSON
    return outline


def draw(picture: Picture, text: str) -> str:
    """Give the SVG of a picture, drawn from the numbers in the text of its page."""
    numbers = numbers_of(picture, text)
    parts = []
    for place, group in enumerate(picture.groups):
        left = place * (WIDE + GAP)
        fills = [numbers[index] for index in group.fills]
        first = 0
        for shade, most in enumerate([*sorted(fills), 100]):
            kind = "" if most == 100 else f' class="p{shade}"'
            parts.append(f'<path d="{people(left, first, most)}"{kind}/>')
            first = most
        parts.append(f'<text x="{left}" y="{10 * ROW + 12}">{group.label.format(*numbers)}</text>')
    wide = len(picture.groups) * (WIDE + GAP) - GAP
    high = 10 * ROW + 18
    size = f'width="{wide * SCALE:g}" height="{high * SCALE:g}" viewBox="0 0 {wide} {high}"'
    names = f'role="img" aria-labelledby="{picture.slug}-title {picture.slug}-desc"'
    title = f'<title id="{picture.slug}-title">{picture.title}</title>'
    shows = f'<desc id="{picture.slug}-desc">{picture.shows.format(*numbers)}</desc>'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" class="hundred" {size} {names}>'
    return "\n".join([head, title, shows, *parts, "</svg>"]) + "\n"
