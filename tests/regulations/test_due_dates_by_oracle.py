"""Every term from every published day, against a naive second implementation that shares nothing.

The oracle walks the days one by one on ``chinesecalendar`` and knows months only by trying dates.
"""

from datetime import date, timedelta

import chinese_calendar
import pytest

from yixian.regulations.calendar import published_calendar
from yixian.regulations.deadlines import due
from yixian.regulations.limits import Unit
from yixian.regulations.terms import TERMS

CALENDAR = published_calendar()
ONE_DAY = timedelta(days=1)
FIRST, LAST = date(2020, 1, 1), date(2026, 12, 31)
WORKED = {
    FIRST + timedelta(days=offset): chinese_calendar.is_workday(FIRST + timedelta(days=offset))
    for offset in range((LAST - FIRST).days + 1)
}
LENGTHS = sorted({(term.unit, term.length) for term in TERMS.values()})
TERM_OF = {(term.unit, term.length): term for term in TERMS.values()}


class BeyondTheNotices(Exception):
    """The oracle has walked past the last published day."""


def worked(day: date) -> bool:
    if day > LAST:
        raise BeyondTheNotices
    return WORKED[day]


def naive_months(start: date, months: int) -> date:
    """Months by moving one calendar page at a time and then back from the 31st to a day that exists."""
    year, month = start.year, start.month
    for _ in range(months):
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    for day in range(start.day, 0, -1):
        try:
            return date(year, month, day)
        except ValueError:
            continue
    raise AssertionError("a month has a first day")


def naive_due(unit: Unit, length: int, start: date) -> date:
    day = start
    if unit is Unit.WORKING_DAY:
        counted = 0
        while counted < length:
            day = day + ONE_DAY
            counted = counted + 1 if worked(day) else counted
        return day
    day = naive_months(start, length) if unit is Unit.MONTH else start + ONE_DAY * length
    while not worked(day):
        day = day + ONE_DAY
    return day


def expected(unit: Unit, length: int, start: date) -> date | None:
    try:
        return naive_due(unit, length, start)
    except BeyondTheNotices:
        return None


@pytest.mark.parametrize(("unit", "length"), LENGTHS, ids=[f"{unit}-{length}" for unit, length in LENGTHS])
def test_every_start_of_the_published_years_ends_where_the_naive_count_ends(unit, length):
    term = TERM_OF[unit, length]

    for start in WORKED:
        deadline = due(term, start, CALENDAR)
        told = expected(unit, length, start)

        assert deadline.provisional == (told is None), start
        assert told in (None, deadline.on), start


def test_every_length_in_the_registry_is_walked():
    assert set(TERM_OF) == {(term.unit, term.length) for term in TERMS.values()}
    assert len(LENGTHS) >= 9
