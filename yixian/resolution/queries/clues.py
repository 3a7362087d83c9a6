"""The clue ledger, and what waits for a decision."""

from collections.abc import Sequence
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet

from yixian.assessment.queries import hidden_matters, people_of
from yixian.protection.officer import Officer
from yixian.protection.queries import may, recused_subjects
from yixian.resolution.enums import ClueState, Decision
from yixian.resolution.models import (
    ArchiveFile,
    Clarification,
    Clue,
    CompletionMark,
    CountyReview,
    Disposal,
    Inquiry,
    InquiryPaper,
    Outcome,
    Recommendation,
    Referral,
    TeamChange,
    TeamMember,
    VerificationReport,
)
from yixian.resolution.queries.renewed import outcomes_that_count

Pending = TypeVar("Pending", Disposal, VerificationReport, Outcome)


def clues_of(matter_id: UUID) -> QuerySet[Clue]:
    """The matter's clues with everything that the dossier shows of them, in a fixed number of queries."""
    return _whole(Clue.objects.filter(matter_id=matter_id)).order_by("received_on", "code")


def clues_by_matter(matter_ids: Sequence[UUID]) -> dict[UUID, list[Clue]]:
    """Matter → its clues in the order of their codes, one query for a whole list."""
    found: dict[UUID, list[Clue]] = {}
    for clue in Clue.objects.filter(matter_id__in=matter_ids).order_by("received_on", "code"):
        found.setdefault(clue.matter_id, []).append(clue)
    return found


def last_proposals(matter_ids: Sequence[UUID]) -> dict[UUID, date]:
    """Matter → the day on which a disposal of one of its clues was last proposed, one query for a whole list."""
    proposed = Disposal.objects.filter(clue__matter_id__in=matter_ids)
    return dict(proposed.order_by("proposed_on", "pk").values_list("clue__matter", "proposed_on"))


def _whole(clues: QuerySet[Clue]) -> QuerySet[Clue]:
    return clues.select_related(
        "matter", "organ", "verification__opened_by", "renews", "renewed_by"
    ).prefetch_related(
        Prefetch("disposals", Disposal.objects.select_related("proposed_by", "decided_by")),
        Prefetch("reports", VerificationReport.objects.select_related("submitted_by", "decided_by")),
        Prefetch(
            "reports__county_reviews",
            CountyReview.objects.select_related("to_organ", "reviewer").order_by("asked_on", "pk"),
        ),
        Prefetch(
            "outcomes",
            Outcome.objects.select_related("person", "proposed_by", "decided_by", "deciding_organ"),
        ),
        Prefetch(
            "recommendations", Recommendation.objects.select_related("issued_by", "recorded_by", "checked_by")
        ),
        Prefetch("inquiries", Inquiry.objects.select_related("issued_by", "recorded_by", "withdrawn_by")),
        Prefetch("inquiries__papers", InquiryPaper.objects.order_by("position")),
        Prefetch("referrals", Referral.objects.select_related("handed_by")),
        Prefetch(
            "clarifications",
            Clarification.objects.select_related("proposed_by", "decided_by", "done_by"),
        ),
        Prefetch("verification__members", TeamMember.objects.select_related("staff")),
        Prefetch("verification__team_changes", TeamChange.objects.select_related("staff", "ordered_by")),
    )


def person_ids_of(clue: Clue) -> list[int]:
    """Everyone reported in any report of the clue's matter: each of them needs an outcome."""
    return [person.pk for person in people_of(clue.matter)]


def clue_of_organ(organ_id: int, clue_id: UUID) -> Clue | None:
    """One clue with everything that its page shows, in a fixed number of queries."""
    return _whole(Clue.objects.filter(organ_id=organ_id, pk=clue_id)).first()


def clue_ledger(organ_id: int, *, hidden: "QuerySet[Any] | None" = None, member: int = 0) -> QuerySet[Clue]:
    """Every clue of the organ, newest first, but for those of the matters ``hidden``, unless ``member`` is of
    their team.
    """
    clues = Clue.objects.filter(organ_id=organ_id).select_related("matter").order_by("-received_on", "-code")
    if hidden is None:
        return clues
    teams = TeamMember.objects.filter(staff_id=member, left_on__isnull=True).values("verification__clue")
    return clues.exclude(Q(matter__in=hidden) & ~Q(pk__in=teams))


def pending_disposals(organ_id: int) -> QuerySet[Disposal]:
    return _pending(Disposal.objects.select_related("clue__matter", "proposed_by"), organ_id)


