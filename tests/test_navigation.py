"""The menu, the ways from home to each page, and the checks themselves on bad input."""

from urllib.parse import urljoin

from mkdocs.utils.yaml import yaml_load

from .checks.built import Site
from .checks.fault import report
from .checks.navigation import check_dead_ends, check_nav, check_reachable
from .project import CONFIG, markdown_pages


def test_each_page_stands_once_in_nav_where_it_stands_on_disk():
    with CONFIG.open(encoding="utf-8") as file:
        nav = yaml_load(file)["nav"]
    found = report(check_nav("mkdocs.yml", nav, markdown_pages()))
    assert not found, f"\n{found}"


def test_each_page_is_reached_from_home(site):
    found = report(check_reachable(site))
    assert not found, f"\n{found}"


def test_no_page_is_a_dead_end(site):
    found = report(check_dead_ends(site))
    assert not found, f"\n{found}"


def test_the_urgent_signs_are_one_tap_away_everywhere(site):
    for path, page in site.pages.items():
        banner = page.soup.find(class_="urgent-line")
        targets = {site.file_at(urljoin(page.url, link["href"])) for link in banner.find_all("a")} if banner else set()
        assert "urgent-signs/index.html" in targets, f"{path} has no link to the urgent signs at its top"


def test_a_bad_nav_is_refused():
    nav = ["index.md", {"A": ["a/index.md", "a/one.md", "a/one.md", "gone.md"]}, {"B": ["a/two.md"]}, "a/three.md"]
    pages = ["index.md", "a/index.md", "a/one.md", "a/two.md", "a/three.md", "new.md"]
    assert report(check_nav("mkdocs.yml", nav, pages)).splitlines() == [
        "mkdocs.yml: a page's place in nav is its place on disk; move one of the two: a/three.md",
        "mkdocs.yml: a page's place in nav is its place on disk; move one of the two: gone.md",
        "mkdocs.yml: add this page to nav, below its folder's section: new.md",
        "mkdocs.yml: list this page once in nav, not 2 times: a/one.md",
        "mkdocs.yml: pages of one folder stand in one section (A): a/two.md",
        "mkdocs.yml: remove this from nav, or add the file: gone.md",
    ]


def test_a_page_that_only_the_menu_reaches_is_refused(tmp_path):
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
    (tmp_path / "index.html").write_text("<nav><a href='b/'>B</a></nav><article><a href='a/'>A</a></article>", encoding="utf-8")
    (tmp_path / "a" / "index.html").write_text("<article><a href='../#x'>Home</a></article>", encoding="utf-8")
    (tmp_path / "b" / "index.html").write_text("<article><a href='#top'>Top</a></article>", encoding="utf-8")
    site = Site(tmp_path, "https://example.org/g/")
    assert report(check_reachable(site)) == "b/index.html: link to this page from the text of another, no path leads to it from home: b/index.html"
    assert report(check_dead_ends(site)) == "b/index.html: end the page with links to what to read next: b/index.html"
