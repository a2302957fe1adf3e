"""One browser a process, and two tabs: one opens each page once for all tests that read it, in one the tests act."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Error, Page, Playwright, sync_playwright

from ..builders import Build
from ..checks.built import Site
from ..project import DOCS, ROOT, SUB_PATH, built_path, markdown_pages
from . import chromium, fonts
from .server import serve

PICTURES = ROOT / "test-results"
PROBES = Path(__file__).with_name("probes.js")
PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 900}
USUAL = {**DESK, "media": "screen", "scheme": "light", "text": 1, "font": fonts.NARROW}
NOT_FOUND = "404.html"
QUERY = ".find input"
# Long enough for a busy machine: what is waited for comes at once on a quiet one.
PATIENCE = 60_000

# The fixtures of a test that are a tab.
TABS = ("tab", "plain")
PAGES = [built_path(page) for page in markdown_pages()] + [NOT_FOUND]
# Hundreds of blocks that are like one another: the dear looks leave them to the weekly run.
LONG = {"evidence/references.md", "about/glossary.md"}


@cache
def typical() -> list[str]:
    """Give the longest page of each kind, each page that alone uses a class or an element, and 404.html."""
    texts = {page: (DOCS / page).read_text(encoding="utf-8") for page in markdown_pages() if page not in LONG}
    longest = sorted(texts, key=lambda page: -len(texts[page]))
    chosen, seen = set(), set()
    for pattern in (r"^kind: (.+)", r'class="([^"]+)"|\{ ?((?:[.:][\w-]+ ?)+)|<(\w+)'):
        for page in longest:
            names = set(" ".join("".join(found) for found in re.findall(pattern, texts[page], re.MULTILINE)).split())
            if names - seen:
                seen |= names
                chosen.add(page)
    return [*map(built_path, sorted(chosen)), NOT_FOUND]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test of a visit on every page, on those whose path begins in a way that the mark `only` names, or on a
    typical one of each kind when the test is dear.
    """
    if "visit" in metafunc.fixturenames:
        mark = metafunc.definition.get_closest_marker
        pages = PAGES if metafunc.config.getoption("--all-pages") or not mark("dear") else typical()
        if mark("only"):
            pages = [page for page in pages if re.match("|".join(mark("only").args), page)]
        metafunc.parametrize("visit", pages, indirect=True, scope="session")


def address(base: str, path: str) -> str:
    """Give the address at which a reader meets a page; 404.html answers at any unknown one, at any depth."""
    return base + ("no/such/page/" if path == NOT_FOUND else path.removesuffix("index.html"))


def new_reader(browser: Browser, worker: bool = False, **options: object) -> BrowserContext:
    """Give a reader who has never been here, whose language, zone and fonts are not those of the machine.

    Without the worker that keeps pages for later each page comes from the server.
    """
    reader = browser.new_context(**{"viewport": DESK, "locale": "en-GB", "timezone_id": "UTC"} | options)
    reader.set_default_timeout(PATIENCE)
    reader.add_init_script(script=fonts.SCRIPT)
    reader.add_init_script(path=PROBES)
    if not worker:
        reader.add_init_script(script="delete Navigator.prototype.serviceWorker")
    return reader


def goto(tab: Page, url: str) -> None:
    """Open a page that is to be worked with, and wait until another engine's script has done its part."""
    tab.goto(url)
    # 125 ms after its start it closes menu and search. A timer longer than that, set later, ends later.
    if tab.locator("script[src*=bundle]").count():
        tab.evaluate("new Promise((done) => setTimeout(() => done(null), 135))")


def search(tab: Page, words: str) -> list[str]:
    """Write words into the search field as a reader would, and give the addresses that answer, once they do."""
    tab.locator(QUERY).fill(words)
    tab.wait_for_function("() => /^(Pages|No page|Write)/.test(document.querySelector('.find__said').textContent)")
    return tab.evaluate("[...document.querySelectorAll('.find__list a')].map((link) => link.href)")


