"""Boxes become rows and rows become paragraphs, also where the whole page lies askew."""

import numpy as np
import pytest

from yixian.toolkit.scans.engine import RawLine
from yixian.toolkit.scans.paragraphs import text_of
from yixian.toolkit.scans.rows import gaps_in, rows_of
from yixian.toolkit.scans.shapes import Doubt

SIGN, PITCH = 40, 60


def line(text, left, row, *, angle=0.0, sure=1.0):
    """One line of full-width characters at a place counted in characters and rows, the page turned by degrees."""
    x, y = left * SIGN, row * PITCH
    box = np.array(
        [[x, y], [x + len(text) * SIGN, y], [x + len(text) * SIGN, y + SIGN], [x, y + SIGN]], float
    )
    turn = np.deg2rad(angle)
    matrix = np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]])
    return RawLine(text, (sure,) * len(text), box @ matrix, tuple(range(0, 6 * len(text), 6)))


def letter(angle=0.0):
    return [
        line("柳湾村修路的账目没有公开请查", 0, 3, angle=angle),
        line("关于修路的信", 6, 0, angle=angle),
        line("青禾镇纪委：", 0, 1, angle=angle),
        line("我是三组的村民，", 2, 2, angle=angle),
        line("现在反映", 11, 2, angle=angle),
        line("清。", 0, 4, angle=angle),
        line("村民某某", 14, 5, angle=angle),
    ]


@pytest.mark.parametrize("angle", [0, 4, -4])
def test_a_letter_is_put_in_order_with_its_paragraphs(angle):
    text, doubts = text_of(rows_of(letter(angle)))

    assert text.splitlines() == [
        "关于修路的信",
        "青禾镇纪委：",
        "我是三组的村民， 现在反映柳湾村修路的账目没有公开请查清。",
        "村民某某",
    ]
    assert doubts == ()


def test_an_empty_page_has_no_text():
    assert text_of(rows_of([])) == ("", ())


def test_neighbouring_unsure_characters_are_one_doubtful_place():
    read = RawLine("好处费三千", (0.99, 0.4, 0.7, 0.99, 0.3), line("好处费三千", 0, 0).corners)

    _, doubts = text_of(rows_of([read]))

    assert doubts == (Doubt(1, 3, 0.4), Doubt(4, 5, 0.3))


def test_a_space_wide_enough_for_a_character_is_doubtful():
    wide = RawLine("请上级查清", (1.0,) * 5, line("请上级查清", 0, 0).corners, (0, 6, 12, 24, 30))

    assert gaps_in(wide) == [3]
    assert text_of(rows_of([wide]))[1] == (Doubt(3, 3, 0.0),)


def test_a_space_after_a_stop_is_not_doubtful():
    stop = RawLine("好，请查清", (1.0,) * 5, line("好，请查清", 0, 0).corners, (0, 6, 18, 24, 30))

    assert gaps_in(stop) == []
