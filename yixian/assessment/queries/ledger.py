"""台账: every registered report that an officer may see, by what can be asked of it without opening any."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import F, Q, QuerySet

from yixian.assessment.enums import LedgerOrder, TransferReply
from yixian.assessment.models import MatterLink, Transfer
from yixian.assessment.queries.matters import current_links
from yixian.protection.officer import Officer
from yixian.protection.queries import may
from yixian.reception.numbering import report_number, years_of_reports
from yixian.reception.queries import registered_reports

UNCLASSED = "none"
"""Asks for the reports that have no class yet."""
ORDERS: dict[LedgerOrder, tuple[Any, ...]] = {
    LedgerOrder.NEWEST: ("-received_on", "-number"),
    LedgerOrder.OLDEST: ("received_on", "number"),
    LedgerOrder.DUE: (F("next_due").asc(nulls_last=True), "received_on"),
    LedgerOrder.NUMBER: ("number",),
}
SERIAL = re.compile(r"(?:(\d{4})-)?(\d{1,9})")


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
    """The reports that this officer may see, narrowed and in order."""
    return narrowed(officer, wanted, on).order_by(*ORDERS[wanted.order], "pk")


def narrowed(officer: Officer, wanted: LedgerFilter, on: date) -> QuerySet[Any]:
    reports = registered_reports(officer)
    if not may(officer, "assessment.see_ledger"):
        return reports.none()
    plain = reports.filter(_plain(wanted), _classed(wanted))
    found: QuerySet[Any] = _numbered(plain, officer, wanted.number.strip())
    return found.filter(next_due__lt=on) if wanted.overdue else found


def _plain(wanted: LedgerFilter) -> Q:
    asked = {
        "received_on__gte": wanted.since,
        "received_on__lte": wanted.until,
        "channel": wanted.channel,
        "state": wanted.state,
        "village_id": wanted.village_id,
        "signing": wanted.signing,
    }
    return Q(**{name: value for name, value in asked.items() if value})


def _numbered(found: QuerySet[Any], officer: Officer, number: str) -> QuerySet[Any]:
    """By the whole number, or by the serial alone, of whatever year."""
    if not number:
        return found
    asked = SERIAL.fullmatch(number)
    if asked is None:
        return found.none()
    years = [int(asked[1])] if asked[1] else years_of_reports(officer.organ_id)
    return found.filter(number__in=[report_number(year, int(asked[2])) for year in years])


def _classed(wanted: LedgerFilter) -> Q:
    """Of the class and issue that stand now; either issue will do."""
    asked = Q()
    if wanted.report_class:
        asked &= Q(report_class="" if wanted.report_class == UNCLASSED else wanted.report_class)
    if wanted.issue:
        asked &= Q(main_issue=wanted.issue) | Q(second_issue=wanted.issue)
    return asked


def links_of(report_ids: list[UUID]) -> dict[UUID, MatterLink]:
    """Report → its link with the matter at hand, one query for a whole list."""
    links = current_links().filter(report_id__in=report_ids).select_related("matter")
    return {link.report_id: link for link in links}


def standing_transfers_of(report_ids: list[UUID]) -> dict[UUID, Transfer]:
    """Report → the last transfer that was not sent back, one query for a whole list."""
    sent = Transfer.objects.filter(report_id__in=report_ids).exclude(reply=TransferReply.REFUSED)
    rows = sent.select_related("to_organ", "to_partner", "to_department").order_by("sent_on", "pk")
    return {row.report_id: row for row in rows}
