"""What is derived is fresh, and light enough for a phone."""

import csv
import gzip
import json
import re
import struct
from pathlib import Path

import pytest

from .checks.built import Site
from .checks.claims import grades
from .checks.fault import report
from .checks.guide import Guide
from .derived import CARD, COMMAND, check_fresh, texts
from .derived.all_claims import all_claims
from .derived.open_data import CSV, JSON, address, claims
from .project import DOCS, ROOT, built_path

ASSETS = DOCS / "assets"
# In bytes as a server sends them, gzipped, each alone; a first view as a whole is weighed by a check.
BUDGETS = {f"figures/{path.name}": 8 * 1024 for path in ASSETS.glob("figures/*.svg")}
BUDGETS |= {f"figures/plans/{path.name}": 3 * 1024 for path in ASSETS.glob("figures/plans/*.svg")}
BUDGETS["../sw.js"] = 2 * 1024


@pytest.mark.mkdocs("the policy names the scripts of MkDocs; those of another engine have other hashes")
def test_what_is_derived_is_fresh(site: Site) -> None:
    assert not (found := report(check_fresh(texts(site)))), f"\n{found}"


def test_what_is_stale_is_named() -> None:
    said = f"a.md:2: run `{COMMAND}` if what this is made from was meant to change, or take that back: two"
    assert report(check_fresh({"a.md": ("one\ntwo", "one\nTwo"), "b.md": ("", "")})) == said


def test_the_social_card_has_the_size_that_services_take() -> None:
    assert struct.unpack(">II", (ROOT / CARD).read_bytes()[16:24]) == (1200, 630)


@pytest.mark.parametrize("pattern", BUDGETS)
def test_what_a_reader_fetches_beside_a_page_is_light(pattern: str) -> None:
    found = {path.name: len(gzip.compress(path.read_bytes(), 9, mtime=0)) for path in ASSETS.glob(pattern)}
    total = sum(found.values())
    assert found and total <= BUDGETS[pattern], (
        f"take something away, {BUDGETS[pattern]} bytes is the most: {total} {found}"
    )


@pytest.mark.mkdocs("the other engine renders no templates but pages")
def test_llms_txt_names_every_page_with_its_description(site: Site) -> None:
    text = site.text("llms.txt") + "\n"
    for page in site.guide.pages.values():
        line = f"- [{page.meta['title']}]({site.url}{page.path.removesuffix('.md').removesuffix('index').strip('/')}"
        assert line in text and f": {page.meta['description']}\n" in text, f"put this page into the menu: {page.path}"
    assert "{" not in text
    assert text.index("urgent-signs/") < text.index("choose/")


@pytest.mark.mkdocs("the other engine renders no templates but pages, and has a search of its own")
def test_the_search_knows_what_the_menu_calls_each_page(site: Site) -> None:
    names = json.loads(site.text("names.json"))
    assert set(names) == {path.removesuffix("index.html") for path in site.pages if path != "404.html"}
    for page in site.guide.pages.values():
        address = built_path(page.path).removesuffix("index.html")
        assert names[address] == page.meta["title"] or not address, (
            "name the page by its title, see overrides/names.json"
        )


def test_the_data_hold_every_claim_with_its_sources(guide: Guide) -> None:
    data = json.loads((ROOT / JSON).read_text(encoding="utf-8"))
    rows = list(csv.DictReader((ROOT / CSV).read_text(encoding="utf-8").splitlines()))
    assert [one["id"] for one in data["claims"]] == [row["id"] for row in rows]
    assert {one["id"]: one["grade"] for one in data["claims"]} == {
        id: words.partition(", ")[0] for id, words in grades(guide).items()
    }
    assert all(one["sources"] and all(source["address"] for source in one["sources"]) for one in data["claims"])
    assert not any(re.search(r"[*\[\]<>]", row["verdict"] + row["for_you"]) for row in rows), "only words"


def test_an_entry_s_address_is_its_doi() -> None:
    assert (
        address("X. [home](https://a.org/). DOI [10.1/x(2)](https://doi.org/10.1/x(2)).") == "https://doi.org/10.1/x(2)"
    )
    assert address("X. [home](https://a.org/) [page](https://a.org/b)") == "https://a.org/b"
    assert address("X") == ""


def test_a_claim_without_a_verdict_is_an_error(tmp_path: Path) -> None:
    page = "---\nkind: evidence\nreviewed: 2026-01-01\n---\n\n### “x” { #e1 }\n\nWords.\n"
    for path, text in {"evidence/pain.md": page, "evidence/references.md": "---\n---\n"}.items():
        (tmp_path / "docs" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "docs" / path).write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match="docs/evidence/pain.md:6: write a verdict before the badge"):
        claims(Guide(tmp_path))


def test_a_new_row_of_the_picture_of_claims_gets_its_place_and_its_grade(tmp_path: Path) -> None:
    badge = '**Yes.** <span class="grade grade--{}">{}</span>'
    claims = [("e1", badge.format("some grade--for", "Some, for")), ("e2", badge.format("none", "None found"))]
    page = "---\nkind: evidence\n---\n" + "".join(f"\n### “x” {{ #{id} }}\n\n{text}\n" for id, text in claims)
    row = '  <a id="{}"><text x="4" y="15">says</text><text>found</text></a>\n'
    title, heading = "<title>All 9 claims at a glance</title>", '<text x="4" y="9" font-size="14">A</text>'
    head = f'<svg viewBox="0 0 320 9">\n  {title}\n  {heading}\n'
    for path, text in {
        "evidence/pain.md": page,
        "assets/figures/all-claims.svg": head + row.format("e1") + row.format("e2"),
    }.items():
        (tmp_path / "docs" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "docs" / path).write_text(text, encoding="utf-8")
    [drawn] = all_claims(Guide(tmp_path)).values()
    assert (
        'href="pain/#e1" transform="translate(0 95)"' in drawn
        and 'href="pain/#e2" transform="translate(0 133)"' in drawn
    )
    assert "#all-claims-some-for" in drawn and ">None found</text></a>" in drawn and "All 2 claims" in drawn
    assert 'viewBox="0 0 320 184"' in drawn
