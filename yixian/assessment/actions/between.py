"""转办交办 between organs of one installation: the receiver accepts, or objects in time; the sender takes it back or
insists.

Each side acts on what is its own: the receiver has a row of the report, the sender the letter and the clock. What one
writes to the other is sealed to both offices.
"""

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from yixian.assessment.enums import TransferKind, TransferReply
from yixian.assessment.letters import PASSAGE_OF, TERM_OF
from yixian.assessment.models import Transfer
from yixian.assessment.objecting import (
    STILL_HERE,
    AlreadyHandled,
    ObjectionTooLate,
    copy_of,
    last_day_to_object,
    too_late,
)
from yixian.assessment.workflow import TRANSFER
from yixian.protection.actions import require, rewrap
from yixian.protection.officer import Officer
from yixian.protection.texts import read_text, seal_text
from yixian.reception.actions import (
    answer_sender,
    close_returned,
    meet_clock,
    note_passage,
    require_discreet,
    take_back_report,
    write_to_reporter,
)
from yixian.reception.enums import MessageKind
from yixian.reception.refusals import TooEarly
from yixian.reception.workflow import meets
from yixian.trail.actions import leaves_trail

if TYPE_CHECKING:
    from yixian.reception.models import Report

ACCEPT, OBJECT = "assessment.accept_transfer", "assessment.object_to_transfer"
CONSENT, INSIST = "assessment.consent_to_objection", "assessment.insist_on_transfer"
REPORT_RESULT, READ = "assessment.report_result", "assessment.read_transfer"


@leaves_trail(ACCEPT)
def accept_transfer(*, by: Officer, transfer: Transfer, on: date) -> Transfer:
    """The receiver takes it: the sender sees it as 已接收, and the clock of the acceptance is met."""
    _require_met(by, ACCEPT, transfer)
    taken = _moved(ACCEPT, by, transfer, on)
    taken.save()
    _answer(by, taken, ACCEPT, on)
    return taken


@leaves_trail(OBJECT)
def object_to_transfer(*, by: Officer, transfer: Transfer, reason: str, on: date) -> Transfer:
    """The receiver says in time why it is not theirs. Until the sender answers, it stays with the receiver."""
    copy = _require_met(by, OBJECT, transfer)
    _check_in_time(transfer, on)
    if copy.state not in STILL_HERE:
        raise AlreadyHandled(f"本件在本机关已经是“{copy.get_state_display()}”，不能再退回转来的机关。")
    require_discreet(by=by, reports=[copy], text=reason, what="异议理由")
    objected = _moved(OBJECT, by, transfer, on)
    objected.objection = _sealed_to_both(by, objected, "objection", reason, "异议理由")
    objected.objected_on = on
    objected.save()
    _answer(by, objected, OBJECT, on)
    return objected


def _check_in_time(transfer: Transfer, on: date) -> None:
    last = last_day_to_object(transfer)
    if on > last:
        raise ObjectionTooLate(too_late(transfer.sent_on, last))


@leaves_trail(CONSENT)
def consent_to_objection(*, by: Officer, transfer: Transfer, on: date, telling: str = "") -> Transfer:
    """The sender takes it back: the report is its own again, and the receiver's row is closed as returned."""
    require(by, CONSENT, transfer)
    back = _moved(CONSENT, by, transfer, on)
    back.ruled_by_id, back.ruled_on = by.staff_id, on
    back.owes_parcel = back.to_partner_id is not None
    back.save()
    term_key = TERM_OF[TransferKind(back.kind)]
    if meets(term_key, CONSENT):
        meet_clock(by=by, report=back.report, term_key=term_key, act=CONSENT, on=on)
    if back.to_partner_id is None:
        close_returned(by=by, copy=copy_of(back), on=on)
    take_back_report(by=by, report=back.report, on=on)
    if telling.strip() and back.report.receipt is not None:
        write_to_reporter(by=by, report=back.report, text=telling, on=on, kind=MessageKind.NOTICE)
    return back


