"""Where a page was, its readers are led on: by a script that keeps the id, by the browser without one."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from ..checks.guide import Guide
from ..project import ROOT

MOVED = Guide(ROOT).moved


@pytest.mark.parametrize("old", MOVED)
def test_a_page_that_has_moved_leads_on(tab: Page, plain: Page, base: str, old: str) -> None:
    tab.goto(f"{base}{old}#today")
    tab.wait_for_url(f"{base}{MOVED[old]}#today")
    plain.goto(base + old)
    plain.wait_for_url(base + MOVED[old])
