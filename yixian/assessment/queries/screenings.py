"""Sessions, their rows and what was decided; never a matter that the officer may not meet."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from yixian.assessment.enums import MatterState, ScreeningKind, ScreeningState
from yixian.assessment.models import Matter, ScreenedMatter, Screening, ScreeningDecision
from yixian.assessment.queries.elsewhere import with_a_report_here
from yixian.assessment.queries.matters import current_links
from yixian.assessment.queries.standing import met_matters, open_matters
from yixian.protection.officer import Officer
from yixian.protection.queries import may
from yixian.reception.queries import registered_reports


def screenings_of(officer: Officer) -> QuerySet[Screening]:
    """The office's sessions, the latest first. A session of somebody else is listed where it holds anything that
    this officer may meet, so that the list tells nothing of what they may not.
    """
    if not may(officer, "assessment.see_screening"):
        return Screening.objects.none()
    rows = _met(officer).filter(screening=OuterRef("pk"))
    shown = Q(opened_by_id=officer.staff_id) | Q(kind=ScreeningKind.MONTHLY) | Q(Exists(rows))
    held = Screening.objects.filter(shown, organ_id=officer.organ_id)
    return held.select_related("organ", "opened_by", "closed_by")


def screening_by_id(officer: Officer, screening_id: int) -> Screening | None:
    return screenings_of(officer).filter(pk=screening_id).first()


def open_screenings(officer: Officer) -> QuerySet[Screening]:
    """The sessions that this officer called and has not ended."""
    return screenings_of(officer).filter(opened_by_id=officer.staff_id, state=ScreeningState.OPEN)


def rows_of(officer: Officer, screening: Screening) -> QuerySet[ScreenedMatter]:
    """What this officer may meet of a session, the oldest matter first."""
    rows = _met(officer).filter(screening=screening)
    return rows.select_related("matter", "screening").order_by("matter__opened_on", "matter__number")


def _met(officer: Officer) -> QuerySet[ScreenedMatter]:
    return ScreenedMatter.objects.filter(
        Exists(met_matters(officer).order_by().filter(pk=OuterRef("matter")))
    )


def undecided_rows(officer: Officer, screening: Screening) -> QuerySet[ScreenedMatter]:
    """The open matters about which nothing has been decided; one closed or sent on meanwhile waits for nothing."""
    decided = ScreeningDecision.objects.filter(row=OuterRef("pk"))
    here = with_a_report_here(Matter.objects.filter(organ_id=officer.organ_id, state=MatterState.OPEN))
    waiting = rows_of(officer, screening).filter(matter__in=_keys(here))
    return waiting.exclude(Exists(decided))


def matters_not_taken_in(officer: Officer, screening: Screening) -> QuerySet[Matter]:
    """Open matters that the session does not hold, of those that it is about."""
    held = ScreenedMatter.objects.filter(screening=screening).values("matter")
    return matters_to_screen(officer, screening.issue).exclude(pk__in=held)


def matters_to_screen(officer: Officer, issue: str = "") -> QuerySet[Matter]:
    """Every open matter that the officer may meet; with an issue only those of which a report is about it."""
    found = open_matters(officer)
    if not issue:
        return found
    classed = registered_reports(officer).filter(
        classifications__is_current=True, classifications__main_issue=issue
    )
    about = current_links().filter(report__in=_keys(classed)).order_by()
    return found.filter(pk__in=about.values("matter"))


def decisions_in(screening: Screening, matter_ids: Sequence[UUID]) -> dict[UUID, ScreeningDecision]:
    """Matter → what the session decided of it, one query for a whole list."""
    held = ScreeningDecision.objects.filter(
        row__screening=screening, is_current=True, matter_id__in=matter_ids
    )
    return {each.matter_id: each for each in held.select_related("decided_by", "matter").order_by("pk")}


def decisions_of(matter: Matter) -> QuerySet[ScreeningDecision]:
    """What each session decided of the matter in the end, in the order of the sessions."""
    held = ScreeningDecision.objects.filter(matter=matter, is_current=True)
    return held.select_related("decided_by", "row__screening").order_by("pk")


def last_decisions(
    matter_ids: Sequence[UUID], *, before: Screening | None = None
) -> dict[UUID, ScreeningDecision]:
    """Matter → the last decision about it, of sessions before the one named; one query for a whole list."""
    held = ScreeningDecision.objects.filter(is_current=True, matter_id__in=matter_ids)
    if before is not None:
        held = held.filter(row__screening__pk__lt=before.pk)
    rows = held.select_related("decided_by", "row__screening", "matter").order_by("decided_on", "pk")
    return {each.matter_id: each for each in rows}


def monthly_screening(organ_id: int, on: date) -> Screening | None:
    """The session of the month of this day."""
    held = Screening.objects.filter(organ_id=organ_id, month=on.replace(day=1))
    return held.select_related("opened_by").first()


def _keys(rows: QuerySet[Any]) -> QuerySet[Any]:
    return rows.order_by().values("pk")
