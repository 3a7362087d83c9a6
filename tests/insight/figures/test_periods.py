import datetime as dt

import pytest

from yixian.insight.figures import WHOLE_TIME, Period


def period(start, end):
    return Period(dt.date.fromisoformat(start), dt.date.fromisoformat(end))


def test_both_ends_belong_to_a_period_and_no_date_does_not():
    march = period("2026-03-01", "2026-03-31")

    days = (dt.date(2026, 2, 28), dt.date(2026, 3, 1), dt.date(2026, 3, 31), dt.date(2026, 4, 1), None)
    assert [day in march for day in days] == [False, True, True, False, False]


def test_a_period_is_written_out_as_offices_do():
    assert str(period("2026-03-01", "2026-06-30")) == "2026年3月1日至2026年6月30日"


@pytest.mark.parametrize(
    ("now", "then"),
    [
        (("2026-03-01", "2026-03-31"), ("2025-03-01", "2025-03-31")),
        (("2025-02-01", "2025-02-28"), ("2024-02-01", "2024-02-29")),
        (("2024-02-29", "2024-03-15"), ("2023-02-28", "2023-03-15")),
    ],
)
def test_the_year_before_has_the_same_dates(now, then):
    assert period(*now).year_before() == period(*then)


@pytest.mark.parametrize(
    ("now", "then"),
    [
        (("2026-03-01", "2026-03-31"), ("2026-02-01", "2026-02-28")),
        (("2026-04-01", "2026-06-30"), ("2026-01-01", "2026-03-31")),
        (("2026-01-01", "2026-12-31"), ("2025-01-01", "2025-12-31")),
        (("2026-03-05", "2026-03-14"), ("2026-02-23", "2026-03-04")),
    ],
)
def test_the_period_before_has_as_many_whole_months_or_days(now, then):
    assert period(*now).before() == period(*then)


def test_months_are_cut_to_the_period():
    assert list(period("2026-01-15", "2026-03-02").months()) == [
        period("2026-01-15", "2026-01-31"),
        period("2026-02-01", "2026-02-28"),
        period("2026-03-01", "2026-03-02"),
    ]


def test_a_business_month_may_run_from_the_21st_to_the_20th():
    assert list(period("2025-12-21", "2026-02-20").months(first_day=21)) == [
        period("2025-12-21", "2026-01-20"),
        period("2026-01-21", "2026-02-20"),
    ]


def test_halves_meet_without_a_gap():
    assert period("2026-03-01", "2026-03-31").halves() == (
        period("2026-03-01", "2026-03-16"),
        period("2026-03-17", "2026-03-31"),
    )


def test_a_period_that_ends_before_it_begins_is_refused():
    with pytest.raises(ValueError, match="报告期的截止日期早于起始日期。"):
        period("2026-03-02", "2026-03-01")


def test_the_whole_time_holds_reports_without_a_date_and_has_no_months():
    assert None in WHOLE_TIME
    assert (str(WHOLE_TIME), list(WHOLE_TIME.months())) == ("未注明日期", [])
