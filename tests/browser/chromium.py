"""Find a browser: the machine's own, else Playwright's, else say how to get one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Error, Playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
APPLICATIONS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
INSTALL = ("-m", "playwright", "install", "chromium")


class NoBrowser(Exception):
    """No Chrome or Chromium could be started; the message says what to run."""


def installed(
    which: Callable[[str], str | None] = shutil.which, exists: Callable[[str], bool] = os.path.exists
) -> str | None:
    """Give the path of the first Chrome or Chromium on this machine, or None."""
    found = [path for name in NAMES if (path := which(name))]
    return next(iter(found + [path for path in APPLICATIONS if exists(path)]), None)


def launch(playwright: Playwright) -> Browser:
    """Start the machine's browser, else Playwright's own, else raise NoBrowser with the command that gets one."""
    # The sandbox cannot run as root, which is who runs tests in most containers.
    root = getattr(os, "geteuid", lambda: 1)() == 0
    # Drawing by a simulated graphics card is slower than drawing without one.
    options = {"args": ["--disable-gpu", *(["--no-sandbox"] if root else [])], "chromium_sandbox": not root}
    errors = []
    path = installed()
    if path:
        try:
            return playwright.chromium.launch(executable_path=path, **options)
        except Error as error:
            errors.append(f"{path}: {error.message}")
    try:
        return playwright.chromium.launch(**options)
    except Error:
        subprocess.run([sys.executable, *INSTALL], capture_output=True, timeout=600, check=False)
    try:
        return playwright.chromium.launch(**options)
    except Error as error:
        errors.append(f"Playwright's own: {error.message}")
    command = " ".join([Path(sys.executable).as_posix(), *INSTALL])
    raise NoBrowser("no Chrome or Chromium starts here; run this once, then the tests again:\n"
                    f"    {command}\n" + "\n".join(errors))
