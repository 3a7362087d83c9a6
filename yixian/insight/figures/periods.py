"""Periods of days, and the ones they are compared with: the same a year before, and the one just before."""

import calendar
import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """From ``start`` to ``end``, both included."""

    start: dt.date
    end: dt.date

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError("报告期的截止日期早于起始日期。")

    def __contains__(self, day: dt.date | None) -> bool:
        return day is not None and self.start <= day <= self.end

    def __str__(self) -> str:
        return f"{_written(self.start)}至{_written(self.end)}"

    @property
    def days(self) -> int:
        return (self.end - self.start).days + 1

    def year_before(self) -> "Period":
        """同比: the same dates a year earlier; 29 February becomes the month's last day."""
        whole = self.end.day == _last_day(self.end)
        return Period(_back(self.start, 12), _back(self.end, 12, to_last=whole))

    def before(self) -> "Period":
        """环比: as many whole months just before, or as many days where the period is not whole months."""
        end = self.start - dt.timedelta(days=1)
        if self.start.day == 1 and self.end.day == _last_day(self.end):
            return Period(_back(self.start, _months_between(self.start, self.end)), end)
        return Period(self.start - dt.timedelta(days=self.days), end)

    def halves(self) -> tuple["Period", "Period"]:
        """The earlier and the later half, for a trend within the period; a single day has no halves."""
        middle = self.start + dt.timedelta(days=(self.days - 1) // 2)
        later = min(middle + dt.timedelta(days=1), self.end)
        return Period(self.start, middle), Period(later, self.end)

    def months(self, *, first_day: int = 1) -> Iterator["Period"]:
        """Business months, which some offices count from the 21st to the 20th, cut to this period."""
        start = self.start
        while start <= self.end:
            turn = _next_turn(start, first_day)
            yield Period(start, min(turn - dt.timedelta(days=1), self.end))
            start = turn


class WholeTime(Period):
    """Where no report carries a date: every report is inside, and there are no months and nothing before."""

    def __contains__(self, day: dt.date | None) -> bool:
        return True

    def __str__(self) -> str:
        return "未注明日期"

    def year_before(self) -> Period:
        return self

    def before(self) -> Period:
        return self

    def months(self, *, first_day: int = 1) -> Iterator[Period]:
        return iter(())


WHOLE_TIME = WholeTime(dt.date.min, dt.date.max)


def _written(day: dt.date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _last_day(day: dt.date) -> int:
    return calendar.monthrange(day.year, day.month)[1]


def _back(day: dt.date, months: int, *, to_last: bool = False) -> dt.date:
    index = day.year * 12 + day.month - 1 - months
    first = dt.date(index // 12, index % 12 + 1, 1)
    return first.replace(day=_last_day(first) if to_last else min(day.day, _last_day(first)))


def _months_between(start: dt.date, end: dt.date) -> int:
    return (end.year - start.year) * 12 + end.month - start.month + 1


def _next_turn(day: dt.date, first_day: int) -> dt.date:
    turn = day.replace(day=first_day)
    return turn if turn > day else _back(turn, -1)
