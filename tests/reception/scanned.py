"""Scanned letters for tests: small slips of print that are read in a moment."""

from datetime import date
from functools import cache

import numpy as np
from PIL import Image, ImageDraw

from bench.scan_pages import as_jpeg, plain_face
from tests.reception.township import MONDAY, Township
from tests.scenes import scene
from yixian.reception.actions import take_scan
from yixian.reception.models import Scan, ScanPage
from yixian.reception.page_reading import read_and_keep

WORDS = ("关于低保发放不公的举报信", "柳湾村三组的低保名单没有公示，", "组长把名额给了自己的亲戚，请查清。")
AGAINST_THE_CLERK = ("反映镇纪委接访甲的问题", "接访甲收到群众的举报以后，", "把来信内容告诉了被举报的人。")
AGAINST_THE_CHIEF = ("反映镇纪委书记丙的问题", "书记丙多次接受老板的宴请，", "群众的举报到他那里没有下文。")


@cache
def slip(words: tuple[str, ...] = WORDS) -> bytes:
    """A few lines of print, upright."""
    sheet = Image.new("RGB", (900, 150 + 90 * len(words)), "white")
    brush, font = ImageDraw.Draw(sheet), plain_face().at(44)
    for number, line in enumerate(words):
        brush.text((70, 70 + 90 * number), line, (20, 20, 20), font)
    return as_jpeg(np.asarray(sheet))


@scene
def a_scan(town: Township, *letters: tuple[str, ...], who: str = "clerk", received_on: date = MONDAY) -> Scan:
    """A letter of one slip a page."""
    pictures = [slip(words) for words in letters or (WORDS,)]
    return take_scan(by=town[who], pictures=pictures, received_on=received_on, on=MONDAY)


def first_page(scan: Scan) -> ScanPage:
    return scan.pages.order_by("position")[0]


@scene
def a_read_scan(town: Township, words: tuple[str, ...] = WORDS, who: str = "clerk") -> Scan:
    scan = a_scan(town, words, who=who)
    read_and_keep(town[who], first_page(scan), MONDAY)
    return scan
