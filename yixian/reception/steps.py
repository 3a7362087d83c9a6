"""Taking one step of the workflow on a locked row, with the clocks that the act meets."""

from datetime import date

from yixian.protection.officer import Officer
from yixian.reception import clockwork
from yixian.reception.enums import ReportState
from yixian.reception.models import Report, StepTaken
from yixian.reception.refusals import TooEarly
from yixian.reception.workflow import REPORT


def take_step(
    act: str, report: Report, by: Officer, on: date, to: ReportState | None = None, **columns: object
) -> Report:
    """Lock the row, ask the table, write the state and its history, and clear what the act clears.

    ``to`` is given for an act that leads to more than one state. The caller's instance is brought up to date too, so
    that a view may go on with it.
    """
    locked = Report.objects.select_for_update().get(pk=report.pk)
    state = REPORT.after(act, locked.state, to)
    check_not_before(locked, on)
    for name, value in {"state": state, **columns}.items():
        setattr(locked, name, value)
        setattr(report, name, value)
    locked.save()
    note_step(act, locked, on, by)
    clockwork.meet_all(locked, act, on)
    return locked


def note_step(act: str, report: Report, on: date, by: Officer | None = None) -> StepTaken:
    """Append the step to the report's history; ``by`` is nobody for what the public did."""
    staff_id = by.staff_id if by else None
    return StepTaken.objects.create(
        report=report, act=act, to_state=report.state, taken_on=on, taken_by_id=staff_id
    )


def check_not_before(report: Report, on: date) -> None:
    """Nothing is done with a report before it was registered, or received when it is not yet."""
    if on < (report.registered_on or report.received_on):
        raise TooEarly("办理日期不得早于来件登记日期，请核对日期。")
