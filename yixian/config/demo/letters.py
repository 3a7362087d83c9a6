"""Paper letters on the desk of the demonstration: one as it came off the glass, one read and half corrected.

The pages are drawn here, so that the program carries no picture of anybody's letter.
"""

import io
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

import pylopdf_fonts_zh_cn
from PIL import Image, ImageDraw, ImageFont

from yixian.config.demo.schedule import Scene, after
from yixian.protection.officer import Officer
from yixian.reception.actions import discard_scan, take_scan
from yixian.reception.enums import DiscardReason
from yixian.reception.page_reading import read_and_keep

if TYPE_CHECKING:
    from yixian.reception.models import Scan

A4, MARGIN, SIZE, LEADING = (1654, 2339), 200, 42, 76
INK, SEAL = (30, 30, 34), (200, 40, 36)
ROAD = (
    (
        "关于石桥村机耕路的情况反映",
        "青禾镇纪委：",
        "　　我们是石桥村六组的农户。去年秋后村里修机",
        "耕路，向每户收了380元，说是“先垫后补”。路只",
        "修了不到一半就停了工，钱没有退，也没有公示用",
        "到哪里去了。",
        "　　村里开会时有人问起，回答是“账在镇上”。我们",
        "到镇上问，又说“账在村里”。",
    ),
    (
        "　　请上级查一查：一、一共收了多少钱；二、补助",
        "款到了没有；三、剩下的路还修不修。",
        "　　怕以后办事为难，我们不写名字，请理解。",
        "　　　　　　　　　　　　　　石桥村几户农民",
    ),
)
POND = (
    (
        "反映鱼塘承包不公开",
        "青禾镇纪委：",
        "　　下街村三口集体鱼塘今年三月到期，没有开会，",
        "也没有贴公告，就续包给了原来的人，一年租金",
        "1,200元，十年没有涨过。别的村同样的塘一年是",
        "4,500元。",
        "　　请查一查是谁定的，合同能不能给大家看。",
    ),
)


def letters(clerk: Officer, today: date) -> Iterator[Scene]:
    yield _scanned(clerk, ROAD, after(today, -1), read=0)
    yield _scanned(clerk, POND, after(today, -2), read=1)
    yield _thrown_away(clerk, after(today, -3))


def _scanned(clerk: Officer, letter: tuple[tuple[str, ...], ...], day: date, *, read: int) -> Scene:
    day = yield day
    scan = _taken(clerk, letter, day)
    for page in list(scan.pages.order_by("position"))[:read]:
        read_and_keep(clerk, page, day)


def _thrown_away(clerk: Officer, day: date) -> Scene:
    day = yield day
    discard_scan(by=clerk, scan=_taken(clerk, POND, day), reason=DiscardReason.UNCLEAR, on=day)


def _taken(clerk: Officer, letter: tuple[tuple[str, ...], ...], day: date) -> "Scan":
    return take_scan(by=clerk, pictures=[page_of(lines) for lines in letter], received_on=day, on=day)


def page_of(lines: tuple[str, ...]) -> bytes:
    """A4 at 200 dpi, with the stamp of the post room in the upper corner."""
    sheet = Image.new("RGB", A4, (252, 251, 247))
    brush = ImageDraw.Draw(sheet)
    font = ImageFont.truetype(str(pylopdf_fonts_zh_cn.serif_path()), SIZE)
    for number, line in enumerate(lines):
        brush.text((MARGIN, 260 + LEADING * number), line, INK, font)
    brush.rectangle((1180, 90, 1500, 210), outline=SEAL, width=5)
    brush.text((1215, 125), "青禾镇 收文", SEAL, font)
    written = io.BytesIO()
    sheet.save(written, "JPEG", quality=80)
    return written.getvalue()
