"""化解方案: one matter, one plan; steps are done or changed on record, and nothing is edited."""

import pytest
from django.db import IntegrityError, transaction

from tests.assessment.hard_matters import (
    ABOUT_SECRETARY,
    FRIDAY,
    NEXT_MONTH,
    TUESDAY,
    WEDNESDAY,
    a_matter,
    a_plan,
    step_for,
)
from tests.reception.township import REPORTER
from yixian.assessment.actions import (
    AlreadyPlanned,
    CannotTakePart,
    DueTooEarly,
    MatterIsOver,
    NoPlanYet,
    PlanFacts,
    StepsMissing,
    add_plan_step,
    change_plan_step,
    close_matter,
    finish_plan_step,
    make_plan,
    read_plan,
    revise_plan,
)
from yixian.assessment.enums import StepKind, StepState
from yixian.assessment.models import Plan, PlanStep
from yixian.assessment.queries import (
    next_steps_of,
    plan_of,
    plan_steps_due,
    plans_of,
    possible_owners,
    undone_steps,
)
from yixian.protection.permits import NotPermitted
from yixian.reception.actions import GivesAway, accept_hand_over, hand_over
from yixian.reception.enums import HandOverReason
from yixian.reception.refusals import ReportedSide
from yixian.trail.steps import NotInThisState


def test_a_plan_has_aims_somebody_responsible_and_steps(town):
    matter = a_matter(town)

    plan = a_plan(town, matter)

    content = read_plan(by=town["chief"], matter=matter)
    (step,) = content.steps
    assert (content.aims, content.plan.responsible.name) == ("账目公开，补偿按册发放", "书记丙")
    assert (step.kind, step.due_on, step.state) == (StepKind.MEDIATION, FRIDAY, StepState.PLANNED)
    assert content.whats[step.uid] == "请村调解员同双方核对地块"
    assert plans_of([matter.pk]) == {matter.pk: plan}


def test_a_matter_has_one_plan_and_a_plan_has_a_step(town):
    matter = a_matter(town)
    with pytest.raises(StepsMissing, match="至少写一个步骤"):
        make_plan(
            by=town["chief"],
            matter=matter,
            facts=PlanFacts(aims="公开", responsible_id=town["chief"].staff_id),
            on=WEDNESDAY,
        )
    a_plan(town, matter)

    with pytest.raises(AlreadyPlanned, match="已有化解方案"):
        a_plan(town, matter)


def test_a_revised_plan_supersedes_the_one_before_which_stays(town):
    matter = a_matter(town)
    before = a_plan(town, matter)
    facts = PlanFacts(aims="先公开，再补发", responsible_id=town["clerk"].staff_id)

    after = revise_plan(by=town["chief"], plan=before, facts=facts, reason="补偿标准变了", on=WEDNESDAY)

    content = read_plan(by=town["chief"], matter=matter)
    assert (plan_of(matter), content.aims, content.change_reason) == (after, "先公开，再补发", "补偿标准变了")
    assert (after.supersedes, len(content.steps)) == (before, 1)
    with pytest.raises(AlreadyPlanned, match="已经修订过"):
        revise_plan(by=town["chief"], plan=before, facts=facts, reason="再改", on=WEDNESDAY)


def test_the_database_holds_one_current_plan_a_matter(town):
    plan = a_plan(town, a_matter(town))
    twin = Plan(matter=plan.matter, aims=plan.aims, responsible_id=plan.responsible_id)
    twin.made_by_id, twin.made_on = plan.made_by_id, WEDNESDAY

    with pytest.raises(IntegrityError), transaction.atomic():
        twin.save()


def test_a_step_is_done_once_with_its_result(town):
    matter = a_matter(town)
    a_plan(town, matter)
    step = undone_steps(matter).get()

    done = finish_plan_step(by=town["chief"], step=step, result="双方签了协议", on=FRIDAY)

    content = read_plan(by=town["chief"], matter=matter)
    assert (done.state, done.ended_on, content.outcomes[step.uid]) == (
        StepState.DONE,
        FRIDAY,
        "双方签了协议",
    )
    with pytest.raises(NotInThisState, match="方案步骤目前是“已完成”"):
        finish_plan_step(by=town["chief"], step=step, result="再登一次", on=FRIDAY)


