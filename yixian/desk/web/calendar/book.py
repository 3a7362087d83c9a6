"""What the calendar of one officer holds, as it is shown."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.urls import reverse

from yixian.desk.due import due_of
from yixian.desk.web.calendar.work import ToDo, work_due
from yixian.desk.web.month import Month
from yixian.protection.officer import Officer
from yixian.reception.duty import day_word, weekday_word
from yixian.reception.queries import Promised, promised
from yixian.regulations.calendar import WorkingCalendar
from yixian.toolkit.due import Due

SOON = 2
"""Days before that from which it is marked as near."""
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that has its day, as it is shown."""

    number: str
    what: str
    due: Due
    href: str


@dataclass(frozen=True, slots=True)
class CalendarDay:
    on: date
    weekday: str
    word: str
    within: bool
    entries: list[Entry]


class Book:
    """What one officer is shown of what was promised and of what is to be done."""

    def __init__(self, officer: Officer, on: date, working: WorkingCalendar, *, mine: bool) -> None:
        self.officer, self.on, self.working, self.mine = officer, on, working, mine

    def late(self) -> list[Entry]:
        return [entry for _, entry in self._dated(None, self.on - ONE_DAY)]

    def days(self, shown: Month) -> list[CalendarDay]:
        """Whole weeks; each day with its word and what has to be done by it."""
        whole = [day for week in shown.weeks() for day in week]
        by_day: dict[date, list[Entry]] = {}
        for on, entry in self._dated(whole[0], whole[-1]):
            by_day.setdefault(on, []).append(entry)
        return [
            CalendarDay(
                day,
                weekday_word(day),
                day_word(day, self.working),
                shown.first <= day <= shown.last,
                by_day.get(day, []),
            )
            for day in whole
        ]

    def _dated(self, first: date | None, last: date) -> list[tuple[date, Entry]]:
        """In the order of the days, what was promised before what is to be done."""
        found = [(each.on, self._of_promise(each)) for each in self._promised(first, last)]
        work = [each for each in work_due(self.officer, first, last) if each.mine or not self.mine]
        return sorted(
            [*found, *((each.on, self._of_work(each)) for each in work)], key=lambda dated: dated[0]
        )

    def _promised(self, first: date | None, last: date) -> list[Promised]:
        found = promised(self.officer, first, last)
        return [each for each in found if each.mine or not self.mine]

    def _of_promise(self, each: Promised) -> Entry:
        href = reverse("desk:dossier", args=[each.report.pk]) if each.opens else ""
        counted = due_of(each.clock, self.on, self.working) if each.clock else self._due(each.on)
        return Entry(each.report.number or "", each.what, counted, href)

    def _of_work(self, each: ToDo) -> Entry:
        return Entry(each.number, each.what, self._due(each.on), each.href)

    def _due(self, on: date) -> Due:
        left = (on - self.on).days
        return Due(on=on, left=left, unit="天", near=left <= SOON)
