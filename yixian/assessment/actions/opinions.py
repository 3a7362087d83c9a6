"""会诊意见: each recorded apart, sealed until the bench opens them all; recusal from one item; and reading either."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from yixian.assessment.consultation_workflow import AGENDA_ITEM
from yixian.assessment.consulting import (
    ConsultationIsOver,
    NotInvited,
    discreet,
    keep_reported_side_away,
    lend_to_seats,
    loan_end,
    require_quorum,
)
from yixian.assessment.enums import Attendance, ConsultationState, ItemState, OpinionState, SeatRecusalOrigin
from yixian.assessment.models import AgendaItem, Invitee, Opinion, SeatRecusal
from yixian.assessment.queries.consultations import counted_opinions, material_of, sitting_of
from yixian.protection.actions import (
    declare_recusal,
    end_loans_of,
    open_seal,
    require,
    seal_and_keep,
)
from yixian.protection.officer import Officer
from yixian.protection.texts import LONGEST, SLOT, TextMissing, TextTooLong, seal_text_if_any, text_context
from yixian.reception.actions import GivesAway
from yixian.regulations.recusal import RecusalGround
from yixian.trail.actions import leaves_trail
from yixian.trail.refusal import Refusal

GIVING = (ConsultationState.CALLED, ConsultationState.SITTING)


class AlreadySaid(Refusal):
    """An opinion is given once and stays as it was given."""

    key = "already_said"


class NotAllHeard(Refusal):
    """Somebody who is there has neither given nor declined an opinion; the sentence names them."""

    key = "not_all_heard"


class OpinionsAreOpen(Refusal):
    """Nothing is added once the opinions were opened."""

    key = "opinions_are_open"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpinionFacts:
    """``declined`` says that the unit gives none; then there are no words."""

    words: str = ""
    declined: bool = False


@leaves_trail("assessment.give_opinion")
def give_opinion(*, by: Officer, item: AgendaItem, facts: OpinionFacts, on: date) -> Opinion:
    """A member's own word, sealed to the office and to the member; nobody reads it before all are opened."""
    require(by, "assessment.give_opinion", item)
    locked = _open_for_opinions(item)
    seat = next((each for each in sitting_of(locked) if each.staff_id == by.staff_id), None)
    if seat is None:
        raise NotInvited("您不在这次会诊的参会名单里，或者对这个议题应当回避。")
    opinion = _opinion(by, locked, seat, facts, on)
    if not facts.declined:
        opinion.words = _own_words(by, opinion, facts.words)
    opinion.save()
    return opinion


def _own_words(by: Officer, opinion: Opinion, words: str) -> UUID:
    if not words.strip():
        raise TextMissing("请填写意见；不提意见的，请选择“不提意见”。")
    if len(words) > LONGEST:
        raise TextTooLong(f"意见最多{LONGEST}个字，现在有{len(words)}个字，请精简。")
    return seal_and_keep(
        by=by,
        organ_id=by.organ_id,
        context=text_context(opinion, "words"),
        slots={SLOT: words.strip()},
        until=loan_end(),
    )


@leaves_trail("assessment.record_opinion")
def record_opinion(
    *, by: Officer, item: AgendaItem, invitee: Invitee, facts: OpinionFacts, on: date
) -> Opinion:
    """The recorder types in what a guest without an account says. Members with an account write their own."""
    require(by, "assessment.record_opinion", item)
    locked = _open_for_opinions(item)
    if invitee.pk not in {each.pk for each in sitting_of(locked)}:
        raise NotInvited("这个单位不在这次会诊的参会名单里，或者对这个议题应当回避。")
    if invitee.staff_id is not None:
        raise NotInvited(f"{invitee.name}有自己的账号，意见由本人登录以后提出，别人不能代写。")
    opinion = _opinion(by, locked, invitee, facts, on)
    if not facts.declined:
        discreet(by, locked, facts.words, "意见")
        opinion.words = seal_text_if_any(opinion, "words", facts.words, organ_id=by.organ_id, what="意见")
        if opinion.words is None:
            raise TextMissing("请填写意见；不提意见的，请选择“不提意见”。")
    opinion.save()
    return opinion


def _open_for_opinions(item: AgendaItem) -> AgendaItem:
    held = AgendaItem.objects.select_for_update(of=("self",))
    locked = held.select_related("matter", "consultation").get(pk=item.pk)
    if locked.state != ItemState.ISSUED:
        raise OpinionsAreOpen(f"{locked}目前是“{locked.get_state_display()}”，现在不收意见。")
    if locked.consultation is None or locked.consultation.state not in GIVING:
        raise ConsultationIsOver("这次会诊不在征求意见的时候：发出通知以后、结束以前才能提意见。")
    return locked


