"""Strays of this house: clues that hang in the air, people without an outcome, matters closed without their five."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from yixian.assessment.enums import MatterState
from yixian.assessment.queries import current_links, known_matters, people_by_matter
from yixian.reception.queries import reports_with_term
from yixian.regulations.completions import Completion
from yixian.regulations.discipline_enforcement import DISPOSAL_PROPOSAL_TERM
from yixian.resolution.enums import ClueState, Decision
from yixian.resolution.models import ArchiveFile, Clue, CompletionMark, Disposal, Outcome
from yixian.resolution.queries.filing import matters_filed_on_paper

if TYPE_CHECKING:
    from yixian.assessment.models import Matter
    from yixian.reception.models import ReportedPerson

UNDISPOSED = (ClueState.RECEIVED,)
"""States that a clue may have before any disposal was proposed."""


def guarded_clues(organ_ids: Sequence[int], barred: Sequence[UUID]) -> QuerySet[Clue]:
    """Every clue of these organs, also one whose matter is gone, but for those of a barred report's matter."""
    hidden = current_links().filter(report__in=barred).order_by().values("matter")
    return Clue.objects.filter(organ_id__in=organ_ids).exclude(matter__in=hidden).order_by("code")


def loose_clues(clues: QuerySet[Clue]) -> Iterator[tuple[Clue, str]]:
    """Of these clues: what each lacks."""
    disposed = Disposal.objects.order_by().values("clue")
    timed = current_links().filter(report__in=reports_with_term(DISPOSAL_PROPOSAL_TERM.key))
    held = Disposal.objects.filter(decision=Decision.APPROVED, recheck_on__isnull=False).order_by()
    asked = {
        "没有事项": clues.exclude(matter__in=known_matters()),
        "所属事项没有来件": clues.filter(matter__in=known_matters()).exclude(
            matter__in=current_links().order_by().values("matter")
        ),
        "事项已办结，线索没有了结": clues.exclude(state=ClueState.CLOSED).exclude(
            matter__state=MatterState.OPEN
        ),
        "没有处置意见": clues.exclude(state__in=UNDISPOSED).exclude(pk__in=disposed),
        "没有提出处置意见的期限": clues.filter(state=ClueState.RECEIVED).exclude(
            matter__in=timed.order_by().values("matter")
        ),
        "暂存待查，没有复查日期": clues.filter(state=ClueState.HELD).exclude(pk__in=held.values("clue")),
        "已了结，没有了结方式": clues.filter(state=ClueState.CLOSED, closing_way=""),
    }
    for lacks, found in asked.items():
        yield from ((clue, lacks) for clue in found)


def people_of_clues(clues: QuerySet[Clue]) -> "Iterator[tuple[Clue, ReportedPerson, Outcome | None]]":
    """Everyone reported in the matter of each clue, with the outcome that was approved; a fixed number of queries.

    Whoever came with a report that joined the matter after the clue had ended is none of the clue's. For a clue that
    was verified anew the renewed one answers, with the outcomes that were decided before it.
    """
    every = list(clues.filter(renewed_by__isnull=True))
    matter_ids = [clue.matter_id for clue in every]
    people, joined = people_by_matter(matter_ids), _joined_on(matter_ids)
    latest = _latest(clues)
    approved = Outcome.objects.filter(clue__in=latest, decision=Decision.APPROVED).order_by(
        "decided_on", "pk"
    )
    found = {(latest[outcome.clue_id], outcome.person_id): outcome for outcome in approved}
    for clue in every:
        for person in people.get(clue.matter_id, []):
            if clue.closed_on is None or joined[person.report_id] <= clue.closed_on:
                yield clue, person, found.get((clue.pk, person.pk))


def _latest(clues: QuerySet[Clue]) -> dict[UUID, UUID]:
    """Each clue → the one that was verified last in its stead, itself where there is none."""
    after = dict(clues.filter(renews__isnull=False).values_list("renews", "pk"))
    found = {}
    for clue_id in clues.values_list("pk", flat=True):
        last = clue_id
        while last in after:
            last = after[last]
        found[clue_id] = last
    return found


def _joined_on(matter_ids: Sequence[UUID]) -> dict[UUID, date]:
    links = current_links().filter(matter_id__in=matter_ids)
    return dict(links.values_list("report_id", "linked_on"))


def incomplete_matters(matters: "QuerySet[Matter]") -> "Iterator[tuple[Matter, str]]":
    """Closed without all five completions, or archived without a file. What a ledger brought in closed has none."""
    marked = CompletionMark.objects.filter(
        completion__in=[each.value for each in Completion], lapsed_on__isnull=True
    )
    counts = marked.order_by().values("matter").annotate(marks=Count("completion", distinct=True))
    whole = counts.filter(marks=len(Completion)).values("matter")
    closed = matters.filter(~Q(state=MatterState.OPEN)).exclude(pk__in=whole)
    closed = closed.exclude(pk__in=matters_filed_on_paper())
    yield from ((each, "已办结，五到位没有记录齐全") for each in closed)
    filed = ArchiveFile.objects.order_by().values("matter")
    archived = matters.filter(state=MatterState.ARCHIVED).exclude(pk__in=filed)
    yield from ((each, "已归档，没有卷宗") for each in archived)
