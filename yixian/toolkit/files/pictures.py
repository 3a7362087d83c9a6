"""Pictures are decoded and drawn anew: place, time, device and whatever hides behind the picture are gone."""

import warnings
from collections.abc import Callable
from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError

from yixian.toolkit.files.refused import FileRefused

MOST_PIXELS = 60_000_000
LONGEST_SIDE = 4096
"""A page of A4 at 300 dots an inch is 3508 high; a larger photo is drawn smaller."""
QUALITY = 88
SCAN, COMMENT, APPS, KEPT_APPS = 0xDA, 0xFE, (0xE0, 0xEF), (0xE0, 0xEE)
"""Marks of the segments of a JPEG."""
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
    """A JPEG with the same points and without notes: every APP segment but JFIF's and Adobe's, which tell the
    colours, and every comment.
    """
    if not jpeg.startswith(b"\xff\xd8"):
        raise FileRefused(DAMAGED)
    kept, at = [jpeg[:2]], 2
    while jpeg[at : at + 1] == b"\xff" and at + 4 <= len(jpeg) and jpeg[at + 1] != SCAN:
        mark, end = jpeg[at + 1], at + 2 + int.from_bytes(jpeg[at + 2 : at + 4], "big")
        if mark in KEPT_APPS or not (mark == COMMENT or APPS[0] <= mark <= APPS[1]):
            kept.append(jpeg[at:end])
        at = end
    if jpeg[at : at + 2] != bytes((0xFF, SCAN)):
        raise FileRefused(DAMAGED)
    last = jpeg.rfind(b"\xff\xd9")
    return b"".join([*kept, jpeg[at : last + 2] if last > at else jpeg[at:]])
