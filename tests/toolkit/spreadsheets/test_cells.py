import datetime as dt

import pytest

from yixian.toolkit.spreadsheets import cell_text, strip_controls


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (188801.0, "188801"),
        (0.5, "0.5"),
        ("00123", "00123"),
        (" 甲\r\n乙 ", "甲\n乙"),
        ("甲_x000D_\n乙", "甲\n乙"),
        (True, "是"),
        (None, ""),
        (dt.datetime(2026, 3, 1), "2026-03-01"),
        (dt.datetime(2026, 3, 1, 9, 5), "2026-03-01 09:05:00"),
        (dt.timedelta(hours=1), "1:00:00"),
    ],
)
def test_a_cell_becomes_the_text_the_office_means(value, text):
    assert cell_text(value) == text


def test_control_characters_go_and_line_breaks_stay():
    assert strip_controls("修\x00路\x1b款\ufeff\x07\r\n未付\t款") == "修路款\n未付\t款"
