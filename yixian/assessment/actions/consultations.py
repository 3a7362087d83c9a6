"""联席会诊: convening a meeting, inviting to it, opening it with those who came, and ending it with minutes."""

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING

from yixian.assessment.consultation_papers import invitation_of, minutes_of
from yixian.assessment.consultation_workflow import CONSULTATION
from yixian.assessment.consulting import (
    ConsultationFacts,
    ConsultationIsOver,
    GuestFacts,
    NotInvited,
    keep_reported_side_away,
    left_for_next,
    lend_material,
    require_quorum,
    unit_named,
)
from yixian.assessment.enums import Attendance, ConsultationState, ItemState, Seat
from yixian.assessment.models import AgendaItem, Consultation, Invitee
from yixian.assessment.queries.consultations import invitees_of, items_of
from yixian.assessment.queries.matters import reports_of
from yixian.protection.actions import open_bytes, open_seal, require, seal
from yixian.protection.officer import Officer
from yixian.protection.texts import SLOT, seal_text, text_context
from yixian.reception.actions import FilledPaper, require_discreet
from yixian.reception.numbering import next_paper_number
from yixian.regulations.consultation import quarter_of
from yixian.roster.queries import organ_of, staff_by_id
from yixian.trail.actions import leaves_trail
from yixian.trail.refusal import Refusal

if TYPE_CHECKING:
    from yixian.roster.models import Staff


class MeetingTooEarly(Refusal):
    """A meeting is convened for today or later."""

    key = "meeting_too_early"


class NobodyInvited(Refusal):
    """With nobody but the office itself there is nothing joint about it."""

    key = "nobody_invited"


class ItemsUndecided(Refusal):
    """No item leaves a meeting without a decision or a word that it waits for the next."""

    key = "items_undecided"


class NotCalledYet(Refusal):
    """The letters are printed after they were issued."""

    key = "not_called_yet"


class NoMinutesYet(Refusal):
    """The meeting has not ended, or this officer may not meet all that stands in its minutes."""

    key = "no_minutes_yet"


@leaves_trail("assessment.convene_consultation")
def convene_consultation(*, by: Officer, facts: ConsultationFacts, on: date) -> Consultation:
    """Fix day, place and who is to come. The letters go out by ``call_consultation``."""
    require(by, "assessment.convene_consultation")
    if facts.held_on < on:
        raise MeetingTooEarly("会诊日期不能早于今天。")
    quarter = quarter_of(facts.held_on).first
    before = Consultation.objects.filter(organ_id=by.organ_id, quarter=quarter)
    held = Consultation.objects.create(
        organ_id=by.organ_id,
        quarter=quarter,
        sequence=before.count() + 1,
        held_on=facts.held_on,
        starts_at=facts.starts_at,
        place=facts.place.strip(),
        recorder=_colleague(by, facts.recorder_id, "记录人"),
        convened_by_id=by.staff_id,
        convened_on=on,
    )
    _seat_all(by, held, facts)
    return held


def _seat_all(by: Officer, held: Consultation, facts: ConsultationFacts) -> None:
    heads = [(Seat.CHAIR, facts.chair_id), (Seat.DEPUTY, facts.deputy_id)]
    taken: set[int] = set()
    for seat, staff_id in [*heads, *((Seat.MEMBER, each) for each in facts.member_ids)]:
        if staff_id is not None and staff_id not in taken:
            taken.add(staff_id)
            _seat_colleague(by, held, staff_id, seat)
    for guest in facts.guests:
        _seat_guest(held, guest)


def _colleague(by: Officer, staff_id: int, what: str) -> "Staff":
    staff = staff_by_id(staff_id)
    if staff is None or staff.organ_id != by.organ_id or not staff.is_active:
        raise NotInvited(f"{what}应当是本机关在用的账号，请重新选择。")
    return staff


def _seat_colleague(by: Officer, held: Consultation, staff_id: int, seat: Seat) -> Invitee:
    """For whose unit the colleague speaks: the own unit of the roster, or the office."""
    staff = _colleague(by, staff_id, seat.label)
    unit = staff.unit or (staff.cadre.unit if staff.cadre else None)
    return Invitee.objects.create(
        consultation=held,
        seat=seat,
        staff=staff,
        unit=None if seat != Seat.MEMBER else unit,
        unit_name=unit.name if unit and seat == Seat.MEMBER else organ_of(by.organ_id).name,
        name=staff.name,
    )


