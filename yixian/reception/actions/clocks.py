"""Clocks as later work starts and meets them, and the changes that need another person's approval.

There is no act that simply clears an overdue clock (requirement 16 of the domain).
"""

from datetime import date
from uuid import UUID

from yixian.protection.actions import require
from yixian.protection.officer import Officer
from yixian.reception import clockwork
from yixian.reception.enums import ChangeKind, ChangeReason
from yixian.reception.facts import check_length
from yixian.reception.models import Clock, ClockChange, Report
from yixian.reception.refusals import TooEarly
from yixian.reception.sealing import seal_if_any
from yixian.reception.workflow import meets
from yixian.regulations.deadlines import DueDate, ExtensionRefused, extend, suspend
from yixian.regulations.duties import Event
from yixian.regulations.terms import term
from yixian.roster.queries import working_calendar
from yixian.trail.actions import leaves_trail
from yixian.trail.refusal import Refusal


class NotMetByThis(Refusal):
    """The act is not one that clears this clock."""

    key = "not_met_by_this"


class NotExtendable(Refusal):
    """The term does not grow, or not this far, or not again; the message quotes the article."""

    key = "not_extendable"


class ClockDoesNotRun(Refusal):
    """The clock is met, is stopped already, or is not stopped."""

    key = "clock_does_not_run"


class ApproverMustDiffer(Refusal):
    """Who asks for a change of a clock doesn't approve it."""

    key = "approver_must_differ"


class AskedAlready(Refusal):
    """A change of this clock waits to be decided; another is asked for afterwards."""

    key = "asked_already"


class RefusalUnexplained(Refusal):
    """Whoever asked is told why not, to ask better or to hurry."""

    key = "refusal_unexplained"


class AlreadyDecided(Refusal):
    """The request has been answered."""

    key = "already_decided"


@leaves_trail("reception.start_clocks")
def start_clocks(*, by: Officer, report: Report, event: Event, on: date) -> list[Clock]:
    """Start what the law ties to an event of later work; one of the same term that still runs is left as it is."""
    require(by, "reception.start_clocks", report)
    return clockwork.start_by_event(report, event, on)


@leaves_trail("reception.meet_clock")
def meet_clock(*, by: Officer, report: Report, term_key: str, act: str, on: date) -> Clock | None:
    """Clear a clock by an act of later work, named as in the trail; None when none of that term runs."""
    require(by, "reception.meet_clock", report)
    if not meets(term_key, act):
        raise NotMetByThis(f"“{term(term_key).name}”只能由相应的办理行为完成，不能直接消除。")
    clock = report.clocks.filter(term_key=term_key, met_on__isnull=True).first()
    return clockwork.meet(clock, act, on) if clock else None


@leaves_trail("reception.meet_clocks")
def meet_clocks(*, by: Officer, report: Report, act: str, on: date) -> list[Clock]:
    """Clear every running clock of the report that this act of later work meets: the closing of its matter."""
    require(by, "reception.meet_clocks", report)
    return clockwork.meet_all(report, act, on)


@leaves_trail("reception.ask_extension")
def ask_extension(
    *, by: Officer, clock: Clock, reason: ChangeReason, on: date, until: date | None = None, note: str = ""
) -> ClockChange:
    """Ask for more time. What the article allows is checked now; another person decides."""
    require(by, "reception.ask_extension", clock.report)
    check_length("note", note)
    _check_runs(clock)
    longer = _extended(clock, until)
    return ClockChange.objects.create(
        clock=clock,
        kind=ChangeKind.EXTENSION,
        reason_key=reason,
        requested_by_id=by.staff_id,
        requested_on=on,
        old_due=clock.due_on,
        new_due=longer.on,
        note=_sealed_note(clock, note),
    )


@leaves_trail("reception.ask_suspension")
def ask_suspension(
    *, by: Officer, clock: Clock, reason: ChangeReason, on: date, note: str = ""
) -> ClockChange:
    """Ask that days stop counting, for an expertise or a hearing; another person decides."""
    require(by, "reception.ask_suspension", clock.report)
    check_length("note", note)
    _check_runs(clock)
    return ClockChange.objects.create(
        clock=clock,
        kind=ChangeKind.SUSPENSION,
        reason_key=reason,
        requested_by_id=by.staff_id,
        requested_on=on,
        old_due=clock.due_on,
        note=_sealed_note(clock, note),
    )


