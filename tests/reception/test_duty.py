"""Which days a plan covers: only working days, whatever the calendar of the year makes of them."""

from datetime import date, time

from yixian.reception.duty import DutyPlan, day_word, gaps, month_of
from yixian.reception.enums import DutyKind
from yixian.regulations.calendar import published_calendar

CALENDAR = published_calendar()


def plan(first: date, last: date, **changes) -> DutyPlan:
    return DutyPlan(
        **{
            "first": first,
            "last": last,
            "weekdays": frozenset(range(5)),
            "opens": time(8, 30),
            "closes": time(17, 30),
            "kind": DutyKind.STAFF,
            "staff_id": 1,
            "place": "一楼接访室",
            **changes,
        }
    )


def test_holidays_are_skipped_and_made_up_weekends_are_worked():
    days = plan(date(2026, 2, 13), date(2026, 2, 28)).days(CALENDAR)

    assert [day.day for day in days] == [13, 14, 24, 25, 26, 27, 28]


def test_made_up_weekends_are_left_out_where_the_office_wants_it():
    days = plan(date(2026, 2, 13), date(2026, 2, 28), make_up=False).days(CALENDAR)

    assert [day.day for day in days] == [13, 24, 25, 26, 27]


def test_only_the_chosen_weekdays_are_planned():
    days = plan(date(2026, 3, 2), date(2026, 3, 15), weekdays=frozenset({2})).days(CALENDAR)

    assert days == [date(2026, 3, 4), date(2026, 3, 11)]


def test_a_working_day_without_anybody_is_a_gap_and_a_holiday_is_none():
    first, last = month_of(date(2026, 2, 10))
    covered = plan(first, date(2026, 2, 26)).days(CALENDAR)

    assert gaps(first, last, covered, CALENDAR) == [date(2026, 2, 27), date(2026, 2, 28)]


def test_a_day_that_is_no_plain_working_day_says_why():
    words = [day_word(date(2026, 2, day), CALENDAR) for day in (12, 14, 17, 7)]

    assert words == ["", "调休上班", "春节", "周末"]
