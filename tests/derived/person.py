"""Line figures of a person, built from joints and angles: one body, so that every drawing has the same hand.

A movement is a few lines of data: poses, what stands around, an arrow. Lengths are units of the drawing, of which a
standing person is 122 high; angles are degrees. From the side the person faces right: `lean` tips the trunk forward,
`curve` rounds the upper back, `hip`, `shoulder` and `neck` bend forward, `knee` bends the heel back, `elbow` the hand
forward, `wrist` the fingers up, `ankle` lifts the toes. From the front, or from above when the person lies, limbs go
out to the side, and `shrug` lifts the shoulders by a length. Of an `arm`, seen larger, nothing else is drawn. A joint
that would bend the wrong way is an error.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from math import acos, atan2, ceil, cos, degrees, hypot, pi, radians, sin

LENGTHS = {
    "trunk": 19.0,
    "neck": 11.0,
    "upper": 21.0,
    "fore": 18.0,
    "hand": 6.5,
    "thigh": 30.0,
    "shank": 29.0,
    "foot": 13.0,
}
LIMITS = {
    "shrug": (0, 12),
    "lean": (-180, 180), "curve": (-30, 45), "neck": (-60, 60), "shoulder": (-60, 185), "elbow": (0, 150),
    "wrist": (-80, 80), "hip": (-30, 135), "knee": (0, 150), "ankle": (-80, 35),
}  # fmt: skip
SIDES = ("near", "far")
HEAD = 8.2
SEAT = 31.8  # how high the hip is on a chair, with the feet flat

Point = tuple[float, float]


def number(value: float) -> str:
    """Write a length with one decimal at most, and no zero before the point."""
    return re.sub(r"\b0\.", ".", f"{round(value, 1) + 0:g}")


def at(point: Point) -> str:
    """Write a point; the sign of the second number parts it from the first."""
    x, y = map(number, point)
    return f"{x}{y}" if y.startswith("-") else f"{x} {y}"


def taper(one: Point, r1: float, two: Point, r2: float) -> str:
    """Give the outline of a limb between two round ends; nothing where one end lies inside the other."""
    (x1, y1), (x2, y2) = one, two
    far = hypot(x2 - x1, y2 - y1)
    if far <= abs(r1 - r2):
        return ""
    turn, half = atan2(y2 - y1, x2 - x1), acos((r1 - r2) / far)
    a, b, c, d = (
        at((x + r * cos(turn + side * half), y + r * sin(turn + side * half)))
        for x, y, r, side in ((x1, y1, r1, 1), (x2, y2, r2, 1), (x2, y2, r2, -1), (x1, y1, r1, -1))
    )
    ends = (f"A{number(r)} {number(r)} 0 {int(r > other)} 0 " for r, other in ((r2, r1), (r1, r2)))
    return f"M{a}L{b}{next(ends)}{c}L{d}{next(ends)}{a}"


def circle(centre: Point, r: float) -> str:
    """Give the outline of a circle."""
    x, y = centre
    return f"M{at((x - r, y))}a{r} {r} 0 1 0 {number(2 * r)} 0a{r} {r} 0 1 0 {number(-2 * r)} 0z"


@dataclass
class Pose:
    """One position of the person: the view, the angles, and where the body rests."""

    view: str = "side"
    angles: dict[str, float] = field(default_factory=dict)
    on: str = "floor"  # or seat, or a height above the floor
    x: float = 0.0
    size: float = 1.0

    def angle(self, name: str, side: str = "near") -> float:
        """Give an angle: of this side, or of both, or none."""
        value = self.angles.get(f"{name}.{side}", self.angles.get(name, 0.0))
        low, high = LIMITS[name]
        if self.view == "front" and name in ("hip", "shoulder", "curve", "neck", "elbow", "knee"):
            low = -high
        if not low <= value <= high:
            raise ValueError(f"bend {name} between {low} and {high} degrees: {value:g}")
        return value

    def joints(self) -> dict[str, Point]:
        """Give the place of each joint, the body resting where `on` says, its hip at x."""
        raw = self._from_hip()
        radii = {"hip": 9.0, "chest": 9.5, "head": HEAD}
        low = 0.0
        for name, (_, y) in raw.items():
            part = name.split(".")[0]
            low = max(
                low,
                y
                + radii.get(
                    part, {"knee": 5.2, "ankle": 3.4, "toe": 2.2, "heel": 2.6, "elbow": 4, "tip": 2}.get(part, 3.0)
                ),
            )
        rise = -low
        if self.on == "seat":
            rise = -SEAT
        elif self.on != "floor":
            rise -= float(self.on)
        if self.view == "arm":
            names = [f"{part}.near" for part in ("shoulder", "elbow", "wrist", "tip")]
            raw = {name: tuple(self.size * (raw[name][i] - raw[names[0]][i]) for i in (0, 1)) for name in names}
            rise = -raw[names[1]][1] - 32
        return {name: (x + self.x, y + rise) for name, (x, y) in raw.items()}

    def hold(self, point: Point) -> None:
        """Bend both arms, seen from the side, so that the hands are at a point, or as near to it as they reach."""
        upper, fore = LENGTHS["upper"], LENGTHS["fore"] + LENGTHS["hand"]
        x, y = (point[i] - self.joints()["shoulder.near"][i] for i in (0, 1))
        far = min(hypot(x, y), upper + fore - 0.1)
        bend = pi - acos((upper**2 + fore**2 - far**2) / (2 * upper * fore))
        turn = atan2(x, y) - atan2(fore * sin(bend), upper + fore * cos(bend))
        self.angles["shoulder"] = degrees(turn) + self.angle("lean") + self.angle("curve")
        self.angles["elbow"] = degrees(bend)

    def _from_hip(self) -> dict[str, Point]:
        lean, curve, lift = self.angle("lean"), self.angle("curve"), self.angle("shrug")
        hip = (0.0, 0.0)

        def go(start: Point, length: float, turn: float, base: float, side: float = 1) -> Point:
            """Go down along the trunk, turned towards the front by `turn`; from the front, towards this side."""
            b, t = radians(base), radians(turn)
            down, front = (-sin(b), cos(b)), (side * cos(b), side * sin(b))
            return tuple(start[i] + length * (cos(t) * down[i] + sin(t) * front[i]) for i in (0, 1))

        flat = self.view != "front"
        waist = go(hip, -LENGTHS["trunk"], 0, lean)
        chest = go(waist, -LENGTHS["trunk"], 0, lean + curve)
        neck = lean + curve + self.angle("neck")
        places = {"hip": hip, "waist": waist, "chest": chest, "head": go(chest, -(LENGTHS["neck"] + HEAD), 0, neck)}
        places["face"] = go(places["head"], HEAD, 90, neck) if flat else places["head"]
        for side, sign in zip(SIDES, (1, -1), strict=True):
            s = 1 if flat else sign
            root = chest if flat else go(go(chest, -lift, 0, lean), 10.5, 90, lean + curve, s)
            arm, elbow = self.angle("shoulder", side), self.angle("elbow", side)
            places[f"shoulder.{side}"] = root
            places[f"elbow.{side}"] = go(root, LENGTHS["upper"], arm, lean + curve, s)
            places[f"wrist.{side}"] = go(places[f"elbow.{side}"], LENGTHS["fore"], arm + elbow, lean + curve, s)
            hand = arm + elbow + self.angle("wrist", side)
            places[f"tip.{side}"] = go(places[f"wrist.{side}"], LENGTHS["hand"], hand, lean + curve, s)
            top = hip if flat else go(hip, 5.5, 90, lean, s)
            thigh, knee, ankle = (self.angle(name, side) for name in ("hip", "knee", "ankle"))
            places[f"thigh.{side}"] = top
            places[f"knee.{side}"] = go(top, LENGTHS["thigh"], thigh, lean, s)
            places[f"ankle.{side}"] = go(places[f"knee.{side}"], LENGTHS["shank"], thigh - knee, lean, s)
            sole = thigh - knee + 90 + ankle if flat else thigh - knee + 18
            length = LENGTHS["foot"] if flat else 6.0
            places[f"toe.{side}"] = go(places[f"ankle.{side}"], length, sole, lean, s)
            places[f"heel.{side}"] = go(places[f"ankle.{side}"], 3.6, sole + 200 if flat else sole, lean, s)
        return places


# A bone: its name, the joints that it runs between, and its shapes, each from a joint of one radius to another, or a
# circle. A chain is bones from its root outwards.
Bone = tuple[str, str, str, tuple[tuple, ...]]
ARM: tuple[Bone, ...] = (
    ("upper", "shoulder", "elbow", (("shoulder", 4.8, "elbow", 3.8),)),
    ("fore", "elbow", "wrist", (("elbow", 3.8, "wrist", 2.8),)),
    ("hand", "wrist", "tip", (("wrist", 2.9, "tip", 2.1),)),
)
LEG: tuple[Bone, ...] = (
    ("thigh", "thigh", "knee", (("thigh", 7.6, "knee", 5.3),)),
    ("shank", "knee", "ankle", (("knee", 5.2, "ankle", 3.3),)),
    ("foot", "ankle", "toe", (("heel", 2.8, "ankle", 3.3), ("heel", 2.8, "toe", 2.2))),
)
TRUNK: tuple[Bone, ...] = (
    ("hips", "hip", "waist", (("hip", 9.0, "waist", 7.6),)),
    ("chest", "waist", "chest", (("waist", 7.6, "chest", 8.6),)),
    ("neck", "chest", "head", (("chest", 4.6, "head", 3.8), ("head", HEAD), ("face", 1.7))),
)
TRUNK_FROM_THE_FRONT: tuple[Bone, ...] = (
    ("hips", "hip", "waist", (("waist", 9.0, "hip", 11.5),)),
    ("chest", "waist", "chest", (("chest", 11.5, "waist", 9.0), ("shoulder.near", 5.0, "shoulder.far", 5.0))),
    ("neck", "chest", "head", (("chest", 4.2, "head", 3.8), ("head", HEAD))),
)


def chain(pose: Pose, bones: tuple[Bone, ...], side: str, work: tuple[str, ...]) -> str:
    """Give a chain of bones, each turned within the one before it, those that work in their colour.

    So the text of a bone is the same in every pose, which packs well: the place of its root and its turn alone differ.
    """
    place = pose.joints()

    def joint(name: str) -> Point:
        return place.get(f"{name}.{side}") or place[name]

    def draw_from(index: int, root: Point, turned: int) -> str:
        if index == len(bones):
            return ""
        name, start, end, shapes = bones[index]
        (x0, y0), (x1, y1) = joint(start), joint(end)
        turn = round(degrees(atan2(y1 - y0, x1 - x0)))

        def within(name: str) -> Point:
            x, y, t = joint(name)[0] - x0, joint(name)[1] - y0, atan2(y1 - y0, x1 - x0)
            return x * cos(t) + y * sin(t), y * cos(t) - x * sin(t)

        outline = "".join(
            circle(within(a), r * pose.size)
            if not rest
            else taper(within(a), r * pose.size, within(rest[0]), rest[1] * pose.size)
            for a, r, *rest in shapes
        )
        works = {name, f"{name}.{side}"} & {*work}
        colour = f' fill="{WORK}"' if works else ""
        own = f'<path{colour} d="{outline}"/>'
        outer = draw_from(index + 1, (hypot(x1 - x0, y1 - y0), 0), turn)
        # What works lies on top of its neighbours.
        inner = outer + own if works else own + outer
        bend = (turn - turned + 180) % 360 - 180
        return f'<g transform="translate({at(root)})rotate({bend})">{inner}</g>'

    return draw_from(0, joint(bones[0][1]), 0)


def chains(pose: Pose, work: tuple[str, ...]) -> list[str]:
    """Give the chains of the body from back to front; a far limb that the near one would hide is left out."""
    if pose.view == "arm":
        return [chain(pose, ARM, "near", work)]
    if pose.view == "front":
        limbs = [chain(pose, bones, side, work) for bones in (LEG, ARM) for side in SIDES]
        return [chain(pose, TRUNK_FROM_THE_FRONT, "", work), *limbs]
    place = pose.joints()
    seen = [bones for bones in (ARM, LEG) if any(place[f"{one[2]}.near"] != place[f"{one[2]}.far"] for one in bones)]
    far = [chain(pose, bones, "far", work).replace("<g", f'<g fill="{FAR}"', 1) for bones in seen]
    return [*far, chain(pose, TRUNK, "", work), *(chain(pose, bones, "near", work) for bones in (LEG, ARM))]


PANEL_GAP = 14
ARROW_BOW = 0.22
ARROW_LEAST = 22.0
SCALE = 1.4  # px a unit
FAR, WORK = "var(--pm-figure-far)", "var(--pm-physio)"


@dataclass
class Movement:
    """A drawing of a movement: its name, what it shows in words, and two or three positions side by side.

    What works is coloured in every position but the first, or in that of `works_in` alone. A rail or a wall
    stays where the hand of the first position is.
    """

    slug: str
    title: str
    shows: str
    poses: list[Pose]
    labels: list[str]
    work: tuple[str, ...] = ()
    works_in: int | None = None
    props: list[dict] = field(default_factory=list)
    arrows: list[dict] = field(default_factory=list)

    def __post_init__(self) -> None:
        kinds = [one["kind"] for one in self.props]
        if "rail" in kinds or "wall" in kinds:
            first = self.poses[0].joints()
            for pose in self.poses[1:]:
                shift = 0.0 if "box" in kinds else pose.joints()["ankle.near"][0] - first["ankle.near"][0]
                pose.hold((first["tip.near"][0] + shift, first["tip.near"][1]))


def body(pose: Pose, work: tuple[str, ...], name: str) -> str:
    """Give the drawing of one pose: of each chain first the outline, by its id, and on it the chain itself."""
    drawn = ""
    for which, limbs in enumerate(chains(pose, work)):
        drawn += f'<use class="line" href="#{name}{which}"/>' + limbs.replace("<g", f'<g id="{name}{which}"', 1)
    return drawn


def arrow(start: Point, end: Point, bow: float) -> str:
    """Give a bent arrow from one point to another; a positive bow bends it to the left of its way."""
    (x1, y1), (x2, y2) = start, end
    far, turn = hypot(x2 - x1, y2 - y1), round(degrees(atan2(y2 - y1, x2 - x1)))
    last = atan2(bow, 0.5)
    tips = [at((-6.5 * cos(last + side), -6.5 * sin(last + side))) for side in (0.5, -0.5)]
    # Drawn from its tip, so that the head is the same text in every arrow of one bow.
    way = f"M{at((-far, 0))}Q{at((-far / 2, -bow * far))} 0 0M{tips[0]}L0 0L{tips[1]}"
    return f'<path class="arrow" transform="translate({at(end)})rotate({turn})" d="{way}"/>'


def prop(kind: dict, place: dict[str, Point]) -> tuple[str, list[Point]]:
    """Give the drawing of a thing and the points it reaches; heights are counted from the floor."""
    name = kind["kind"]

    def spot(value: object) -> Point:
        return place[value] if isinstance(value, str) else (value[0], -value[1])

    if name == "line":  # a table, a band
        points = [spot(one) for one in kind["points"]]
        return f'<path class="{kind.get("as", "thing")}" d="M{"L".join(map(at, points))}"/>', points
    if name == "box":
        (x1, y1), (x2, y2) = points = [spot(one) for one in kind["points"]]
        return f'<path class="solid" d="M{at((x1, y1))}H{number(x2)}V{number(y2)}H{number(x1)}z"/>', points
    if name == "belly":  # that rises with a breath, before the waist
        x, y = place["waist"]
        outline = circle((x + 3.5, y + 4), 8.5)
        return f'<path class="line" d="{outline}"/><path fill="{WORK}" d="{outline}"/>', []
    if name == "roll":
        return f'<path class="solid" d="{circle(spot(kind["at"]), kind["r"])}"/>', []
    if name in ("wall", "rail"):  # where the hand is
        x, y = place[kind.get("joint", "tip.near")]
        x += 2.5
        points = (
            [(x, -kind.get("base", 0)), (x, -118)]
            if name == "wall"
            else [(x, -kind.get("base", 0)), (x, y + 3), (x + 15, y + 3)]
        )
        if name == "rail":
            points = [(x - 3, -kind.get("base", 0)), (x - 3, y + 4), (x + 12, y + 4)]
        return f'<path class="thing" d="M{"L".join(map(at, points))}"/>', points
    if name == "chair":  # its seat below the hip, its back behind
        x, top = place["hip"][0] + kind.get("x", 0), -(SEAT - 9.2)
        legs = "".join(f"M{at((x + dx, top))}V0" for dx in (-9, 22))
        seat = f"M{at((x - 11, top))}H{number(x + 24)}M{at((x - 10, top))}L{at((x - 14, -66))}"
        return f'<path class="thing" d="{seat}{legs}"/>', [(x - 15, -66), (x + 25, 0)]
    if name == "table":  # under the forearm, its edge at the wrist
        (x1, y1), (x2, _) = place["elbow.near"], place["wrist.near"]
        points = [(x1 - 14, y1 + 10), (x2 - 2, y1 + 10), (x2 - 10, y1 + 10), (x2 - 10, y1 + 26)]
        return f'<path class="thing" d="M{"L".join(map(at, points))}"/>', points
    if name == "tin":  # in the hand
        x, y = place["tip.near"]
        return f'<path class="solid" d="{circle((x, y + 1), 7.5)}"/>', [(x, y - 8)]
    raise ValueError(f"draw a line, box, roll, belly, wall, rail, chair, table or tin: {name}")


def reach(start: Point, end: Point) -> tuple[Point, Point]:
    """Give an arrow's ends, no nearer to one another than can be seen."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    far = hypot(dx, dy)
    grow = max(0.0, ARROW_LEAST - far) / 2 / (far or 1)
    return (start[0] - dx * grow, start[1] - dy * grow), (end[0] + dx * grow, end[1] + dy * grow)


