"""A signature on the screen: one flat picture. How it was drawn (speed, pressure, order) is not in it."""

import base64
import binascii
import io

from PIL import Image, UnidentifiedImageError

from yixian.trail.refusal import Refusal

PREFIX = "data:image/png;base64,"
MOST_BYTES, WIDEST = 400_000, 2_000
WHITE, INK = 255, 128
FEWEST_DOTS = 40


class NoSignature(Refusal):
    """Nothing was drawn, or it is no picture."""

    key = "no_signature"


def stroke_of(drawn: str) -> bytes:
    """The picture that a page sent as a data address, drawn anew: black on white, without anything beside it."""
    if not drawn.strip():
        raise NoSignature("还没有签名。请在框内签名；也可以打印后在纸上签名，选“在打印件上签名”。")
    try:
        raw = base64.b64decode(drawn.removeprefix(PREFIX), validate=True)
        if len(raw) > MOST_BYTES:
            raise NoSignature("签名图片太大，请清除后重新签名。")
        return _drawn_anew(raw)
    except (binascii.Error, UnidentifiedImageError, OSError, ValueError) as error:
        raise NoSignature("签名没有读出来，请清除后重新签名；也可以打印后在纸上签名。") from error


def _drawn_anew(raw: bytes) -> bytes:
    with Image.open(io.BytesIO(raw), formats=("PNG",)) as sent:
        if max(sent.size) > WIDEST:
            raise NoSignature("签名图片太大，请清除后重新签名。")
        ground = Image.new("RGBA", sent.size, "white")
        ground.alpha_composite(sent.convert("RGBA"))
    flat = ground.convert("L").point(lambda tone: 0 if tone < INK else WHITE, mode="1")
    if flat.histogram()[0] < FEWEST_DOTS:
        raise NoSignature("还没有签名。请来访人在框内签名；不能签的，选打印后签名、捺印，或者写明原因。")
    written = io.BytesIO()
    flat.save(written, "PNG", optimize=True)
    return written.getvalue()