def test_a_changed_step_stays_and_another_may_take_its_place(town):
    matter = a_matter(town)
    a_plan(town, matter)
    step = undone_steps(matter).get()
    instead = step_for(town, kind=StepKind.LAW, due_on=NEXT_MONTH)

    new = change_plan_step(by=town["chief"], step=step, reason="对方不愿调解", instead=instead, on=WEDNESDAY)

    step.refresh_from_db()
    assert (step.state, new.replaces, new.kind) == (StepState.CHANGED, step, StepKind.LAW)
    assert next_steps_of([matter.pk]) == {matter.pk: new}


def test_a_step_may_be_left_for_none(town):
    matter = a_matter(town)
    a_plan(town, matter)

    left = change_plan_step(
        by=town["chief"], step=undone_steps(matter).get(), reason="已另案解决", on=WEDNESDAY
    )

    assert (left.state, undone_steps(matter).count()) == (StepState.CHANGED, 0)


def test_a_step_belongs_to_a_plan_and_is_due_later(town):
    matter = a_matter(town)
    with pytest.raises(NoPlanYet, match="请先制定方案"):
        add_plan_step(by=town["chief"], matter=matter, facts=step_for(town), on=WEDNESDAY)
    a_plan(town, matter)

    add_plan_step(by=town["chief"], matter=matter, facts=step_for(town, due_on=NEXT_MONTH), on=WEDNESDAY)

    assert undone_steps(matter).count() == 2
    with pytest.raises(DueTooEarly, match="不能早于今天"):
        add_plan_step(by=town["chief"], matter=matter, facts=step_for(town, due_on=TUESDAY), on=WEDNESDAY)


def test_the_database_knows_no_step_that_is_half_done(town):
    matter = a_matter(town)
    a_plan(town, matter)

    with pytest.raises(IntegrityError), transaction.atomic():
        PlanStep.objects.update(state=StepState.DONE)


def test_only_whoever_may_open_the_matter_takes_part(town):
    matter = a_matter(town)

    with pytest.raises(CannotTakePart, match="承办乙不办理这一事项"):
        a_plan(town, matter, step_for(town, "handler"))
    assert {each.name for each in possible_owners(matter)} == {"接访甲", "书记丙", "书记丑"}


def test_nobody_of_the_reported_side_takes_part(town):
    matter = a_matter(town, ABOUT_SECRETARY)

    with pytest.raises(ReportedSide):
        a_plan(town, matter, step_for(town, "colleague"))
    with pytest.raises(NotPermitted) as refused:
        read_plan(by=town["reported"], matter=matter)
    assert refused.value.hidden is True


def test_a_step_that_names_the_reporter_is_refused(town):
    with pytest.raises(GivesAway, match="会暴露举报人"):
        a_plan(town, a_matter(town), step_for(town, what=f"找{REPORTER.name}谈"))


def test_a_step_of_today_waits_with_its_owner_alone(town):
    matter = a_matter(town)
    report = matter.links.get().report
    asked = hand_over(
        by=town["chief"],
        report=report,
        to_id=town["handler"].staff_id,
        why=HandOverReason.ASSIGNED,
        on=WEDNESDAY,
    )
    accept_hand_over(by=town["handler"], handling=asked, on=WEDNESDAY)
    a_plan(town, matter, step_for(town, "handler"))

    due = {who: plan_steps_due(town[who], FRIDAY).count() for who in ("handler", "chief", "clerk")}

    assert due == {"handler": 1, "chief": 0, "clerk": 0}
    assert plan_steps_due(town["handler"], WEDNESDAY).count() == 0
    finish_plan_step(by=town["handler"], step=undone_steps(matter).get(), result="办好了", on=FRIDAY)
    assert plan_steps_due(town["handler"], FRIDAY).count() == 0


def test_the_plan_of_a_closed_matter_is_not_changed(town):
    matter = a_matter(town)
    a_plan(town, matter)
    close_matter(by=town["chief"], matter=matter, on=WEDNESDAY)

    with pytest.raises(MatterIsOver, match="已经办结"):
        add_plan_step(by=town["chief"], matter=matter, facts=step_for(town), on=WEDNESDAY)


def test_whoever_only_registered_it_makes_no_plan(town):
    facts = PlanFacts(aims="公开", responsible_id=town["clerk"].staff_id, steps=(step_for(town),))

    with pytest.raises(NotPermitted):
        make_plan(by=town["clerk"], matter=a_matter(town), facts=facts, on=WEDNESDAY)