def _seat_guest(held: Consultation, guest: GuestFacts) -> Invitee:
    unit, name = guest.unit_name.strip(), guest.name.strip()
    if not unit or not name:
        raise NotInvited("来宾须写明单位和姓名。")
    if held.invitees.filter(unit_name=unit, name=name).exists():
        raise NotInvited(f"{unit}的{name}已经在参会名单里。")
    return Invitee.objects.create(
        consultation=held, unit=unit_named(held.organ_id, unit), unit_name=unit, name=name
    )


@leaves_trail("assessment.invite_unit")
def invite_unit(
    *,
    by: Officer,
    consultation: Consultation,
    on: date,
    staff_id: int | None = None,
    guest: GuestFacts | None = None,
) -> Invitee:
    """One more, a colleague with an account or a guest, while the letters have not gone out."""
    require(by, "assessment.invite_unit", consultation)
    held = _planned(consultation, "增加参会单位")
    if staff_id is not None and held.invitees.filter(staff_id=staff_id).exists():
        raise NotInvited("这个人已经在参会名单里。")
    if staff_id is not None:
        seat = _seat_colleague(by, held, staff_id, Seat.MEMBER)
    elif guest is not None:
        seat = _seat_guest(held, guest)
    else:
        raise NotInvited("请选择成员账号，或者写明来宾的单位和姓名。")
    keep_reported_side_away(by, held, held.items.select_related("matter"), on)
    return seat


@leaves_trail("assessment.uninvite_unit")
def uninvite_unit(*, by: Officer, invitee: Invitee) -> None:
    """Take one off the list again, while the letters have not gone out."""
    require(by, "assessment.uninvite_unit", invitee)
    _planned(invitee.consultation, "撤下参会单位")
    if invitee.seat == Seat.CHAIR:
        raise NotInvited("主持人不能撤下；要换主持人，请取消以后重新召集。")
    invitee.recusals.all().delete()
    invitee.delete()


def _locked(consultation: Consultation) -> Consultation:
    return (
        Consultation.objects.select_for_update().select_related("organ", "recorder").get(pk=consultation.pk)
    )


def _planned(consultation: Consultation, what: str) -> Consultation:
    held = _locked(consultation)
    if held.state != ConsultationState.PLANNED:
        raise ConsultationIsOver(f"{held}的通知已经发出，不能再{what}。")
    return held


@leaves_trail("assessment.call_consultation")
def call_consultation(*, by: Officer, consultation: Consultation, on: date) -> Consultation:
    """Issue a numbered letter to each, and lend to the accounts among them what was issued for the items."""
    require(by, "assessment.call_consultation", consultation)
    held = _locked(consultation)
    held.state = CONSULTATION.after("assessment.call_consultation", held.state)
    seats = list(invitees_of(held))
    if not any(each.seat == Seat.MEMBER for each in seats):
        raise NobodyInvited("参会名单里还没有成员单位，请先增加综治办等参会单位。")
    for seat in seats:
        _issue(by, held, seat, on)
    held.called_on = on
    held.save(update_fields=["state", "called_on"])
    items = list(
        AgendaItem.objects.filter(consultation=held, state=ItemState.ISSUED).select_related("matter")
    )
    keep_reported_side_away(by, held, items, on)
    for item in items:
        lend_material(by, item)
    return held


def _issue(by: Officer, held: Consultation, seat: Invitee, on: date) -> None:
    seat.letter_number = next_paper_number(held.organ_id, on)
    letter = invitation_of(held, seat, on)
    slots: dict[str, str | bytes] = {SLOT: f"{letter.title}\n{letter.text}", "docx": letter.docx}
    seat.letter = seal(organ_id=held.organ_id, context=text_context(seat, "letter"), slots=slots)
    seat.save(update_fields=["letter_number", "letter"])


@leaves_trail("assessment.print_invitation")
def print_invitation(*, by: Officer, invitee: Invitee) -> FilledPaper:
    """The letter as it went out."""
    require(by, "assessment.print_invitation", invitee)
    if invitee.letter is None:
        raise NotCalledYet("发出通知以后才能打印。")
    context = text_context(invitee, "letter")
    return FilledPaper(open_bytes(by=by, seal=invitee.letter, slot="docx", about=invitee, context=context))


