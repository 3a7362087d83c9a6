"""归档: the file of a report is put away with that of its matter, and taken out again with it."""

from datetime import date

from yixian.protection.actions import require
from yixian.protection.officer import Officer
from yixian.reception.models import Report, StepTaken
from yixian.reception.steps import note_step
from yixian.reception.workflow import PUT_AWAY, TAKE_OUT
from yixian.trail.actions import leaves_trail


@leaves_trail("reception.put_away_report")
def put_away_report(*, by: Officer, report: Report, on: date) -> StepTaken:
    """From now on the report is read and its reporter answered, and nothing else. Resolution calls this when it
    archives the matter.
    """
    require(by, PUT_AWAY, report)
    return note_step(PUT_AWAY, report, on, by)


@leaves_trail("reception.note_report_destroyed")
def note_report_destroyed(*, by: Officer, report: Report, on: date) -> Report:
    """From now on the bare row says that its content is gone. Resolution calls this when it destroys the file."""
    require(by, "reception.note_report_destroyed", report)
    Report.objects.filter(pk=report.pk).update(destroyed_on=on)
    report.destroyed_on = on
    return report


@leaves_trail("reception.take_out_report")
def take_out_report(*, by: Officer, report: Report, on: date) -> StepTaken:
    """The report may be worked on again. Resolution calls this when it reopens an archived matter."""
    require(by, TAKE_OUT, report)
    return note_step(TAKE_OUT, report, on, by)
