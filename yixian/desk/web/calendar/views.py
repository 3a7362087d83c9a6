"""/desk/calendar: what was promised to people and what is to be done by a day, as a month or a list; mine, or all
that I may see.

Numbers and days only, so that it may be printed and hung up in the office.
"""

from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from yixian.desk.web.calendar.book import Book, CalendarDay
from yixian.desk.web.frame import officer_of
from yixian.desk.web.month import Month
from yixian.protection.web.door import permit
from yixian.reception.queries import promises_awaited
from yixian.roster.queries import working_calendar
from yixian.toolkit.today import today
from yixian.toolkit.wording import cn_date_short

MONTH, LIST, MINE, ALL = "month", "list", "mine", "all"


@permit("reception.list_reports", reads_only=True)
def calendar(request: HttpRequest) -> HttpResponse:
    officer, on = officer_of(request), today()
    shown = Month.read(request.GET.get("month", ""), on)
    view = MONTH if request.GET.get("view") == MONTH else LIST
    who = ALL if request.GET.get("who") == ALL else MINE
    book = Book(officer, on, working_calendar(), mine=who == MINE)
    days = book.days(shown)
    context = {
        "month": shown,
        "view": view,
        "who": who,
        "kept": f"&view={view}&who={who}",
        "on": on,
        "days": days,
        "weeks": [(_span(week), week) for week in _weeks(days)],
        "late": book.late(),
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
