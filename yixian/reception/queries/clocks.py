"""Which clocks run for an officer, in order of the day; and which changes wait for a decision."""

from collections.abc import Sequence
from datetime import date
from functools import reduce
from operator import or_
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from yixian.protection.officer import Officer
from yixian.protection.queries import may
from yixian.reception.clockwork import running_clocks
from yixian.reception.models import Clock, ClockChange, Envelope, Report
from yixian.reception.queries.lists import REMEMBERED
from yixian.reception.visibility import kept_from, visible_reports
from yixian.toolkit.narrowing import is_small


def clocks_due(officer: Officer, on: date | None = None) -> QuerySet[Clock]:
    """The running clocks of the reports that the officer may see, and of the envelopes noted by them, by the
    due date up to the day given. A stopped clock does not run.
    """
    running = running_clocks().filter(_met_by(officer), organ_id=officer.organ_id)
    if on is not None:
        running = running.filter(due_on__lte=on)
    return running.select_related("report__organ", "report__village", "envelope").order_by("due_on", "pk")


def _met_by(officer: Officer) -> Q:
    """Nearly all of the organ's without the few others, or else the few of the officer's own."""
    noted = Q(envelope__in=Envelope.objects.filter(noted_by_id=officer.staff_id).order_by().values("pk"))
    kept = kept_from(officer)
    if kept is not None:
        others: Q = reduce(or_, (Q(report__in=each) for each in kept))
        return Q(report__isnull=False) & ~others | noted
    seen = visible_reports(officer).order_by().values("pk")
    if not is_small(seen):
        return noted | Q(Exists(seen.filter(pk=OuterRef("report"))))
    timed, enveloped = (
        Clock.objects.filter(each).order_by().values("pk") for each in (Q(report__in=seen), noted)
    )
    return Q(pk__in=timed.union(enveloped))


def next_clocks(report_ids: Sequence[UUID]) -> dict[UUID, Clock]:
    """Report → the running clock that runs out first; one query for a whole list of reports that may be seen."""
    latest_first = running_clocks().filter(report__in=report_ids).order_by("-due_on", "-pk")
    return {clock.report_id: clock for clock in latest_first if clock.report_id}


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


def refused_changes(officer: Officer, on: date) -> QuerySet[ClockChange]:
    """Of what this officer asked for: what was not approved in these days, while the clock runs and nothing was asked
    since.
    """
    since = ClockChange.objects.filter(clock=OuterRef("clock"), pk__gt=OuterRef("pk")).order_by()
    refused = ClockChange.objects.filter(
        ~Exists(since),
        approved=False,
        requested_by_id=officer.staff_id,
        decided_on__gte=on - REMEMBERED,
        clock__met_on__isnull=True,
        clock__report__in=visible_reports(officer).order_by().values("pk"),
    )
    return refused.select_related("clock__report", "approved_by").order_by("decided_on", "pk")
