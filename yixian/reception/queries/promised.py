"""What was promised to people, day by day: terms, appointments, visits to the place, duties, callbacks. It is read from
the records as they stand, and holds numbers and days: nothing of a report is opened for it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from yixian.protection.officer import Officer
from yixian.reception.enums import (
    AppointmentState,
    CallbackState,
    Channel,
    HalfDay,
    OutingState,
    ReportState,
)
from yixian.reception.mailbox import TOLD_TERMS
from yixian.reception.models import Appointment, Callback, Clock, FollowUp, Handling, Outing, Report
from yixian.reception.visibility import own_reports, registered_reports
from yixian.regulations.terms import term

OPEN = (AppointmentState.OFFERED, AppointmentState.COUNTERED, AppointmentState.AGREED)


@dataclass(frozen=True, slots=True)
class Promised:
    """One thing promised for a day. ``clock`` where it is a term; ``opens`` says that the officer may open the report;
    ``mine`` that the officer owns the report or has a part in this.
    """

    on: date
    what: str
    report: Report
    mine: bool
    opens: bool = True
    clock: Clock | None = None


def promised(officer: Officer, first: date | None, last: date) -> list[Promised]:
    """In order of the day; from the beginning where ``first`` is None. The number of queries is fixed."""
    owned = _owned(officer)
    found = [
        *_clocks(officer, first, last, owned),
        *_appointments(officer, first, last, owned),
        *_outings(officer, first, last, owned),
        *_follow_ups(officer, first, last, owned),
        *_callbacks(officer, first, last, owned),
        *_going_along(officer, first, last),
    ]
    return sorted(found, key=lambda each: (each.on, each.report.number or "", each.what))


def _owned(officer: Officer) -> frozenset[UUID]:
    mine = Handling.objects.filter(
        staff_id=officer.staff_id, accepted_on__isnull=False, until_on__isnull=True
    )
    return frozenset(mine.order_by().values_list("report", flat=True))


def _within(column: str, first: date | None, last: date) -> Q:
    span = Q(**{f"{column}__lte": last})
    return span & Q(**{f"{column}__gte": first}) if first else span


def _seen(officer: Officer) -> QuerySet[Report, dict[str, UUID]]:
    return registered_reports(officer).order_by().values("pk")  # type: ignore[return-value] # rows of one column


def _clocks(officer: Officer, first: date | None, last: date, owned: frozenset[UUID]) -> Iterator[Promised]:
    running = Clock.objects.filter(
        _within("due_on", first, last),
        report__in=_seen(officer),
        met_on__isnull=True,
        suspended_on__isnull=True,
        term_key__in=TOLD_TERMS,
    )
    for each in running.select_related("report").order_by("due_on", "pk"):
        if each.report:
            yield Promised(
                each.due_on, term(each.term_key).name, each.report, each.report.pk in owned, clock=each
            )


def _appointments(
    officer: Officer, first: date | None, last: date, owned: frozenset[UUID]
) -> Iterator[Promised]:
    found = Appointment.objects.filter(
        _within("meets_on", first, last), report__in=_seen(officer), state__in=OPEN
    )
    for each in found.select_related("report").order_by("meets_on", "pk"):
        mine = each.report_id in owned or each.host_id == officer.staff_id
        yield Promised(each.meets_on, _appointment(each), each.report, mine)


def _appointment(each: Appointment) -> str:
    agreed = "" if each.state == AppointmentState.AGREED else f"（{each.get_state_display()}）"
    return f"约访，{HalfDay(each.half).label}{agreed}"


def _outings(officer: Officer, first: date | None, last: date, owned: frozenset[UUID]) -> Iterator[Promised]:
    found = Outing.objects.filter(
        _within("goes_on", first, last), report__in=_seen(officer), state=OutingState.PLANNED
    )
    ready = found.select_related("report").prefetch_related("goers")
    for each in ready.order_by("goes_on", "pk"):
        mine = each.report_id in owned or officer.staff_id in {goer.pk for goer in each.goers.all()}
        yield Promised(each.goes_on, "下访", each.report, mine)


def _follow_ups(
    officer: Officer, first: date | None, last: date, owned: frozenset[UUID]
) -> Iterator[Promised]:
    found = FollowUp.objects.filter(
        _within("due_on", first, last), report__in=_seen(officer), done_on__isnull=True
    )
    for each in found.select_related("report", "owner").order_by("due_on", "pk"):
        mine = each.owner_id == officer.staff_id
        yield Promised(each.due_on, f"后续事项（{each.owner.name}）", each.report, mine)


def _callbacks(
    officer: Officer, first: date | None, last: date, owned: frozenset[UUID]
) -> Iterator[Promised]:
    found = Callback.objects.filter(
        _within("due_on", first, last), report__in=_seen(officer), state=CallbackState.AGREED
    )
    for each in found.select_related("report").order_by("due_on", "pk"):
        what = f"{'回拨' if each.by_office else '等来电人再打来'}，{each.get_half_display()}"
        yield Promised(each.due_on, what, each.report, each.report_id in owned)


def _going_along(officer: Officer, first: date | None, last: date) -> Iterator[Promised]:
    """Where this officer goes along or receives somebody, about a report that is another's: the day and the number.

    Reports that the officer must not learn of are not here either.
    """
    theirs = own_reports(officer).exclude(pk__in=_seen(officer)).order_by().values("pk")
    outings = Outing.objects.filter(
        _within("goes_on", first, last), report__in=theirs, state=OutingState.PLANNED, goers=officer.staff_id
    )
    for each in outings.select_related("report").order_by("goes_on", "pk"):
        yield Promised(each.goes_on, "下访（同去）", each.report, True, opens=False)
    hosted = Appointment.objects.filter(
        _within("meets_on", first, last), report__in=theirs, state__in=OPEN, host_id=officer.staff_id
    )
    for made in hosted.select_related("report").order_by("meets_on", "pk"):
        yield Promised(made.meets_on, f"{_appointment(made)}（由您接待）", made.report, True, opens=False)


FIRST_COME = (Channel.LETTER.value, Channel.VISIT.value)


def promises_awaited(officer: Officer) -> QuerySet[Report]:
    """The first letters and visits that this officer owns, under way, without a two-sided promise."""
    owned = registered_reports(officer).filter(
        handlings__staff_id=officer.staff_id,
        handlings__until_on__isnull=True,
        handlings__accepted_on__isnull=False,
    )
    return owned.filter(
        channel__in=FIRST_COME,
        repeat_of__isnull=True,
        promise__isnull=True,
        state__in=(ReportState.REGISTERED, ReportState.ACCEPTED),
    ).order_by("received_on", "pk")
