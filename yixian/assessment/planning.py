"""What a plan and its steps are made of, and who may be given a part in them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from yixian.assessment.enums import MatterState, StepKind
from yixian.assessment.models import Matter, PlanStep
from yixian.assessment.queries import reports_of
from yixian.assessment.queries.plans import possible_owners
from yixian.protection.officer import Officer
from yixian.protection.queries import recused_staff_ids
from yixian.protection.texts import seal_text
from yixian.reception.actions import require_discreet
from yixian.reception.assigning import require_free
from yixian.trail.refusal import Refusal


class MatterIsOver(Refusal):
    """A plan is made and changed while its matter is being handled."""

    key = "matter_is_over"


class CannotTakePart(Refusal):
    """Whoever answers for a plan or a step must be able to open the matter."""

    key = "cannot_take_part"


class DueTooEarly(Refusal):
    """A step is due today or later."""

    key = "due_too_early"


@dataclass(frozen=True, slots=True, kw_only=True)
class StepFacts:
    kind: StepKind
    what: str
    owner_id: int
    due_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanFacts:
    aims: str
    responsible_id: int
    steps: Sequence[StepFacts] = ()


def check_open(matter: Matter) -> None:
    if Matter.objects.select_for_update().get(pk=matter.pk).state != MatterState.OPEN:
        raise MatterIsOver(f"事项{matter.number}已经办结，不再制定或者改动化解方案；重新办理以后再定。")


def check_part(by: Officer, matter: Matter, staff_id: int, what: str) -> None:
    """Nobody of the reported side, nobody recused, nobody who could not open it."""
    for report in reports_of(matter):
        staff = require_free(by, report, staff_id, what)
    barred = staff_id in recused_staff_ids(matter.trail_subject)
    if barred or staff_id not in {each.pk for each in possible_owners(matter)}:
        raise CannotTakePart(
            f"{staff.name}不办理这一事项，不能作{what}；请选登记人、承办人或者纪委书记，或者先移交承办。"
        )


def planned_step(
    by: Officer, matter: Matter, facts: StepFacts, on: date, *, replaces: PlanStep | None = None
) -> PlanStep:
    """A step, checked and sealed: it carries what is to be done and not the letter."""
    if facts.due_on < on:
        raise DueTooEarly("步骤的完成期限不能早于今天。")
    check_part(by, matter, facts.owner_id, "步骤责任人")
    discreet(by, matter, facts.what, "方案步骤")
    step = PlanStep(
        matter=matter,
        kind=facts.kind,
        owner_id=facts.owner_id,
        due_on=facts.due_on,
        added_by_id=by.staff_id,
        added_on=on,
        replaces=replaces,
    )
    step.what = seal_text(step, "what", facts.what, organ_id=matter.organ_id, what="要做什么")
    step.save()
    return step


def discreet(by: Officer, matter: Matter, text: str, what: str) -> None:
    require_discreet(by=by, reports=reports_of(matter), text=text, what=what, of_the_letter=True)
