"""When and why something was handled again, and which clues wait for it."""

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Q, QuerySet

from yixian.assessment.enums import MatterState
from yixian.reception.enums import ReopenGround, ReportState
from yixian.resolution.enums import ClueState
from yixian.resolution.models import Clue, Reopening

if TYPE_CHECKING:
    from yixian.assessment.models import Matter
    from yixian.reception.models import Report


def reopenings_of(report: "Report", matter: "Matter | None") -> QuerySet[Reopening]:
    """Of the report's matter, whichever of its reports led to it, and of the report before it stood in one."""
    about = Q(report=report)
    if matter is not None:
        about |= Q(matter=matter)
    found = Reopening.objects.filter(about).select_related("report", "reopened_by")
    return found.order_by("reopened_on", "pk")


def clues_to_renew(clues: QuerySet[Clue]) -> list[tuple[Clue, date]]:
    """Of these clues, the closed ones of matters that are handled again, each with the day since when: as long as no
    clue was taken up for it and the reporter has not been answered anew. Two queries, one while nothing is.
    """
    since = _handled_again(clues)
    known = list(clues.filter(matter__in=since))
    begun = {each.matter_id for each in known if each.received_on >= since[each.matter_id]}
    return [
        (each, since[each.matter_id])
        for each in known
        if each.state == ClueState.CLOSED and each.matter_id not in begun
    ]


def _handled_again(clues: QuerySet[Clue]) -> dict[UUID, date]:
    """Matter → the day on which its second handling began, while that goes on."""
    again = Reopening.objects.filter(
        matter__in=clues.order_by().values("matter"), matter__state=MatterState.OPEN
    )
    latest = {each.matter_id: each for each in again.select_related("report").order_by("reopened_on", "pk")}
    return {
        matter_id: each.reopened_on
        for matter_id, each in latest.items()
        if matter_id and not _is_answered(each)
    }


def _is_answered(again: Reopening) -> bool:
    """Whether the report that it opened has its second result; of a matter alone, its closing is what ends it."""
    return ReopenGround(again.ground).opens_answer and again.report.state == ReportState.ANSWERED
