"""约访: the office offers, the person accepts, names another day or lets it be. Nothing follows from letting it be.

An ending is written down the same way whoever brought it about; the trail does not tell one answer from another,
nor name the appointment that a reporter answered.
"""

from datetime import date

from yixian.protection.actions import require
from yixian.protection.officer import Officer, Reporter
from yixian.reception.actions.messages import NoMailbox
from yixian.reception.assigning import require_free
from yixian.reception.enums import AppointmentState, AppointmentWay, AttachmentKind, HalfDay
from yixian.reception.mailbox import report_of
from yixian.reception.meeting import (
    MeetingRecord,
    Offer,
    Said,
    keep_files,
    require_taken_up,
    require_words,
    seal_words,
)
from yixian.reception.models import Appointment, AppointmentStep, Report
from yixian.reception.refusals import TooEarly
from yixian.reception.steps import check_not_before
from yixian.reception.workflow import APPOINTMENT, OPEN_OFFERS
from yixian.regulations.accusation_rules import ANONYMOUS
from yixian.trail.actions import leaves_trail
from yixian.trail.refusal import Refusal

State = AppointmentState


class OneAtATime(Refusal):
    """An invitation about this report is still open."""

    key = "one_at_a_time"


class OnlyByMailbox(Refusal):
    """Nobody whose name is not verified is looked for (检控规则第三十条)."""

    key = "only_by_mailbox"


class NoSuchAppointment(Refusal):
    """The invitation is not this report's, or is over."""

    key = "no_such_appointment"


class Answered:
    """What a reporter's answer gives to the trail: nothing, so that no answer can be joined to a report."""


@leaves_trail("reception.offer_appointment")
def offer_appointment(*, by: Officer, report: Report, offer: Offer, on: date) -> Appointment:
    """Invite whoever reported to talk about it. Whoever receives them has no tie to the reported side."""
    require(by, "reception.offer_appointment", report)
    require_taken_up(report)
    check_not_before(report, on)
    _check_offer(report, offer, on)
    require_free(by, report, offer.host_id, "接待人")
    text = f"地点：{offer.place.strip()}\n{offer.words.strip()}"
    appointment = Appointment.objects.create(
        report=report,
        state=APPOINTMENT.step("reception.offer_appointment").to_state,
        way=offer.way,
        offered_on=on,
        offered_by_id=by.staff_id,
        host_id=offer.host_id,
        meets_on=offer.meets_on,
        half=offer.half,
        content=seal_words(by, report, "appointment", {"text": text}, to_reporter=True),
    )
    _note(appointment, on)
    return appointment


def _check_offer(report: Report, offer: Offer, on: date) -> None:
    require_words({"place": offer.place, "words": offer.words})
    _check_day(offer.meets_on, on)
    if Appointment.objects.filter(report=report, state__in=OPEN_OFFERS).exists():
        raise OneAtATime("这一件已有正在进行的约访，请先改期、记录见面或者结束它。")
    if report.counts_as_anonymous and offer.way != AppointmentWay.MAILBOX:
        raise OnlyByMailbox(
            f"匿名和署名未核实的，只通过查询码信箱约访，不得查找举报人（{ANONYMOUS.cite()}）。"
        )
    if offer.way == AppointmentWay.MAILBOX and report.receipt is None:
        raise NoMailbox("该来件没有查询码，不能通过信箱约访，请改用电话或者书面。")


def _check_day(day: date, on: date) -> None:
    if day < on:
        raise TooEarly("见面日期不能早于今天，请另选一天。")


def _note(appointment: Appointment, on: date, *, closed: bool = False) -> None:
    """Append what it came to. An ending keeps no day of meeting beside it."""
    day, half = (None, "") if closed else (appointment.meets_on, appointment.half)
    if appointment.state == State.COUNTERED:
        day, half = appointment.proposed_on, appointment.proposed_half
    AppointmentStep.objects.create(
        appointment=appointment, state=appointment.state, taken_on=on, meets_on=day, half=half
    )


