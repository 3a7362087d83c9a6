import datetime as dt

import pytest

from yixian.toolkit.spreadsheets import read_day

FIRST_OF_MARCH = dt.date(2026, 3, 1)


@pytest.mark.parametrize(
    "written",
    [
        "2026年3月1日",
        "2026 年 03 月 01 日 上午9时",
        "2026/3/1",
        "2026/3/1 9:05:33",
        "2026.3.1",
        "2026-03-01T09:05:00",
        "2026－3－1",
        "２０２６／３／１",
        "20260301",
        "20260301090533",
        "二〇二六年三月一日",
        "46082",
        "46082.5",
        46082,
        46082.379,
        20260301,
        dt.date(2026, 3, 1),
        dt.datetime(2026, 3, 1, 9, 5),
    ],
)
def test_a_date_is_read_however_it_is_written(written):
    assert read_day(written) == FIRST_OF_MARCH


def test_the_month_and_day_in_chinese_numerals_count_past_ten():
    assert read_day("二〇二五年十二月三十一日") == dt.date(2025, 12, 31)


def test_a_year_at_the_end_is_read_where_only_one_reading_is_possible():
    assert read_day("3/15/2026") == dt.date(2026, 3, 15)
    assert read_day("15/3/2026") == dt.date(2026, 3, 15)


@pytest.mark.parametrize(
    "written",
    [
        "3/4/2026",
        "2026年3月",
        "2026-02-30",
        "去年冬天",
        "",
        None,
        True,
        dt.time(9),
        7,
        1.5e12,
        "1.2",
        "202603011",
    ],
)
def test_what_is_ambiguous_or_incomplete_is_not_guessed(written):
    assert read_day(written) is None
