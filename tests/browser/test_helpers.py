"""The helpers of the browser tests, on good and bad input."""

from __future__ import annotations

import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from . import chromium, conftest
from .reports import axe_lines, expect_none, focus_lines, foreign, pdf_pages, without
from .server import serve

VIOLATION = {
    "id": "color-contrast",
    "help": "Elements must meet minimum color contrast ratio thresholds",
    "nodes": [
        {"target": ["p > a"], "failureSummary": "Fix any of the following:\n  Contrast of 2.1\n  Make it bold"},
        {"target": ["iframe", "b"], "failureSummary": ""},
    ],
}
STOP = {
    "name": "a",
    "seen": True,
    "why": "",
    "ring": 3,
    "cut": "",
    "colour": "rgb(0, 0, 0)",
    "behind": "rgb(255, 255, 255)",
}


def test_axe_lines_say_where_what_and_what_to_do() -> None:
    assert axe_lines([VIOLATION], "index.html (dark, 360 px)") == [
        "index.html (dark, 360 px): color-contrast: p > a: Contrast of 2.1; Make it bold",
        "index.html (dark, 360 px): color-contrast: iframe b: "
        "Elements must meet minimum color contrast ratio thresholds",
    ]
    assert axe_lines([], "index.html") == []


def test_an_exclusion_takes_its_own_rule_and_target_only() -> None:
    lines = axe_lines([VIOLATION], "index.html (dark, 360 px)")
    assert without(lines, {}) == lines
    assert without(lines, {("color-contrast", "p > a"): "a reason"}) == lines[1:]
    assert without(lines, {("color-contrast", "p"): "a reason", ("region", "p > a"): "a reason"}) == lines


def test_expect_none_prints_every_line() -> None:
    expect_none([])
    with pytest.raises(pytest.fail.Exception, match="^one\ntwo$"):
        expect_none(["one", "two"])


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"<html>", "not a PDF file: it begins with b'<html>'"),
        (b"%PDF-1.4\n<< /Type /Pages >>", "no page found in the PDF file: its objects may be compressed"),
    ],
)
def test_pdf_pages_counts_pages_and_refuses_the_rest(data: bytes, message: str) -> None:
    assert pdf_pages(b"%PDF-1.4\n<</Type/Page>> <</Type /Page\n/Parent 1>> <</Type/Pages>> <</Type/PageLabel>>") == 2
    with pytest.raises(ValueError) as error:
        pdf_pages(data)
    assert str(error.value) == message


@pytest.mark.parametrize(
    ("change", "lines"),
    [
        ({}, []),
        (
            {"seen": False, "why": "it has no size"},
            ["p: a: takes focus but cannot be seen; show it on focus or hide it from the keyboard: it has no size"],
        ),
        ({"ring": 1.5}, ["p: a: draw a focus ring of at least 2 px, now 1.5 px"]),
        ({"cut": "left by div"}, ["p: a: its focus ring is cut off; move it inside with outline-offset: left by div"]),
        (
            {"colour": "rgb(170, 170, 170)"},
            ["p: a: the focus ring needs a contrast of 3:1, now 2.3:1 (rgb(170, 170, 170) on rgb(255, 255, 255))"],
        ),
    ],
)
def test_focus_lines_say_what_a_reader_misses(change: dict, lines: list[str]) -> None:
    assert focus_lines([STOP | change], "p") == lines


def test_foreign_names_other_hosts_only() -> None:
    base = "http://127.0.0.1:1/guide/"
    own = [f"{base}a.css", "data:,", "blob:x"]
    assert foreign([*own, "https://fonts.example/a", "http://127.0.0.1:1/other/"], base) == [
        "asks another host: http://127.0.0.1:1/other/",
        "asks another host: https://fonts.example/a",
    ]


def test_a_picture_is_kept_under_a_plain_name(blank: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conftest, "ROOT", tmp_path)
    monkeypatch.setattr(conftest, "PICTURES", tmp_path / "test-results")
    assert conftest.keep_picture(blank, "a/b (dark, 360 px)") == "test-results/a-b-dark-360-px.png"
    assert (tmp_path / "test-results" / "a-b-dark-360-px.png").read_bytes().startswith(b"\x89PNG")


