"""Working days: every day of every published year against two independent packages, and honesty beyond."""

from datetime import date, timedelta

import chinese_calendar
import holidays
import pytest

from yixian.regulations.calendar import CalendarYear, WorkingCalendar, published_calendar

CALENDAR = published_calendar()
YEARS = range(2020, 2027)
NOTHING_PUBLISHED = WorkingCalendar.of([])


def days_of(year: int) -> list[date]:
    first = date(year, 1, 1)
    return [first + timedelta(days=offset) for offset in range((date(year + 1, 1, 1) - first).days)]


def test_the_years_from_2020_to_2026_are_shipped():
    assert sorted(CALENDAR.years) == list(YEARS)


@pytest.mark.parametrize("year", YEARS)
def test_every_day_agrees_with_holidays(year):
    china = holidays.country_holidays("CN", years=year)

    disagreeing = [day for day in days_of(year) if CALENDAR.is_working_day(day) != china.is_working_day(day)]

    assert disagreeing == []


@pytest.mark.parametrize("year", YEARS)
def test_every_day_agrees_with_chinesecalendar(year):
    disagreeing = [
        day for day in days_of(year) if CALENDAR.is_working_day(day) != chinese_calendar.is_workday(day)
    ]

    assert disagreeing == []


def test_the_made_up_working_days_of_2026_are_those_of_the_notice():
    made_up = [day for day, _ in CALENDAR.made_up_between(date(2026, 1, 1), date(2026, 12, 31))]

    assert made_up == [
        date(2026, 1, 4),
        date(2026, 2, 14),
        date(2026, 2, 28),
        date(2026, 5, 9),
        date(2026, 9, 20),
        date(2026, 10, 10),
    ]


def test_holidays_are_named_and_ordinary_weekends_are_not():
    found = CALENDAR.holidays_between(date(2026, 5, 1), date(2026, 5, 10))

    assert found == [
        (date(2026, 5, 1), "劳动节"),
        (date(2026, 5, 2), "劳动节"),
        (date(2026, 5, 4), "劳动节"),
        (date(2026, 5, 5), "劳动节"),
    ]


def test_the_next_working_day_of_a_working_day_is_itself():
    assert CALENDAR.next_working_day(date(2026, 2, 14)) == date(2026, 2, 14)
    assert CALENDAR.next_working_day(date(2026, 2, 15)) == date(2026, 2, 24)


def test_working_days_are_counted_after_the_start():
    assert CALENDAR.add_working_days(date(2026, 2, 13), 1) == date(2026, 2, 14)
    assert CALENDAR.add_working_days(date(2026, 2, 13), 0) == date(2026, 2, 13)
    assert CALENDAR.working_days_between(date(2026, 2, 13), date(2026, 3, 12)) == 15
    assert CALENDAR.working_days_between(date(2026, 3, 12), date(2026, 2, 13)) == 0


def test_a_year_without_notice_knows_weekends_and_fixed_holidays_and_guesses_no_festival():
    rest = [day for day in days_of(2027) if day.weekday() < 5 and not CALENDAR.is_working_day(day)]

    assert rest == [date(2027, 1, 1), date(2027, 10, 1)]
    assert CALENDAR.is_working_day(date(2027, 2, 8))
    assert not CALENDAR.is_working_day(date(2027, 2, 6))


def test_counting_is_provisional_as_soon_as_it_reaches_a_year_without_notice():
    assert not CALENDAR.is_provisional(date(2026, 12, 1), date(2026, 12, 31))
    assert CALENDAR.is_provisional(date(2026, 12, 1), date(2027, 1, 1))
    assert CALENDAR.is_provisional(date(2019, 12, 31), date(2020, 1, 2))
    assert NOTHING_PUBLISHED.is_provisional(date(2026, 3, 2), date(2026, 3, 3))


def test_an_entered_year_replaces_the_shipped_one_and_leaves_the_shipped_calendar_alone():
    corrected = CALENDAR.with_year(CalendarYear(2026, {date(2026, 3, 4): "端午节"}, {}))

    assert not corrected.is_working_day(date(2026, 3, 4))
    assert corrected.is_working_day(date(2026, 2, 16))
    assert not CALENDAR.is_working_day(date(2026, 2, 16))


def test_a_notice_that_reaches_back_into_december_changes_that_december():
    reaching = CALENDAR.with_year(
        CalendarYear(2027, {date(2026, 12, 31): "元旦"}, {date(2026, 12, 26): "元旦"})
    )

    assert not reaching.is_working_day(date(2026, 12, 31))
    assert reaching.is_working_day(date(2026, 12, 26))
