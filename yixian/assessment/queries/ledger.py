"""台账: every registered report that an officer may see, by what can be asked of it without opening any."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import F, Min, Q, QuerySet

from yixian.assessment.enums import LedgerOrder, TransferReply
from yixian.assessment.models import Classification, MatterLink, Transfer
from yixian.assessment.queries.matters import current_links
from yixian.protection.officer import Officer
from yixian.protection.queries import may
from yixian.reception.queries import overdue, registered_reports

UNCLASSED = "none"
"""Asks for the reports that have no class yet."""
ORDERS: dict[LedgerOrder, tuple[Any, ...]] = {
    LedgerOrder.NEWEST: ("-received_on", "-number"),
    LedgerOrder.OLDEST: ("received_on", "number"),
    LedgerOrder.DUE: (F("next_due").asc(nulls_last=True), "received_on"),
    LedgerOrder.NUMBER: ("number",),
}


@dataclass(frozen=True, slots=True)
class LedgerFilter:
    """What the ledger is narrowed to; an empty value does not narrow. Both days are included."""

    since: date | None = None
    until: date | None = None
    channel: str = ""
    report_class: str = ""
    issue: str = ""
    state: str = ""
    village_id: int | None = None
    signing: str = ""
    number: str = ""
    overdue: bool = False
    order: LedgerOrder = LedgerOrder.NEWEST


def ledger(officer: Officer, wanted: LedgerFilter, on: date) -> QuerySet[Any]:
    """The reports with ``next_due``, the day of the clock that runs out first."""
    reports = registered_reports(officer)
    if not may(officer, "assessment.see_ledger"):
        return reports.none()
    running = Q(clocks__met_on__isnull=True, clocks__suspended_on__isnull=True)
    found: QuerySet[Any] = reports.filter(_plain(wanted)).annotate(
        next_due=Min("clocks__due_on", filter=running)
    )
    if wanted.report_class or wanted.issue:
        found = _of_class(found, wanted)
    if wanted.overdue:
        found = found.filter(pk__in=overdue(officer, on).order_by().values("report"))
    return found.order_by(*ORDERS[wanted.order], "pk")


def _plain(wanted: LedgerFilter) -> Q:
    asked = {
        "received_on__gte": wanted.since,
        "received_on__lte": wanted.until,
        "channel": wanted.channel,
        "state": wanted.state,
        "village_id": wanted.village_id,
        "signing": wanted.signing,
        "number__icontains": wanted.number.strip(),
    }
    return Q(**{name: value for name, value in asked.items() if value})


def _of_class(found: QuerySet[Any], wanted: LedgerFilter) -> QuerySet[Any]:
    classed = Classification.objects.filter(is_current=True)
    if wanted.report_class == UNCLASSED:
        return found.exclude(pk__in=classed.values("report"))
    if wanted.report_class:
        classed = classed.filter(report_class=wanted.report_class)
    if wanted.issue:
        classed = classed.filter(Q(main_issue=wanted.issue) | Q(second_issue=wanted.issue))
    return found.filter(pk__in=classed.values("report"))


def links_of(report_ids: list[UUID]) -> dict[UUID, MatterLink]:
    """Report → its link with the matter at hand, one query for a whole list."""
    links = current_links().filter(report_id__in=report_ids).select_related("matter")
    return {link.report_id: link for link in links}


def standing_transfers_of(report_ids: list[UUID]) -> dict[UUID, Transfer]:
    """Report → the last transfer that was not sent back, one query for a whole list."""
    sent = Transfer.objects.filter(report_id__in=report_ids).exclude(reply=TransferReply.REFUSED)
    rows = sent.select_related("to_organ", "to_department").order_by("sent_on", "pk")
    return {row.report_id: row for row in rows}
