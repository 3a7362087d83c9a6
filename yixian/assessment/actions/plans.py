"""化解方案: making it, working through its steps, and changing it by a recorded act."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from yixian.assessment.enums import StepState
from yixian.assessment.models import Matter, Plan, PlanStep
from yixian.assessment.planning import PlanFacts, StepFacts, check_open, check_part, discreet, planned_step
from yixian.assessment.queries.plans import plan_of, steps_of
from yixian.assessment.workflow import PLAN_STEP
from yixian.protection.actions import open_seals, require
from yixian.protection.officer import Officer
from yixian.protection.texts import SLOT, seal_text
from yixian.trail.actions import leaves_trail
from yixian.trail.refusal import Refusal


class AlreadyPlanned(Refusal):
    """One matter, one plan."""

    key = "already_planned"


class NoPlanYet(Refusal):
    """A step belongs to a plan."""

    key = "no_plan_yet"


class StepsMissing(Refusal):
    """A plan without a step plans nothing."""

    key = "steps_missing"


@dataclass(frozen=True, slots=True)
class PlanContent:
    """A plan, opened: its aims, why it was revised, and by each step's ``uid`` what it is and what came of it."""

    plan: Plan
    aims: str
    change_reason: str
    steps: list[PlanStep]
    whats: dict[UUID, str]
    outcomes: dict[UUID, str]

    @property
    def trail_subject(self) -> str:
        return self.plan.trail_subject


@leaves_trail("assessment.make_plan")
def make_plan(*, by: Officer, matter: Matter, facts: PlanFacts, on: date) -> Plan:
    """Make the plan of a hard matter with its first steps."""
    require(by, "assessment.make_plan", matter)
    check_open(matter)
    if plan_of(matter) is not None:
        raise AlreadyPlanned(f"事项{matter.number}已有化解方案；需要改变的，请修订方案或者调整步骤。")
    if not facts.steps:
        raise StepsMissing("请至少写一个步骤：由谁、用什么办法、什么时候办完。")
    plan = _plan(by, matter, facts, on)
    plan.save()
    for step in facts.steps:
        planned_step(by, matter, step, on)
    return plan


def _plan(by: Officer, matter: Matter, facts: PlanFacts, on: date) -> Plan:
    check_part(by, matter, facts.responsible_id, "方案责任人")
    discreet(by, matter, facts.aims, "化解目标")
    plan = Plan(matter=matter, responsible_id=facts.responsible_id, made_by_id=by.staff_id, made_on=on)
    plan.aims = seal_text(plan, "aims", facts.aims, organ_id=matter.organ_id, what="化解目标")
    return plan


@leaves_trail("assessment.revise_plan")
def revise_plan(*, by: Officer, plan: Plan, facts: PlanFacts, reason: str, on: date) -> Plan:
    """New aims or another person responsible. The plan before stays and is superseded; the steps go on."""
    require(by, "assessment.revise_plan", plan)
    check_open(plan.matter)
    before = Plan.objects.select_for_update().select_related("matter").get(pk=plan.pk)
    if not before.is_current:
        raise AlreadyPlanned("这份方案已经修订过，请重新打开再办。")
    revised = _plan(by, before.matter, facts, on)
    discreet(by, before.matter, reason, "修订理由")
    revised.supersedes = before
    revised.change_reason = seal_text(
        revised, "change_reason", reason, organ_id=before.organ_id, what="修订理由"
    )
    before.is_current = False
    before.save(update_fields=["is_current"])
    revised.save()
    return revised


@leaves_trail("assessment.add_plan_step")
def add_plan_step(*, by: Officer, matter: Matter, facts: StepFacts, on: date) -> PlanStep:
    require(by, "assessment.add_plan_step", matter)
    check_open(matter)
    if plan_of(matter) is None:
        raise NoPlanYet("这个事项还没有化解方案，请先制定方案。")
    return planned_step(by, matter, facts, on)


@leaves_trail("assessment.finish_plan_step")
def finish_plan_step(*, by: Officer, step: PlanStep, result: str, on: date) -> PlanStep:
    """It is done; what came of it is sealed."""
    require(by, "assessment.finish_plan_step", step)
    return _end("assessment.finish_plan_step", by, step, result, on)


@leaves_trail("assessment.change_plan_step")
def change_plan_step(
    *, by: Officer, step: PlanStep, reason: str, on: date, instead: StepFacts | None = None
) -> PlanStep:
    """Leave a step, with the reason, for another or for none; the step left stays as it was."""
    require(by, "assessment.change_plan_step", step)
    left = _end("assessment.change_plan_step", by, step, reason, on)
    if instead is None:
        return left
    return planned_step(by, left.matter, instead, on, replaces=left)


def _end(act: str, by: Officer, step: PlanStep, words: str, on: date) -> PlanStep:
    check_open(step.matter)
    locked = PlanStep.objects.select_for_update().select_related("matter").get(pk=step.pk)
    locked.state = StepState(PLAN_STEP.after(act, locked.state))
    what = "结果" if locked.state == StepState.DONE else "调整的理由"
    discreet(by, locked.matter, words, what)
    locked.outcome = seal_text(locked, "outcome", words, organ_id=locked.organ_id, what=what)
    locked.ended_by_id, locked.ended_on = by.staff_id, on
    locked.save(update_fields=["state", "outcome", "ended_by", "ended_on"])
    return locked


@leaves_trail("assessment.read_plan")
def read_plan(*, by: Officer, matter: Matter) -> PlanContent | None:
    """The plan with everything that was written in it; None where the matter has none."""
    require(by, "assessment.read_plan", matter)
    plan = plan_of(matter)
    if plan is None:
        return None
    steps = list(steps_of(matter))
    seals = [plan.aims, plan.change_reason, *(each.what for each in steps), *(each.outcome for each in steps)]
    opened = open_seals(by=by, seals=seals, slot=SLOT, subject=plan.trail_subject)
    return PlanContent(
        plan=plan,
        aims=opened.get(plan.aims, ""),
        change_reason=opened.get(plan.change_reason, "") if plan.change_reason else "",
        steps=steps,
        whats={each.uid: opened.get(each.what, "") for each in steps},
        outcomes={each.uid: opened[each.outcome] for each in steps if each.outcome in opened},
    )
