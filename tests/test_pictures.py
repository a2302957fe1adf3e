"""Whether the pictures that are made from the site are fresh, and the check itself on a stale one."""

import pytest

from .checks.fault import report
from .pictures import CARD, PICTURES, Picture, check_fresh, sign, signed, size

ONE_PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8ffff3f0005fe02fe0def46b80000000049454e44ae426082"
)


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.path.name)
def test_each_picture_is_fresh(picture):
    found = report(check_fresh(picture))
    assert not found, f"\n{found}"


def test_the_social_card_has_the_size_and_weight_that_services_take():
    png = CARD.path.read_bytes()
    assert size(png) == (1200, 630)
    assert len(png) < 100_000


def test_each_page_names_the_social_card(site):
    for path, page in site.pages.items():
        card = page.soup.find("meta", property="og:image")
        assert card and card["content"] == f"{site.url}assets/images/social-card.png", f"{path} must name the social card in its head"


def test_a_stale_or_missing_picture_is_refused(tmp_path):
    source, path = tmp_path / "source.txt", tmp_path / "picture.png"
    source.write_text("one", encoding="utf-8")
    picture = Picture(path, (source,))
    assert report(check_fresh(picture)) == "picture.png: run `.venv/bin/python -m tests.pictures` to make this picture: picture.png"
    path.write_bytes(sign(ONE_PIXEL, picture.digest))
    assert signed(path.read_bytes()) == picture.digest and not report(check_fresh(picture))
    source.write_text("two", encoding="utf-8")
    assert report(check_fresh(picture)) == (
        "picture.png: run `.venv/bin/python -m tests.pictures` to make the picture again, one of source.txt has changed: picture.png"
    )
