"""The movements of the plans, as data: poses of the person, what stands around, what works, where it goes."""

from .person import Movement, Pose

LYING = {"lean": -90, "shoulder": -8}
BENT = {"hip": 39, "knee": 96, "ankle": -37}
SITTING = {"hip": 90, "knee": 90, "shoulder": 14, "elbow": 50}
STEP = {"lean": 3, "elbow": 16}
AHEAD = {"hip": 24, "knee": 4, "ankle": 6, "shoulder": -20}
BEHIND = {"hip": -16, "knee": 16, "ankle": -6, "shoulder": 24}
CHAIR = {"kind": "chair"}
FAR_FOOT = {"hip_far": 7, "knee_far": 7}  # a little ahead, so that both feet are seen


def side(on: object = "floor", x: float = 0, **angles: float) -> Pose:
    """Give a pose from the side; knee_far=20 bends the far knee alone."""
    return Pose("side", {name.replace("_", "."): value for name, value in angles.items()}, on, x)


def both(near: dict[str, float], far: dict[str, float]) -> dict[str, float]:
    """Give the angles of both sides as the arguments of `side`."""
    return {f"{name}_near": value for name, value in near.items()} | {
        f"{name}_far": value for name, value in far.items()
    }


def front(on: object = "floor", x: float = 0, **angles: float) -> Pose:
    """Give a pose from the front."""
    return Pose("front", {name.replace("_", "."): value for name, value in angles.items()}, on, x)


def close(**angles: float) -> Pose:
    """Give a pose of one arm, seen from near."""
    return Pose("arm", {name.replace("_", "."): value for name, value in angles.items()}, size=2.2)


WALL = {"kind": "wall"}
RAIL = {"kind": "rail"}
TABLE = {"kind": "table"}


