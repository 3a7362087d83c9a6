"""An upload becomes upright JPEG pages without metadata."""

import io

import numpy as np
import pytest
from PIL import Image

from bench.scan_pages import as_jpeg, as_pdf
from yixian.toolkit.scans import NotReadable, pages_of, turned

WHITE_PAGE = np.full((1170, 827, 3), 255, np.uint8)


def marked_page():
    """White, with its upper left corner black."""
    page = WHITE_PAGE.copy()
    page[:200, :200] = 0
    return page


def corner_of(content):
    """Which corner is black: left or right, top or bottom."""
    grey = np.asarray(Image.open(io.BytesIO(content)).convert("L"))
    at = np.argwhere(grey < 100).mean(axis=0) / grey.shape
    return ("top" if at[0] < 0.5 else "bottom", "left" if at[1] < 0.5 else "right")


def test_a_pdf_gives_its_pages_in_order_at_200_dpi():
    pages = pages_of(as_pdf([marked_page(), WHITE_PAGE]))

    assert [corner_of(pages[0].content), len(pages)] == [("top", "left"), 2]
    assert [page.height for page in pages] == pytest.approx([1170, 1170], abs=1)


def test_a_photograph_stands_as_its_camera_says_and_keeps_no_metadata():
    exif = Image.Exif()
    exif[0x0112], exif[0x0110] = 6, "手机型号"
    written = io.BytesIO()
    Image.fromarray(marked_page()).save(written, "JPEG", exif=exif)

    (page,) = pages_of(written.getvalue())

    assert corner_of(page.content) == ("top", "right")
    assert dict(Image.open(io.BytesIO(page.content)).getexif()) == {}


def test_a_transparent_picture_lies_on_white():
    written = io.BytesIO()
    Image.new("RGBA", (30, 30), (0, 0, 0, 0)).save(written, "PNG")

    (page,) = pages_of(written.getvalue())

    assert Image.open(io.BytesIO(page.content)).convert("L").getextrema() == (255, 255)


@pytest.mark.parametrize("content", [b"", b"not a picture", b"%PDF-1.4 broken"])
def test_what_is_no_page_is_refused(content):
    with pytest.raises(NotReadable):
        pages_of(content)


def test_more_pages_than_a_letter_has_are_refused():
    with pytest.raises(NotReadable, match="too many pages"):
        pages_of(as_pdf([np.full((20, 20, 3), 255, np.uint8)] * 41))


@pytest.mark.parametrize(
    ("degrees", "corner"),
    [(0, ("top", "left")), (90, ("top", "right")), (180, ("bottom", "right")), (270, ("bottom", "left"))],
)
def test_a_page_is_turned_clockwise(degrees, corner):
    assert corner_of(turned(as_jpeg(marked_page()), degrees)) == corner