def _locked(appointment_id: int, report: Report) -> Appointment:
    found = Appointment.objects.select_for_update().filter(pk=appointment_id, report=report).first()
    if found is None:
        raise NoSuchAppointment("没有找到这次约访，可能已经改动，请回到信箱再看一看。")
    return found


@leaves_trail("reception.answer_appointment")
def answer_appointment(*, by: Reporter, appointment_id: int, said: Said, on: date) -> Answered:
    """The holder of the code accepts, names another day, or does not want to. No reason is asked."""
    report = report_of(by)
    require(by, "reception.answer_appointment", report)
    _take("reception.answer_appointment", _locked(appointment_id, report), said, on)
    return Answered()


@leaves_trail("reception.note_answer")
def note_answer(*, by: Officer, appointment: Appointment, said: Said, on: date) -> Appointment:
    """The same, as the person said it by telephone, by letter or face to face."""
    require(by, "reception.note_answer", appointment.report)
    return _take("reception.note_answer", _locked(appointment.pk, appointment.report), said, on)


def _take(act: str, locked: Appointment, said: Said, on: date) -> Appointment:
    state = APPOINTMENT.after(act, locked.state, said.to)
    locked.proposed_on, locked.proposed_half = None, ""
    if state == State.COUNTERED:
        if said.day is None or said.half is None:
            raise NoSuchAppointment("请写明您方便的日期，上午还是下午。")
        _check_day(said.day, on)
        locked.proposed_on, locked.proposed_half = said.day, said.half
    return _move_to(locked, state, on)


def _move_to(locked: Appointment, state: AppointmentState, on: date) -> Appointment:
    locked.state = state
    locked.save()
    _note(locked, on, closed=state == State.CLOSED)
    return locked


@leaves_trail("reception.move_appointment")
def move_appointment(
    *, by: Officer, appointment: Appointment, day: date, half: HalfDay, on: date
) -> Appointment:
    """Another day. It is agreed at once where it is the day that the person asked for."""
    require(by, "reception.move_appointment", appointment.report)
    locked = _locked(appointment.pk, appointment.report)
    _check_day(day, on)
    as_asked = locked.state == State.COUNTERED and (day, half) == (locked.proposed_on, locked.proposed_half)
    state = APPOINTMENT.after(
        "reception.move_appointment", locked.state, State.AGREED if as_asked else State.OFFERED
    )
    locked.meets_on, locked.half = day, half
    locked.proposed_on, locked.proposed_half = None, ""
    return _move_to(locked, state, on)


@leaves_trail("reception.record_appointment")
def record_appointment(
    *, by: Officer, appointment: Appointment, record: MeetingRecord, on: date
) -> Appointment:
    """They met: what was said and agreed, sealed."""
    require(by, "reception.record_appointment", appointment.report)
    locked = _locked(appointment.pk, appointment.report)
    state = APPOINTMENT.after("reception.record_appointment", locked.state)
    require_words({"notes": record.notes})
    if not locked.offered_on <= record.held_on <= on:
        raise TooEarly("见面日期应当在提出约访以后、今天以前，请核对。")
    words = {"notes": record.notes, "agreed": record.agreed}
    locked.held_on, locked.recorded_by_id = record.held_on, by.staff_id
    locked.record = seal_words(by, locked.report, "appointment_record", words)
    moved = _move_to(locked, state, on)
    locked.files.add(*keep_files(by, locked.report, record.taken, AttachmentKind.RECORD, on))
    return moved


@leaves_trail("reception.close_appointment")
def close_appointment(*, by: Officer, appointment: Appointment, on: date) -> Appointment:
    """Nothing comes of it. Whose doing that was is not written down."""
    require(by, "reception.close_appointment", appointment.report)
    locked = _locked(appointment.pk, appointment.report)
    state = APPOINTMENT.after("reception.close_appointment", locked.state)
    locked.proposed_on, locked.proposed_half = None, ""
    return _move_to(locked, state, on)
