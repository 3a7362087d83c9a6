"""接访日: which days a plan covers, and which working days of a month have nobody. Pure but for the calendar given."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time, timedelta

from yixian.reception.enums import DutyKind
from yixian.regulations.calendar import WorkingCalendar, days_between
from yixian.toolkit.wording import WEEKDAYS

LONGEST_PLACE = 60
LONGEST_PLAN = timedelta(days=366)
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyPlan:
    """The same turn on the chosen weekdays (0 is Monday) of a span; ``make_up`` adds the worked weekends (调休)."""

    first: date
    last: date
    weekdays: frozenset[int]
    opens: time
    closes: time
    kind: DutyKind
    staff_id: int
    place: str
    named: bool = False
    make_up: bool = True

    def days(self, calendar: WorkingCalendar) -> list[date]:
        """Only working days: nobody is planned on a holiday."""
        return [
            day
            for day in days_between(self.first - ONE_DAY, self.last)
            if calendar.is_working_day(day) and self._covers(day, calendar)
        ]

    def _covers(self, day: date, calendar: WorkingCalendar) -> bool:
        return day.weekday() in self.weekdays or bool(self.make_up and calendar.made_up(day))


def month_of(day: date) -> tuple[date, date]:
    """The first and the last day of the month."""
    first = day.replace(day=1)
    return first, (first + timedelta(days=31)).replace(day=1) - ONE_DAY


def day_word(day: date, calendar: WorkingCalendar) -> str:
    """What stands beside a date: the festival, 调休上班, 周末, or nothing for a plain working day."""
    if calendar.is_working_day(day):
        return "调休上班" if calendar.made_up(day) else ""
    return calendar.holiday(day) or "周末"


def weekday_word(day: date) -> str:
    return f"星期{WEEKDAYS[day.weekday()]}"


def gaps(first: date, last: date, covered: Iterable[date], calendar: WorkingCalendar) -> list[date]:
    """The working days of the span on which nobody receives."""
    known = set(covered)
    return [
        day
        for day in days_between(first - ONE_DAY, last)
        if calendar.is_working_day(day) and day not in known
    ]
