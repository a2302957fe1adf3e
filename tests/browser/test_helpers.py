"""Each look at a page sees the fault that it is for, and any browser will do: no page of the site shows that."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page

from . import chromium
from .conftest import Visit, new_reader
from .reports import axe_lines, focus_lines, foreign, pdf_pages, text_lines
from .test_access import AXE, violations

RING = "<style>a { display: block; margin: 9px } a:focus { outline: 3px solid black }</style>"
BLACK = "<body style='background:black'>"
REDUCED = "<link rel=stylesheet href='data:text/css,{}'><p>Words</p>"
WHOLE = "data:text/css,:root{--a:9px} @media screen{p{margin-left:var(--a)} p::before{content:'1';color:red}} q{top:0}"


def axe(tab: Page) -> list[str]:
    """Give what axe finds on a page."""
    tab.evaluate(AXE)
    return axe_lines(violations(tab), "")


LOOKS: dict[str, Callable[[Page], list[str]]] = {
    "axe": axe,
    "text": lambda tab: text_lines(tab.evaluate("probes.texts()"), ""),
    "focus": lambda tab: focus_lines(tab.evaluate("probes.stops()"), ""),
    "sideways": lambda tab: tab.evaluate("probes.sideways()"),
    "unseen": lambda tab: tab.evaluate("probes.unseen('.paper')"),
    "low": lambda tab: tab.evaluate("probes.low('a', 44)"),
    "unlike": lambda tab: tab.evaluate("css => probes.unlike([css])", WHOLE),
}


@pytest.mark.parametrize(
    ("look", "body", "fault"),
    [
        ("axe", "<main><h1>Words</h1><img src=data:,></main>", "image-alt: img: Element does not have an alt"),
        ("text", "<p style='color:#767676'>Words</p><h2 style='color:#949494'>Words</h2>", ""),
        ("text", "<p style='color:#777'>Words</p>", "a contrast of 4.5:1 to what is behind it, not 4.48:1"),
        ("text", "<h2 style='color:#999'>Words</h2>", "a contrast of 3:1 to what is behind it, not 2.85:1"),
        ("text", "<p style='opacity:.5'>Words</p>", "(rgb(127, 127, 127) on rgb(255, 255, 255)): Words"),
        ("text", f"{BLACK}<p style='background:#fff9;color:#888'>Words</p>", "(136, 136, 136) on rgb(153, 153, 153)"),
        ("text", "<style>::placeholder { color: #999 }</style><input placeholder=Word>", "input::placeholder: "),
        ("text", "<style>a::before { content: '1'; color: #999 }</style><article><a href=x></a>", "::before: give"),
        ("focus", f"{RING}<a href=x>Link</a>", ""),
        ("focus", "<style>a:focus { outline: none }</style><a href=x>Link</a>", "ring of at least 2 px, now 0 px"),
        ("focus", f"{RING}<a href=x style='opacity:0'>Link</a>", "it is transparent or hidden"),
        ("focus", f"{RING}<a href=x style='position:fixed;left:-300px'>Link</a>", "outside the screen, at -291, "),
        ("focus", f"{RING}<a href=x>Link</a><div style='position:fixed;inset:0'></div>", "it lies under div"),
        ("focus", f"{RING}<a href=x></a>", "it has no size"),
        ("focus", f"{RING}<div style='overflow:hidden'><a href=x style='margin:0'>Link</a></div>", "ring is cut off"),
        ("focus", f"{BLACK}{RING}<a href=x>Link</a>", "needs a contrast of 3:1, now 1.0:1 (rgb(0, 0, 0)"),
        ("sideways", "<p>Short</p><p style='width:400px;visibility:hidden'>Wide</p>", ""),
        ("sideways", "<p style='width:400px'>Wide</p>", "p reaches from 8 to 408 of 320 px"),
        ("sideways", "<p style='margin-left:-20px'>Off</p>", "p reaches from -12 to 312 of 320 px"),
        ("sideways", "<div style='overflow:auto'><p style='width:400px'>Wide</p></div>", "div cuts or scrolls 96 px"),
        ("sideways", "<div style='overflow:hidden;height:9px'>Words<br>words</div>", "div cuts "),
        ("unseen", "<article><p>Words<p class=paper hidden>Words<div class=step hidden><p>Words</div></article>", ""),
        ("unseen", "<article><ul><li style='display:none'>Words</ul></article>", "li: Words"),
        ("unseen", "<article><p style='opacity:0'>Words</p></article>", "p: Words"),
        ("low", "<a style='display:block;height:44px'>A</a>", ""),
        ("low", "<a style='display:block;height:43px'>A</a>", "a is 43 px high"),
        ("unlike", REDUCED.format("p{margin-left:9px} p::before{content:%221%22;color:red}"), ""),
        ("unlike", REDUCED.format("p::before{content:%221%22;color:red}"), "p: margin-left: 9px, reduced 0px"),
        ("unlike", REDUCED.format("p{margin-left:9px} p::before{content:%221%22}"), "::before: color: rgb(255, 0, 0)"),
        ("unlike", REDUCED.format("p{margin-left:9px}"), "p::before: "),
    ],
)  # fmt: skip
def test_a_look_sees_the_fault_that_it_is_for(tab: Page, look: str, body: str, fault: str) -> None:
    tab.set_viewport_size({"width": 320, "height": 640})
    tab.set_content(f"<!doctype html><html lang=en><title>A page</title>{body}")
    found = "\n".join(LOOKS[look](tab))
    assert fault in found and bool(fault) == bool(found)


def test_a_visit_notes_what_a_page_asks_for_and_complains_of(browser: Browser, base: str) -> None:
    reader = new_reader(browser)
    visit = Visit(reader)
    policy = "<meta http-equiv=Content-Security-Policy content=\"img-src 'none'\">"
    bad = f"{policy}<script>missing()</script><img src=a.png><link rel=stylesheet href=//other.invalid/a.css>"
    visit.page.route("**/*", lambda route: route.fulfill(body=bad, content_type="text/html"))
    visit.open("index.html", base)
    said = "\n".join([*foreign(visit.requests, base), *visit.complaints])
    for wanted in (
        "asks another host: http://other.invalid/a.css",
        "missing is not defined",
        "Content Security Policy",
    ):
        assert wanted in said
    reader.close()


def test_a_tab_that_is_gone_costs_one_page_alone(browser: Browser, base: str) -> None:
    reader = new_reader(browser)
    visit = Visit(reader)
    visit.open("index.html", base)
    visit.page.close()
    visit.open("index.html", base)
    assert visit.show().locator("h1").is_visible()
    reader.close()


def test_pages_are_counted(tab: Page) -> None:
    tab.set_content("<p>One</p><p style='break-before:page'>Two</p><p style='break-before:page'>Three</p>")
    assert pdf_pages(tab.pdf(format="A4")) == 3


class Machine:
    """A Playwright on a machine where only some browsers start; it notes what was tried, and whether in a sandbox."""

    def __init__(self, starts: Callable[[str | None, bool], bool]) -> None:
        self.starts, self.tried, self.chromium = starts, [], self

    def launch(self, executable_path: str | None, chromium_sandbox: bool, **options: object) -> Machine:
        """Start if this machine's browser does."""
        self.tried.append((executable_path, chromium_sandbox))
        if not self.starts(executable_path, chromium_sandbox):
            raise chromium.Error("BrowserType.launch: closed\n[err] FATAL:zygote.cc(1)] No usable sandbox!\nMore.")
        return self

    def new_page(self) -> Machine:
        """Be a page, too."""
        return self

    def close(self) -> None:
        """Close as a page, or as a browser."""


