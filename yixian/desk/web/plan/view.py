"""/desk/matters/<id>/plan: the plan of one matter, opened, with each step and what may be done about it."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from yixian.assessment.enums import StepState
from yixian.assessment.queries import plans_before
from yixian.desk.matter_case import MatterCase
from yixian.desk.web.frame import officer_of
from yixian.desk.web.plan.acts import ACTS, matter_case_or_404, ways_of
from yixian.protection.web.door import permit
from yixian.toolkit.due import Due

if TYPE_CHECKING:
    from yixian.assessment.models import PlanStep

TONES = {StepState.PLANNED: "active", StepState.DONE: "done", StepState.CHANGED: "stopped"}
SOON = 3
"""A step within so many days is near."""


@dataclass(frozen=True, slots=True)
class StepLine:
    step: "PlanStep"
    what: str
    outcome: str
    due: Due | None
    tone: str
    ways: list[tuple[str, str]]


@permit("assessment.read_plan", reads_only=True)
def plan(request: HttpRequest, matter_id: UUID) -> HttpResponse:
    case = matter_case_or_404(officer_of(request), matter_id)
    content = case.content
    context = {
        "case": case,
        "title": case.title,
        "content": content,
        "lines": step_lines(case),
        "before": list(plans_before(case.matter)),
        "acts": [form.as_act(case) for form in ACTS if form.stands(case)],
    }
    return render(request, "desk/plan/plan.html", context)


def step_lines(case: MatterCase) -> list[StepLine]:
    content = case.content
    if content is None:
        return []
    return [
        StepLine(
            step=each,
            what=content.whats.get(each.uid, ""),
            outcome=content.outcomes.get(each.uid, ""),
            due=due_of_step(each, case.on) if each.state == StepState.PLANNED and case.is_open else None,
            tone=TONES[StepState(each.state)],
            ways=list(ways_of(case, each)),
        )
        for each in content.steps
    ]


def due_of_step(step: "PlanStep", on: date) -> Due:
    left = (step.due_on - on).days
    return Due(on=step.due_on, left=left, unit="天", near=left <= SOON)