@leaves_trail("assessment.open_consultation")
def open_consultation(
    *, by: Officer, consultation: Consultation, present_ids: Collection[int], on: date
) -> Consultation:
    """Write down who came, by the place on the list; with too few of them there is no meeting."""
    require(by, "assessment.open_consultation", consultation)
    held = _locked(consultation)
    held.state = CONSULTATION.after("assessment.open_consultation", held.state)
    if on < held.held_on:
        raise MeetingTooEarly("还没有到会诊日期，不能登记到会。")
    seats = list(invitees_of(held))
    for seat in seats:
        seat.attendance = Attendance.PRESENT if seat.pk in present_ids else Attendance.ABSENT
    require_quorum(seats, "不能开会，请改期：先取消，再重新召集")
    Invitee.objects.bulk_update(seats, ["attendance"])
    held.opened_on = on
    held.save(update_fields=["state", "opened_on"])
    return held


UNDECIDED = (ItemState.LISTED, ItemState.ISSUED, ItemState.OPENED)


@leaves_trail("assessment.close_consultation")
def close_consultation(*, by: Officer, consultation: Consultation, on: date, note: str = "") -> Consultation:
    """End the meeting and seal its minutes, of the items that this officer may meet.

    An item that they may not meet is decided by the others of the bench, before or after, and stands in no minutes:
    what was decided about it is read on the item's page.
    """
    require(by, "assessment.close_consultation", consultation)
    held = _locked(consultation)
    held.state = CONSULTATION.after("assessment.close_consultation", held.state)
    items = list(items_of(by, held))
    if waiting := [str(each.position) for each in items if each.state in UNDECIDED]:
        raise ItemsUndecided(
            f"第{'、'.join(waiting)}个议题还没有登记决定，也没有留待下次再议，不能结束会诊。"
        )
    held.closed_by_id, held.closed_on = by.staff_id, on
    paper = minutes_of(by, held, items, note)
    reports = [report for item in items for report in reports_of(item.matter)]
    require_discreet(by=by, reports=reports, text=paper.words.whole, what="会诊纪要")
    slots: dict[str, str | bytes] = {
        SLOT: f"{paper.title}\n{paper.text}",
        "docx": paper.docx,
        "items": "\n".join(str(each.pk) for each in items),
    }
    held.minutes = seal(organ_id=held.organ_id, context=text_context(held, "minutes"), slots=slots)
    held.save(update_fields=["minutes", "state", "closed_on", "closed_by"])
    return held


@leaves_trail("assessment.cancel_consultation")
def cancel_consultation(*, by: Officer, consultation: Consultation, reason: str, on: date) -> Consultation:
    """It is not held. Its items wait for the next meeting again."""
    require(by, "assessment.cancel_consultation", consultation)
    held = _locked(consultation)
    held.state = CONSULTATION.after("assessment.cancel_consultation", held.state)
    held.cancel_reason = seal_text(held, "cancel_reason", reason, organ_id=held.organ_id, what="取消的理由")
    held.closed_by_id, held.closed_on = by.staff_id, on
    held.save(update_fields=["state", "cancel_reason", "closed_by", "closed_on"])
    on_it = AgendaItem.objects.filter(consultation=held, state__in=UNDECIDED).select_related("matter")
    for item in on_it.order_by("position"):
        left_for_next(by, item, f"会诊取消：{reason.strip()}", on)
    return held


@leaves_trail("assessment.print_minutes")
def print_minutes(*, by: Officer, consultation: Consultation) -> FilledPaper:
    """The minutes as they were sealed. Whoever may not meet one of their items is not given the paper."""
    require(by, "assessment.print_minutes", consultation)
    if consultation.minutes is None:
        raise NoMinutesYet("结束会诊以后才有会诊纪要。")
    context = text_context(consultation, "minutes")
    told = open_seal(by=by, seal=consultation.minutes, slots=["items"], about=consultation, context=context)
    met = {str(each.pk) for each in items_of(by, consultation)}
    if set(told["items"].split()) - met:
        raise NoMinutesYet("这份会诊纪要现在不能由您打印，请由其他负责人办理。")
    return FilledPaper(
        open_bytes(by=by, seal=consultation.minutes, slot="docx", about=consultation, context=context)
    )
