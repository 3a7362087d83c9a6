"""会诊决定和任务: what the meeting decided of an item, the duties that it gave, and the month's word on each."""

from datetime import date
from uuid import UUID

from yixian.assessment.consultation_workflow import AGENDA_ITEM, DUTY
from yixian.assessment.consulting import (
    DutyFacts,
    ItemDecision,
    NotInvited,
    discreet,
    lend_to_seats,
    loan_end,
    require_quorum,
)
from yixian.assessment.enums import DutyState, FollowUpResult
from yixian.assessment.following import waiting_months
from yixian.assessment.models import AgendaItem, ConsultDuty, DutyFollowUp
from yixian.assessment.planning import DueTooEarly
from yixian.assessment.queries.consultations import sitting_of
from yixian.protection.actions import lend_seals, require, seal_and_keep
from yixian.protection.officer import Officer
from yixian.protection.texts import LONGEST, SLOT, TextMissing, TextTooLong, seal_text, text_context
from yixian.roster.enums import Role
from yixian.trail.actions import leaves_trail
from yixian.trail.refusal import Refusal


class DutyMissing(Refusal):
    """A decision that gives nobody anything to do decides nothing."""

    key = "duty_missing"


class NotThisMonth(Refusal):
    """The month is not one in which this duty is asked after."""

    key = "not_this_month"


@leaves_trail("assessment.decide_item")
def decide_item(*, by: Officer, item: AgendaItem, facts: ItemDecision, on: date) -> AgendaItem:
    """Write down what the meeting decided, and give each duty to a unit of it, a person and a day."""
    require(by, "assessment.decide_item", item)
    held = AgendaItem.objects.select_for_update(of=("self",)).select_related("matter", "consultation")
    locked = held.get(pk=item.pk)
    locked.state = AGENDA_ITEM.after("assessment.decide_item", locked.state)
    require_quorum(sitting_of(locked), "这个议题不能议决，请留待下次再议")
    if not facts.duties:
        raise DutyMissing("请至少写一项任务：由哪个单位、谁、什么时候以前办什么。")
    discreet(by, locked, facts.words, "会诊决定")
    locked.decision = seal_text(locked, "decision", facts.words, organ_id=locked.organ_id, what="会诊决定")
    locked.way, locked.decided_by_id, locked.decided_on = facts.way, by.staff_id, on
    locked.save(update_fields=["state", "way", "decision", "decided_by", "decided_on"])
    lend_to_seats(by, locked, [locked.decision])
    for duty in facts.duties:
        _give(by, locked, duty, on)
    return locked


def _give(by: Officer, item: AgendaItem, facts: DutyFacts, on: date) -> ConsultDuty:
    seat = next((each for each in sitting_of(item) if each.pk == facts.invitee_id), None)
    if seat is None:
        raise NotInvited("任务须交给参加这个议题会诊的单位，请重新选择。")
    if facts.due_on < on:
        raise DueTooEarly("任务的期限不能早于今天。")
    if not facts.person.strip():
        raise TextMissing("请填写责任人。")
    discreet(by, item, f"{facts.what}\n{facts.person}", "会诊任务")
    duty = ConsultDuty(
        item=item,
        invitee=seat,
        person=facts.person.strip(),
        first_due_on=facts.due_on,
        due_on=facts.due_on,
        given_on=on,
    )
    duty.what = seal_text(duty, "what", facts.what, organ_id=item.organ_id, what="任务")
    duty.save()
    _lend(by, duty)
    return duty


def _lend(by: Officer, duty: ConsultDuty) -> None:
    lend_seals(by=by, about=duty, seals=[duty.what], staff_ids=duty.seat_ids(), until=loan_end())


@leaves_trail("assessment.follow_up_duty")
def follow_up_duty(*, by: Officer, duty: ConsultDuty, month: date, words: str, on: date) -> DutyFollowUp:
    """The month's word on a duty that is not done yet: how far, and why not."""
    require(by, "assessment.follow_up_duty", duty)
    locked = _locked(duty)
    DUTY.after("assessment.follow_up_duty", locked.state)
    asked = {*waiting_months(locked, on), on.replace(day=1)}
    if month not in asked:
        raise NotThisMonth("请选择还没有登记的月份，或者本月。")
    return _noted(by, locked, FollowUpResult.NOT_DONE, month, words, on)


@leaves_trail("assessment.extend_duty")
def extend_duty(*, by: Officer, duty: ConsultDuty, due_on: date, words: str, on: date) -> DutyFollowUp:
    """A later day, with the reason; it counts as this month's word."""
    require(by, "assessment.extend_duty", duty)
    locked = _locked(duty)
    DUTY.after("assessment.extend_duty", locked.state)
    if due_on <= locked.due_on or due_on < on:
        raise DueTooEarly("延长后的期限要晚于现在的期限，也不能早于今天。")
    noted = _noted(by, locked, FollowUpResult.EXTENDED, on.replace(day=1), words, on, due_on)
    locked.due_on = due_on
    locked.save(update_fields=["due_on"])
    _lend(by, locked)
    return noted


@leaves_trail("assessment.finish_duty")
def finish_duty(*, by: Officer, duty: ConsultDuty, words: str, on: date) -> ConsultDuty:
    """It is done, with what came of it. The item is settled with the last of its duties."""
    require(by, "assessment.finish_duty", duty)
    locked = _locked(duty)
    state = DUTY.after("assessment.finish_duty", locked.state)
    _noted(by, locked, FollowUpResult.DONE, on.replace(day=1), words, on)
    locked.state, locked.ended_by_id, locked.ended_on = state, by.staff_id, on
    locked.save(update_fields=["state", "ended_by", "ended_on"])
    _settle(locked.item, on)
    return locked


def _settle(item: AgendaItem, on: date) -> None:
    held = AgendaItem.objects.select_for_update(of=("self",)).get(pk=item.pk)
    if held.duties.filter(state=DutyState.OPEN).exists():
        return
    held.state = AGENDA_ITEM.after("assessment.finish_duty", held.state)
    held.settled_on = on
    held.save(update_fields=["state", "settled_on"])


def _locked(duty: ConsultDuty) -> ConsultDuty:
    held = ConsultDuty.objects.select_for_update(of=("self",))
    rows = held.select_related("item__matter", "item__consultation", "invitee").prefetch_related("follow_ups")
    return rows.get(pk=duty.pk)


def _noted(
    by: Officer,
    duty: ConsultDuty,
    result: FollowUpResult,
    month: date,
    words: str,
    on: date,
    new_due_on: date | None = None,
) -> DutyFollowUp:
    note = DutyFollowUp(
        duty=duty,
        month=month,
        result=result,
        new_due_on=new_due_on,
        recorded_by_id=by.staff_id,
        recorded_on=on,
    )
    note.words = _words(by, duty, note, words)
    note.save()
    return note


def _words(by: Officer, duty: ConsultDuty, note: DutyFollowUp, words: str) -> UUID:
    """Sealed to the office and to whoever writes it: a member has no key by which to hold it against the letters."""
    if not words.strip():
        raise TextMissing("请写明情况：办到哪一步，没有办完的写明原因。")
    if len(words) > LONGEST:
        raise TextTooLong(f"情况最多{LONGEST}个字，现在有{len(words)}个字，请精简。")
    if by.roles & {Role.CLERK, Role.HANDLER, Role.CHIEF}:
        discreet(by, duty.item, words, "情况")
    context = text_context(note, "words")
    return seal_and_keep(
        by=by, organ_id=duty.organ_id, context=context, slots={SLOT: words.strip()}, until=loan_end()
    )
