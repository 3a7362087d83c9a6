"""From an upload to its pages: each a JPEG, upright by its own word, at the resolution that reading needs."""

import io
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageOps, UnidentifiedImageError

from yixian.toolkit.drawing import NotDrawn, Paper, drawn

DPI = 200
MOST_PAGES = 40
LONGEST_SIDE = 3200
QUALITY = 85
PDF_HEAD = b"%PDF-"
SCAN = Paper(dots=DPI, longest=LONGEST_SIDE, quality=QUALITY, most=MOST_PAGES)


class NotReadable(Exception):
    """Neither a PDF nor a picture that can be opened, or more pages than a letter has."""


@dataclass(frozen=True, slots=True)
class PageImage:
    """One page as a JPEG without metadata."""

    content: bytes
    width: int
    height: int


def pages_of(content: bytes) -> list[PageImage]:
    """The pages of a PDF, or the one page of a picture, in order."""
    if content[:1024].lstrip().startswith(PDF_HEAD):
        return _pages_of_pdf(content)
    try:
        with Image.open(io.BytesIO(content)) as picture:
            return [as_page(ImageOps.exif_transpose(picture))]
    except (UnidentifiedImageError, OSError, Image.DecompressionBombError) as error:
        raise NotReadable("not a picture") from error


def _pages_of_pdf(content: bytes) -> list[PageImage]:
    """At 200 dpi, or less where a page is larger than paper is."""
    try:
        pages = drawn(content, SCAN)
    except NotDrawn as error:
        raise NotReadable(str(error)) from error
    return [_sized(page) for page in pages]


def _sized(page: bytes) -> PageImage:
    with Image.open(io.BytesIO(page)) as picture:
        return PageImage(page, picture.width, picture.height)


def as_page(picture: Image.Image) -> PageImage:
    """Flat on white, no larger than needed, without any metadata."""
    flat = picture.convert("RGBA") if picture.mode in ("LA", "P", "RGBA") else picture.convert("RGB")
    if flat.mode == "RGBA":
        white = Image.new("RGB", flat.size, "white")
        white.paste(flat, mask=flat.getchannel("A"))
        flat = white
    flat.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    written = io.BytesIO()
    flat.save(written, "JPEG", quality=QUALITY)
    return PageImage(written.getvalue(), flat.width, flat.height)


def pixels_of(content: bytes) -> np.ndarray:
    """A page as rows of red, green, blue."""
    with Image.open(io.BytesIO(content)) as picture:
        return np.asarray(picture.convert("RGB"))


def turned(content: bytes, degrees: int) -> bytes:
    """The page turned clockwise by quarter turns."""
    if degrees % 360 == 0:
        return content
    with Image.open(io.BytesIO(content)) as picture:
        upright = picture.convert("RGB").rotate(-degrees, expand=True)
    written = io.BytesIO()
    upright.save(written, "JPEG", quality=QUALITY)
    return written.getvalue()


def smaller(content: bytes, longest: int) -> bytes:
    """The page drawn small, for a sheet of many."""
    with Image.open(io.BytesIO(content)) as picture:
        small = picture.convert("RGB")
    small.thumbnail((longest, longest), Image.Resampling.LANCZOS)
    written = io.BytesIO()
    small.save(written, "JPEG", quality=QUALITY)
    return written.getvalue()