def answer(url: str) -> tuple[int, str]:
    """Give the status and the text that a server answers with."""
    try:
        with urllib.request.urlopen(url) as response:
            return response.status, response.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def test_the_server_answers_as_pages_do(tmp_path: Path) -> None:
    site = tmp_path / "guide"
    (site / "folder").mkdir(parents=True)
    (site / "empty").mkdir()
    (site / "index.html").write_text("home")
    (site / "folder" / "index.html").write_text("folder")
    (site / "404.html").write_text("lost")
    with serve(tmp_path, "/guide/") as base:
        host = base.removesuffix("/guide/")
        assert answer(base) == (200, "home")
        assert answer(f"{base}folder") == answer(f"{base}folder/") == (200, "folder")
        assert answer(f"{base}nowhere") == answer(f"{base}no/where/?q=1") == answer(f"{base}empty/") == (404, "lost")
        status, text = answer(f"{host}/nowhere")
        assert status == 404
        assert "lost" not in text


class Machine:
    """A Playwright on a machine where only some browsers start; it notes what was tried, and whether in a sandbox."""

    def __init__(self, starts: Callable[[str | None, bool], bool]) -> None:
        self.starts = starts
        self.tried: list[tuple[str | None, bool]] = []
        self.closed = 0

    @property
    def chromium(self) -> Machine:
        return self

    def new_page(self) -> Machine:
        return self

    def launch(self, executable_path: str | None, chromium_sandbox: bool, **options: object) -> Machine:
        self.tried.append((executable_path, chromium_sandbox))
        if not self.starts(executable_path, chromium_sandbox):
            raise chromium.Error("BrowserType.launch: closed\n[err] FATAL:zygote.cc(1)] No usable sandbox!\nMore.")
        return self

    def close(self) -> None:
        self.closed += 1


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """A machine with two browsers, whose user is not root; gives what was run on it."""
    ran: list[list[str]] = []
    monkeypatch.setattr(chromium, "installed", lambda: ["/usr/bin/shell", "/usr/bin/chromium"])
    monkeypatch.setattr(chromium, "sandboxes", lambda: (True, False))
    monkeypatch.setattr(chromium.subprocess, "run", lambda command, **options: ran.append(command))
    return ran


def test_the_quickest_browser_of_the_machine_comes_first() -> None:
    paths = {"google-chrome": "/usr/bin/google-chrome", "chromium-headless-shell": "/usr/bin/shell"}
    assert chromium.installed(paths.get, lambda path: False) == ["/usr/bin/shell", "/usr/bin/google-chrome"]
    assert chromium.installed({}.get, lambda path: True) == list(chromium.APPLICATIONS)


@pytest.mark.parametrize(
    ("starts", "last"),
    [
        (lambda path, sandbox: True, ("/usr/bin/shell", True)),
        (lambda path, sandbox: not sandbox, ("/usr/bin/shell", False)),
        (lambda path, sandbox: path == "/usr/bin/chromium", ("/usr/bin/chromium", True)),
        (lambda path, sandbox: path is None and not sandbox, (None, False)),
    ],
)
def test_each_browser_is_tried_until_one_starts(machine: list, starts: Callable, last: tuple) -> None:
    playwright = Machine(starts)
    assert chromium.launch(playwright) is playwright
    order = [(path, sandbox) for path in ("/usr/bin/shell", "/usr/bin/chromium", None) for sandbox in (True, False)]
    assert playwright.tried == order[: order.index(last) + 1]
    assert (machine, playwright.closed) == ([], 1)


def test_without_a_browser_the_message_is_the_command(machine: list) -> None:
    with pytest.raises(chromium.NoBrowser) as error:
        chromium.launch(Machine(lambda path, sandbox: False))
    assert machine == [[chromium.sys.executable, "-m", "playwright", "install", "chromium"]]
    assert "-m playwright install chromium\n/usr/bin/shell, with sandbox: " in str(error.value)
    assert "/usr/bin/chromium, without sandbox: [err] FATAL:zygote.cc(1)] No usable sandbox!\n" in str(error.value)
