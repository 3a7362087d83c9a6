"""台账: every registered report that an officer may see, by what can be asked of it without opening any."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery

from yixian.assessment.enums import LedgerOrder, TransferReply
from yixian.assessment.models import Classification, MatterLink, Transfer
from yixian.assessment.queries.matters import current_links
from yixian.protection.officer import Officer
from yixian.protection.queries import may
from yixian.reception.numbering import report_number, years_of_reports
from yixian.reception.queries import registered_reports, reports_soonest_first, running_clocks
from yixian.toolkit.narrowing import among
from yixian.toolkit.paging import MOST, counted

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
    found = narrowed(officer, wanted, on)
    if wanted.order is LedgerOrder.DUE:
        clocks = running_clocks().filter(report=OuterRef("pk")).order_by("due_on")
        found = found.annotate(next_due=Subquery(clocks.values("due_on")[:1]))
    return found.order_by(*ORDERS[wanted.order], "pk")


class SoonestFirst:
    """A long ledger by due date, a slice at a time: the reports with a running clock, then those without."""

    def __init__(self, found: QuerySet[Any]) -> None:
        self.found = found
        self.timed = reports_soonest_first(found)

    def __getitem__(self, part: slice) -> list[Any]:
        start, stop = part.start or 0, part.stop
        ids = list(self.timed.values_list("report", flat=True)[start:stop])
        if len(ids) < stop - start:
            before = start + len(ids) if ids else counted(self.timed, stop)
            ids += self._untimed()[max(0, start - before) : stop - before]
        rows = {each.pk: each for each in self.found.filter(pk__in=ids)}
        return [rows[each] for each in ids]

    def _untimed(self) -> QuerySet[Any]:
        clocks = running_clocks().filter(report=OuterRef("pk"))
        rest = self.found.exclude(Exists(clocks)).order_by("received_on", "pk")
        return rest.values_list("pk", flat=True)


def pages_of(found: QuerySet[Any], wanted: LedgerFilter) -> Any:
    """What is cut into pages: ``found`` itself, unless it is too long to be sorted by its clocks."""
    by_due = wanted.order is LedgerOrder.DUE and counted(found) > MOST
    return SoonestFirst(found) if by_due else found


def narrowed(officer: Officer, wanted: LedgerFilter, on: date) -> QuerySet[Any]:
    reports = registered_reports(officer)
    if not may(officer, "assessment.see_ledger"):
        return reports.none()
    found: QuerySet[Any] = _numbered(reports.filter(_plain(wanted)), officer, wanted.number.strip())
    if wanted.report_class or wanted.issue:
        found = _of_class(found, wanted)
    if wanted.overdue:
        late = running_clocks().filter(due_on__lt=on, report__isnull=False)
        found = found.filter(among("pk", late, "report"))
    return found


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


def _of_class(found: QuerySet[Any], wanted: LedgerFilter) -> QuerySet[Any]:
    classed = Classification.objects.filter(is_current=True)
    if wanted.report_class == UNCLASSED:
        return found.exclude(Exists(classed.filter(report=OuterRef("pk"))))
    if wanted.report_class:
        classed = classed.filter(report_class=wanted.report_class)
    if wanted.issue:
        classed = classed.filter(Q(main_issue=wanted.issue) | Q(second_issue=wanted.issue))
    return found.filter(among("pk", classed, "report"))


def links_of(report_ids: list[UUID]) -> dict[UUID, MatterLink]:
    """Report → its link with the matter at hand, one query for a whole list."""
    links = current_links().filter(report_id__in=report_ids).select_related("matter")
    return {link.report_id: link for link in links}


def standing_transfers_of(report_ids: list[UUID]) -> dict[UUID, Transfer]:
    """Report → the last transfer that was not sent back, one query for a whole list."""
    sent = Transfer.objects.filter(report_id__in=report_ids).exclude(reply=TransferReply.REFUSED)
    rows = sent.select_related("to_organ", "to_partner", "to_department").order_by("sent_on", "pk")
    return {row.report_id: row for row in rows}
