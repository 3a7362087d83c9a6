"""What a verification is made of, each in its order, and what of it waits for whom."""

from django.db.models import Prefetch, Q, QuerySet

from yixian.resolution.enums import CustodyState, GapState, TaskState
from yixian.resolution.models import (
    Clue,
    Custody,
    Evidence,
    Gap,
    Talk,
    TalkMember,
    Task,
    TaskHandOver,
    TeamMember,
)


def tasks_of(verification_id: int) -> QuerySet[Task]:
    """The tasks in their order, with who gave them and through whose hands they went."""
    handed = TaskHandOver.objects.select_related("from_staff", "to_staff", "ordered_by")
    return (
        Task.objects.filter(verification_id=verification_id)
        .select_related("staff", "given_by", "verification__clue__matter")
        .prefetch_related(Prefetch("hand_overs", handed), *_team("verification__"))
        .order_by("position")
    )


def evidence_of(verification_id: int) -> QuerySet[Evidence]:
    """The list in its order, each with its custody from the first hands to the last."""
    hands = Custody.objects.select_related("staff", "offered_by").order_by("pk")
    return (
        Evidence.objects.filter(verification_id=verification_id)
        .select_related("taken_by", "noted_by", "task", "verification__clue__matter")
        .prefetch_related(Prefetch("custodies", hands), *_team("verification__"))
        .order_by("position")
    )


def talks_of(verification_id: int) -> QuerySet[Talk]:
    """The records of talks in their order, with who was there and what each corrects."""
    return (
        Talk.objects.filter(verification_id=verification_id)
        .select_related("written_by", "corrects", "corrected_by", "verification__clue__matter")
        .prefetch_related(Prefetch("members", TalkMember.objects.select_related("staff").order_by("pk")))
        .order_by("position")
    )


def gaps_of(verification_id: int) -> QuerySet[Gap]:
    """The gaps by the day on which they are wanted."""
    return (
        Gap.objects.filter(verification_id=verification_id)
        .select_related("noted_by", "closed_by", "evidence", "verification__clue__matter")
        .prefetch_related(*_team("verification__"))
        .order_by("due_on", "pk")
    )


def _team(before: str) -> "tuple[Prefetch[str, QuerySet[TeamMember]], ...]":
    """Permits ask who is on the team of each row: it comes along once for all."""
    return (Prefetch(f"{before}members", TeamMember.objects.order_by("-is_lead", "pk")),)


def tasks_in_hand(staff_id: int) -> QuerySet[Task]:
    """The open tasks of one member, the first due first."""
    return (
        Task.objects.filter(staff_id=staff_id, state=TaskState.OPEN)
        .select_related("given_by", "verification__clue__matter")
        .order_by("due_on", "pk")
    )


def tasks_due(clues: "QuerySet[Clue]", span: Q) -> QuerySet[Task]:
    """The open tasks of these clues whose ``due_on`` is within ``span``."""
    found = Task.objects.filter(
        span, verification__clue__in=clues.order_by().values("pk"), state=TaskState.OPEN
    )
    return found.select_related("staff", "verification__clue").order_by("due_on", "pk")


def gaps_due(clues: "QuerySet[Clue]", span: Q) -> QuerySet[Gap]:
    """The open gaps in the evidence of these clues whose ``due_on`` is within ``span``, with the team."""
    found = Gap.objects.filter(
        span, verification__clue__in=clues.order_by().values("pk"), state=GapState.OPEN
    )
    wanted = found.select_related("noted_by", "verification__clue")
    return wanted.prefetch_related(*_team("verification__")).order_by("due_on", "pk")


def custody_offered(staff_id: int) -> QuerySet[Custody]:
    """The evidence that waits for this person to say that it came."""
    return (
        Custody.objects.filter(staff_id=staff_id, state=CustodyState.OFFERED)
        .select_related("offered_by", "evidence__verification__clue__matter")
        .order_by("offered_on", "pk")
    )
