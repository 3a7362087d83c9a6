"""Drawing what anybody may have made: in a process of its own, which is ended when it takes too long."""

import time
from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Stream
from PIL import Image

from tests.toolkit.files import samples
from yixian.toolkit import drawing
from yixian.toolkit.drawing import NotDrawn, Paper, drawn, page_count

SMALL = Paper(dots=72, longest=3000, quality=80, most=5)


def nested(levels: int) -> bytes:
    """One page that draws a form of ten forms of ten forms…: tenfold work a level, in a few kilobytes."""
    made = pikepdf.new()
    made.add_blank_page()
    box = Array([0, 0, 200, 200])
    inner = Stream(made, b"0 0 100 100 re f " * 10, Type=Name.XObject, Subtype=Name.Form, BBox=box)
    form = made.make_indirect(inner)
    for _ in range(levels):
        outer = Stream(made, b"/X Do " * 10, Type=Name.XObject, Subtype=Name.Form, BBox=box)
        outer.Resources = Dictionary(XObject=Dictionary(X=form))
        form = made.make_indirect(outer)
    made.pages[0].obj.Resources = Dictionary(XObject=Dictionary(X=form))
    made.pages[0].obj.Contents = Stream(made, b"/X Do")
    written = BytesIO()
    made.save(written)
    return written.getvalue()


def test_pages_are_counted_and_drawn_in_the_order_asked():
    content = samples.pdf(3)

    pages = drawn(content, SMALL, [3, 1])

    with Image.open(BytesIO(pages[0])) as picture:
        assert (page_count(content), len(pages), picture.format, picture.size) == (3, 2, "JPEG", (595, 842))


def test_a_page_that_would_take_hours_is_given_up_in_time(monkeypatch):
    monkeypatch.setattr(drawing, "PATIENCE", 1.0)
    began = time.monotonic()

    with pytest.raises(NotDrawn, match="too long"):
        drawn(nested(9), SMALL, [1])

    assert time.monotonic() - began < 20


@pytest.mark.parametrize(
    ("content", "pages", "why"),
    [
        (b"%PDF-1.7 nothing", None, "not a PDF"),
        (samples.pdf(2), [3], "no such page"),
        (samples.pdf(6), None, "many"),
    ],
)
def test_what_cannot_be_drawn_says_why(content, pages, why):
    with pytest.raises(NotDrawn, match=why):
        drawn(content, SMALL, pages)