@leaves_trail(INSIST)
def insist_on_transfer(*, by: Officer, transfer: Transfer, reason: str, on: date) -> Transfer:
    """The sender says why it is the receiver's all the same: it is to be accepted, and no second objection is heard."""
    require(by, INSIST, transfer)
    require_discreet(by=by, reports=[transfer.report], text=reason, what="维持的理由")
    upheld = _moved(INSIST, by, transfer, on)
    upheld.ruling = _sealed_to_both(by, upheld, "ruling", reason, "维持的理由")
    upheld.ruled_by_id, upheld.ruled_on = by.staff_id, on
    upheld.owes_parcel = upheld.to_partner_id is not None
    upheld.save()
    note_passage(by=by, report=upheld.report, state=PASSAGE_OF[TransferReply.UPHELD], on=on)
    return upheld


@leaves_trail(REPORT_RESULT)
def report_result(*, by: Officer, transfer: Transfer, result: str, on: date) -> Transfer:
    """What the receiver found, sealed to both; the clocks of the assignment are met on both sides."""
    copy = _require_met(by, REPORT_RESULT, transfer)
    require_discreet(by=by, reports=[copy], text=result, what="办理结果")
    done = _moved(REPORT_RESULT, by, transfer, on)
    done.reply_reason = _sealed_to_both(by, done, "reply_reason", result, "办理结果")
    done.save()
    _answer(by, done, REPORT_RESULT, on)
    term_key = TERM_OF[TransferKind(done.kind)]
    if meets(term_key, REPORT_RESULT):
        meet_clock(by=by, report=copy, term_key=term_key, act=REPORT_RESULT, on=on)
    return done


@leaves_trail(READ)
def read_transfer(*, by: Officer, transfer: Transfer) -> dict[str, str]:
    """The letter and what was written to and fro, for whoever may meet the report on the own side."""
    require(by, READ, transfer)
    about = transfer if by.organ_id == transfer.organ_id else copy_of(transfer)
    shared = transfer.copy_id is not None or by.organ_id == transfer.organ_id
    fields = ("letter", "objection", "ruling", "reply_reason") if shared else ()
    return {field: read_text(transfer, field, by=by, about=about) for field in fields}


def _require_met(by: Officer, act: str, transfer: Transfer) -> "Report":
    """The permit, and the own row with its recusals and hands."""
    require(by, act, transfer)
    copy = copy_of(transfer)
    require(by, "reception.read_report", copy)
    return copy


def _moved(act: str, by: Officer, transfer: Transfer, on: date) -> Transfer:
    """The locked row in its next state; not saved."""
    locked = Transfer.objects.select_for_update(of=("self",)).get(pk=transfer.pk)
    state = TRANSFER.after(act, locked.reply)
    if on < (locked.reply_on or locked.sent_on):
        raise TooEarly("答复的日期不得早于转出和上一次答复的日期，请核对日期。")
    locked.reply, locked.reply_on = TransferReply(state), on
    if by.organ_id == locked.to_organ_id:
        locked.answered_by_id = by.staff_id
    return locked


def _sealed_to_both(by: Officer, transfer: Transfer, field: str, text: str, what: str) -> UUID:
    sealed = seal_text(transfer, field, text, organ_id=by.organ_id, what=what)
    other = transfer.organ_id if by.organ_id == transfer.to_organ_id else transfer.to_organ_id
    if other is not None:
        rewrap(by=by, seal=sealed, organ_id=other)
    return sealed


def _answer(by: Officer, transfer: Transfer, act: str, on: date) -> None:
    """At the sender: the clock that the act meets, and what its reporter reads."""
    state = PASSAGE_OF[TransferReply(transfer.reply)]
    answer_sender(by=by, copy=copy_of(transfer), report=transfer.report, act=act, state=state, on=on)