class Visit:
    """The one tab in which page after page is opened, and what the present page asked for and complained of."""

    def __init__(self, reader: BrowserContext) -> None:
        self.reader = reader
        self.path = self.url = ""
        self.now: dict[str, object] = {}
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.page = self.tab()

    def tab(self) -> Page:
        """Give a tab of this reader; one that has crashed is closed, so that the next page gets another."""
        page = self.reader.new_page()
        page.on("crash", lambda crashed: crashed.close())
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", self.note)
        return page

    def note(self, message: ConsoleMessage) -> None:
        """Note what the browser's console says, but for the 404 that an unknown address must answer with."""
        expected = self.path == NOT_FOUND and message.location["url"] == self.url
        if message.type in ("error", "warning") and not expected:
            self.complaints.append(f"{message.type}: {message.text}")

    def open(self, path: str, url: str) -> None:
        """Open a page as usual; the page before is hidden first, so that it is not laid out once more."""
        if self.page.is_closed():
            self.page, self.now = self.tab(), {}
        self.page.evaluate("document.documentElement.style.display = 'none'")
        self.surround(USUAL)
        self.path, self.url = path, url
        self.requests.clear()
        self.complaints.clear()
        self.page.goto(url)
        self.page.evaluate("document.fonts.ready.then(() => null)")

    def show(self, **changes: object) -> Page:
        """Set size, screen or paper, colours, text and font as usual but for these changes, and give the tab.

        The page is hidden while it changes: so it is laid out once, not once for each change.
        """
        if (wanted := USUAL | changes) != self.now:
            self.page.evaluate("document.documentElement.style.display = 'none'")
            self.surround(wanted)
            self.page.evaluate("look => probes.look(look)", {name: wanted[name] for name in ("text", "font", "scheme")})
        return self.page

    def surround(self, wanted: dict[str, object]) -> None:
        """Set the size of the window, screen or paper, and the colours of the device."""
        new = {name for name, value in wanted.items() if self.now.get(name) != value}
        if new & {"width", "height"}:
            self.page.set_viewport_size({"width": wanted["width"], "height": wanted["height"]})
        if new & {"media", "scheme"}:
            self.page.emulate_media(media=wanted["media"], color_scheme=wanted["scheme"], reduced_motion="reduce")
        self.now = wanted

    def sizes(self) -> tuple[dict, dict]:
        """Give both sizes, the present one first: each change lays the page out anew."""
        return (PHONE, DESK) if self.now["width"] == PHONE["width"] else (DESK, PHONE)

    def turn(self, everything: bool) -> tuple[dict, ...]:
        """Give both sizes for everything, else one: typical pages are seen on a phone and at a desk by turns."""
        return self.sizes() if everything else ((PHONE, DESK)[typical().index(self.path) % 2],)


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
def visits(browser: Browser) -> Iterator[Visit]:
    """The reader who visits every page: storage and cookies gather there, so that a test can look at all of them."""
    reader = new_reader(browser)
    yield Visit(reader)
    reader.close()


@pytest.fixture(scope="session")
def visit(request: pytest.FixtureRequest, base: str, visits: Visit) -> Visit:
    """A page of the site, opened once; pytest runs all tests of one page before the next is opened."""
    visits.open(request.param, address(base, request.param))
    return visits


@pytest.fixture(scope="session")
def acting(browser: Browser) -> Iterator[Page]:
    """The one tab of all tests that act: a tab of its own for each would cost more than what they do there."""
    context = new_reader(browser)
    yield context.new_page()
    context.close()


@pytest.fixture
def tab(acting: Page) -> Iterator[Page]:
    """An empty tab at a desk, with motion allowed, of a reader who has never been here."""
    acting.set_viewport_size(DESK)
    acting.emulate_media(media="null", color_scheme="light", reduced_motion="no-preference")
    yield acting
    acting.unroute_all()
    acting.context.clear_cookies()
    if acting.url.startswith("http"):
        acting.evaluate("localStorage.clear(); sessionStorage.clear()")
    acting.goto("about:blank")


@pytest.fixture(scope="session")
def plain(browser: Browser) -> Iterator[Page]:
    """A tab on a phone that runs no script."""
    fresh = new_reader(browser, java_script_enabled=False, viewport=PHONE)
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
