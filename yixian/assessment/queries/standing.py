"""Which matters an officer may meet, composed from what reception lets be seen of their reports."""

from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from yixian.assessment.enums import MatterState
from yixian.assessment.models import Matter
from yixian.assessment.queries.elsewhere import with_a_report_here
from yixian.assessment.queries.matters import current_links
from yixian.protection.officer import Officer
from yixian.protection.queries import recused_subjects
from yixian.reception.queries import registered_reports
from yixian.reception.visibility import own_reports

PREFIX = "assessment.matter:"


def hidden_matters(officer: Officer) -> QuerySet[Any]:
    """The matters to be left out of this officer's lists of later work: those of which no report is the officer's,
    and those in which any report names the officer's side, whoever handles the others.
    """
    return current_links().filter(~may_meet(officer, "matter")).order_by().values("matter")


def may_meet(officer: Officer, ref: str = "pk") -> Q:
    """Whether this officer may meet the matter to which ``ref`` of a row points, but for recusals from it: one of its
    reports is theirs to meet, and none names their side. Asked of each row: at a million reports nobody waits until
    all that may be met is listed.
    """
    links = current_links().filter(matter=OuterRef(ref)).order_by()
    met = links.filter(Exists(registered_reports(officer).order_by().filter(pk=OuterRef("report"))))
    barred = links.filter(~Exists(own_reports(officer).order_by().filter(pk=OuterRef("report"))))
    return Q(Exists(met)) & ~Q(Exists(barred))


def met_matters(officer: Officer) -> QuerySet[Matter]:
    """The matters that this officer may meet, the oldest first; every list of matters starts from here."""
    recused = [each.removeprefix(PREFIX) for each in recused_subjects(officer) if each.startswith(PREFIX)]
    met = Matter.objects.filter(may_meet(officer), organ_id=officer.organ_id)
    return met.exclude(pk__in=recused).order_by("opened_on", "number")


def unbarred_matters(officer: Officer) -> QuerySet[Matter]:
    """The office's matters without those of which the officer must not learn, whoever handled them: for work on the
    whole archive, decades later. They are told by number and title; their letters stay with whoever meets them.
    """
    recused = [each.removeprefix(PREFIX) for each in recused_subjects(officer) if each.startswith(PREFIX)]
    barred = current_links().exclude(report__in=own_reports(officer).order_by().values("pk"))
    found = Matter.objects.filter(organ_id=officer.organ_id)
    return found.exclude(pk__in=barred.order_by().values("matter")).exclude(pk__in=recused)


def open_matters(officer: Officer) -> QuerySet[Matter]:
    """Under way, and not all of it with another office."""
    return with_a_report_here(met_matters(officer).filter(state=MatterState.OPEN))


def met_matter(officer: Officer, matter_id: UUID) -> Matter | None:
    """The matter, if this officer may meet it."""
    return met_matters(officer).filter(pk=matter_id).first()
