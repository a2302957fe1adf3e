"""The checks themselves: the bad guide and the bad site get exactly the messages that lie beside their files."""

import ast
import sys
from datetime import date
from pathlib import Path

import pytest

from . import bad
from .checks import fault
from .checks.__main__ import main
from .checks.colours import contrast
from .checks.front_matter import check_due
from .checks.guide import Guide, Missing
from .checks.patterns import patterns
from .checks.prose import blocks, plain, sentences, words
from .checks.readable import unreadable
from .checks.references import isbn_is_valid
from .checks.style import syllables
from .project import ROOT

EXPECTED = sorted(path.relative_to(bad.HERE).as_posix() for path in bad.HERE.rglob("*.expected"))
# What no page can get wrong: the calendar, other sites, what is new. It has tests of its own.
ELSEWHERE = {"check_due", "check_kept", "check_visits", "unreadable", "_patterns"}


UNREADABLE = {
    "tests/rules.toml": (
        b"[length]\nsentence_words = \n",
        "2: mend this, no tool can read on from here: Invalid value",
    ),
    "tests/patterns.toml": (b"[pages.never]\n'a(' = \"b\"\n", " this is no regular expression or XPath (missing ), un"),
    "tests/stories/new.toml": (b"id = 1\nid = 2\n", "2: mend this, no tool can read on from here: Cannot overw"),
    "tests/schema.json": (b'{\n"a": 1,\n}', "3: mend this, no tool can read on from here: Expecting"),
    "mkdocs.yml": (b"nav:\n\t- x\n", "2: mend this, no tool can read on from here: found char"),
    ".github/workflows/site.yml": (b"jobs:\n  a: 1\n  a: 2\n", "3: mend this, no tool can read on from here: this key"),
    "docs/assets/page.css": (b"a {}\n/* \xe9 */\n", "2: save the file as UTF-8; this byte is not: 0xe9"),
    "pyproject.toml": (b"# \xe9\n", "1: save the file as UTF-8; this byte is not: 0xe9"),
}
REACHED: set[tuple[str, int]] = set()  # file and line of every place that made a fault of the bad guide


@pytest.fixture(scope="module")
def found() -> dict[str, str]:
    """The messages that the bad guide and the bad site get, by the file that holds those expected."""

    def noting(cls: type, *values: object) -> fault.Fault:
        frame = sys._getframe(1)
        REACHED.add((frame.f_code.co_filename, frame.f_lineno))
        return tuple.__new__(cls, values)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fault.Fault, "__new__", noting)
        return bad.messages(bad.faults())


@pytest.mark.parametrize("path", EXPECTED)
def test_bad_input_gets_the_messages_beside_it(found: dict[str, str], path: str) -> None:
    wanted = (bad.HERE / path).read_text(encoding="utf-8")
    assert found.get(path, "") == wanted, "meant? then run `.venv/bin/python -m tests.bad` and read the difference"


def test_no_message_is_without_its_expectation(found: dict[str, str]) -> None:
    assert sorted(found) == EXPECTED, "run `.venv/bin/python -m tests.bad` and read the difference"


def test_every_message_of_the_checks_is_reached_by_bad_input(found: dict[str, str]) -> None:
    missed = []
    for path in sorted((ROOT / "tests" / "checks").glob("*.py")):
        for function in ast.parse(path.read_text(encoding="utf-8")).body:
            for node in ast.walk(function) if getattr(function, "name", "") not in ELSEWHERE else ():
                if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Fault":
                    lines = range(node.lineno, node.end_lineno + 1)
                    if not any((str(path), line) in REACHED for line in lines):
                        missed.append(f"{path.name}:{node.lineno}: {ast.unparse(node)}")
    assert not missed, "put what this finds into tests/bad:\n" + "\n".join(missed)


def test_every_pattern_is_reached_by_bad_input(found: dict[str, str]) -> None:
    said, tables = "".join(found.values()), [patterns()]
    advice = []
    for table in tables:  # grows while it is read: a table may hold others
        tables += (value for value in table.values() if isinstance(value, dict))
        advice += (value for value in table.values() if isinstance(value, str))
    missed = [one for one in advice if one not in said]
    assert len(set(advice)) == len(advice) > 0, "let no two patterns say the same, or one of them may go unproven"
    assert not missed, "put what these find into tests/bad:\n" + "\n".join(missed)


