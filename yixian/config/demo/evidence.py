"""What reporters of the demonstration hand in: a photograph of nothing and a copied account, invented like all else."""

from io import BytesIO

from PIL import Image, ImageDraw

from yixian.toolkit.files import EVIDENCE, CleanFile, WholeFile, take_in, take_in_whole

ACCOUNT = """流水账（抄件）
三月二日　砂石　一千二百元　经手：无签名
三月九日　砂石　一千二百元　经手：无签名
三月十六日　工钱　八百元　收据未见
"""


def road_photo() -> CleanFile:
    """Half a road, drawn: grey on the left, earth on the right."""
    drawn = Image.new("RGB", (960, 640), "#b9c7d3")
    pen = ImageDraw.Draw(drawn)
    pen.polygon([(0, 640), (360, 280), (480, 280), (480, 640)], fill="#8d8f91")
    pen.polygon([(480, 640), (480, 280), (600, 280), (960, 640)], fill="#9a7b52")
    pen.line([(480, 280), (480, 640)], fill="#4a4a4a", width=4)
    held = BytesIO()
    drawn.save(held, "JPEG", quality=80)
    return _given("材料1（照片）.jpg", held.getvalue())


def copied_account() -> CleanFile:
    return _given("材料2（文本）.txt", ACCOUNT.encode())


def _given(name: str, content: bytes) -> CleanFile:
    return take_in(name, content, EVIDENCE)


def seized_account() -> WholeFile:
    """The same pages as the office copied them itself: kept to the byte."""
    return take_in_whole("流水账（抄件）.txt", ACCOUNT.encode(), EVIDENCE)
