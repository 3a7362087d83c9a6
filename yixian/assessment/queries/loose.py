"""Strays of this house: reports without class, matter or letter; matters without report or owner."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from yixian.assessment.enums import CrossingState, MatterState, TransferReply
from yixian.assessment.models import Classification, Matter, MatterLink, Transfer
from yixian.assessment.queries.matters import current_links
from yixian.reception.enums import ReportState
from yixian.reception.workflow import SETTLED_STATES
from yixian.regulations.classes import ReportClass

if TYPE_CHECKING:
    from yixian.reception.models import Report

HANDLED_HERE = (ReportState.REGISTERED, ReportState.ACCEPTED, ReportState.ANSWERED)


def unplaced_reports(reports: "QuerySet[Report]") -> "Iterator[tuple[Report, str]]":
    """Of these reports: accusations in no matter, accepted ones without a class, and sent ones without a letter."""
    classed = Classification.objects.filter(is_current=True)
    accusations = classed.filter(report_class=ReportClass.ACCUSATION)
    here = reports.filter(number__isnull=False)
    alone = here.filter(state__in=HANDLED_HERE, pk__in=_of(accusations)).exclude(pk__in=_of(current_links()))
    yield from ((each, "定性为检举控告，没有立项") for each in alone)
    unclassed = here.filter(state=ReportState.ACCEPTED).exclude(pk__in=_of(classed))
    yield from ((each, "已受理，没有定性") for each in unclassed)
    sent = Transfer.objects.exclude(reply=TransferReply.REFUSED)
    here = here.exclude(transfer_in__reply=TransferReply.REFUSED)
    here = here.exclude(arrival__reply=TransferReply.REFUSED)
    here = here.exclude(crossing__state=CrossingState.ENDED)
    passed = here.filter(state=ReportState.PASSED_ON, imported_row__isnull=True)
    yield from ((each, "已转出，没有转送记录") for each in passed.exclude(pk__in=_of(sent)))


def _of(rows: QuerySet[Any]) -> QuerySet[Any]:
    return rows.order_by().values("report")


def guarded_matters(organ_ids: Sequence[int], barred: Sequence[UUID]) -> QuerySet[Matter]:
    """Every matter of these organs, also one without report, but for those in which a barred report stands, and
    those of an import that was undone.
    """
    hidden = current_links().filter(report__in=barred).order_by().values("matter")
    links = MatterLink.objects.filter(matter=OuterRef("pk"))
    undone = Exists(links.filter(report__state=ReportState.VOIDED))
    kept = Exists(links.exclude(report__state=ReportState.VOIDED))
    found = Matter.objects.filter(organ_id__in=organ_ids).exclude(pk__in=hidden)
    return found.exclude(undone & ~kept).order_by("opened_on", "number")


def known_matters() -> QuerySet[Any]:
    """The ids of all that there are, to narrow other queries with."""
    return Matter.objects.order_by().values("pk")


def loose_matters(matters: QuerySet[Matter]) -> Iterator[tuple[Matter, str]]:
    """Of these matters: without report, open without owner, closed with a report that nobody answered."""
    links = current_links().order_by()
    empty = matters.exclude(pk__in=links.values("matter"))
    yield from ((each, "没有来件") for each in empty)
    owned = links.filter(
        report__handlings__until_on__isnull=True, report__handlings__accepted_on__isnull=False
    )
    open_ones = matters.filter(state=MatterState.OPEN, pk__in=links.values("matter"))
    yield from ((each, "没有承办人") for each in open_ones.exclude(pk__in=owned.values("matter")))
    unsettled = links.exclude(report__state__in=SETTLED_STATES).values("matter")
    closed = matters.exclude(state=MatterState.OPEN)
    yield from ((each, "已办结，还有来件没有答复") for each in closed.filter(pk__in=unsettled))