def test_the_command_prints_path_line_and_message(capsys: pytest.CaptureFixture) -> None:
    page = bad.HERE / "docs" / "problems" / "style.md"
    assert main([str(page)], bad.HERE) == 1
    assert capsys.readouterr().out == page.with_suffix(".expected").read_text(encoding="utf-8")
    assert main(["tests/nowhere.md"], bad.HERE) == 2
    assert "name a page below docs/: tests/nowhere.md" in capsys.readouterr().out
    assert main([str(page.with_name("gone.md"))], bad.HERE) == 2
    assert "there is no such page: docs/problems/gone.md" in capsys.readouterr().out


def test_a_review_that_is_due_is_named(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "x.md").write_text("---\nnext_review: 2027-05-21\n---\n", encoding="utf-8")
    assert not list(check_due(Guide(tmp_path), date(2027, 5, 21)))
    said = "docs/x.md:2: review the whole page, then set reviewed and next_review; it was due on: 2027-05-21"
    assert fault.report(check_due(Guide(tmp_path), date(2027, 5, 22))) == said


def test_prose_is_what_a_reader_sees() -> None:
    source = (
        "---\ntitle: x\n---\n# Head { #h }\n\n**Lead.** Go [home](index.md). [Davis 2020][]\n\n- an *item*\n"
        "  { data-sign=x }\n\n| a | b |\n|---|---|\n| <b>c</b> | [d][e] |\n\n[Davis 2020]: x"
    )
    assert [(block.line, block.kind, block.text) for block in blocks(source, {"davis 2020"}, 3)] == [
        (4, "heading", "Head"), (6, "heading", "Lead."), (6, "paragraph", "Go home."), (8, "item", "an item"),
        (11, "cell", "a"), (11, "cell", "b"), (13, "cell", "c"), (13, "cell", "d"),
    ]  # fmt: skip
    assert (
        plain('[Dakić 2023](r/references.md#d "In Sports (Basel)") [a (b)](https://doi.org/10.1/(2)x) c') == "a (b) c"
    )
    assert sentences("Rest it. Then move. E.g. walk 1.5 km.") == ["Rest it.", "Then move.", "E.g. walk 1.5 km."]
    assert words("about 1 in 3, x-ray isn’t") == ["about", "1", "in", "3", "x-ray", "isn’t"]


@pytest.mark.parametrize(
    ("function", "values", "wanted"),
    [
        (syllables, ["knee", "massage", "moved", "table", "exercise", "a", "rested"], [1, 2, 1, 2, 3, 1, 2]),
        (isbn_is_valid, ["978-92-4-008178-9", "9789240081780", "0-306-40615-2", "0-8044-2957-X", "0-306-40615-3", "12"],
         [True, False, True, True, False, False]),
    ],
)  # fmt: skip
def test_small_rules(function: object, values: list[str], wanted: list) -> None:
    assert [function(value) for value in values] == wanted


def test_contrast_is_that_of_wcag() -> None:
    pairs = [("#000", "#fff", 21), ("#fff", "rgb(255, 255, 255)", 1), ("#777777", "#fff", 4.48)]
    assert [round(contrast(one, other), 2) for one, other, _ in pairs] == [wanted for *_, wanted in pairs]


@pytest.mark.parametrize("path", UNREADABLE)
def test_a_file_that_cannot_be_read_is_named_with_its_line(tmp_path: Path, path: str) -> None:
    data, said = UNREADABLE[path]
    (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / path).write_bytes(data)
    assert next(str(fault) for fault in unreadable(tmp_path)).startswith(f"{path}:{said}")


def test_what_the_rules_lack_is_named_with_its_table(tmp_path: Path) -> None:
    with pytest.raises(
        Missing, match=r"tests/rules.toml: put this back into \[length\], the checks need it: sentences"
    ):
        Guide(tmp_path).rules["length"]["sentences"]
