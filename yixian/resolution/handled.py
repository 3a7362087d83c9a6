"""The end of handling (检控规则 27): from this day the reporter is to be told the result."""

from datetime import date
from typing import TYPE_CHECKING

from yixian.assessment.queries import reports_of
from yixian.protection.officer import Officer
from yixian.reception.actions import start_clocks
from yixian.reception.enums import ReportState
from yixian.regulations.duties import Event
from yixian.resolution.enums import ClueState
from yixian.resolution.models import Clue

if TYPE_CHECKING:
    from yixian.assessment.models import Matter


def tell_within_the_term(by: Officer, matter: "Matter", on: date) -> None:
    """Start the clock of feedback for each report of the matter that is under way and unanswered, once no clue is open.

    Anonymous reports have no such clock, by the table of duties; a repeat that was kept is told with its first report.
    """
    if Clue.objects.filter(matter=matter).exclude(state=ClueState.CLOSED).exists():
        return
    for report in reports_of(matter):
        if report.state == ReportState.ACCEPTED:
            start_clocks(by=by, report=report, event=Event.ACCUSATION_CLOSED, on=on)
