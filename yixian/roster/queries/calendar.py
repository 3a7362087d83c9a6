"""The working days of this installation: the shipped years, and the years that staff entered after them."""

from django.db.models import QuerySet

from yixian.regulations.calendar import WorkingCalendar, parse_year, published_calendar
from yixian.roster.models import CalendarYear


def working_calendar() -> WorkingCalendar:
    """An entered year wins over a shipped one, so that an amended notice can be followed the same day."""
    calendar = published_calendar()
    for entered in entered_years():
        calendar = calendar.with_year(parse_year(entered.text))
    return calendar


def entered_years() -> QuerySet[CalendarYear]:
    return CalendarYear.objects.select_related("entered_by").order_by("year")
