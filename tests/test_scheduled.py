"""What the weekly run alone asks: do outside links still answer, and is a review due? Neither stops a change."""

from collections import defaultdict
from datetime import date

import pytest

from .checks.external import check_visits, visit_all
from .checks.fault import report
from .checks.front_matter import check_due, read
from .checks.links import links

pytestmark = pytest.mark.scheduled


def test_outside_links_answer(site):
    places = defaultdict(list)
    for path, page in site.pages.items():
        for link in links(page):
            if link.tag == "a" and link.url.startswith("https://") and site.file_at(link.url) is None and "/edit/" not in link.url:
                places[link.url].append(f"{path}:{link.line}")
    visits = visit_all(places)
    for one in visits:
        if one.result == "unsure":
            print(f"{one.url}: {one.detail}")
    found = report(check_visits(visits, places))
    assert not found, f"\n{found}"


def test_no_review_is_due(sources):
    found = report(fault for path, text in sources.items() for fault in check_due(f"docs/{path}", read(text), date.today()))
    assert not found, f"\n{found}"
