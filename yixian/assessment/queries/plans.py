"""Plans and their steps: of one matter, of a list, and what has come due for whom."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import QuerySet

from yixian.assessment.enums import StepState
from yixian.assessment.models import Matter, Plan, PlanStep
from yixian.assessment.queries.matters import reports_of
from yixian.assessment.queries.standing import open_matters
from yixian.protection.officer import Officer
from yixian.roster.enums import Role
from yixian.roster.queries import staff_of

if TYPE_CHECKING:
    from yixian.roster.models import Staff


def plan_of(matter: Matter) -> Plan | None:
    """The plan that holds now."""
    held = Plan.objects.filter(matter=matter, is_current=True)
    return held.select_related("matter", "responsible", "made_by").first()


def plans_before(matter: Matter) -> QuerySet[Plan]:
    """The plans that were revised, the latest first."""
    before = Plan.objects.filter(matter=matter, is_current=False)
    return before.select_related("responsible", "made_by").order_by("-pk")


def plans_of(matter_ids: Sequence[UUID]) -> dict[UUID, Plan]:
    """Matter → its plan, one query for a whole list."""
    held = Plan.objects.filter(matter_id__in=matter_ids, is_current=True).select_related("responsible")
    return {plan.matter_id: plan for plan in held.order_by("pk")}


def steps_of(matter: Matter) -> QuerySet[PlanStep]:
    """Every step of the matter, the changed ones among them, in the order of their days."""
    steps = PlanStep.objects.filter(matter=matter).select_related("matter", "owner", "ended_by", "replaces")
    return steps.order_by("due_on", "pk")


def undone_steps(matter: Matter) -> QuerySet[PlanStep]:
    return steps_of(matter).filter(state=StepState.PLANNED)


def next_steps_of(matter_ids: Sequence[UUID]) -> dict[UUID, PlanStep]:
    """Matter → its next step that is not done, one query for a whole list."""
    undone = PlanStep.objects.filter(matter_id__in=matter_ids, state=StepState.PLANNED)
    latest_first = undone.select_related("owner").order_by("-due_on", "-pk")
    return {step.matter_id: step for step in latest_first}


def plan_steps_until(officer: Officer, until: date) -> QuerySet[PlanStep]:
    """The steps that are due up to a day and not done, of open matters that the officer may meet."""
    met = open_matters(officer).order_by().values("pk")
    due = PlanStep.objects.filter(state=StepState.PLANNED, due_on__lte=until, matter__in=met)
    return due.select_related("matter", "owner").order_by("due_on", "pk")


def plan_steps_due(officer: Officer, until: date) -> QuerySet[PlanStep]:
    """The officer's own among them."""
    return plan_steps_until(officer, until).filter(owner_id=officer.staff_id)


def possible_owners(matter: Matter) -> "list[Staff]":
    """Whoever of the office may open a report of the matter: who handles or registered one, and the chief."""
    ids = {each.registered_by_id for each in reports_of(matter)} | matter.handler_ids()
    ids |= {each.pk for each in staff_of(matter.organ_id, Role.CHIEF)}
    return [
        each for each in staff_of(matter.organ_id, Role.CLERK, Role.HANDLER, Role.CHIEF) if each.pk in ids
    ]
