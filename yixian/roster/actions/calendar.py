"""Entering a year's notice of holidays, as soon as it is published and whether or not a package has it."""

from datetime import date

from yixian.regulations.calendar import CalendarYearInvalid, parse_year
from yixian.roster.access import Keeper, staff_id_of
from yixian.roster.keeping import kept, require_keeper
from yixian.roster.models import CalendarYear
from yixian.trail.actions import leaves_trail
from yixian.trail.refusal import Refusal


class YearUnreadable(Refusal):
    """The yearly file cannot be used; ``problems`` has a sentence for each fault, by line."""

    key = "year_unreadable"

    def __init__(self, problems: list[str]) -> None:
        super().__init__("年历未录入：" + "；".join(problems) + "。")
        self.problems = problems


@leaves_trail("roster.enter_calendar_year")
def enter_calendar_year(*, by: Keeper, text: str, on: date) -> CalendarYear:
    """Entering a year again corrects it. Provisional due dates are settled by the houses that hold them."""
    require_keeper(by)
    try:
        year = parse_year(text).year
    except CalendarYearInvalid as error:
        raise YearUnreadable(error.problems) from error
    entry = CalendarYear.objects.filter(year=year).first() or CalendarYear(year=year)
    entry.text, entry.entered_on, entry.entered_by_id = text, on, staff_id_of(by)
    return kept(entry)