def pending_reports(organ_id: int) -> QuerySet[VerificationReport]:
    reviews = Prefetch("county_reviews", CountyReview.objects.order_by("asked_on", "pk"))
    pending = VerificationReport.objects.select_related("clue__matter", "clue__organ", "submitted_by")
    return _pending(pending.prefetch_related(reviews), organ_id)


def pending_outcomes(organ_id: int) -> QuerySet[Outcome]:
    return _pending(Outcome.objects.select_related("clue__matter", "person", "proposed_by"), organ_id)


def _pending(rows: QuerySet[Pending], organ_id: int) -> QuerySet[Pending]:
    return rows.filter(clue__organ_id=organ_id, decision=Decision.PENDING).order_by("pk")


def declarations_awaited(staff_id: int) -> QuerySet[TeamMember]:
    """The teams that wait for this person to say that no ground of recusal applies."""
    return (
        TeamMember.objects.filter(staff_id=staff_id, declared_on__isnull=True, left_on__isnull=True)
        .select_related("verification__clue__matter")
        .order_by("pk")
    )


def handed_back(clues: QuerySet[Clue], staff_id: int) -> QuerySet[Clue]:
    """Of these clues, those in which another person has decided and the next word is this one's: to propose again
    what was returned, or, as the lead of the team or whoever proposed the inquiry, to conclude.
    """
    led = TeamMember.objects.filter(staff_id=staff_id, is_lead=True, left_on__isnull=True)
    proposed = Disposal.objects.filter(proposed_by_id=staff_id)
    mine = Q(pk__in=led.values("verification__clue"))
    mine |= Q(verification__isnull=True, pk__in=proposed.filter(decision=Decision.APPROVED).values("clue"))
    undecided = Outcome.objects.filter(decision=Decision.PENDING).values("clue")
    returned = VerificationReport.objects.filter(submitted_by_id=staff_id, decision=Decision.RETURNED)
    unwanted = proposed.filter(decision=Decision.RETURNED)
    return clues.filter(
        Q(mine, ~Q(pk__in=undecided), state=ClueState.CONCLUDING)
        | Q(state=ClueState.VERIFYING, pk__in=returned.values("clue"))
        | Q(state=ClueState.RECEIVED, pk__in=unwanted.values("clue"))
    )


def clues_met(officer: Officer) -> QuerySet[Clue]:
    """The clues of which this officer may learn: not those recused from, nor those of matters hidden from whoever is
    not on the team.
    """
    if not may(officer, "resolution.read_clue"):
        return Clue.objects.none()
    met = clue_ledger(officer.organ_id, hidden=hidden_matters(officer), member=officer.staff_id)
    prefix = f"{Clue._meta.label_lower}:"
    recused = recused_subjects(officer)
    return met.exclude(pk__in=[each.removeprefix(prefix) for each in recused if each.startswith(prefix)])


def rechecks_due(organ_id: int, on: date) -> QuerySet[Disposal]:
    """暂存待查 whose day has come."""
    return (
        Disposal.objects.filter(
            clue__organ_id=organ_id,
            clue__state=ClueState.HELD,
            decision=Decision.APPROVED,
            recheck_on__lte=on,
        )
        .select_related("clue__matter")
        .order_by("recheck_on", "pk")
    )


def completions_of(matter_id: UUID) -> QuerySet[CompletionMark]:
    """Those that stand; what lapsed when the matter was handled again is told by ``lapsed_completions``."""
    return _marks(matter_id).filter(lapsed_on__isnull=True)


def lapsed_completions(matter_id: UUID) -> QuerySet[CompletionMark]:
    return _marks(matter_id).filter(lapsed_on__isnull=False)


def _marks(matter_id: UUID) -> QuerySet[CompletionMark]:
    return CompletionMark.objects.filter(matter_id=matter_id).select_related("marked_by").order_by("pk")


def archive_file_of(matter_id: UUID) -> ArchiveFile | None:
    return ArchiveFile.objects.filter(matter_id=matter_id).select_related("archived_by").first()


def approved_outcomes(organ_ids: list[int]) -> QuerySet[Outcome]:
    """What the figures count: one row a person."""
    counted = outcomes_that_count(Outcome.objects.filter(clue__organ_id__in=organ_ids))
    return counted.select_related("person", "clue").order_by("pk")


def outcomes_by_report(report_ids: list[UUID]) -> dict[UUID, list[Outcome]]:
    """Report → the approved outcomes of those it reports, one query for a whole list."""
    approved = outcomes_that_count(Outcome.objects.filter(person__report__in=report_ids))
    found: dict[UUID, list[Outcome]] = {}
    for outcome in approved.select_related("person").order_by("person__position", "pk"):
        found.setdefault(outcome.person.report_id, []).append(outcome)
    return found