@leaves_trail("reception.decide_clock_change")
def decide_clock_change(
    *, by: Officer, change: ClockChange, approved: bool, on: date, why_not: str = ""
) -> ClockChange:
    """Approve, or refuse and say why, as somebody other than who asked. Approved, the clock moves or stops."""
    require(by, "reception.decide_clock_change", change.clock.report)
    check_length("note", why_not)
    if not approved and not why_not.strip():
        raise RefusalUnexplained("不批准的，请写明理由，申请人在卷宗里看得到。")
    asked = ClockChange.objects.select_for_update().select_related("clock").get(pk=change.pk)
    if asked.requested_by_id == by.staff_id:
        raise ApproverMustDiffer("期限变更应当由申请人以外的负责人审批，不能自己申请、自己批准。")
    if asked.decided_on is not None:
        raise AlreadyDecided("该申请已经审批。")
    if on < asked.requested_on:
        raise TooEarly("审批日期不得早于申请日期。")
    asked.approved_by_id, asked.decided_on, asked.approved = by.staff_id, on, approved
    asked.refusal = None if approved else _sealed_note(asked.clock, why_not)
    asked.save()
    if approved:
        _check_unmet(asked.clock)
        _apply(asked)
    return asked


def _apply(change: ClockChange) -> None:
    clock = change.clock
    if change.kind == ChangeKind.SUSPENSION:
        clockwork.change(clock, suspended_on=change.requested_on)
    else:
        longer = _extended(clock, change.new_due)
        clockwork.change(clock, **_days(longer), extended=clock.extended + 1)


def _days(counted: DueDate) -> dict[str, object]:
    return {"due_on": counted.on, "provisional": counted.provisional, "basis": counted.basis}


@leaves_trail("reception.resume_clock")
def resume_clock(*, by: Officer, clock: Clock, reason: ChangeReason, on: date) -> ClockChange:
    """Let the days count again; the stopped ones are given back. Recorded as approved by who stopped it."""
    require(by, "reception.resume_clock", clock.report)
    _check_unmet(clock)
    if clock.suspended_on is None:
        raise ClockDoesNotRun("该期限没有中止，不需要恢复。")
    if on <= clock.suspended_on:
        raise TooEarly("恢复计算的日期应当晚于中止日期。")
    stop = clock.changes.filter(kind=ChangeKind.SUSPENSION, approved=True).latest("decided_on", "pk")
    moved = suspend(
        _due(clock), term(clock.term_key), working_calendar(), stopped_on=clock.suspended_on, resumed_on=on
    )
    resumption = ClockChange.objects.create(
        clock=clock,
        kind=ChangeKind.RESUMPTION,
        reason_key=reason,
        requested_by_id=stop.requested_by_id,
        requested_on=stop.requested_on,
        approved_by_id=stop.approved_by_id,
        decided_on=on,
        approved=True,
        old_due=clock.due_on,
        new_due=moved.on,
    )
    clockwork.change(clock, **_days(moved), suspended_on=None)
    return resumption


@leaves_trail("reception.settle_clocks")
def settle_clocks(*, by: Officer, year: int) -> int:
    """Compute anew the provisional due dates that lean on a year whose notice has now been entered.

    Only clocks that were never extended or stopped are settled here; the others keep the approved day.
    """
    require(by, "reception.settle_clocks")
    waiting = Clock.objects.filter(
        organ_id=by.organ_id,
        provisional=True,
        met_on__isnull=True,
        extended=0,
        due_on__year__gte=year,
        changes__isnull=True,
    )
    settled = 0
    for clock in waiting.order_by("pk"):
        counted = clockwork.due_date(clock.term_key, clock.started_on)
        clockwork.change(clock, **_days(counted))
        settled += not counted.provisional
    return settled


def _due(clock: Clock) -> DueDate:
    return DueDate(clock.due_on, clock.provisional, clock.term_key, clock.basis)


def _extended(clock: Clock, until: date | None) -> DueDate:
    try:
        return extend(
            _due(clock), term(clock.term_key), working_calendar(), extended_before=clock.extended, until=until
        )
    except ExtensionRefused as refused:
        raise NotExtendable(f"{refused}。") from None


def _check_unmet(clock: Clock) -> None:
    if clock.met_on is not None:
        raise ClockDoesNotRun("该期限已经完成。")


def _check_runs(clock: Clock) -> None:
    _check_unmet(clock)
    if clock.suspended_on is not None:
        raise ClockDoesNotRun("该期限已经中止计算，恢复后再申请。")
    if clock.changes.filter(decided_on__isnull=True).exists():
        raise AskedAlready("这一期限已有待审批的变更，审批以后才能再申请。")


def _sealed_note(clock: Clock, note: str) -> UUID | None:
    return seal_if_any(clock.report, "clock", note) if clock.report else None
