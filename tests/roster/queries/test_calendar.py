from datetime import date

from tests.roster.conftest import DAY, year_text
from yixian.regulations.calendar import published_calendar
from yixian.roster.models import CalendarYear
from yixian.roster.queries import working_calendar


def test_without_entries_the_shipped_years_hold(db):
    calendar = working_calendar()

    assert calendar.is_published(2026) is True
    assert calendar.is_published(2031) is False


def test_an_entered_year_is_counted_with(db):
    CalendarYear.objects.create(year=2031, text=year_text(2031), entered_on=DAY)

    calendar = working_calendar()

    assert calendar.is_published(2031) is True
    assert calendar.is_working_day(date(2031, 6, 10)) is False
    assert calendar.is_working_day(date(2031, 2, 8)) is True


def test_an_entered_year_wins_over_a_shipped_one(db):
    CalendarYear.objects.create(year=2026, text=year_text(2026), entered_on=DAY)

    calendar = working_calendar()

    assert published_calendar().is_working_day(date(2026, 6, 10)) is True
    assert calendar.is_working_day(date(2026, 6, 10)) is False
