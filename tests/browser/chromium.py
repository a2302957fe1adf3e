"""Find a browser that starts: the machine's own, else Playwright's, else say how to get one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Error, Playwright

# The quickest first: the shell draws the same page for two thirds of the work.
NAMES = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
)
APPLICATIONS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
INSTALL = ("-m", "playwright", "install", "chromium")
OPTIONS = (
    "--disable-gpu",  # drawing by a simulated graphics card is slower than drawing without one
    "--font-render-hinting=none",  # else the shell rounds the width of each letter to whole pixels, and others do not
)


class NoBrowser(Exception):
    """No Chrome or Chromium could be started; the message says what to run."""


def installed(
    which: Callable[[str], str | None] = shutil.which, exists: Callable[[str], bool] = os.path.exists
) -> list[str]:
    """Give the path of each Chrome and Chromium on this machine, in the order in which to try them."""
    found = [path for name in NAMES if (path := which(name))]
    return found + [path for path in APPLICATIONS if exists(path)]


def sandboxes() -> tuple[bool, ...]:
    """Say with which sandboxes to try: it cannot run as root, nor on machines that forbid it, as GitHub's do."""
    return (False,) if getattr(os, "geteuid", lambda: 1)() == 0 else (True, False)


def start(playwright: Playwright, path: str | None, errors: list[str]) -> Browser | None:
    """Start this browser, or Playwright's own for None, and open a page; note why it fails."""
    name = path or "Playwright's own"
    for sandbox in sandboxes():
        browser = None
        try:
            browser = playwright.chromium.launch(
                executable_path=path, chromium_sandbox=sandbox, args=OPTIONS, timeout=60_000
            )
            browser.new_page().close()
            return browser
        except Error as error:
            errors.append(f"{name}, {'with' if sandbox else 'without'} sandbox: {reason(error.message)}")
            if browser:
                browser.close()
    return None


def reason(message: str) -> str:
    """Give the line of a long message that says why a browser did not start."""
    lines = [line.strip() for line in message.splitlines() if line.strip()]
    return next((line for line in lines if "FATAL" in line or "error while loading" in line), lines[0])


def launch(playwright: Playwright) -> Browser:
    """Start the first browser that starts, else get Playwright's own, else raise NoBrowser with what to run."""
    errors: list[str] = []
    for path in (*installed(), None):
        if browser := start(playwright, path, errors):
            return browser
    subprocess.run([sys.executable, *INSTALL], capture_output=True, timeout=600, check=False)
    if browser := start(playwright, None, errors):
        return browser
    command = " ".join([Path(sys.executable).as_posix(), *INSTALL])
    raise NoBrowser(
        f"no Chrome or Chromium starts here; run this once, then the tests again:\n    {command}\n" + "\n".join(errors)
    )
