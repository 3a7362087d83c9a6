"""A signature becomes one flat picture, whatever the page sent."""

import base64
import io

import pytest
from PIL import Image, ImageDraw
from PIL.PngImagePlugin import PngInfo

from yixian.reception.signature import PREFIX, NoSignature, stroke_of


def sent(*, line=True, size=(600, 200), info=None) -> str:
    picture = Image.new("RGBA", size, (0, 0, 0, 0))
    if line:
        ImageDraw.Draw(picture).line((20, 20, 300, 120), fill=(10, 10, 80, 255), width=4)
    written = io.BytesIO()
    picture.save(written, "PNG", pnginfo=info)
    return PREFIX + base64.b64encode(written.getvalue()).decode()


def test_it_is_black_on_white_and_has_nothing_beside_it():
    info = PngInfo()
    info.add_text("pressure", "0.1,0.2,0.9")

    kept = stroke_of(sent(info=info))

    with Image.open(io.BytesIO(kept)) as picture:
        assert (picture.mode, picture.size, picture.info) == ("1", (600, 200), {})
        assert 0 < picture.histogram()[0] < 600 * 200 / 10
    assert b"pressure" not in kept


@pytest.mark.parametrize(
    "drawn", ["", PREFIX, PREFIX + "!!", PREFIX + base64.b64encode(b"GIF89a").decode(), sent(line=False)]
)
def test_what_is_no_signature_is_refused(drawn):
    with pytest.raises(NoSignature):
        stroke_of(drawn)


def test_a_picture_that_is_too_large_is_refused():
    with pytest.raises(NoSignature, match="太大"):
        stroke_of(sent(size=(2400, 200)))


def test_an_empty_frame_is_called_empty():
    with pytest.raises(NoSignature, match="还没有签名"):
        stroke_of("")
