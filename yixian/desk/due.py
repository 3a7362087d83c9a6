"""A stored clock as it is shown: how much is left, whether it presses, and why that day."""

from datetime import date
from typing import TYPE_CHECKING

from yixian.regulations.alerts import AlertGrade, grade
from yixian.regulations.calendar import WorkingCalendar
from yixian.regulations.terms import Term, Unit, term
from yixian.toolkit.due import Due
from yixian.toolkit.pieces import Clock as ShownClock

if TYPE_CHECKING:
    from yixian.reception.models import Clock


def due_of(clock: "Clock", on: date, calendar: WorkingCalendar) -> Due:
    """The due mark of a clock on a day."""
    limit = term(clock.term_key)
    return Due(
        on=clock.due_on,
        left=left(limit, clock.due_on, on, calendar),
        unit=Unit.WORKING_DAY.label if limit.unit is Unit.WORKING_DAY else "天",
        near=grade(clock.started_on, clock.due_on, on) is AlertGrade.NEAR,
        paused=clock.suspended_on is not None,
        met_on=clock.met_on,
        provisional=clock.provisional,
        term=f"{limit.name}，{limit.span}",
        article=limit.source.cite(),
        basis=clock.basis,
    )


def left(limit: Term, due_on: date, on: date, calendar: WorkingCalendar) -> int:
    """Working days or days to the last day; negative once it has passed, if only over a weekend."""
    if limit.unit is not Unit.WORKING_DAY:
        return (due_on - on).days
    if on > due_on:
        return -max(1, calendar.working_days_between(due_on, on))
    return calendar.working_days_between(on, due_on)


def shown_clock(
    clock: "Clock", on: date, calendar: WorkingCalendar, *, href: str = "", note: str = ""
) -> ShownClock:
    return ShownClock(term(clock.term_key).name, due_of(clock, on, calendar), note=note, href=href)
