"""Taking one step of the workflow on a locked row, with the clocks that the act meets."""

from datetime import date

from yixian.reception import clockwork
from yixian.reception.models import Report
from yixian.reception.refusals import TooEarly
from yixian.reception.workflow import REPORT


def take_step(act: str, report: Report, on: date, **columns: object) -> Report:
    """Lock the row, ask the table, write the state with the other columns, and clear what the act clears.

    The caller's instance is brought up to date too, so that a view may go on with it.
    """
    locked = Report.objects.select_for_update().get(pk=report.pk)
    state = REPORT.after(act, locked.state)
    check_not_before(locked, on)
    for name, value in {"state": state, **columns}.items():
        setattr(locked, name, value)
        setattr(report, name, value)
    locked.save()
    clockwork.meet_all(locked, act, on)
    return locked


def check_not_before(report: Report, on: date) -> None:
    """Nothing is done with a report before it was registered, or received when it is not yet."""
    if on < (report.registered_on or report.received_on):
        raise TooEarly("办理日期不得早于来件登记日期，请核对日期。")
