"""The graded claims of the evidence pages, and every place that repeats a grade or a count of them."""

import re
from collections import Counter

from .fault import Fault, Faults, check
from .guide import Entry, Guide, Page
from .links import named

PAGE = "evidence/index.md"  # counts the claims and shows them all; they stand on the other pages of its kind
FIGURE = "docs/assets/figures/all-claims.svg"
GRADES, WAYS = ("Good", "Some", "Weak"), ("for", "against", "mixed")
# The words of each badge, and the class that goes with them.
BADGES = {f"{grade}, {way}": f"grade--{grade.lower()} grade--{way}" for grade in GRADES for way in WAYS}
BADGES["None found"] = "grade--none"
# A badge of the page's own, or one that repeats a claim and leads to it.
_BADGE = re.compile(
    r'<span class="grade (?P<classes>[a-z -]+)">(?P<words>[^<]+)</span>'
    r"|\[(?P<repeated>[^\[\]]+)\]\([^)\s]*#(?P<id>e\d+)\)\{ *\.grade (?P<attributes>[^}]*?) *\}"
)
VERDICT = re.compile(r"\*\*(.+?)\*\*(?= *<span class=\"grade)", re.S)


def grades(guide: Guide) -> dict[str, str]:
    """Give the words of each claim's badge by the id of the claim, nothing when it has none."""
    badges = {one.id: _BADGE.search(one.text) for _, one in claims(guide)}
    return {id: badge["words"] if badge else "" for id, badge in badges.items()}


def claims(guide: Guide) -> list[tuple[Page, Entry]]:
    """Give each claim, a heading ### with the id e and a number on a page of the kind evidence, with its page."""
    pages = (page for page in guide.pages.values() if page.kind == "evidence")
    return [(page, one) for page in pages for one in page.entries if re.fullmatch(r"e\d+", one.id)]


@check("guide")
def check_claims(guide: Guide) -> Faults:
    """Each claim cites a source, and their numbers run without a gap; patterns.toml says what else each holds."""
    numbers: dict[int, list[tuple[Page, Entry]]] = {}
    for page, one in claims(guide):
        numbers.setdefault(int(one.id[1:]), []).append((page, one))
        if not named(one.text) & guide.citation_names:
            yield Fault(page.shown, one.line, f"cite at least one source: {one.id}")
        badge, verdict = _BADGE.search(one.text), VERDICT.search(one.text)
        pattern = guide.rules["verdicts"].get(badge["words"] if badge else "", "")
        if pattern and not re.search(pattern, verdict[1] if verdict else "", re.I | re.S):
            said = f"say “{badge['words']}” before the badge in words that fit “{pattern}”, in [verdicts] of the rules"
            yield Fault(page.shown, one.line, f"{said}: {verdict[1] if verdict else 'nothing in bold'}")
    for number in range(1, max(numbers, default=0) + 1):
        page, one = numbers.get(number, [(guide.page(PAGE), None)])[-1]
        if len(numbers.get(number, ())) != 1:
            yield Fault(page.shown, one.line if one else 0, f"number the claims without a gap or a double: e{number}")


@check("page")
def check_badges(page: Page, guide: Guide) -> Faults:
    """A badge has the words and the classes of a grade, that of the claim it repeats, and stands behind the verdict in
    words; a grade stands nowhere but in a badge.
    """
    held = grades(guide)
    for number, line in page.prose:
        for badge in _BADGE.finditer(line):
            words = badge["words"] or badge["repeated"]
            classes = badge["classes"] or badge["attributes"].replace(".", "")
            if words not in BADGES:
                said = "write Good, Some or Weak with “, for”, “, against” or “, mixed”, or “None found”"
                yield Fault(page.shown, number, f"{said}: {words}")
            elif words != held.get(badge["id"], words):
                said = (
                    f"claim {badge['id']} has the grade “{held[badge['id']]}”, write this and the words before it anew"
                )
                yield Fault(page.shown, number, f"{said}: {words}")
            elif classes != BADGES[words]:
                said = f"the badge “{words}” needs the classes grade {BADGES[words]}"
                yield Fault(page.shown, number, f"{said}: {classes}")
            if not re.search(r"\w{2}", re.sub(r"<[^>]*>|\{[^}]*\}", "", line[: badge.start()])):
                yield Fault(page.shown, number, f"say the verdict in words first, then put the badge: {words}")
        for loose in re.finditer(rf"\b(?:{'|'.join(GRADES)}), (?:{'|'.join(WAYS)})\b", _BADGE.sub("", line)):
            said = "say what was found in a sentence, and put the grade behind it as a badge"
            yield Fault(page.shown, number, f"{said}: {loose[0]}")


@check("guide")
def check_counts(guide: Guide) -> Faults:
    """The counts that the evidence page and its figure state are those of its claims."""
    page, held = guide.page(PAGE), grades(guide).values()
    top = [words for words in held if words.startswith("Good")]
    way = {way: sum(words.endswith(way) for words in held) for way in (*WAYS, "None found")}
    wanted = [
        f"{len(held)} things people say",
        f"only {len(top)} of these {len(held)} claims have our top grade",
        f"All {len(top)} are for the claim"
        if all(words.endswith("for") for words in top)
        else f"{sum(words.endswith('against') for words in top)} of those {len(top)} go against the claim",
        f"{way['for']} of the {len(held)} claims have a grade for them, {way['against']} have one against them, "
        f"and for {way['None found']} we found no study",
        f"For the other {way['mixed']} the answer is mixed",
    ]
    for words in wanted if page.text else ():
        if words not in page.text:
            number = next((n for n, line in page.prose if re.search(re.sub(r"\d+", r"\\d+", words), line)), 0)
            yield Fault(page.shown, number, f"the claims have been counted again, write: {words}")


@check("guide")
def check_figure(guide: Guide) -> Faults:
    """The picture of all claims has one row for each; `python -m tests.derive` places and grades them."""
    drawn, held = Counter(re.findall(r'<a id="(e\d+)"', guide.text(FIGURE))), grades(guide)
    for id in held:
        if drawn[id] != 1:
            said = f"have one row for this claim, a copy of another with its id and its words in short, not {drawn[id]}"
            yield Fault(FIGURE, 0, f"{said}: {id}")
    for id in drawn:
        if id not in held:
            yield Fault(FIGURE, 0, f"remove this row, no claim has the id: {id}")


@check("page")
def check_numbers_in_figures(page: Page, guide: Guide) -> Faults:
    """Each number that a figure shows stands in the text of the page that takes it in, so that the two agree."""
    text = " ".join(block.text for block in page.blocks)
    for number, taken in page.find(r'^\s*--8<-- "(assets/figures/[\w-]+\.svg)"'):
        for words in re.findall(r"<(?:text|tspan|desc)[^>]*>([^<]*)", guide.text(f"docs/{taken[1]}")):
            for figure in re.findall(r"(?<![\w#.])[1-9]\d*(?:[.,]\d+)*", words):
                if not re.search(rf"(?<![\d.,]){re.escape(figure)}(?![\d]|[.,]\d)", text):
                    said = f"this number stands in {taken[1]} but nowhere in the text, mend one of the two"
                    yield Fault(page.shown, number, f"{said}: {figure} in “{words.strip()[:50]}”")
