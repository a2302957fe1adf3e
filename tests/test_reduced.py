"""The reduced style sheets keep what a page can need, and the whole ones serve where they do not fit."""

import re
from types import SimpleNamespace

import pytest
import tinycss2
from jinja2 import ChoiceLoader, DictLoader
from mkdocs.commands.build import get_context
from mkdocs.config import load_config

from .derived.styles import Names, last, needed, read, rules, script
from .project import ROOT

NAMES = Names({"box"}, {"top"}, {"div", "a"}, {"href", "dir", "hidden"}, {("dir", "ltr")})


@pytest.mark.parametrize(
    "selector",
    [
        "div", "*", ".box", "#top", "a[href]", "[dir=ltr] .box", "a:hover::before", "div > .box ~ a", "table td",
        ":is(.other, .box)", ":not(.other)", "div:nth-child(2n + 1)", "[hidden=until]",
    ],
)  # fmt: skip
def test_a_selector_that_a_page_can_meet_stays(selector: str) -> None:
    assert NAMES.have(tinycss2.parse_component_value_list(selector))


@pytest.mark.parametrize(
    "selector",
    [
        ".other",
        "div.other",
        "#bottom",
        "section",
        "a[title]",
        "[dir=rtl] .box",
        ":is(.other, section)",
        "div:has(.other)",
    ],
)
def test_a_selector_that_no_page_can_meet_goes(selector: str) -> None:
    assert not NAMES.have(tinycss2.parse_component_value_list(selector))


@pytest.mark.parametrize(
    ("css", "kept"),
    [
        ("/* one */ .box , .other { color : red }", [".box{color:red}"]),
        (".other { color: red } a > .box { margin: 0 -1px !important }", ["a>.box{margin:0 -1px!important}"]),
        ("@media (min-width: 3em) { .other { top: 0 } }", []),
        ("@media screen and (min-width: 3em) { .box { top: 0 } }", ["@media screen and (min-width:3em){.box{top:0}}"]),
        ("@container text (width < 3em) { .box { top: 0 } }", ["@container text (width < 3em){.box{top:0}}"]),
        (".box { width: calc(1px + 2 * var(--a, 3px)) }", [".box{width:calc(1px + 2 * var(--a,3px))}"]),
        (""".box { content: "a , b"; mask: url('data:x, >') }""", [""".box{content:"a , b";mask:url("data:x, >")}"""]),
        ("@page { margin: 1cm }", ["@page{margin:1cm}"]),
        ('@charset "utf-8"; .box { top: 0 }', [".box{top:0}"]),
    ],
)
def test_rules_are_dropped_and_never_changed(css: str, kept: list[str]) -> None:
    assert [str(rule) for rule in needed(rules(css, "a.css"), NAMES)] == kept


def test_what_nothing_reads_goes() -> None:
    css = "a { --a: var(--b); --b: 1px; --c: 2px; --d: 3px; color: var(--c); animation: turn 1s }"
    css += "@keyframes turn { to { top: 0 } } @keyframes idle { to { top: 0 } }"
    kept = "".join(map(str, read(rules(css, "a.css"), "style='width: var(--d)'")))
    assert kept == "a{--c:2px;--d:3px;color:var(--c);animation:turn 1s}@keyframes turn{to{top:0}}"


@pytest.mark.parametrize(
    ("css", "kept"),
    [
        ("a { top: 0; left: 0 } b { top: 1px } a { top: 2px }", "a{left:0}b{top:1px}a{top:2px}"),
        ("a, b { top: 0 } a { top: 1px } b { top: 2px }", "a{top:1px}b{top:2px}"),
        ("a, b { top: 0 } a { top: 1px }", "a,b{top:0}a{top:1px}"),
        ("@media print { a { top: 0 } } a { top: 1px }", "a{top:1px}"),
        ("a { top: 0 } @media print { a { top: 1px } }", "a{top:0}@media print{a{top:1px}}"),
        ("a { top: 0 !important } a { top: 1px }", "a{top:0!important}a{top:1px}"),
        ("[a=b] { --c: 0 } [a] { --c: 1px }", "[a]{--c:1px}"),
        ("[a] { --c: 0 } [a=b] { --c: 1px }", "[a]{--c:0}[a=b]{--c:1px}"),
        ("a { background-color: red } a { background: none }", "a{background:none}"),
        ("a { background: none } a { background-color: red }", "a{background:none}a{background-color:red}"),
        ("a { top: 0; top: 1px }", "a{top:0;top:1px}"),
    ],
)
def test_what_a_later_rule_always_overrides_goes(css: str, kept: str) -> None:
    assert "".join(map(str, last(rules(css, "a.css")))) == kept


@pytest.mark.parametrize(
    ("css", "said"),
    [
        ("a {\n b { top: 0 } }", "a.css:2: write a name, a colon and a value here, and no rule within a rule: b"),
        ("a { top 0 }", "a.css:1: write a name, a colon and a value here, and no rule within a rule: "),
        ("a {}\nb", "a.css:2: mend this style sheet, it cannot be read: "),
    ],
)
def test_a_broken_style_sheet_is_an_error(css: str, said: str) -> None:
    with pytest.raises(ValueError, match=f"^{said}"):
        list(rules(css, "a.css"))


def test_a_script_loses_its_comments_alone() -> None:
    assert script('// a\n\n  const b = "// c"; // d\n    //e\n') == 'const b = "// c"; // d\n'


@pytest.mark.parametrize(
    ("site_url", "made_from", "first"),
    [
        ("https://example.org/a/", None, "assets/stylesheets/site.min.css"),
        ("https://example.org/a/", ["main.0.min.css", "palette.0.min.css"], "assets/stylesheets/main."),
        ("http://127.0.0.1:8000/", None, "assets/stylesheets/main."),
    ],
    ids=["published", "another version of the theme", "preview"],
)
def test_the_whole_sheets_serve_where_the_reduced_ones_do_not_fit(
    site_url: str, made_from: list | None, first: str
) -> None:
    config = load_config(str(ROOT / "mkdocs.yml"), site_url=site_url)
    templates = config.theme.get_env()
    templates.filters |= {"url": str, "script_tag": str}
    if made_from:
        other = DictLoader({"partials/reduced.html": f"{{% set made_from = {made_from} %}}"})
        templates.loader = ChoiceLoader([other, templates.loader])
    nav = SimpleNamespace(homepage=SimpleNamespace(url="."), items=[])
    text = templates.get_template("404.html").render(get_context(nav, [], config, base_url="."))
    found = re.findall(r'<link rel="stylesheet" href="([^"]+)"', text)
    ours = config.extra["styles"]
    assert found[0].startswith(first)
    assert found[2:] == ([] if first.endswith("site.min.css") else ours)
