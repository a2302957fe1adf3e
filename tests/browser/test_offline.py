"""Without a signal a reader has what was opened, the urgent signs and the chooser; with one, what the network says."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from ..builders import Build
from ..project import SUB_PATH
from . import server
from .conftest import PATIENCE, PHONE, new_reader
from .server import serve

OPENED = "problems/sciatica/"
SIGNS = "urgent-signs/"
ASKED = "therapies/"
NEVER_OPENED = "therapies/both/"
NO_LINE = "No connection. This is the copy of"


@pytest.fixture(scope="module")
def host(build: Build, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the built site, which a test may change."""
    return Path(shutil.copytree(build.host, tmp_path_factory.mktemp("host") / "site"))


@pytest.fixture
def signal() -> threading.Event:
    """The signal in the waiting room, which is there at first."""
    there = threading.Event()
    there.set()
    return there


@pytest.fixture
def reader(browser: Browser, host: Path, signal: threading.Event) -> Iterator[tuple[Page, str]]:
    """A phone with one page open and a worker that has kept what it keeps, and the address of the site."""
    with serve(host, SUB_PATH, signal) as base:
        context = new_reader(browser, viewport=PHONE, worker=True)
        page = context.new_page()
        page.clock.install()
        page.goto(base + OPENED)
        page.clock.run_for(2000)
        page.wait_for_function("() => navigator.serviceWorker.controller")
        yield page, base
        context.close()


def until(page: Page, holds: str) -> None:
    """Ask until a promise says that this holds."""
    end = time.monotonic() + PATIENCE / 1000
    while not page.evaluate(f"async () => {holds}"):
        assert time.monotonic() < end, f"this never held: {holds}"


def test_without_a_signal_what_was_opened_the_signs_and_the_chooser_are_there(
    reader: tuple[Page, str], signal: threading.Event
) -> None:
    page, base = reader
    page.goto(f"{base}{ASKED}?q=knee")
    signal.clear()
    for path in (OPENED, SIGNS, "choose/", ASKED):
        page.goto(base + path)
        bar = page.locator("body > p[role=status]")
        assert bar.count() and f"{NO_LINE} {server.DAY}" in bar.inner_text(), (
            f"say on {path} from which day the copy is"
        )
        assert page.evaluate("getComputedStyle(document.querySelector('.md-header')).position") == "sticky", path
    page.goto(base + NEVER_OPENED)
    assert page.title() == "No connection"
    page.click("text=Signs that need help now or today")
    expect(page.locator("#emergency")).to_be_visible()


def test_when_the_network_answers_its_words_are_shown(
    reader: tuple[Page, str], host: Path, signal: threading.Event
) -> None:
    page, base = reader
    file = host / SUB_PATH.strip("/") / SIGNS / "index.html"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("</h1>", " as of now</h1>"), encoding="utf-8")
    try:
        page.goto(base + SIGNS)
        assert "as of now" in page.locator("h1").inner_text()
        assert NO_LINE not in page.locator("body").inner_text()
        signal.clear()
        page.reload()
        assert "as of now" in page.locator("h1").inner_text(), "what was opened last is what is kept"
        signal.set()
        file.unlink()
        assert page.reload().status == 404, "a page that is gone is gone"
        signal.clear()
        page.reload()
        assert "as of now" in page.locator("h1").inner_text(), "keep no answer that says that a page is not there"
    finally:
        file.write_text(text, encoding="utf-8")


def test_old_copies_go_and_what_is_not_ours_stays(reader: tuple[Page, str], host: Path) -> None:
    page, base = reader
    worker = host / SUB_PATH.strip("/") / "sw.js"
    text = worker.read_text(encoding="utf-8")
    names = "async () => (await caches.keys()).sort()"
    update = "async () => (await navigator.serviceWorker.getRegistration()).update()"
    page.evaluate("caches.open('of another site on this host')")
    assert page.evaluate(names) == [f"{base} 1", "of another site on this host"]
    try:
        worker.write_text(text.replace("${SITE} 1", "${SITE} 2"), encoding="utf-8")
        page.evaluate(update)
        until(page, f"!(await caches.has('{base} 1'))")
        assert page.evaluate(names) == [f"{base} 2", "of another site on this host"]
        worker.write_text(text.replace("KEEP = true", "KEEP = false"), encoding="utf-8")
        page.evaluate(update)
        until(page, "!(await navigator.serviceWorker.getRegistration())")
        assert page.evaluate(names) == ["of another site on this host"]
    finally:
        worker.write_text(text, encoding="utf-8")


def test_nothing_is_fetched_for_those_who_save_data(browser: Browser, base: str) -> None:
    context = new_reader(browser, viewport=PHONE, worker=True)
    context.add_init_script("Object.defineProperty(navigator, 'connection', { value: { saveData: true } })")
    page = context.new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.clock.install()
    page.goto(base + OPENED)
    page.clock.run_for(60_000)
    assert not page.evaluate("navigator.serviceWorker.getRegistration()")
    assert not [url for url in asked if "sw.js" in url or SIGNS in url]
    context.close()
