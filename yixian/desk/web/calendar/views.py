"""/desk/calendar: everything that was promised to people, as a month or a list; mine, or all that I may see.

Numbers and days only, so that it may be printed and hung up in the office.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from yixian.assessment.queries import plan_steps_until
from yixian.desk.due import due_of
from yixian.desk.web.frame import officer_of
from yixian.desk.web.month import Month
from yixian.desk.web.plan.view import due_of_step
from yixian.protection.officer import Officer
from yixian.protection.web.door import permit
from yixian.reception.duty import day_word, weekday_word
from yixian.reception.queries import Promised, promised, promises_awaited
from yixian.regulations.calendar import WorkingCalendar
from yixian.roster.queries import working_calendar
from yixian.toolkit.due import Due
from yixian.toolkit.today import today
from yixian.toolkit.wording import cn_date_short

ONE_DAY = timedelta(days=1)
MONTH, LIST, MINE, ALL = "month", "list", "mine", "all"


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing promised, as it is shown."""

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


@permit("reception.list_reports", reads_only=True)
def calendar(request: HttpRequest) -> HttpResponse:
    officer, on = officer_of(request), today()
    shown = Month.read(request.GET.get("month", ""), on)
    view = MONTH if request.GET.get("view") == MONTH else LIST
    who = ALL if request.GET.get("who") == ALL else MINE
    book = _Book(officer, on, working_calendar(), mine=who == MINE)
    days = book.days(shown)
    context = {
        "month": shown,
        "view": view,
        "who": who,
        "kept": f"&view={view}&who={who}",
        "on": on,
        "days": days,
        "weeks": [(_span(week), week) for week in _weeks(days)],
        "late": book.entries(None, on - ONE_DAY),
        "count": sum(len(day.entries) for day in days),
        "awaited": [(each, _promise(each)) for each in promises_awaited(officer)],
        "other_view": _address(shown, LIST if view == MONTH else MONTH, who),
        "other_who": _address(shown, view, ALL if who == MINE else MINE),
    }
    return render(request, "desk/calendar.html", context)


def _promise(report: object) -> str:
    return reverse("desk:promise", args=[report.pk])  # type: ignore[attr-defined] # a Report, whose class is reception's


def _address(shown: Month, view: str, who: str) -> str:
    return f"{reverse('desk:calendar')}?month={shown.key}&view={view}&who={who}"


def _weeks(days: list[CalendarDay]) -> list[list[CalendarDay]]:
    """The weeks, from Monday, that hold anything."""
    found = [list(week) for _, week in groupby(days, key=lambda day: day.on.isocalendar()[:2])]
    return [week for week in found if any(day.entries for day in week)]


def _span(week: list[CalendarDay]) -> str:
    """3月2日—3月8日."""
    return f"{cn_date_short(week[0].on)}—{cn_date_short(week[-1].on)}"


class _Book:
    """What one officer is shown of what was promised."""

    def __init__(self, officer: Officer, on: date, working: WorkingCalendar, *, mine: bool) -> None:
        self.officer, self.on, self.working, self.mine = officer, on, working, mine

    def entries(self, first: date | None, last: date) -> list[Entry]:
        return [entry for _, entry in self._dated(first, last)]

    def days(self, shown: Month) -> list[CalendarDay]:
        """Whole weeks; each day with its word and what was promised for it."""
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
        """What was promised to people and the steps of plans, in the order of the days."""
        found = [(each.on, self._entry(each)) for each in self._promised(first, last)]
        return sorted([*found, *self._steps(first, last)], key=lambda dated: dated[0])

    def _steps(self, first: date | None, last: date) -> Iterator[tuple[date, Entry]]:
        steps = plan_steps_until(self.officer, last)
        for each in steps.filter(due_on__gte=first) if first else steps:
            if each.owner_id == self.officer.staff_id or not self.mine:
                what = f"方案步骤：{each.get_kind_display()}（{each.owner.name}）"
                href = reverse("desk:plan", args=[each.matter_id])
                yield each.due_on, Entry(each.matter.number, what, due_of_step(each, self.on), href)

    def _promised(self, first: date | None, last: date) -> list[Promised]:
        found = promised(self.officer, first, last)
        return [each for each in found if each.mine or not self.mine]

    def _entry(self, each: Promised) -> Entry:
        href = reverse("desk:dossier", args=[each.report.pk]) if each.opens else ""
        return Entry(each.report.number or "", each.what, self._due(each), href)

    def _due(self, each: Promised) -> Due:
        if each.clock is not None:
            return due_of(each.clock, self.on, self.working)
        return Due(on=each.on, left=(each.on - self.on).days, unit="天", near=(each.on - self.on).days <= 2)
