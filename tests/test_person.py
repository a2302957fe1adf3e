"""The figures of a person: joints bend the right way, the body rests on the floor, and each movement can be drawn."""

import re

import pytest

from .derived.movements import MOVEMENTS
from .derived.person import LENGTHS, LIMITS, SIDES, Movement, Pose, draw, reach


def far(pose: Pose, one: str, two: str) -> float:
    """Give how far two joints are from one another."""
    (x1, y1), (x2, y2) = (pose.joints()[name] for name in (one, two))
    return ((x1 - x2) ** 2 + (y1 - y2) ** 2) ** 0.5


@pytest.mark.parametrize(("name", "value"), [(name, limits[1] + 1) for name, limits in LIMITS.items()])
def test_a_joint_that_bends_too_far_is_refused(name: str, value: float) -> None:
    with pytest.raises(ValueError, match=f"bend {name} between .* degrees: {value}"):
        Pose(angles={name: value}).joints()


def test_a_knee_bends_back_and_an_elbow_forward() -> None:
    with pytest.raises(ValueError, match="bend knee"):
        Pose(angles={"knee": -5}).joints()
    bent = Pose(angles={"knee": 90, "elbow": 90}).joints()
    assert bent["ankle.near"][0] < bent["knee.near"][0], "the heel goes back"
    assert bent["wrist.near"][0] > bent["elbow.near"][0], "the hand goes forward"


@pytest.mark.parametrize("movement", MOVEMENTS, ids=lambda movement: movement.slug)
def test_limbs_keep_their_length_and_the_body_the_floor(movement: Movement) -> None:
    for pose in movement.poses:
        if pose.view == "arm":
            assert far(pose, "elbow.near", "wrist.near") == pytest.approx(LENGTHS["fore"] * pose.size)
            continue
        for side in SIDES:
            assert far(pose, f"knee.{side}", f"ankle.{side}") == pytest.approx(LENGTHS["shank"])
            assert far(pose, f"elbow.{side}", f"wrist.{side}") == pytest.approx(LENGTHS["fore"])
        lowest = max(y for _, y in pose.joints().values())
        assert lowest <= 0.5, "nothing sinks into the floor"
        assert pose.on != "floor" or lowest > -12, "something rests on the floor"


@pytest.mark.parametrize("movement", MOVEMENTS, ids=lambda movement: movement.slug)
def test_a_drawing_says_what_it_shows(movement: Movement) -> None:
    drawn = draw(movement)
    assert f'<title id="{movement.slug}-title">{movement.title}</title>' in drawn
    assert 40 < len(re.search(r"<desc[^>]*>(.*)</desc>", drawn)[1]) < 240
    assert drawn.count('class="arrow"') == len(movement.arrows)
    assert len(movement.poses) == len(movement.labels) == drawn.count("<text ")


def test_what_nobody_knows_how_to_draw_is_named() -> None:
    movement = Movement("x", "X", "Y", [Pose()], ["Start"], props=[{"kind": "trampoline"}])
    with pytest.raises(ValueError, match="trampoline"):
        draw(movement)


def test_a_short_arrow_grows_until_it_can_be_seen() -> None:
    assert reach((0, 0), (0, 10)) == ((0, -6), (0, 16))
    assert reach((0, 0), (0, 50)) == ((0, 0), (0, 50))


@pytest.mark.parametrize("movement", MOVEMENTS, ids=lambda movement: movement.slug)
def test_hands_stay_on_what_they_hold(movement: Movement) -> None:
    if not {"rail", "wall"} & {prop["kind"] for prop in movement.props}:
        return
    heights = [pose.joints()["tip.near"][1] for pose in movement.poses]
    assert heights == pytest.approx([heights[0]] * len(heights), abs=1), "bring the hip nearer to the rail or the wall"


def test_what_works_is_coloured_where_it_works() -> None:
    poses = [Pose(angles={"hip.far": 20}) for _ in range(3)]
    for works_in, panels in ((None, 2), (1, 1)):
        movement = Movement("x", "X", "Y", poses, ["a", "b", "c"], work=("thigh",), works_in=works_in)
        assert draw(movement).count("var(--pm-physio)") == panels * 2, "both thighs, once in each position"


def test_a_far_limb_that_the_near_one_hides_is_not_drawn() -> None:
    seen, hidden = (draw(Movement("x", "X", "Y", [Pose(angles=one)], ["a"])) for one in ({"hip.far": 20}, {}))
    assert (seen.count("--pm-figure-far"), hidden.count("--pm-figure-far")) == (1, 0)
