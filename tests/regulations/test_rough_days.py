from datetime import date

import pytest

from yixian.regulations.rough_days import NotARoughDay, parse_rough_day


@pytest.mark.parametrize(
    ("written", "first", "last", "said"),
    [
        ("1998", date(1998, 1, 1), date(1998, 12, 31), "1998年"),
        ("1998-2", date(1998, 2, 1), date(1998, 2, 28), "1998年2月"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "2024年2月"),
        ("1998-12", date(1998, 12, 1), date(1998, 12, 31), "1998年12月"),
        ("1998-05-03", date(1998, 5, 3), date(1998, 5, 3), "1998年5月3日"),
        ("1998年5月3日", date(1998, 5, 3), date(1998, 5, 3), "1998年5月3日"),
        ("1998年", date(1998, 1, 1), date(1998, 12, 31), "1998年"),
    ],
)
def test_a_day_is_known_as_far_as_it_is_written(written, first, last, said):
    day = parse_rough_day(written)

    assert (day.first, day.last, str(day)) == (first, last, said)


@pytest.mark.parametrize("written", ["", "98", "去年", "1998-13", "1998-02-30", "1998/05", "1998-"])
def test_what_is_no_day_is_refused_in_chinese(written):
    with pytest.raises(NotARoughDay, match=r"日期写成|没有“"):
        parse_rough_day(written)


def test_two_ways_of_writing_are_one_day():
    assert parse_rough_day("1998年5月") == parse_rough_day("1998-5")
