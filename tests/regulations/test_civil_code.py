"""民法典 200–203: days and months."""

from datetime import date

import pytest

from yixian.regulations.civil_code import LAST_DAY, end_by_days, end_by_months, first_counted_day


def test_the_day_of_the_event_is_not_counted():
    assert first_counted_day(date(2026, 2, 28)) == date(2026, 3, 1)
    assert end_by_days(date(2026, 2, 28), 15) == date(2026, 3, 15)


@pytest.mark.parametrize(
    ("event_on", "months", "end"),
    [
        (date(2026, 1, 15), 1, date(2026, 2, 15)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2025, 11, 30), 3, date(2026, 2, 28)),
        (date(2025, 12, 31), 6, date(2026, 6, 30)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
        (date(2026, 2, 28), 12, date(2027, 2, 28)),
        (date(2026, 2, 28), 24, date(2028, 2, 28)),
    ],
)
def test_a_month_ends_on_the_corresponding_day_or_the_months_last(event_on, months, end):
    assert end_by_months(event_on, months) == end


def test_the_article_on_rest_days_is_the_two_hundred_and_third():
    assert LAST_DAY.cite() == "《中华人民共和国民法典》第二百零三条"
