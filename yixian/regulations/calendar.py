"""Working days: the published years as data, any further year as staff enter it, and an honest answer beyond.

A year without its notice is computed from weekends and the holidays whose date the national regulation
fixes (元旦, 劳动节, 国庆节); festivals of the moon calendar and make-up working days are not guessed, and
every date that leans on such a year is provisional.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

from yixian.regulations.calendar_file import CalendarYear, CalendarYearInvalid, parse_year

__all__ = [
    "CalendarYear",
    "CalendarYearInvalid",
    "WorkingCalendar",
    "days_between",
    "parse_year",
    "published_calendar",
]

FIXED_HOLIDAYS = {
    (1, 1): "元旦",
    (5, 1): "劳动节",
    (5, 2): "劳动节",
    (10, 1): "国庆节",
    (10, 2): "国庆节",
    (10, 3): "国庆节",
}
ONE_DAY = timedelta(days=1)
SATURDAY = 5


def days_between(after: date, until: date) -> Iterator[date]:
    """The days after the first date up to and with the second; none when it is not later."""
    for offset in range(1, (until - after).days + 1):
        yield after + timedelta(days=offset)


@dataclass(frozen=True)
class WorkingCalendar:
    """Years by number. Given twice, the later entry wins, so that an office can correct a shipped year."""

    years: Mapping[int, CalendarYear]

    @classmethod
    def of(cls, years: Iterable[CalendarYear]) -> "WorkingCalendar":
        return cls({each.year: each for each in years})

    def with_year(self, entered: CalendarYear) -> "WorkingCalendar":
        return WorkingCalendar({**self.years, entered.year: entered})

    def is_published(self, year: int) -> bool:
        return year in self.years

    def is_provisional(self, after: date, until: date) -> bool:
        """Whether counting from one day to the other leans on a year that has no notice yet."""
        return any(not self.is_published(year) for year in range(after.year, until.year + 1))

    def holiday(self, day: date) -> str | None:
        """The holiday for which this day is off, if it is one."""
        for year in (day.year, day.year + 1):
            if year in self.years and day in self.years[year].rest_days:
                return self.years[year].rest_days[day]
        return None if self.is_published(day.year) else FIXED_HOLIDAYS.get((day.month, day.day))

    def made_up(self, day: date) -> str | None:
        """The holiday for which this Saturday or Sunday is worked, if it is."""
        for year in (day.year, day.year + 1):
            if year in self.years and day in self.years[year].work_days:
                return self.years[year].work_days[day]
        return None

    def is_working_day(self, day: date) -> bool:
        if self.made_up(day):
            return True
        return day.weekday() < SATURDAY and self.holiday(day) is None

    def next_working_day(self, day: date) -> date:
        """The day itself when it is worked, else the first worked day after it."""
        while not self.is_working_day(day):
            day += ONE_DAY
        return day

    def add_working_days(self, start: date, count: int) -> date:
        """The count-th working day after the start, which is itself not counted."""
        day = start
        while count > 0:
            day += ONE_DAY
            count -= self.is_working_day(day)
        return day

    def working_days_between(self, after: date, until: date) -> int:
        """How many working days lie after the first date up to and with the second."""
        return sum(self.is_working_day(day) for day in days_between(after, until))

    def holidays_between(self, first: date, last: date) -> list[tuple[date, str]]:
        """Days off by name, both ends included; ordinary weekends have no name and are left out."""
        named = ((day, self.holiday(day)) for day in days_between(first - ONE_DAY, last))
        return [(day, name) for day, name in named if name]

    def made_up_between(self, first: date, last: date) -> list[tuple[date, str]]:
        """Worked Saturdays and Sundays by the holiday that they make up for, both ends included."""
        named = ((day, self.made_up(day)) for day in days_between(first - ONE_DAY, last))
        return [(day, name) for day, name in named if name]


@cache
def published_calendar() -> WorkingCalendar:
    """The years whose notices are shipped with the program; ``with_year`` adds what staff entered."""
    folder = files("yixian.regulations") / "calendars"
    shipped = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".csv"))
    return WorkingCalendar.of(parse_year((folder / name).read_text(encoding="utf-8")) for name in shipped)
