"""Starting and meeting clocks inside an action. The law says which event starts which clock; here it is done.

Whatever changes a clock says so to its report with ``note_next_due``.
"""

from datetime import date

from django.db.models import OuterRef, QuerySet, Subquery

from yixian.reception.models import Clock, Envelope, Report
from yixian.reception.refusals import TooEarly
from yixian.reception.workflow import meets
from yixian.regulations.deadlines import DueDate, due
from yixian.regulations.duties import Event, clocks_started_by
from yixian.regulations.terms import term
from yixian.roster.queries import working_calendar
from yixian.toolkit.wording import cn_date


def running_clocks() -> QuerySet[Clock]:
    """Every clock that runs, of whatever organ: to be narrowed to what an officer may see. A stopped one doesn't."""
    return Clock.objects.filter(met_on__isnull=True, suspended_on__isnull=True)


def note_next_due(report: Report) -> None:
    """Write on the report, and on the instance at hand, which day runs out first."""
    soonest = running_clocks().filter(report=report).order_by("due_on").values_list("due_on", flat=True)
    report.next_due = soonest.first()
    Report.objects.filter(pk=report.pk).update(next_due=report.next_due)


def note_next_dues(reports: QuerySet[Report]) -> None:
    """The same for many, in one statement."""
    soonest = running_clocks().filter(report=OuterRef("pk")).order_by("due_on").values("due_on")
    reports.order_by().update(next_due=Subquery(soonest[:1]))


def due_date(term_key: str, from_on: date) -> DueDate:
    """The last day of a term, by the calendar as it is known today."""
    return due(term(term_key), from_on, working_calendar())


def start(report: Report, term_key: str, from_on: date) -> Clock:
    """Start one clock; a clock of the same term that is still running is left as it is."""
    running = Clock.objects.filter(report=report, term_key=term_key, met_on__isnull=True).first()
    if running is not None:
        return running
    counted = _columns(due_date(term_key, from_on), from_on)
    started = Clock.objects.create(organ_id=report.organ_id, report=report, **counted)
    note_next_due(report)
    return started


def start_for_envelope(envelope: Envelope) -> Clock:
    """The clock of a report that belongs to the superior, counted from its receipt."""
    (term_key,) = clocks_started_by(Event.SUPERIORS_REPORT_RECEIVED, real_name=False)
    counted = _columns(due_date(term_key, envelope.received_on), envelope.received_on)
    return Clock.objects.create(organ_id=envelope.organ_id, envelope=envelope, **counted)


def _columns(counted: DueDate, from_on: date) -> dict[str, object]:
    return {
        "term_key": counted.term_key,
        "started_on": from_on,
        "due_on": counted.on,
        "provisional": counted.provisional,
        "basis": counted.basis,
    }


def start_by_event(report: Report, event: Event, on: date) -> list[Clock]:
    """Start every clock that the law ties to this event, for a report signed as this one is."""
    keys = clocks_started_by(
        event, real_name=not report.counts_as_anonymous, repeat=report.repeat_of_id is not None
    )
    return [start(report, key, on) for key in keys]


def meet_all(report: Report, act: str, on: date) -> list[Clock]:
    """Clear every running clock of the report that this act meets."""
    running = Clock.objects.filter(report=report, met_on__isnull=True).order_by("pk")
    met = [_clear(clock, act, on) for clock in running if meets(clock.term_key, act)]
    note_next_due(report)
    return met


def meet(clock: Clock, act: str, on: date) -> Clock:
    """Clear one clock; the caller has asked whether the act may. None is met before it began."""
    _clear(clock, act, on)
    if clock.report:
        note_next_due(clock.report)
    return clock


def change(clock: Clock, **columns: object) -> Clock:
    """Move a clock, stop it or let it go on, as was approved."""
    for name, value in columns.items():
        setattr(clock, name, value)
    clock.save(update_fields=list(columns))
    if clock.report:
        note_next_due(clock.report)
    return clock


def _clear(clock: Clock, act: str, on: date) -> Clock:
    if on < clock.started_on:
        raise TooEarly(
            f"办理日期不得早于{cn_date(clock.started_on)}，这一天起算的期限随这一步完成，请核对日期。"
        )
    clock.met_on, clock.met_by = on, act
    clock.save(update_fields=["met_on", "met_by"])
    return clock
