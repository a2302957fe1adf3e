"""Every link of the built site, and the checks themselves on bad input."""

import pytest

from .checks.built import Page, Site
from .checks.external import check_form
from .checks.fault import report
from .checks.links import check_nameless_links, check_page, check_sitemap_and_search, check_style_sheet, check_third_party, links
from .project import EDIT_URI, built_path, markdown_pages

SITE_URL = "https://example.org/physio-or-massage/"

HTML = [*(built_path(page) for page in markdown_pages()), "404.html"]


@pytest.mark.parametrize("path", HTML)
def test_each_link_of_the_page_leads_somewhere(site, path):
    page = site.pages[path]
    found = report([*check_page(site, page), *check_third_party(site, page), *check_nameless_links(page)])
    assert not found, f"\n{found}"


@pytest.mark.parametrize("path", HTML)
def test_each_external_link_has_a_known_form(site, path):
    page = site.pages[path]
    outside = [link for link in links(page) if link.tag == "a" and link.url.startswith("http") and site.file_at(link.url) is None]
    outside = [link for link in outside if not (EDIT_URI and link.url.startswith(EDIT_URI))]
    found = report(fault for link in outside for fault in check_form(path, link.line, link.url))
    assert not found, f"\n{found}"


def test_every_html_file_is_checked(site):
    assert set(HTML) == set(site.pages), "a built page is not checked, or a page was not built"


def test_our_style_sheets_lead_only_to_files_of_the_site(site):
    sheets = [path for path in site.files if path.endswith(".css")]
    assert any(path.endswith("tokens.css") for path in sheets)
    found = report(fault for path in sheets for fault in check_style_sheet(site, path))
    assert not found, f"\n{found}"


def test_sitemap_and_search_lead_only_to_pages_and_ids_that_exist(site):
    assert site.search_locations
    found = report(check_sitemap_and_search(site))
    assert not found, f"\n{found}"


@pytest.fixture
def small(tmp_path) -> Site:
    """A site of four files below a sub path."""
    (tmp_path / "a").mkdir()
    (tmp_path / "index.html").write_text("<h1 id='top'>Home</h1>", encoding="utf-8")
    (tmp_path / "a" / "index.html").write_text("<h1 id='knee'>A</h1><a name='old'></a>", encoding="utf-8")
    (tmp_path / "p.png").write_bytes(b"")
    (tmp_path / "s.css").write_text("body{}", encoding="utf-8")
    return Site(tmp_path, SITE_URL)


def faults(site: Site, html: str, path: str = "b/index.html") -> str:
    return report(check_page(site, Page(path, html, SITE_URL + path.removesuffix("index.html"))))


@pytest.mark.parametrize(
    "html",
    [
        "<a href='../'>Home</a>",
        "<a href='../a/#knee'>Knee</a>",
        "<a href='../a/#old'>Old name</a>",
        "<a href='/physio-or-massage/a/'>A</a>",
        "<a href='https://example.org/physio-or-massage/a/#knee'>A</a>",
        "<a href='https://doi.org/10.1136/x'>Elsewhere</a>",
        "<a href='tel:999'>999</a>",
        "<img src='../p.png' srcset='../p.png 1x, ../p.png 2x' alt='x'>",
        "<p style='background:url(../p.png)'></p><style>@import '../s.css';</style>",
        "<meta property='og:image' content='https://example.org/physio-or-massage/p.png'>",
        "<svg><use href='../a/#knee'/></svg>",
    ],
)
def test_good_links_pass(small, html):
    assert not faults(small, html)


