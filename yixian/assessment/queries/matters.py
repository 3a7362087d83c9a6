"""Which matter a report stands in, and which reports stand in a matter."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from yixian.assessment.enums import TransferReply
from yixian.assessment.models import Classification, JurisdictionDecision, Matter, MatterLink, Transfer
from yixian.protection.officer import Officer

if TYPE_CHECKING:
    from yixian.reception.models import Report, ReportedPerson


def current_links() -> QuerySet[MatterLink]:
    return MatterLink.objects.filter(unlinked_on__isnull=True).order_by("linked_on", "pk")


def matters_of(organ_id: int) -> QuerySet[Matter]:
    """The organ's matters, newest first, with their current links at hand."""
    links = Prefetch("links", current_links().select_related("report"), to_attr="current_links")
    return Matter.objects.filter(organ_id=organ_id).prefetch_related(links)


def matter_by_id(officer: Officer, matter_id: UUID) -> Matter | None:
    """The matter, if it is this office's; whoever is of the reported side finds nothing."""
    return matters_of(officer.organ_id).filter(pk=matter_id).first()


def matter_of(report_id: UUID) -> Matter | None:
    link = current_links().filter(report_id=report_id).select_related("matter").first()
    return link.matter if link else None


def stands_with_others(report_id: UUID) -> bool:
    """Whether the report's matter has other reports, and so goes on without it."""
    matter = matter_of(report_id)
    return matter is not None and current_links().filter(matter=matter).exclude(report=report_id).exists()


def report_ids_of(matter: Matter) -> list[UUID]:
    """The reports of the matter, the first one first."""
    return list(current_links().filter(matter=matter).values_list("report_id", flat=True))


def first_report_of(matter: Matter) -> "Report":
    """The report with which the matter began: its clocks carry the matter's own terms."""
    link = current_links().filter(matter=matter).select_related("report__organ").first()
    if link is None:
        raise LookupError(f"matter {matter.pk} has no report")
    return link.report


def reports_of(matter: Matter) -> "list[Report]":
    """Every report of the matter, the first one first."""
    links = current_links().filter(matter=matter).select_related("report__organ")
    return [link.report for link in links]


def people_of(matter: Matter) -> "list[ReportedPerson]":
    """Everyone reported in any report of the matter, in the order of the reports.

    Someone of the roster who stands in several reports is one person, with one outcome: the matter reported ten
    times has not ten people to settle. Whoever is not on the roster cannot be told to be the same.
    """
    return people_by_matter([matter.pk]).get(matter.pk, [])


def people_by_matter(matter_ids: Sequence[UUID]) -> "dict[UUID, list[ReportedPerson]]":
    """Matter → everyone reported in it, as ``people_of`` tells them; a fixed number of queries for a whole list."""
    links = current_links().filter(matter_id__in=matter_ids).prefetch_related("report__people")
    named: dict[UUID, list[ReportedPerson]] = {}
    for link in links:
        named.setdefault(link.matter_id, []).extend(link.report.people.all())
    return {matter: _each_once(people) for matter, people in named.items()}


def _each_once(named: "list[ReportedPerson]") -> "list[ReportedPerson]":
    first = {bytes(each.cadre_token): each.pk for each in reversed(named) if each.cadre_token is not None}
    return [each for each in named if each.cadre_token is None or first[bytes(each.cadre_token)] == each.pk]


def matter_ids_of(report_ids: list[UUID]) -> dict[UUID, UUID]:
    """Report → matter, one query for a whole list."""
    found = current_links().filter(report_id__in=report_ids).values_list("report_id", "matter_id")
    return dict(found)


def classification_of(report_id: UUID) -> Classification | None:
    return Classification.objects.filter(report_id=report_id, is_current=True).first()


def classifications_of(report_ids: list[UUID]) -> dict[UUID, Classification]:
    """The present class of each report, one query for a whole list."""
    rows = Classification.objects.filter(report_id__in=report_ids, is_current=True).order_by("pk")
    return {row.report_id: row for row in rows}


def decisions_on(report_id: UUID) -> QuerySet[JurisdictionDecision]:
    return (
        JurisdictionDecision.objects.filter(report_id=report_id).select_related("decided_by").order_by("pk")
    )


def transfers_of(report_id: UUID) -> QuerySet[Transfer]:
    return (
        Transfer.objects.filter(report_id=report_id)
        .select_related("to_organ", "to_partner", "to_department", "clock", "sent_by")
        .order_by("sent_on", "pk")
    )


def last_transfers_of(report_ids: list[UUID]) -> dict[UUID, date]:
    """The day on which each report was last sent out and not sent back, one query for a whole list."""
    sent = Transfer.objects.filter(report_id__in=report_ids).exclude(reply=TransferReply.REFUSED)
    return dict(sent.order_by("sent_on", "pk").values_list("report_id", "sent_on"))
