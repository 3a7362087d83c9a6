"""督办、催办 that came by a sealed file, at its receiver: read, answered, printed. The sender learns by a receipt."""

from datetime import date

from yixian.assessment.enums import SupervisionState
from yixian.assessment.models import Arrival, ArrivalSupervision
from yixian.assessment.workflow import SUPERVISION
from yixian.protection.actions import open_bytes, require, reseal_slots
from yixian.protection.officer import Officer
from yixian.protection.texts import SLOT, read_text, seal_text, text_context
from yixian.reception.actions import FilledPaper, require_discreet
from yixian.reception.refusals import TooEarly
from yixian.trail.actions import leaves_trail

ANSWER, READ = "assessment.answer_arrival_supervision", "assessment.read_arrival_supervision"
PRINT = "assessment.print_arrival_supervision"


@leaves_trail(ANSWER)
def answer_arrival_supervision(
    *, by: Officer, asked: ArrivalSupervision, answer: str, on: date
) -> ArrivalSupervision:
    """Answer, or answer anew: the last one goes with the next receipt, the earlier ones stay as versions."""
    require(by, ANSWER, asked)
    report = asked.arrival.report
    require(by, "reception.read_report", report)
    require_discreet(by=by, reports=[report], text=answer, what="答复")
    locked = ArrivalSupervision.objects.select_for_update(of=("self",)).get(pk=asked.pk)
    state = SupervisionState(SUPERVISION.after(ANSWER, locked.state))
    if on < max(filter(None, (locked.issued_on, locked.answered_on, locked.decided_on))):
        raise TooEarly("日期不得早于上一步的日期，请核对日期。")
    if locked.answer is not None and answer.strip():
        reseal_slots(by=by, seal=locked.answer, slots={SLOT: answer.strip()})
    else:
        locked.answer = seal_text(locked, "answer", answer, organ_id=by.organ_id, what="答复")
    locked.state, locked.answered_by_id, locked.answered_on = state, by.staff_id, on
    locked.save()
    Arrival.objects.filter(pk=locked.arrival_id).update(owes_receipt=True)
    return locked


@leaves_trail(READ)
def read_arrival_supervision(*, by: Officer, asked: ArrivalSupervision) -> dict[str, str]:
    """The letter, our last answer, and why one was sent back."""
    require(by, READ, asked)
    fields = ("letter", "answer", "complaint")
    return {field: read_text(asked, field, by=by, about=asked.arrival.report) for field in fields}


@leaves_trail(PRINT)
def print_arrival_supervision(*, by: Officer, asked: ArrivalSupervision) -> FilledPaper:
    """The letter as it came."""
    require(by, PRINT, asked)
    context, about = text_context(asked, "letter"), asked.arrival.report
    return FilledPaper(open_bytes(by=by, seal=asked.letter, slot="docx", about=about, context=context))