@pytest.mark.parametrize(
    ("html", "message"),
    [
        ("<a href=''>x</a>", "<a href> “x”: give this a target, or remove it: empty"),
        ("<a href='../aa/'>x</a>", "<a href> “x”: nothing is there; did you mean a: ../aa/"),
        ("<a href='../9999999999/'>x</a>", "<a href> “x”: nothing is there; mend the target or remove the link: ../9999999999/"),
        ("<a href='../a'>x</a>", "<a href> “x”: end the address with a slash: ../a"),
        ("<a href='../a/#kne'>x</a>", "<a href> “x”: a/index.html has no such id; did you mean #knee: ../a/#kne"),
        ("<a href='../a/#zzz'>x</a>", "<a href> “x”: a/index.html has no such id: ../a/#zzz"),
        ("<a href='/a/'>x</a>", "<a href> “x”: this leaves the site's folder; write a relative link below /physio-or-massage/: /a/"),
        ("<a href='../../other/'>x</a>", "<a href> “x”: this leaves the site's folder; write a relative link below /physio-or-massage/: ../../other/"),
        ("<a href='//evil.example/'>x</a>", "<a href> “x”: begin the address with https:: //evil.example/"),
        ("<a href='mailto:a@b.example'>x</a>", "<a href> “x”: a page must not link to mailto:: mailto:a@b.example"),
        ("<a href='javascript:void(0)'>x</a>", "<a href> “x”: a page must not link to javascript:: javascript:void(0)"),
        ("<a href='tel:4165550100'>x</a>", "<a href> “x”: only these may be rung, 000, 111, 112, 116123, 131114, 811, 911, 988, 999: tel:4165550100"),
        ("<img src='../q.png'>", "<img src>: nothing is there; did you mean p.png: ../q.png"),
        ("<img src='../p.png' srcset='../p.png 1x, ../q.png 2x'>", "<img srcset>: nothing is there; did you mean p.png: ../q.png"),
        ("<script src='../x.js'></script>", "<script src>: nothing is there; mend the target or remove the link: ../x.js"),
        ("<link rel='stylesheet' href='../t.css'>", "<link href>: nothing is there; did you mean s.css: ../t.css"),
        ("<p style='background:url(../q.png)'></p>", "<p style>: nothing is there; did you mean p.png: ../q.png"),
        ("<style>@import '../t.css';</style>", "<style text>: nothing is there; did you mean s.css: ../t.css"),
        ("<meta property='og:image' content='https://example.org/physio-or-massage/q.png'>", "<meta content>: nothing is there; did you mean p.png: https://example.org/physio-or-massage/q.png"),
        ("<svg><use href='../a/#zzz'/></svg>", "<use href>: a/index.html has no such id: ../a/#zzz"),
        ("<video poster='../q.png'></video>", "<video poster>: nothing is there; did you mean p.png: ../q.png"),
        ("<form action='../9999999999/'></form>", "<form action>: nothing is there; mend the target or remove the link: ../9999999999/"),
    ],
)
def test_bad_links_get_one_clear_message(small, html, message):
    assert faults(small, html) == f"b/index.html:1: {message}"


def test_a_relative_link_on_the_404_page_is_refused(small):
    message = "404.html:1: <a href> “x”: 404.html is shown at any address, so its links must be absolute; use the url filter: a/"
    assert faults(small, "<a href='a/'>x</a>", "404.html") == message


@pytest.mark.parametrize(
    ("html", "message"),
    [
        ("<img src='https://cdn.example/x.png'>", "bring this file into docs/assets/, a page must not load from another host: https://cdn.example/x.png"),
        ("<img srcset='https://cdn.example/x.png 2x'>", "bring this file into docs/assets/, a page must not load from another host: https://cdn.example/x.png"),
        ("<script src='//cdn.example/x.js'></script>", "bring this file into docs/assets/, a page must not load from another host: //cdn.example/x.js"),
        ("<link rel='preconnect' href='https://fonts.example'>", "bring this file into docs/assets/, a page must not load from another host: https://fonts.example"),
        ("<style>@import 'https://fonts.example/f.css';</style>", "bring this file into docs/assets/, a page must not load from another host: https://fonts.example/f.css"),
        ("<script>fetch('https://track.example/')</script>", "a script must not name another host: https://track.example/"),
    ],
)
def test_what_loads_from_another_host_is_refused(small, html, message):
    page = Page("index.html", html, SITE_URL)
    assert report(check_third_party(small, page)) == f"index.html:1: {message}"


def test_links_to_other_hosts_load_nothing(small):
    page = Page("index.html", "<a href='https://doi.org/10.1/x'>x</a><link rel='canonical' href='https://other.example/'>", SITE_URL)
    assert not report(check_third_party(small, page))


@pytest.mark.parametrize(
    ("html", "message"),
    [
        ("<a href='x/'></a>", "index.html:1: write words for this link: x/"),
        ("<a href='x/'>here</a>", "index.html:1: say where the link goes: here"),
        ("<a href='x/'>Read more.</a>", "index.html:1: say where the link goes: Read more."),
    ],
)
def test_links_without_a_name_are_refused(html, message):
    assert report(check_nameless_links(Page("index.html", html, SITE_URL))) == message


def test_a_style_sheet_with_a_bad_address_is_refused(tmp_path):
    (tmp_path / "s.css").write_text("/* url(no.png) */ a{background:url(x.png)} b{background:url('https://h.example/y.png')}", encoding="utf-8")
    assert report(check_style_sheet(Site(tmp_path, SITE_URL), "s.css")) == (
        "s.css: bring this file into docs/assets/, a page must not load from another host: https://h.example/y.png\n"
        "s.css: nothing is there; mend the address: x.png"
    )


def test_a_sitemap_and_an_index_that_lead_nowhere_are_refused(small):
    (small.folder / "sitemap.xml").write_text(f"<loc>{SITE_URL}gone/</loc><loc>{SITE_URL}a/</loc>", encoding="utf-8")
    (small.folder / "search").mkdir()
    (small.folder / "search" / "search_index.json").write_text('{"docs":[{"location":"a/#zzz"},{"location":"c/"},{"location":"a/"}]}', encoding="utf-8")
    assert report(check_sitemap_and_search(small)) == (
        "search/search_index.json: the search leads to a page that is not there: c/\n"
        "search/search_index.json: the search leads to an id that is not there: a/#zzz\n"
        f"sitemap.xml: set site_url to the site's own address; nothing is at: {SITE_URL}gone/"
    )