MOVEMENTS = [
    # Neck and shoulders
    Movement(
        "band-side-raise",
        "Side raise with a band",
        "Stand on the middle of a band, an end in each hand. Raise both straight arms out to shoulder height.",
        [front(shoulder=14, hip=10), front(shoulder=86, hip=10)],
        ["Start", "Raise to the shoulder"],
        work=("upper",),
        props=[
            {"kind": "line", "as": "band", "points": ["tip.near", "toe.near", "toe.far", "tip.far"]},
        ],
        arrows=[
            {"joint": "tip.near", "bow": 0.25, "shift": (7, 4)},
            {"joint": "tip.far", "bow": -0.25, "shift": (-7, 4)},
        ],
    ),
    # A new bout of back pain
    Movement(
        "knee-rolls",
        "Knee rolls",
        "Seen from above: lie on the back, knees bent. Roll both knees to one side, then to the other.",
        [
            front(lean=-90, shoulder=55, hip_near=62, hip_far=-50, knee_near=95, knee_far=-80),
            front(lean=-90, shoulder=55, hip_near=-50, hip_far=62, knee_near=-80, knee_far=95),
        ],
        ["Seen from above: one side", "Then the other side"],
        work=("hips",),
        arrows=[{"joint": "knee.near", "shift": (14, 0), "bow": 0.1}],
    ),
    Movement(
        "pelvic-tilt",
        "Pelvic tilt",
        "Lie on the back, knees bent, feet flat, arms above the head. Press the small of the back down.",
        [
            side(lean=-90, shoulder=170, **BENT, curve=-13),
            side(lean=-90, shoulder=170, **BENT, curve=3),
        ],
        ["Lie with bent knees", "Press the low back down"],
        work=("hips",),
        arrows=[{"points": [[-12, 44], [-12, 24]], "bow": 0}],
    ),
    Movement(
        "sit-tall",
        "Sit tall",
        "Sit slumped on a chair, then as upright as you can, shoulders loose.",
        [
            side("seat", hip=94, knee=90, shoulder=44, elbow=40, lean=4, curve=34, neck=-20),
            side("seat", **SITTING),
        ],
        ["Slumped", "As tall as you can"],
        work=("hips", "chest"),
        props=[CHAIR],
        arrows=[{"points": [[20, 84], [20, 110]], "bow": 0}],
    ),
    Movement(
        "back-bend",
        "Back bend",
        "Stand, hands on the low back, legs straight. Bend slowly backwards.",
        [
            side(shoulder=-38, elbow=88),
            side(lean=-8, curve=-22, neck=-8, hip=-8, shoulder=-56, elbow=66),
        ],
        ["Hands on the low back", "Bend backwards"],
        work=("hips", "chest"),
        arrows=[{"joint": "head", "shift": (2, -13), "bow": -0.25}],
    ),
    Movement(
        "heels-sit",
        "Bottom to heels",
        "Kneel on hands and knees. Move the bottom back towards the heels, hands where they are.",
        [
            side(lean=76, hip=76, knee=88, shoulder=68, elbow=16, neck=8, ankle=-80),
            side(lean=75, curve=36, hip=135, knee=147, shoulder=180, neck=-8, ankle=-80, x=-26),
        ],
        ["On hands and knees", "Bottom to heels"],
        work=("hips", "chest"),
        arrows=[{"joint": "hip", "shift": (0, -15), "bow": -0.2}],
    ),
    # Back pain that comes back
    Movement(
        "walk",
        "Walk",
        "Walk upright at an easy pace, arms swinging, one foot forward and then the other.",
        [
            side(**STEP, **both(AHEAD, BEHIND)),
            side(**STEP, **both(BEHIND, AHEAD)),
        ],
        ["One foot forward", "then the other"],
        work=("thigh", "shank"),
    ),
    # Ankle sprain
    Movement(
        "ankle-letters",
        "Write letters with the foot",
        "Sit on a chair, one leg out, heel off the floor. Write the alphabet in the air with the big toe.",
        [
            side("seat", hip=90, knee=90, hip_near=88, knee_near=22, ankle_near=-35, shoulder=14, elbow=50),
            side("seat", hip=90, knee=90, hip_near=88, knee_near=22, ankle_near=20, shoulder=14, elbow=50),
        ],
        ["Toes away", "and up: A, B, C …"],
        work=("foot.near",),
        props=[CHAIR],
        arrows=[{"joint": "toe.near", "shift": (6, -2), "bow": 0.35}],
    ),
    Movement(
        "towel-stretch",
        "Calf stretch with a towel",
        "Sit with the leg straight, a towel round the ball of the foot. Pull it gently towards you.",
        [
            side(hip=86, ankle_near=-38, ankle_far=-10, shoulder=66, elbow=12, lean=-4),
            side(hip=86, ankle_near=24, ankle_far=-10, shoulder=42, elbow=50, lean=-10, hip_near=80, hip_far=80),
        ],
        ["Towel round the foot", "Pull it to you"],
        work=("shank.near",),
        props=[{"kind": "line", "as": "band", "points": ["tip.near", "toe.near"], "front": True}],
        arrows=[{"joint": "tip.near", "shift": (0, -8), "bow": -0.3}],
    ),
    Movement(
        "foot-pump",
        "Foot up and down",
        "Sit with the sore leg straight. Point the foot away from you, then pull the toes up towards you.",
        [
            side(hip=82, ankle_near=-45, ankle_far=-10, shoulder=-30, lean=-8),
            side(hip=82, ankle_near=24, ankle_far=-10, shoulder=-30, lean=-8),
        ],
        ["Point the foot away", "Pull the toes up"],
        work=("shank.near", "foot.near"),
        arrows=[{"joint": "toe.near", "shift": (8, -4), "bow": 0.35}],
    ),
    Movement(
        "wall-stretch",
        "Calf stretch at a wall",
        "Stand facing a wall, hands on it, the sore leg behind, its heel down and knee straight. Bend the front knee.",
        [
            side(lean=8, hip_near=-14, hip_far=34, knee_far=42, ankle_near=22, ankle_far=16, shoulder=82, elbow=6),
            side(
                lean=14, hip_near=-18, hip_far=58, knee_far=62, ankle_near=32, ankle_far=18, shoulder=76, elbow=22, x=6
            ),
        ],
        ["One step from the wall", "Bend the front knee"],
        work=("shank.near",),
        props=[WALL],
        arrows=[{"joint": "hip", "shift": (0, -16), "bow": -0.1}],
    ),
    Movement(
        "one-leg-stand",
        "Stand on one leg",
        "Stand beside something to hold, then on one leg alone, knee over the foot.",
        [
            side(shoulder=42, elbow=30),
            side(shoulder=42, elbow=30, hip_far=14, knee_far=70, knee_near=6, hip_near=4, ankle_near=2),
        ],
        ["Hold on lightly", "Lift the other foot"],
        work=("shank.near", "thigh.near"),
        props=[RAIL],
        arrows=[{"joint": "heel.far", "shift": (-8, -2), "bow": 0.3}],
    ),
    Movement(
        "heel-raise-step",
        "Heel raise on a step",
        "Stand with the balls of both feet on a step, holding on. Let the heels sink, then rise onto the toes.",
        [
            side(6, ankle=24, shoulder=46, elbow=56, **FAR_FOOT),
            side(14, ankle=-42, shoulder=55, elbow=20, **FAR_FOOT),
        ],
        ["Let the heels sink", "Rise onto the toes"],
        work=("shank",),
        props=[{"kind": "box", "points": [[-1, 0], [50, 14]]}, {"kind": "rail", "base": 14}],
        arrows=[{"joint": "hip", "shift": (-16, 0), "bow": -0.1}],
    ),
    # Achilles tendon
    Movement(
        "heel-lower-straight",
        "Lower one heel, knee straight",
        "On a step, rise onto the toes of both feet. Lift the good foot away and lower the sore heel below the step.",
        [
            side(14, ankle=-42, shoulder=55, elbow=20, **FAR_FOOT),
            side(6, ankle_near=24, shoulder=55, elbow=20, hip_far=8, knee_far=62, ankle_far=-10),
        ],
        ["Up on both feet", "Down on the sore one"],
        work=("shank.near",),
        props=[{"kind": "box", "points": [[-1, 0], [50, 14]]}, {"kind": "rail", "base": 14}],
        arrows=[{"joint": "hip", "shift": (-16, 0), "bow": 0.1}],
    ),
    Movement(
        "heel-lower-bent",
        "Lower one heel, knee bent",
        "The same with the knee of the sore leg a little bent: up on both feet, down slowly on the sore one.",
        [
            side(14, lean=4, hip=26, knee=34, ankle=-22, shoulder=55, elbow=20, hip_far=32, knee_far=40),
            side(
                6,
                lean=6,
                hip_near=26,
                knee_near=40,
                ankle_near=33,
                shoulder=55,
                elbow=20,
                hip_far=20,
                knee_far=74,
                ankle_far=-10,
            ),
        ],
        ["Up on both, knees bent", "Down on the sore one"],
        work=("shank.near",),
        props=[{"kind": "box", "points": [[-1, 0], [50, 14]]}, {"kind": "rail", "base": 14}],
        arrows=[{"joint": "hip", "shift": (-16, 0), "bow": 0.1}],
    ),
    # Side of the hip
    Movement(
        "belt-push",
        "Push out against a belt",
        "Seen from above: lie on the back, feet hip-wide, a belt round both knees. Push both knees out against it.",
        [
            front(lean=-90, shoulder=16, hip=7),
            front(lean=-90, shoulder=16, hip=11),
        ],
        ["From above: belt on", "Push both knees out"],
        work=("thigh",),
        props=[
            {"kind": "line", "as": "band", "points": [[26, 40], [26, 11]], "front": True, "only": 0},
            {"kind": "line", "as": "band", "points": [[26, 42], [26, 9]], "front": True, "only": 1},
        ],
        arrows=[
            {"points": [[37, 28], [37, 47]], "bow": 0},
            {"points": [[37, 22], [37, 3]], "bow": 0},
        ],
    ),
    Movement(
        "bridge",
        "Bridge",
        "Lie on the back, knees bent, feet flat, arms beside you. Lift the hips until trunk and thighs form a line.",
        [
            side(**LYING, **BENT),
            side(lean=-109, knee=109, shoulder=-27, neck=18),
        ],
        ["Lie with bent knees", "Lift the hips"],
        work=("hips", "thigh"),
        arrows=[{"joint": "hip", "shift": (-6, -27), "bow": 0}],
    ),
    # Tennis elbow
    Movement(
        "wrist-lift",
        "Wrist lift, palm down",
        "Forearm on a table, palm down, the hand over its edge, holding a tin. Let the hand sink, then bend it up.",
        [
            side("seat", hip=90, knee=90, shoulder_near=30, elbow_near=58, wrist_near=-40),
            close(shoulder=8, elbow=82, wrist=-48),
            close(shoulder=8, elbow=82, wrist=52),
        ],
        ["Sit at a table", "Palm down", "Bend it up"],
        work=("fore.near",),
        works_in=2,
        props=[
            CHAIR | {"only": 0},
            {
                "kind": "line",
                "as": "thing",
                "points": [[-14, 0], [-14, 45], [27, 45], [21, 45], [21, 0]],
                "only": 0,
                "front": True,
            },
            *(thing | {"only": panel} for panel in (1, 2) for thing in (TABLE, {"kind": "tin"})),
        ],
        arrows=[{"joint": "tip.near", "shift": (12, 0), "bow": 0.2}],
    ),
    Movement(
        "wrist-stretch",
        "Stretch of the forearm",
        "Arm straight in front, palm down. Bend the hand down; the other hand presses it gently towards you.",
        [
            side("seat", hip=90, knee=90, shoulder_near=88, shoulder_far=20, elbow_far=30),
            side(
                "seat", hip=90, knee=90, shoulder_near=88, wrist_near=-78, shoulder_far=57, elbow_far=48, wrist_far=20
            ),
        ],
        ["Arm straight, palm down", "Press the hand down"],
        work=("fore.near",),
        props=[CHAIR],
        arrows=[{"points": [[52, 76], [54, 55]], "bow": -0.25}],
    ),
    # Hamstring, and fewer injuries
    Movement(
        "extender",
        "The extender",
        "Lie on the back, hold the sore thigh upright with both hands. Straighten the knee until just before it hurts.",
        [
            side(lean=-90, hip_near=90, knee_near=95, hip_far=0, shoulder=8, elbow=32),
            side(lean=-90, hip_near=90, knee_near=25, hip_far=0, shoulder=8, elbow=32),
        ],
        ["Hold the thigh upright", "Straighten the knee"],
        work=("thigh.near",),
        arrows=[{"joint": "ankle.near", "shift": (8, 4), "bow": 0.3}],
    ),
    Movement(
        "diver",
        "The diver",
        "Stand on the sore leg, knee a little bent, the other knee bent behind. Tip forward from the hip, arms ahead.",
        [
            side(hip_near=6, knee_near=12, ankle_near=6, hip_far=0, knee_far=85, shoulder=14, elbow=10),
            side(
                lean=62,
                hip_near=74,
                knee_near=20,
                ankle_near=8,
                hip_far=14,
                knee_far=85,
                shoulder=150,
                elbow=6,
                neck=-30,
            ),
        ],
        ["Stand on the sore leg", "Tip forward from the hip"],
        work=("thigh.near",),
        arrows=[
            {"joint": "head", "shift": (18, -14), "bow": -0.3},
            {"joint": "knee.far", "shift": (-12, -4), "bow": 0.25},
        ],
    ),
    Movement(
        "glider",
        "The glider",
        "Hold on, weight on the heel of the sore leg in front. Let the other foot slide back, then pull yourself up.",
        [
            side(hip_near=8, knee_near=14, ankle_near=4, hip_far=-12, knee_far=2, ankle_far=12, shoulder=34, elbow=70),
            side(
                lean=12,
                hip_near=60,
                knee_near=15,
                ankle_near=-28,
                hip_far=-30,
                knee_far=0,
                ankle_far=34,
                shoulder=78,
                elbow=14,
            ),
        ],
        ["Weight on the front heel", "Slide the other foot back"],
        work=("thigh.near",),
        props=[RAIL],
        arrows=[{"joint": "heel.far", "shift": (0, -8), "bow": 0.2}],
    ),
    Movement(
        "nordic",
        "The Nordic",
        "Kneel on something soft, ankles held down. Lean forward slowly in one line, then land on your hands.",
        [
            side(knee=90, ankle=-45, shoulder=20, elbow=100),
            side(lean=38, knee=52, ankle=-45, hip=0, shoulder=30, elbow=110),
            side(lean=72, knee=14, ankle=-45, hip=0, shoulder=92, elbow=20, wrist=60, neck=-10),
        ],
        ["Ankles held down", "Lean in one line", "Land on your hands"],
        work=("thigh",),
        works_in=1,
        props=[
            {"kind": "line", "points": [[-44, 0], [-44, 11], [-16, 11], [-16, 0]], "only": 0},
            {"kind": "line", "points": [[-62, 0], [-62, 11], [-34, 11], [-34, 0]], "only": 1},
            {"kind": "line", "points": [[-73, 0], [-73, 11], [-45, 11], [-45, 0]], "only": 2},
        ],
        arrows=[{"joint": "head", "shift": (20, -14), "bow": -0.25, "on": 1}],
    ),
    Movement(
        "bench",
        "The bench",
        "Lie face down on your forearms and toes. Lift the body until it forms one line from head to heels, and hold.",
        [
            side(lean=70, neck=-6, shoulder=88, elbow=72, hip=-14, ankle=-40),
            side(lean=76, neck=-4, shoulder=76, elbow=90, hip=-2, ankle=20),
        ],
        ["Forearms and toes", "Lift into one line, hold"],
        work=("hips", "chest"),
        arrows=[{"joint": "hip", "shift": (0, -14), "bow": 0}],
    ),
    Movement(
        "one-leg-bend",
        "One-leg knee bend",
        "Stand on one leg, hand near a support. Bend that knee a little, in line over the foot, and straighten it.",
        [
            side(shoulder=46, elbow=24, hip_far=14, knee_far=70),
            side(
                lean=16,
                shoulder=62,
                elbow=24,
                hip_near=54,
                knee_near=58,
                ankle_near=20,
                hip_far=40,
                knee_far=96,
                ankle_far=-10,
            ),
        ],
        ["On one leg", "Bend the knee, and back up"],
        work=("thigh.near",),
        props=[RAIL],
        arrows=[{"joint": "hip", "shift": (-17, 0), "bow": 0.1}],
    ),
    # Knee or hip arthritis
    Movement(
        "sit-leg-raise",
        "Straighten the knee, sitting",
        "Sit well back on a chair. Straighten one leg in front of you and hold it.",
        [side("seat", **SITTING), side("seat", **SITTING, knee_near=8, hip_near=88, ankle_near=6)],
        ["Sit well back", "Straighten one leg"],
        work=("thigh.near",),
        props=[CHAIR],
        arrows=[{"joint": "toe.near", "shift": (8, -2), "bow": 0.25}],
    ),
    Movement(
        "press-down",
        "Press the knee down",
        "Lie with a rolled towel under one ankle, the other knee bent. Press the back of the straight knee down.",
        [
            side(**LYING, hip_near=14, knee_near=18, hip_far=39, knee_far=96, ankle_far=-37),
            side(**LYING, hip_near=5, knee_near=0, hip_far=39, knee_far=96, ankle_far=-37),
        ],
        ["A roll under the ankle", "Press the knee down"],
        work=("thigh.near",),
        props=[{"kind": "roll", "at": [56, 5], "r": 5, "front": True}],
        arrows=[{"points": [[30, 40], [30, 22]], "bow": 0}],
    ),
    Movement(
        "heel-slide",
        "Slide the foot",
        "Sit with both legs out. Slide one foot towards you until it stretches, then straighten the leg.",
        [
            side(hip=74, shoulder=-28, elbow=4, lean=-16),
            side(hip=74, shoulder=-28, elbow=4, lean=-16, hip_near=115, knee_near=104, ankle_near=-12),
        ],
        ["Both legs out", "Slide the foot to you"],
        work=("thigh.near", "shank.near"),
        arrows=[{"joint": "heel.near", "shift": (0, -12), "bow": -0.2}],
    ),
    Movement(
        "lying-leg-raise",
        "Straight-leg raise, lying",
        "Lie with one knee bent. Lift the other leg, straight, a little off the floor and hold it.",
        [
            side(**LYING, hip_far=39, knee_far=96, ankle_far=-37),
            side(**LYING, hip_far=39, knee_far=96, ankle_far=-37, hip_near=16, ankle_near=8),
        ],
        ["One knee bent", "Lift the straight leg a little"],
        work=("thigh.near",),
        arrows=[{"points": [[72, 2], [72, 24]], "bow": 0.15}],
    ),
    Movement(
        "step-up",
        "Step up",
        "Stand in front of the bottom stair, a hand on the banister. Step up with one foot, then the other, and down.",
        [
            side(
                lean=10,
                hip_near=62,
                knee_near=60,
                ankle_near=8,
                hip_far=-4,
                knee_far=0,
                ankle_far=4,
                shoulder=50,
                elbow=38,
                x=-8,
            ),
            side(18, shoulder=50, elbow=20, x=20),
        ],
        ["One foot on the step", "Up, then down again"],
        work=("thigh.near",),
        props=[{"kind": "box", "points": [[6, 0], [60, 18]]}, {"kind": "rail", "base": 18}],
        arrows=[{"joint": "hip", "shift": (-15, -6), "bow": 0.15}],
    ),
    Movement(
        "chair-squat",
        "Small squat",
        "Hold the back of a chair. Bend both knees, no further than over the toes, and straighten them.",
        [side(shoulder=44, elbow=26), side(lean=20, hip=60, knee=62, ankle=22, shoulder=68, elbow=18)],
        ["Hold a chair", "Bend, and back up"],
        work=("thigh",),
        props=[RAIL],
        arrows=[{"joint": "hip", "shift": (-17, 0), "bow": 0.1}],
    ),
    Movement(
        "sit-to-stand",
        "Stand up from a chair",
        "Sit at the front of a chair, feet below the knees. Lean forward and stand up, then sit down slowly.",
        [side("seat", lean=32, hip=122, knee=100, ankle=10, shoulder=60, elbow=10), side(shoulder=8, elbow=12, x=10)],
        ["Lean forward", "Stand up, sit down slowly"],
        work=("thigh",),
        props=[{"kind": "chair", "only": 0}, {"kind": "chair", "only": 1, "x": -24}],
        arrows=[{"joint": "hip", "shift": (-14, -6), "bow": 0.2}],
    ),
    # Shoulder
    Movement(
        "arm-lift",
        "Lift both arms",
        "Stand, hands clasped in front. Lift both straight arms forward and over the head, and lower them.",
        [side(shoulder=22, elbow=6), side(shoulder=165, elbow=6)],
        ["Hands clasped", "Forward and up"],
        work=("upper", "fore"),
        arrows=[{"joint": "tip.near", "shift": (7, 0), "bow": 0.32}],
    ),
    Movement(
        "pendulum",
        "Let the arm swing",
        "Lean forward, the good arm on a table. Let the sore arm hang and swing it gently forwards and back.",
        [
            side(lean=62, hip=58, knee=8, neck=-12, shoulder_near=40, shoulder_far=112, elbow_far=8),
            side(lean=62, hip=58, knee=8, neck=-12, shoulder_near=84, shoulder_far=112, elbow_far=8),
        ],
        ["Let it hang, and swing back", "then forwards"],
        work=("upper.near", "fore.near"),
        props=[{"kind": "line", "points": [[62, 0], [62, 52]]}, {"kind": "line", "points": [[48, 52], [84, 52]]}],
        arrows=[{"joint": "tip.near", "shift": (0, 8), "bow": 0.25}],
    ),
    Movement(
        "wall-press",
        "Press-up at a wall",
        "Lean on a wall, hands at shoulder height. Bend the elbows: the chest nears the wall. Push back.",
        [side(lean=18, ankle=18, shoulder=104, elbow=4), side(lean=30, ankle=30, shoulder=48, elbow=72)],
        ["Arms straight", "Chest to the wall, and back"],
        work=("upper", "chest"),
        props=[WALL],
        arrows=[{"joint": "chest", "shift": (-12, -20), "bow": -0.1}],
    ),
    # Winding down
    Movement(
        "breathe",
        "Breathe slowly",
        "Sit against the chair, feet on the floor. The belly rises as you breathe in and falls as you breathe out.",
        [
            side("seat", hip=90, knee=90, shoulder=-24, elbow=14),
            side("seat", hip=90, knee=90, shoulder=-24, elbow=14),
        ],
        ["Breathe in: 1 to 5", "Breathe out: 1 to 5"],
        props=[CHAIR, {"kind": "belly", "only": 0}],
        arrows=[
            {"points": [[40, 94], [15, 90]], "bow": -0.1, "on": 0},
            {"points": [[14, 86], [38, 78]], "bow": 0.1},
        ],
    ),
    Movement(
        "tense-and-let-go",
        "Tense and let go",
        "The shoulders, for example: pull them up to the ears for a few seconds, then let them drop.",
        [
            front(shoulder=10, hip=8),
            front(shoulder=8, hip=8, shrug=9),
            front(shoulder=10, hip=8),
        ],
        ["At ease", "Tense: shoulders up", "Let go"],
        work=("upper",),
        works_in=1,
        arrows=[
            {"points": [[34, 84], [34, 104]], "bow": 0, "on": 1},
            {"points": [[-34, 84], [-34, 104]], "bow": 0, "on": 1},
            {"points": [[34, 100], [34, 80]], "bow": 0, "on": 2},
            {"points": [[-34, 100], [-34, 80]], "bow": 0, "on": 2},
        ],
    ),
]