def arrows(movement: Movement, which: int) -> list[tuple[Point, Point, float]]:
    """Give the arrows of one panel: from where a joint was to where it is, or between two points."""
    found = []
    for one in movement.arrows:
        if one.get("on", len(movement.poses) - 1) != which:
            continue
        if "points" in one:
            start, end = ((x, -y) for x, y in one["points"])
        else:
            shift = one.get("shift", (0, 0))
            before = movement.poses[one.get("from", which - 1)].joints()[one["joint"]]
            after = movement.poses[which].joints()[one["joint"]]
            start, end = reach(*((x + shift[0], y + shift[1]) for x, y in (before, after)))
        found.append((start, end, one.get("bow", ARROW_BOW)))
    return found


def draw(movement: Movement) -> str:
    """Give the SVG of a movement; it takes its colours from the page."""
    panels, left, height = [], 0, 0
    for which, (pose, label) in enumerate(zip(movement.poses, movement.labels, strict=True)):
        place = pose.joints()
        things = [(one, *prop(one, place)) for one in movement.props if one.get("only", which) == which]
        ways = arrows(movement, which)
        points = [*place.values(), *(p for _, _, reached in things for p in reached)]
        points += [p for start, end, _ in ways for p in (start, end)]
        low, high = min(x for x, _ in points) - 12, max(x for x, _ in points) + 12
        width = 2 * ceil(max(high - low, 84, 5.9 * len(label)) / 2)
        low = round(low - (width - (high - low)) / 2)
        height = max(height, ceil(12 - min(y for _, y in points)))
        floor = f'<path class="floor" d="M{low + 3} 0H{low + width - 3}"/>'
        is_on_floor = pose.view == "side" or (pose.view == "front" and abs(pose.angle("lean")) != 90)
        parts = [floor] if is_on_floor else []
        parts += [drawn for one, drawn, _ in things if not one.get("front")]
        works = which > 0 if movement.works_in is None else which == movement.works_in
        parts.append(body(pose, movement.work if works else (), f"{movement.slug}-{which}-"))
        parts += [drawn for one, drawn, _ in things if one.get("front")]
        parts += [arrow(*way) for way in ways]
        parts.append(f'<text x="{low + width // 2}" y="14" text-anchor="middle">{label}</text>')
        panels.append((left - low, "".join(parts)))
        left += width + PANEL_GAP
    wide, high = left - PANEL_GAP, height + 19
    inner = "\n".join(f'<g transform="translate({x} {height})">{parts}</g>' for x, parts in panels)
    size = f'width="{round(wide * SCALE)}" height="{round(high * SCALE)}" viewBox="0 0 {wide} {high}"'
    names = f'role="img" aria-labelledby="{movement.slug}-title {movement.slug}-desc"'
    title = f'<title id="{movement.slug}-title">{movement.title}</title>'
    shows = f'<desc id="{movement.slug}-desc">{movement.shows}</desc>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" class="move" {size} {names}>\n{title}\n{shows}\n{inner}\n</svg>\n'