TRIED = [(path, sandbox) for path in ("/usr/bin/shell", "/usr/bin/chromium", None) for sandbox in (True, False)]


@pytest.mark.parametrize("first", [*TRIED, ("nothing", True)])
def test_each_browser_is_tried_until_one_starts(monkeypatch: pytest.MonkeyPatch, first: tuple) -> None:
    ran: list[list[str]] = []
    monkeypatch.setattr(chromium, "installed", lambda: ["/usr/bin/shell", "/usr/bin/chromium"])
    monkeypatch.setattr(chromium, "sandboxes", lambda: (True, False))
    monkeypatch.setattr(chromium.subprocess, "run", lambda command, **options: ran.append(command))
    machine = Machine(lambda *browser: browser == first)
    if first in TRIED:
        assert chromium.launch(machine) is machine
        assert machine.tried == TRIED[: TRIED.index(first) + 1] and not ran
        return
    with pytest.raises(chromium.NoBrowser) as error:
        chromium.launch(machine)
    assert ran == [[chromium.sys.executable, "-m", "playwright", "install", "chromium"]]
    assert "-m playwright install chromium\n/usr/bin/shell, with sandbox: " in str(error.value)
    assert "/usr/bin/chromium, without sandbox: [err] FATAL:zygote.cc(1)] No usable sandbox!\n" in str(error.value)
