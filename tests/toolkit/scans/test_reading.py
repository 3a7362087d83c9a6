"""The whole way from a picture to a text, on a few pages; how well it goes on many is measured by bench/scans.py."""

import numpy as np
import pytest

from bench.scan_letters import letter
from bench.scan_pages import as_jpeg, noisy, photographed, plain_face, skewed, stamped, turned_by, typeset
from bench.scans import folded
from yixian.toolkit.scans import read_page
from yixian.toolkit.scans.inks import parted
from yixian.toolkit.scans.straight import flattened, skew_of

CHANCE = 7
HEAD = "青禾镇人民政府文件"


def short_letter():
    paragraphs = letter(3)
    return [*paragraphs[:3], *paragraphs[-3:]]


@pytest.fixture(scope="module")
def page():
    """A short page with a red head, and what stands on it."""
    return typeset(short_letter(), plain_face(), head=HEAD)


def spoiled(page, *spoils):
    chance = np.random.default_rng(CHANCE)
    for spoil in spoils:
        page = spoil(page, chance)
    return page


def test_a_tired_crooked_page_with_a_red_head_that_lies_on_its_side_is_read(page):
    pixels, text = page

    read = read_page(as_jpeg(spoiled(pixels, skewed(3), noisy, turned_by(1))))

    assert folded(read.text) == folded(text)
    assert (read.turned, round(read.skew)) == (90, 3)
    assert read.text.splitlines() == text.splitlines()


def test_a_blank_page_has_no_text():
    read = read_page(as_jpeg(np.full((1200, 850, 3), 250, np.uint8)), upright=True)

    assert (read.text, read.lines, read.doubtful_share) == ("", (), 0.0)


def test_red_ink_is_lifted_off_and_a_red_head_is_told_from_a_seal(page):
    pixels, _ = page

    inks = parted(spoiled(pixels, stamped))

    assert len(inks.heads) == 1
    assert inks.black[0:290].min() > 200  # where only red print stands


@pytest.mark.parametrize("degrees", [-5, -2, 0, 2, 5])
def test_the_skew_of_a_page_is_found(page, degrees):
    assert skew_of(spoiled(page[0], skewed(degrees))) == pytest.approx(degrees, abs=0.3)


def test_the_sheet_in_a_photograph_is_cut_out(page):
    flat = flattened(spoiled(page[0], photographed))

    table = (np.abs(flat.page.astype(int) - np.array([112, 84, 60])).sum(axis=2) < 60).mean()
    assert table < 0.02
