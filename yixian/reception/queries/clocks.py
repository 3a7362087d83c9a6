"""Which clocks run for an officer, in order of the day; and which changes wait for a decision."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from yixian.protection.officer import Officer
from yixian.protection.queries import may
from yixian.reception.models import Clock, ClockChange, Envelope, Report
from yixian.reception.visibility import visible_reports
from yixian.toolkit.narrowing import among


def clocks_due(officer: Officer, on: date | None = None) -> QuerySet[Clock]:
    """The running clocks of the reports that the officer may see, and of the envelopes noted by them, by the
    due date up to the day given. A stopped clock does not run.
    """
    reports = among("report", visible_reports(officer))
    envelopes = Q(envelope__in=Envelope.objects.filter(noted_by_id=officer.staff_id).values("pk"))
    running = running_clocks().filter(reports | envelopes)
    if on is not None:
        running = running.filter(due_on__lte=on)
    return running.select_related("report__organ", "report__village", "envelope").order_by("due_on", "pk")


def running_clocks() -> QuerySet[Clock]:
    """Every clock that runs, of whatever organ: to be narrowed to what an officer may see."""
    return Clock.objects.filter(met_on__isnull=True, suspended_on__isnull=True)


def next_clocks(report_ids: Sequence[UUID]) -> dict[UUID, Clock]:
    """Report → the running clock that runs out first; one query for a whole list of reports that may be seen."""
    latest_first = running_clocks().filter(report__in=report_ids).order_by("-due_on", "-pk")
    return {clock.report_id: clock for clock in latest_first if clock.report_id}


def reports_soonest_first(found: QuerySet[Report]) -> QuerySet[Clock]:
    """For each report of a long list that has a running clock the one that runs out first, in order of the day.

    It walks along the index of due dates and looks each report up, so that the first page costs the same for
    a thousand reports and for a million.
    """
    earlier = running_clocks().filter(
        Q(due_on__lt=OuterRef("due_on")) | Q(due_on=OuterRef("due_on"), pk__lt=OuterRef("pk")),
        report=OuterRef("report"),
    )
    met = found.prefetch_related(None).order_by().filter(pk=OuterRef("report"))
    return running_clocks().filter(Exists(met), ~Exists(earlier)).order_by("due_on", "pk")


def overdue(officer: Officer, on: date) -> QuerySet[Clock]:
    """The clocks whose last day has passed, longest first."""
    return clocks_due(officer).filter(due_on__lt=on)


def reports_with_term(term_key: str) -> QuerySet[Any]:
    """The ids of the reports on which this term ever ran, to narrow other queries with."""
    return (
        Clock.objects.filter(term_key=term_key, report__isnull=False)
        .order_by()
        .values_list("report", flat=True)
    )


def clocks_of(report: Report) -> QuerySet[Clock]:
    """Every clock of a report, with its changes, in the order in which they began."""
    return report.clocks.prefetch_related("changes__requested_by", "changes__approved_by").order_by(
        "started_on", "pk"
    )


def waiting_changes(officer: Officer) -> QuerySet[ClockChange]:
    """The extensions and stops that this officer may decide: asked by somebody else, undecided."""
    waiting = ClockChange.objects.filter(
        decided_on__isnull=True, clock__report__in=visible_reports(officer).order_by().values("pk")
    ).exclude(requested_by_id=officer.staff_id)
    if not may(officer, "reception.decide_clock_change"):
        return waiting.none()
    return waiting.select_related("clock__report", "requested_by").order_by("requested_on", "pk")
