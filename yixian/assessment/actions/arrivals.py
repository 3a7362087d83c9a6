"""加封文件转来的件 at its receiver: accept, object in time, report the result. The sender learns it by a receipt."""

from datetime import date

from yixian.assessment.carrying import last_day_of
from yixian.assessment.enums import TransferKind, TransferReply
from yixian.assessment.letters import TERM_OF
from yixian.assessment.models import Arrival
from yixian.assessment.objecting import STILL_HERE, AlreadyHandled, ObjectionTooLate, too_late
from yixian.assessment.workflow import ARRIVAL
from yixian.protection.actions import open_bytes, open_seal, require
from yixian.protection.officer import Officer
from yixian.protection.texts import read_text, seal_text, text_context
from yixian.reception.actions import FilledPaper, meet_clock, require_discreet
from yixian.reception.refusals import TooEarly
from yixian.reception.workflow import meets
from yixian.trail.actions import leaves_trail

ACCEPT, OBJECT = "assessment.accept_arrival", "assessment.object_to_arrival"
REPORT_RESULT = "assessment.report_arrival_result"
READ, PRINT = "assessment.read_arrival", "assessment.print_arrival"


@leaves_trail(ACCEPT)
def accept_arrival(*, by: Officer, arrival: Arrival, on: date) -> Arrival:
    """Take it: the receipt says so."""
    taken = _moved(ACCEPT, by, arrival, on)
    taken.save()
    return taken


@leaves_trail(OBJECT)
def object_to_arrival(*, by: Officer, arrival: Arrival, reason: str, on: date) -> Arrival:
    """Say in time why it is not this office's. Until the sender's answer is here, it stays."""
    last = last_day_of(arrival)
    objected = _moved(OBJECT, by, arrival, on)
    if on > last:
        raise ObjectionTooLate(too_late(arrival.arrived_on, last))
    if arrival.report.state not in STILL_HERE:
        state = arrival.report.get_state_display()
        raise AlreadyHandled(f"本件在本机关已经是“{state}”，不能再退回转来的机关。")
    require_discreet(by=by, reports=[arrival.report], text=reason, what="异议理由")
    objected.objection = seal_text(objected, "objection", reason, organ_id=by.organ_id, what="异议理由")
    objected.objected_on = on
    objected.save()
    return objected


@leaves_trail(REPORT_RESULT)
def report_arrival_result(*, by: Officer, arrival: Arrival, result: str, on: date) -> Arrival:
    """What was found; the clock of the assignment is met here, and at the sender with the receipt."""
    done = _moved(REPORT_RESULT, by, arrival, on)
    require_discreet(by=by, reports=[arrival.report], text=result, what="办理结果")
    done.result = seal_text(done, "result", result, organ_id=by.organ_id, what="办理结果")
    done.save()
    term_key = TERM_OF[TransferKind(done.kind)]
    if meets(term_key, REPORT_RESULT):
        meet_clock(by=by, report=done.report, term_key=term_key, act=REPORT_RESULT, on=on)
    return done


@leaves_trail(READ)
def read_arrival(*, by: Officer, arrival: Arrival) -> dict[str, str]:
    """The letter with the sender's history, and what was written to and fro."""
    require(by, READ, arrival)
    context = text_context(arrival, "letter")
    slots = ("text", "term", "history")
    letter = open_seal(by=by, seal=arrival.letter, slots=slots, about=arrival.report, context=context)
    texts = {
        field: read_text(arrival, field, by=by, about=arrival.report)
        for field in ("objection", "ruling", "result")
    }
    return {"letter": letter["text"], "term": letter["term"], "history": letter["history"], **texts}


@leaves_trail(PRINT)
def print_arrival(*, by: Officer, arrival: Arrival) -> FilledPaper:
    """The sender's letter as it came."""
    require(by, PRINT, arrival)
    context = text_context(arrival, "letter")
    docx = open_bytes(by=by, seal=arrival.letter, slot="docx", about=arrival.report, context=context)
    return FilledPaper(docx)


def _moved(act: str, by: Officer, arrival: Arrival, on: date) -> Arrival:
    """The locked row in its next state; not saved."""
    require(by, act, arrival)
    require(by, "reception.read_report", arrival.report)
    locked = Arrival.objects.select_for_update(of=("self",)).get(pk=arrival.pk)
    state = ARRIVAL.after(act, locked.reply)
    if on < (locked.reply_on or locked.arrived_on):
        raise TooEarly("答复的日期不得早于收到和上一次答复的日期，请核对日期。")
    locked.reply, locked.reply_on = TransferReply(state), on
    locked.answered_by_id, locked.owes_receipt = by.staff_id, True
    return locked
