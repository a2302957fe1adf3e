"""The guide and the built site, held to every check: one test a page, and one for what holds for the whole."""

from collections.abc import Callable

import pytest

from .checks import every
from .checks.built import Site
from .checks.fault import CHECKS, report, run
from .checks.guide import Guide
from .project import EDIT_URI, built_path, markdown_pages

every()
PAGES = markdown_pages()
HTML = [*map(built_path, PAGES), "404.html"]


def expect_none(faults: list) -> None:
    """Fail with the faults and nothing else."""
    if faults:
        pytest.fail(report(faults), pytrace=False)


def name(function: Callable) -> str:
    """Give the name of a check as the name of its test."""
    return function.__name__.removeprefix("check_")


@pytest.mark.parametrize("path", PAGES)
def test_page(guide: Guide, path: str) -> None:
    expect_none(run("page", guide.pages[path], guide))


@pytest.mark.parametrize("function", CHECKS["guide"], ids=name)
def test_guide(guide: Guide, function: Callable) -> None:
    expect_none(list(function(guide)))


def test_the_site_builds_strictly(build: object) -> None:
    assert build.worked, f"the strict build failed:\n{build.output}"


def test_every_page_is_built_and_no_other(site: Site) -> None:
    assert set(site.pages) == set(HTML), "a page was not built, or one was built that has no source"


@pytest.mark.parametrize("path", HTML)
def test_built_page(site: Site, path: str) -> None:
    expect_none(run("built", site.pages[path], site))


@pytest.mark.mkdocs("the other engine's pages bring its own script and style sheets")
@pytest.mark.parametrize("path", HTML)
def test_page_of_mkdocs(site: Site, path: str) -> None:
    expect_none(run("mkdocs", site.pages[path], site))


@pytest.mark.parametrize("function", CHECKS["site"], ids=name)
def test_site(site: Site, function: Callable) -> None:
    expect_none(list(function(site)))


def test_each_page_leads_to_its_text_where_a_change_can_be_suggested(site: Site) -> None:
    """Without EDIT_URI, which the workflow sets, nobody is led to a repository that is not there."""
    for page in markdown_pages():
        links = site.pages[built_path(page)].tree.xpath("//a[contains(., 'Suggest a change')]/@href")
        assert links == ([EDIT_URI + page] if EDIT_URI else []), (
            f"mend the link in overrides/partials/review.html: {page}"
        )
