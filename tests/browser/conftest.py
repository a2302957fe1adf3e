"""One browser a run; each page of the site is opened once, on a phone and on a desk, for all tests that read it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright

from ..checks.built import Site
from ..conftest import Build
from ..project import ROOT, SUB_PATH, built_path, markdown_pages
from . import chromium
from .server import serve

PICTURES = ROOT / "test-results"
PROBES = Path(__file__).with_name("probes.js")
PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 900}
NOT_FOUND = "404.html"

PAGES = [built_path(page) for page in markdown_pages()] + [NOT_FOUND]


def address(base: str, path: str) -> str:
    """Give the address at which a reader meets a page; 404.html answers at any unknown one, at any depth."""
    return base + ("no/such/page/" if path == NOT_FOUND else path.removesuffix("index.html"))


class Visit:
    """One page of the site, open on a phone and on a desk; calm() puts both back as a reader finds them."""

    def __init__(self, path: str, url: str, phone: Page, desk: Page) -> None:
        self.path, self.url, self.phone, self.desk = path, url, phone, desk
        self.requests: list[str] = []
        self.complaints: list[str] = []
        for page in self.pages:
            page.on("request", lambda request: self.requests.append(request.url))
            page.on("pageerror", lambda error: self.complaints.append(str(error)))
            page.on("console", self.hear)
            page.goto(url)

    @property
    def pages(self) -> tuple[Page, Page]:
        """The two tabs: phone, desk."""
        return self.phone, self.desk

    def hear(self, message: object) -> None:
        """Note what the browser's console says, but for the 404 that an unknown address must answer with."""
        expected = self.path == NOT_FOUND and message.location["url"] == self.url
        if message.type in ("error", "warning") and not expected:
            self.complaints.append(f"{message.type}: {message.text}")

    def calm(self) -> None:
        """Set the sizes, the light scheme, the screen and no motion."""
        for page, size in zip(self.pages, (PHONE, DESK), strict=True):
            page.set_viewport_size(size)
            page.emulate_media(media="screen", color_scheme="light", reduced_motion="reduce")


@pytest.fixture(scope="session")
def base(build: Build, site: Site) -> Iterator[str]:
    """The address of the site, served below its sub path."""
    with serve(build.host, SUB_PATH) as url:
        yield url


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Playwright, for the whole run."""
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """The one browser of this run; without one the tests fail and say what to run."""
    try:
        started = chromium.launch(playwright)
    except chromium.NoBrowser as error:
        pytest.fail(str(error), pytrace=False)
    yield started
    started.close()


@pytest.fixture(scope="session")
def reader(browser: Browser) -> Iterator[BrowserContext]:
    """The reader who visits every page; storage and cookies gather here, so that a test can look at all of them."""
    context = browser.new_context(reduced_motion="reduce")
    context.add_init_script(path=PROBES)
    yield context
    context.close()


@pytest.fixture(scope="session", params=PAGES)
def opened(request: pytest.FixtureRequest, base: str, reader: BrowserContext) -> Iterator[Visit]:
    """A page of the site, opened once; pytest runs all tests of one page before the next is opened."""
    phone, desk = reader.new_page(), reader.new_page()
    phone.set_viewport_size(PHONE)
    desk.set_viewport_size(DESK)
    yield Visit(request.param, address(base, request.param), phone, desk)
    phone.close()
    desk.close()


@pytest.fixture
def visit(opened: Visit) -> Visit:
    """An opened page, put back as a reader finds it."""
    opened.calm()
    return opened


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A reader who has never been here, on a desk, with motion allowed."""
    fresh = browser.new_context(viewport=DESK)
    fresh.set_default_timeout(5000)
    fresh.add_init_script(path=PROBES)
    yield fresh
    fresh.close()


@pytest.fixture
def tab(context: BrowserContext) -> Page:
    """One empty tab of that reader."""
    return context.new_page()


def keep_picture(page: Page, name: str) -> str:
    """Save what a page looks like now below test-results/ and give the file's path within the repository."""
    PICTURES.mkdir(exist_ok=True)
    path = PICTURES / (re.sub(r"[^A-Za-z0-9]+", "-", name).strip("-") + ".png")
    page.screenshot(path=path, full_page=True)
    return path.relative_to(ROOT).as_posix()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo) -> Iterator[None]:
    """Keep a picture of every page that a failing test had open; the report names the files."""
    report = yield
    if report.when == "call" and report.failed:
        used = getattr(item, "funcargs", {})
        pages = [page for page in (used.get("tab"),) if page]
        if visit := used.get("visit"):
            pages += visit.pages
        kept = [keep_picture(page, f"{item.nodeid.removeprefix('tests/browser/')} {number}")
                for number, page in enumerate(pages, 1) if not page.is_closed()]
        if kept:
            report.sections.append(("Pictures kept", "\n".join(kept)))
    return report
