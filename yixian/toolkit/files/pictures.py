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
