"""Whether a report, and with it its matter, is another office's to handle."""

from collections.abc import Iterable
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from yixian.assessment.enums import MatterState, TransferReply
from yixian.assessment.models import Matter, MatterLink, Transfer
from yixian.assessment.queries.matters import current_links
from yixian.reception.enums import ReportState

if TYPE_CHECKING:
    from yixian.reception.models import Report

GONE = (ReportState.PASSED_ON, ReportState.ENVELOPED, ReportState.VOIDED)
SENT_ON = "已转出"
"""The state of a matter that is open, and nothing of which is here."""
CAME_BACK = (TransferReply.REPORTED, TransferReply.REFUSED)


def rests_elsewhere(report: "Report") -> bool:
    """Sent on, whether the receiver has answered or not. An assignment comes home with its result: the office that
    gave it sees to the end.
    """
    return report.state == ReportState.PASSED_ON and not _reported().filter(report=report).exists()


def is_elsewhere(matter: Matter) -> bool:
    """Every report of the matter rests with others: nothing new is begun in it here."""
    links = current_links().filter(matter=matter)
    return links.exists() and not _here(links).exists()


def state_label(matter: Matter) -> str:
    """Where a matter stands, in a word: one of which every report was sent on is not under way here."""
    sent_on = matter.state == MatterState.OPEN and is_elsewhere(matter)
    return SENT_ON if sent_on else str(matter.get_state_display())


def matters_elsewhere(matter_ids: Iterable[UUID]) -> set[UUID]:
    """Of these matters, those that are open and of which every report rests with others; for a whole list."""
    asked = Matter.objects.filter(pk__in=list(matter_ids), state=MatterState.OPEN)
    linked = set(current_links().filter(matter__in=asked).order_by().values_list("matter", flat=True))
    return linked - set(with_a_report_here(asked).values_list("pk", flat=True))


def with_a_report_here(matters: QuerySet[Matter]) -> QuerySet[Matter]:
    """Of these matters, those in which something is this office's."""
    links = current_links().filter(matter=OuterRef("pk")).order_by()
    return matters.filter(Exists(_here(links)))


def _here(links: QuerySet[MatterLink]) -> QuerySet[MatterLink]:
    reported = _reported().filter(report=OuterRef("report"))
    return links.filter(~Q(report__state__in=GONE) | Exists(reported))


def _reported() -> QuerySet[Transfer]:
    """Sent, and the result came; not those that were sent on once more."""
    under_way = Transfer.objects.filter(report=OuterRef("report")).exclude(reply__in=CAME_BACK)
    return Transfer.objects.filter(~Exists(under_way.order_by()), reply=TransferReply.REPORTED).order_by()