def _opinion(by: Officer, item: AgendaItem, seat: Invitee, facts: OpinionFacts, on: date) -> Opinion:
    if item.opinions.filter(invitee=seat).exists():
        raise AlreadySaid("对这个议题已经提过意见，提交以后不能更改。")
    state = OpinionState.DECLINED if facts.declined else OpinionState.GIVEN
    return Opinion(item=item, invitee=seat, state=state, given_by_id=by.staff_id, given_on=on)


@leaves_trail("assessment.recuse_seat")
def recuse_seat(*, by: Officer, item: AgendaItem, ground: RecusalGround, on: date) -> SeatRecusal:
    """A member stays away from one item, from now on without its material, its opinions and its decision."""
    require(by, "assessment.recuse_seat", item)
    seat = next((each for each in sitting_of(item) if each.staff_id == by.staff_id), None)
    if seat is None:
        raise NotInvited("您不在这次会诊的参会名单里，或者已经回避这个议题。")
    recusal = _recused(by, item, seat, ground, SeatRecusalOrigin.DECLARED, on)
    declare_recusal(by=by, subject=item, ground=ground, on=on)
    return recusal


@leaves_trail("assessment.note_seat_recusal")
def note_seat_recusal(
    *, by: Officer, item: AgendaItem, invitee: Invitee, ground: RecusalGround, on: date
) -> SeatRecusal:
    """Somebody stays away by what was said at the meeting: a guest, or a member who did not say so themselves."""
    require(by, "assessment.note_seat_recusal", item)
    if invitee.pk not in {each.pk for each in sitting_of(item)}:
        raise NotInvited("这个单位不在这次会诊的参会名单里，或者已经回避这个议题。")
    return _recused(by, item, invitee, ground, SeatRecusalOrigin.NOTED, on)


def _recused(
    by: Officer, item: AgendaItem, seat: Invitee, ground: RecusalGround, origin: SeatRecusalOrigin, on: date
) -> SeatRecusal:
    if item.state not in (ItemState.LISTED, ItemState.ISSUED):
        raise OpinionsAreOpen(f"{item}的意见已经公开，不能再登记回避；有影响公正的情形，请报告主持人。")
    material = material_of(item)
    if seat.staff_id is not None and material is not None:
        end_loans_of(by=by, about=item, seals=[material.text], staff_id=seat.staff_id)
    return SeatRecusal.objects.create(
        item=item, invitee=seat, ground=ground, origin=origin, raised_by_id=by.staff_id, raised_on=on
    )


@leaves_trail("assessment.open_opinions")
def open_opinions(*, by: Officer, item: AgendaItem, on: date) -> AgendaItem:
    """Once everybody who is there has given or declined: from now on the bench and the members read them all."""
    require(by, "assessment.open_opinions", item)
    held = AgendaItem.objects.select_for_update(of=("self",)).select_related("matter", "consultation")
    locked = held.get(pk=item.pk)
    locked.state = AGENDA_ITEM.after("assessment.open_opinions", locked.state)
    if locked.consultation is not None:
        keep_reported_side_away(by, locked.consultation, [locked], on)
    _require_heard(locked)
    opinions = counted_opinions(locked)
    for opinion in opinions:
        if opinion.words is not None and _gives_away(by, opinion):
            opinion.withheld = True
            opinion.save(update_fields=["withheld"])
    locked.opened_by_id, locked.opened_on = by.staff_id, on
    locked.save(update_fields=["state", "opened_by", "opened_on"])
    lend_to_seats(by, locked, [each.words for each in opinions if not each.withheld])
    return locked


def _require_heard(item: AgendaItem) -> None:
    if item.consultation is None or item.consultation.state == ConsultationState.CALLED:
        raise ConsultationIsOver("会诊还没有开始，请先登记到会。")
    seats = sitting_of(item)
    require_quorum(seats, "这个议题不能议决，请留待下次再议")
    said = set(item.opinions.values_list("invitee_id", flat=True).order_by("invitee_id"))
    silent = [str(each) for each in seats if each.attendance == Attendance.PRESENT and each.pk not in said]
    if silent:
        raise NotAllHeard(f"{'、'.join(silent)}还没有提意见，也没有表示不提意见，不能公开意见。")


def _gives_away(by: Officer, opinion: Opinion) -> bool:
    assert opinion.words is not None  # noqa: S101 - asked by the caller
    context = text_context(opinion, "words")
    text = open_seal(by=by, seal=opinion.words, about=opinion, context=context)[SLOT]
    try:
        discreet(by, opinion.item, text, "意见")
    except GivesAway:
        return True
    return False
