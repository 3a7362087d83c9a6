"""A clue that was verified anew and those before it: which outcome counts, and who still needs one."""

from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from yixian.assessment.queries import people_of
from yixian.resolution.enums import Decision
from yixian.resolution.models import Clue, Outcome


def outcomes_that_count(outcomes: QuerySet[Outcome]) -> QuerySet[Outcome]:
    """Of these, the approved ones that no later approved one replaces."""
    later = Outcome.objects.filter(replaces=OuterRef("pk"), decision=Decision.APPROVED)
    return outcomes.filter(~Exists(later.order_by()), decision=Decision.APPROVED)


def earlier_clue_ids(clue: Clue) -> list[UUID]:
    """The clues that it renews, the latest first."""
    found: list[UUID] = []
    before = clue.renews
    while before is not None:
        found.append(before.pk)
        before = before.renews
    return found


def earlier_outcomes(clue: Clue) -> dict[int, Outcome]:
    """Person → the approved outcome that counted before this clue; empty unless it renews another."""
    ids = earlier_clue_ids(clue)
    known = (
        Outcome.objects.filter(clue__in=ids, decision=Decision.APPROVED) if ids else Outcome.objects.none()
    )
    return {each.person_id: each for each in known.order_by("decided_on", "pk")}


def people_without_outcome(clue: Clue) -> list[int]:
    """Who keeps the clue from being closed. Of a renewed clue an earlier outcome stands until another replaces it."""
    approved = set(clue.outcomes.filter(decision=Decision.APPROVED).values_list("person_id", flat=True))
    settled = approved | set(earlier_outcomes(clue))
    return [person.pk for person in people_of(clue.matter) if person.pk not in settled]
