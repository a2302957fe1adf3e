"""One browser a run, and one tab in which each page of the site is opened once for all tests that read it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import (
    Browser, BrowserContext, ConsoleMessage, Error, Page, Playwright, Request, sync_playwright,
)

from ..checks.built import Site
from ..conftest import Build
from ..project import ROOT, SUB_PATH, built_path, markdown_pages
from . import chromium
from .server import serve

PICTURES = ROOT / "test-results"
PROBES = Path(__file__).with_name("probes.js")
AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js")
PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 900}
USUAL = {**DESK, "media": "screen", "scheme": "light", "text": 1}
NOT_FOUND = "404.html"

# The fixtures of a test that are a tab.
TABS = ("tab", "phone", "blank", "plain")
PAGES = [built_path(page) for page in markdown_pages()] + [NOT_FOUND]


def address(base: str, path: str) -> str:
    """Give the address at which a reader meets a page; 404.html answers at any unknown one, at any depth."""
    return base + ("no/such/page/" if path == NOT_FOUND else path.removesuffix("index.html"))


class Visit:
    """One page of the site in the tab that all pages share, and what the browser asked for and complained of.

    One tab that changes its size was measured to be faster than two at a time.
    """

    def __init__(self, path: str, url: str, page: Page) -> None:
        self.path, self.url, self.page = path, url, page
        self.now: dict[str, object] = {"text": 1}
        self.requests: list[str] = []
        self.complaints: list[str] = []

    def begin(self) -> None:
        """Listen, and open the page as usual."""
        self.page.on("request", self.note_request)
        self.page.on("pageerror", self.note_error)
        self.page.on("console", self.note_message)
        self.show()
        self.page.goto(self.url)

    def end(self) -> None:
        """Listen no longer."""
        self.page.remove_listener("request", self.note_request)
        self.page.remove_listener("pageerror", self.note_error)
        self.page.remove_listener("console", self.note_message)

    def show(self, **changes: object) -> Page:
        """Set size, screen or paper, colour scheme and text size as usual but for these changes, and give the tab."""
        wanted = USUAL | changes
        new = {name for name, value in wanted.items() if self.now.get(name) != value}
        if new & {"width", "height"}:
            self.page.set_viewport_size({"width": wanted["width"], "height": wanted["height"]})
        if new & {"media", "scheme"}:
            self.page.emulate_media(media=wanted["media"], color_scheme=wanted["scheme"], reduced_motion="reduce")
        if "text" in new:
            self.page.evaluate("times => probes.text(times)", wanted["text"])
        self.now = wanted
        return self.page

    def note_request(self, request: Request) -> None:
        """Note what the page asks for."""
        self.requests.append(request.url)

    def note_error(self, error: Error) -> None:
        """Note where a script fails."""
        self.complaints.append(str(error))

    def note_message(self, message: ConsoleMessage) -> None:
        """Note what the browser's console says, but for the 404 that an unknown address must answer with."""
        expected = self.path == NOT_FOUND and message.location["url"] == self.url
        if message.type in ("error", "warning") and not expected:
            self.complaints.append(f"{message.type}: {message.text}")


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
    for script in (PROBES, AXE):
        context.add_init_script(path=script)
    yield context
    context.close()


@pytest.fixture(scope="session")
def shared(reader: BrowserContext) -> Page:
    """The one tab in which that reader opens page after page."""
    return reader.new_page()


@pytest.fixture(scope="session", params=PAGES)
def visit(request: pytest.FixtureRequest, base: str, shared: Page) -> Iterator[Visit]:
    """A page of the site, opened once; pytest runs all tests of one page before the next is opened."""
    visit = Visit(request.param, address(base, request.param), shared)
    visit.begin()
    yield visit
    visit.end()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A reader who has never been here, on a desk, with motion allowed."""
    fresh = browser.new_context(viewport=DESK)
    fresh.set_default_timeout(15_000)
    fresh.add_init_script(path=PROBES)
    yield fresh
    fresh.close()


@pytest.fixture
def tab(context: BrowserContext) -> Page:
    """One empty tab of that reader."""
    return context.new_page()


@pytest.fixture(scope="session")
def blank(browser: Browser) -> Iterator[Page]:
    """An empty tab for tests that write their own small page into it."""
    fresh = browser.new_context(viewport=DESK)
    fresh.add_init_script(path=PROBES)
    yield fresh.new_page()
    fresh.close()


def keep_picture(page: Page, name: str) -> str:
    """Save what a page looks like now below test-results/ and give the file's path within the repository."""
    PICTURES.mkdir(exist_ok=True)
    path = PICTURES / (re.sub(r"[^A-Za-z0-9]+", "-", name).strip("-") + ".png")
    try:
        page.screenshot(path=path, full_page=True, animations="disabled")
    except Error as error:
        return f"no picture: {error.message.splitlines()[0]}"
    return path.relative_to(ROOT).as_posix()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo) -> Iterator[None]:
    """Keep a picture of what a failing test had open; the report names the file."""
    report = yield
    if report.when == "call" and report.failed:
        used = getattr(item, "funcargs", {})
        page = used["visit"].page if "visit" in used else next((used[name] for name in TABS if name in used), None)
        if page and not page.is_closed():
            report.sections.append(("Picture kept", keep_picture(page, item.nodeid.removeprefix("tests/browser/"))))
    return report
