"""Pictures are decoded and drawn anew: place, time, device and whatever hides behind the picture are gone."""

import re
import warnings
from collections.abc import Callable
from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError

from yixian.toolkit.files.refused import FileRefused

MOST_PIXELS = 60_000_000
LONGEST_SIDE = 4096
"""A page of A4 at 300 dots an inch is 3508 high; a larger photo is drawn smaller."""
QUALITY = 88
START, END, SCAN = b"\xff\xd8", 0xD9, 0xDA
NOTES = frozenset({0xFE, *range(0xE1, 0xEE), 0xEF})
"""Comments and every APP segment but JFIF's and Adobe's, which tell the colours."""
MARK = re.compile(rb"\xff([^\x00\xff\xd0-\xd7])")
MOST_SEGMENTS = 5_000
DAMAGED = "已损坏，打不开。请重新拍照或者重新导出后再交。"


def as_jpeg(content: bytes) -> bytes:
    return _drawn(content, lambda picture, to: picture.convert("RGB").save(to, "JPEG", quality=QUALITY))


def as_png(content: bytes) -> bytes:
    return _drawn(content, lambda picture, to: _plain(picture).save(to, "PNG"))


def as_webp(content: bytes) -> bytes:
    return _drawn(content, lambda picture, to: _plain(picture).save(to, "WEBP", quality=QUALITY))


def _drawn(content: bytes, write: Callable[[Image.Image, BytesIO], None]) -> bytes:
    """The first frame, turned as the camera was held, on a canvas of its own that carries no notes."""
    try:
        with warnings.catch_warnings(), Image.open(BytesIO(content)) as opened:
            warnings.simplefilter("ignore")
            if opened.width * opened.height > MOST_PIXELS:
                raise FileRefused(f"超过 {MOST_PIXELS // 1_000_000} 百万像素，请缩小后再交。")
            upright = ImageOps.exif_transpose(opened)
            upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
            bare = Image.new(upright.mode, upright.size)
            bare.paste(upright)
            if upright.mode == "P":
                bare.putpalette(upright.getpalette() or [])
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise FileRefused(DAMAGED) from error
    written = BytesIO()
    write(bare, written)
    return written.getvalue()


def _plain(picture: Image.Image) -> Image.Image:
    return picture if picture.mode in ("1", "L", "RGB", "RGBA") else picture.convert("RGBA")


def without_notes(jpeg: bytes) -> bytes:
    """A JPEG with the same points and without ``NOTES``, from its start to its end: what hangs behind is gone."""
    kept, at, drawn = [START], len(START), False
    for _ in range(MOST_SEGMENTS if jpeg.startswith(START) else 0):
        found = MARK.match(jpeg, at)
        if found is None or found[1][0] == END:
            break
        body, mark = found.end(), found[1][0]
        end = body + max(int.from_bytes(jpeg[body : body + 2], "big"), 2)
        at = _next_mark(jpeg, end) if mark == SCAN else end
        drawn = drawn or mark == SCAN
        kept += [] if mark in NOTES else [jpeg[found.start() : at]]
    if not drawn or (at < len(jpeg) and not jpeg.startswith(bytes((0xFF, END)), at)):
        raise FileRefused(DAMAGED)
    return b"".join([*kept, bytes((0xFF, END))])


def _next_mark(jpeg: bytes, start: int) -> int:
    """Where the points of a scan end."""
    found = MARK.search(jpeg, start)
    return found.start() if found else len(jpeg)
