"""Covering lines of a page: a signature that those who handle a letter need not see."""

import io
from collections.abc import Iterable

from PIL import Image, ImageDraw

from yixian.toolkit.scans.pages import QUALITY
from yixian.toolkit.scans.shapes import Box

COVER = (90, 90, 90)
MARGIN = 0.004


def covered(content: bytes, boxes: Iterable[Box]) -> bytes:
    """The page with these boxes painted over; what was under them is not in the picture any more."""
    with Image.open(io.BytesIO(content)) as picture:
        page = picture.convert("RGB")
    brush = ImageDraw.Draw(page)
    for box in boxes:
        corners = _wider(box)
        brush.polygon([(x * page.width, y * page.height) for x, y in corners], fill=COVER)
    written = io.BytesIO()
    page.save(written, "JPEG", quality=QUALITY)
    return written.getvalue()


def _wider(box: Box) -> list[tuple[float, float]]:
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = box
    grow = MARGIN
    return [(ax - grow, ay - grow), (bx + grow, by - grow), (cx + grow, cy + grow), (dx - grow, dy + grow)]
