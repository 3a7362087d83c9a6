"""What waits after an outcome: letters to be answered or looked at, receipts, names to be cleared."""

from datetime import date
from typing import TypeVar
from uuid import UUID

from django.db.models import Q, QuerySet

from yixian.resolution.enums import AdviceState, ClarificationState, ClueState, InquiryState, ReferralState
from yixian.resolution.models import Clarification, Clue, Inquiry, PetitionReview, Recommendation, Referral

Row = TypeVar("Row", Inquiry, Recommendation, Referral, Clarification)


def advice_waiting(met: QuerySet[Clue], on: date) -> QuerySet[Recommendation]:
    """Unanswered past its day, or answered and nobody has looked whether it was put right."""
    late = Q(state=AdviceState.ISSUED, due_on__lt=on)
    return _met(Recommendation, met).filter(late | Q(state=AdviceState.ANSWERED))


def inquiries_waiting(met: QuerySet[Clue]) -> QuerySet[Inquiry]:
    """Letters that are to be delivered while the clue is under 函询, and those that were and have no reply."""
    found = _met(Inquiry, met).exclude(clue__state=ClueState.CLOSED)
    return found.filter(
        Q(state=InquiryState.SERVED) | Q(state=InquiryState.ISSUED, clue__state=ClueState.INQUIRY)
    )


def receipts_awaited(met: QuerySet[Clue]) -> QuerySet[Referral]:
    return _met(Referral, met).filter(state=ReferralState.HANDED)


def clearings_pending(met: QuerySet[Clue]) -> QuerySet[Clarification]:
    found = _met(Clarification, met).filter(state=ClarificationState.PROPOSED)
    return found.select_related("clue__matter", "proposed_by")


def clearings_to_do(met: QuerySet[Clue]) -> QuerySet[Clarification]:
    return _met(Clarification, met).filter(state=ClarificationState.APPROVED)


def petition_reviews_of(report_id: UUID) -> list[PetitionReview]:
    """复查 before 复核."""
    found = PetitionReview.objects.filter(report_id=report_id).select_related(
        "asked_by", "recorded_by", "report"
    )
    return list(found.order_by("asked_on", "pk"))


def _met(kind: type[Row], met: QuerySet[Clue]) -> "QuerySet[Row]":
    """Of the clues that the officer meets."""
    rows = kind._default_manager.filter(clue__in=met.order_by().values("pk"))
    return rows.select_related("clue__matter").order_by("pk")
