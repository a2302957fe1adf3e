"""The list of addresses grows and never shrinks, and a page that has moved leads on to its new place."""

from . import bad
from .checks.addresses import ADDRESSES, check_kept, longer, stub
from .checks.built import Site
from .checks.fault import report
from .checks.guide import Guide
from .project import ROOT


def test_new_addresses_are_added_and_none_is_taken_out() -> None:
    site = Site(bad.HERE / "site", bad.URL, Guide(bad.HERE))
    there, wanted = site.guide.text(ADDRESSES).splitlines(), longer(site).splitlines()
    assert wanted[0] == there[0], "a comment stays on top"
    assert set(there) < set(wanted), "an address was taken out"
    assert "problems/knee/" in wanted and wanted[1:] == sorted(wanted[1:])
    named = {line.rpartition(": ")[2] for line in report(check_kept(site)).splitlines()}
    assert named == set(wanted) - set(there), "what is not yet kept is named, and nothing else"


def test_a_stub_names_the_new_page_and_leads_there() -> None:
    text = stub(Guide(ROOT), "problems/old-back/", "problems/back-pain/")
    title = Guide(ROOT).page("problems/back-pain.md").meta["title"]
    for wanted in (
        '<link rel="canonical" href="../../problems/back-pain/">',
        '<meta http-equiv="refresh" content="0; url=../../problems/back-pain/">',
        f'<a href="../../problems/back-pain/">{title}</a>',
    ):
        assert wanted in text
    assert '<a href="../">' in stub(Guide(ROOT), "old/", "./")
