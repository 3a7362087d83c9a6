"""陪访、代办: with the person's consent to the office that decides; its answer; whether the person accepts it."""

from datetime import date

from yixian.protection.actions import require, token
from yixian.protection.officer import Officer
from yixian.reception.assigning import require_free
from yixian.reception.enums import AnswerView, AttachmentKind
from yixian.reception.meeting import (
    AccompanimentPlan,
    OfficeAnswer,
    keep_files,
    require_taken_up,
    require_words,
    seal_words,
)
from yixian.reception.models import Accompaniment, Report
from yixian.reception.naming import bare
from yixian.reception.refusals import TooEarly
from yixian.reception.steps import check_not_before
from yixian.reception.workflow import ACCOMPANIMENT
from yixian.regulations.accusation_rules import SECRECY
from yixian.roster.queries import units_of
from yixian.trail.actions import leaves_trail
from yixian.trail.refusal import Refusal


class GoesToTheReported(Refusal):
    """The office to go to is itself reported: the report would be handed to the reported side."""

    key = "goes_to_the_reported"


@leaves_trail("reception.plan_accompaniment")
def plan_accompaniment(*, by: Officer, report: Report, plan: AccompanimentPlan, on: date) -> Accompaniment:
    """Note what the person agreed to, when and how, before anybody goes anywhere."""
    require(by, "reception.plan_accompaniment", report)
    require_taken_up(report)
    require_words({"office": plan.office, "task": plan.task})
    check_not_before(report, plan.consented_on)
    if plan.consented_on > on:
        raise TooEarly("本人同意的日期不能晚于今天；本人还没有同意的，先不登记。")
    _check_not_reported(by, report, plan.office)
    require_free(by, report, plan.goer_id, "陪访代办人")
    return Accompaniment.objects.create(
        report=report,
        kind=plan.kind,
        state=ACCOMPANIMENT.step("reception.plan_accompaniment").to_state,
        consented_on=plan.consented_on,
        consent_way=plan.consent_way,
        may_name=plan.may_name,
        planned_on=on,
        planned_by_id=by.staff_id,
        goer_id=plan.goer_id,
        plan=seal_words(by, report, "accompaniment_plan", {"office": plan.office, "task": plan.task}),
    )


def _check_not_reported(by: Officer, report: Report, office: str) -> None:
    """By the keyed tokens: the units of that name against those that the report names."""
    named = [unit.pk for unit in units_of(report.organ_id) if bare(unit.name) == bare(office)]
    reported = report.reported_tokens()
    if any(token(by=by, kind="unit", value=str(key)) in reported for key in named):
        raise GoesToTheReported(f"来件反映的就是这个单位，不能把人和事带到那里去（{SECRECY.cite()}）。")


@leaves_trail("reception.record_accompaniment")
def record_accompaniment(
    *, by: Officer, accompaniment: Accompaniment, went_on: date, asked: str, on: date
) -> Accompaniment:
    """What was consulted or copied at the other office."""
    require(by, "reception.record_accompaniment", accompaniment.report)
    locked = _stepped("reception.record_accompaniment", accompaniment)
    require_words({"asked": asked})
    if not locked.consented_on <= went_on <= on:
        raise TooEarly("去办的日期应当在本人同意以后、今天以前，请核对。")
    locked.went_on = went_on
    locked.asked = seal_words(by, locked.report, "accompaniment_asked", {"asked": asked})
    locked.save()
    return locked


@leaves_trail("reception.note_office_answer")
def note_office_answer(
    *, by: Officer, accompaniment: Accompaniment, answer: OfficeAnswer, on: date
) -> Accompaniment:
    """The other office's answer: when, by whom, in what words; with copies beside it."""
    require(by, "reception.note_office_answer", accompaniment.report)
    locked = _stepped("reception.note_office_answer", accompaniment)
    words = {"answered_by": answer.answered_by, "answer": answer.answer}
    require_words(words)
    if not (locked.went_on or locked.planned_on) <= answer.answered_on <= on:
        raise TooEarly("答复日期应当在去办以后、今天以前，请核对。")
    locked.answered_on = answer.answered_on
    locked.answer = seal_words(by, locked.report, "accompaniment_answer", words)
    locked.save()
    locked.files.add(*keep_files(by, locked.report, answer.taken, AttachmentKind.PAPER, on))
    return locked


@leaves_trail("reception.note_answer_view")
def note_answer_view(
    *, by: Officer, accompaniment: Accompaniment, view: AnswerView, on: date
) -> Accompaniment:
    """Whether the person accepts the answer. Not accepting it costs nothing and opens the other ways again."""
    require(by, "reception.note_answer_view", accompaniment.report)
    locked = _stepped("reception.note_answer_view", accompaniment)
    locked.view, locked.viewed_on = view, on
    locked.save()
    return locked


@leaves_trail("reception.drop_accompaniment")
def drop_accompaniment(*, by: Officer, accompaniment: Accompaniment, on: date) -> Accompaniment:
    """The person no longer wants it, or it is no longer needed; which of the two is not kept."""
    require(by, "reception.drop_accompaniment", accompaniment.report)
    locked = _stepped("reception.drop_accompaniment", accompaniment)
    check_not_before(locked.report, on)
    locked.save()
    return locked


def _stepped(act: str, accompaniment: Accompaniment) -> Accompaniment:
    """The locked row in its next state; not saved."""
    locked = Accompaniment.objects.select_for_update().select_related("report").get(pk=accompaniment.pk)
    locked.state = ACCOMPANIMENT.after(act, locked.state)
    return locked
