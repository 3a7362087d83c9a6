"""督办、催办 (检控规则 20—23): a letter from above, the answer from below, and what the superior thinks of it."""

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from yixian.assessment.enums import SupervisionState, TransferReply
from yixian.assessment.letters import SupervisionFacts, supervision_letter
from yixian.assessment.models import Supervision, Transfer
from yixian.assessment.objecting import STILL_THEIRS, copy_of
from yixian.assessment.queries.transfers import went_down
from yixian.assessment.workflow import SUPERVISION
from yixian.protection.actions import SealBroken, open_bytes, require, reseal_slots, rewrap, seal
from yixian.protection.officer import Officer
from yixian.protection.texts import SLOT, TextMissing, read_text, seal_text, text_context
from yixian.reception.actions import FilledPaper, require_discreet
from yixian.reception.numbering import next_supervision_number
from yixian.reception.refusals import TooEarly
from yixian.regulations.accusation_rules import ASSIGNMENT_ARTICLES
from yixian.trail.actions import leaves_trail
from yixian.trail.refusal import Refusal

if TYPE_CHECKING:
    from yixian.reception.models import Report

ISSUE, ANSWER = "assessment.issue_supervision", "assessment.answer_supervision"
RETURN, SETTLE = "assessment.return_answer", "assessment.settle_supervision"
READ, PRINT = "assessment.read_supervision", "assessment.print_supervision"


class NotToSupervise(Refusal):
    """Only a superior, and only while the receiver has something to do."""

    key = "not_to_supervise"


@leaves_trail(ISSUE)
def issue_supervision(*, by: Officer, transfer: Transfer, facts: SupervisionFacts, on: date) -> Supervision:
    """Issue the letter to the office below; it is scanned first, as every letter is."""
    require(by, ISSUE, transfer)
    _check_may_ask(transfer, facts, on)
    reports = [transfer.report]
    require_discreet(
        by=by, reports=reports, text=facts.words, what=f"{facts.kind.label}函", of_the_letter=True
    )
    number = next_supervision_number(by.organ_id, on)
    letter = supervision_letter(by, transfer, facts, number, on)
    require_discreet(by=by, reports=reports, text=letter.words.whole, what=f"{facts.kind.label}函")
    asked = Supervision(
        transfer=transfer,
        kind=facts.kind,
        way=facts.way,
        letter_number=number,
        issued_by_id=by.staff_id,
        issued_on=on,
        due_on=facts.due_on,
    )
    slots: dict[str, str | bytes] = {SLOT: f"{letter.title}\n{letter.text}", "docx": letter.docx}
    asked.letter = seal(organ_id=by.organ_id, context=text_context(asked, "letter"), slots=slots)
    _share(by, asked.letter, transfer)
    asked.save()
    return asked


def _check_may_ask(transfer: Transfer, facts: SupervisionFacts, on: date) -> None:
    if not went_down(transfer):
        raise NotToSupervise(f"督办、催办由上级机关向下级机关发出（{ASSIGNMENT_ARTICLES.cite()}）。")
    if TransferReply(transfer.reply) not in STILL_THEIRS:
        raise NotToSupervise(f"本件目前是“{transfer.get_reply_display()}”，先答复对方的异议，或者自己办理。")
    if not facts.words.strip():
        raise TextMissing("请填写督办事项。")
    if facts.due_on < on:
        raise TooEarly("答复期限不得早于今天，请重新填写。")


@leaves_trail(ANSWER)
def answer_supervision(*, by: Officer, supervision: Supervision, answer: str, on: date) -> Supervision:
    """The office below answers, or answers anew; what was answered before stays as an earlier version."""
    require(by, ANSWER, supervision)
    copy = copy_of(supervision.transfer)
    require(by, "reception.read_report", copy)
    require_discreet(by=by, reports=[copy], text=answer, what="答复")
    found = _moved(ANSWER, supervision, on)
    _seal(by, found, "answer", answer, "答复")
    found.answered_by_id, found.answered_on = by.staff_id, on
    found.save()
    return found


@leaves_trail(RETURN)
def return_answer(
    *, by: Officer, supervision: Supervision, reason: str, due_on: date, on: date
) -> Supervision:
    """The answer does not do: why, and by which day a better one."""
    require(by, RETURN, supervision)
    if due_on < on:
        raise TooEarly("答复期限不得早于今天，请重新填写。")
    require_discreet(by=by, reports=[supervision.transfer.report], text=reason, what="退回理由")
    found = _moved(RETURN, supervision, on)
    _seal(by, found, "complaint", reason, "退回理由")
    found.decided_by_id, found.decided_on, found.due_on = by.staff_id, on, due_on
    found.save()
    _owe_file(supervision.transfer)
    return found


@leaves_trail(SETTLE)
def settle_supervision(*, by: Officer, supervision: Supervision, on: date) -> Supervision:
    """The answer does: nothing more is asked by this letter."""
    require(by, SETTLE, supervision)
    found = _moved(SETTLE, supervision, on)
    found.decided_by_id, found.decided_on = by.staff_id, on
    found.save()
    _owe_file(supervision.transfer)
    return found


@leaves_trail(READ)
def read_supervision(*, by: Officer, supervision: Supervision) -> dict[str, str]:
    """The letter, the last answer and why one was sent back, for either side."""
    require(by, READ, supervision)
    fields = ("letter", "answer", "complaint")
    return {field: read_text(supervision, field, by=by, about=_own(by, supervision)) for field in fields}


@leaves_trail(PRINT)
def print_supervision(*, by: Officer, supervision: Supervision) -> FilledPaper:
    """The letter as it went out, for either side."""
    require(by, PRINT, supervision)
    try:
        docx = open_bytes(
            by=by,
            seal=supervision.letter,
            slot="docx",
            about=_own(by, supervision),
            context=text_context(supervision, "letter"),
        )
    except SealBroken as error:
        raise NotToSupervise(
            f"{supervision.get_kind_display()}函打不开，可能被改动。请立即报告纪委书记并核验留痕。"
        ) from error
    return FilledPaper(docx)


def _own(by: Officer, supervision: Supervision) -> "Report":
    """The own row, whose recusals are asked."""
    transfer = supervision.transfer
    return transfer.report if by.organ_id == transfer.organ_id else copy_of(transfer)


def _moved(act: str, supervision: Supervision, on: date) -> Supervision:
    """The locked row in its next state; not saved."""
    locked = Supervision.objects.select_for_update(of=("self",)).get(pk=supervision.pk)
    state = SupervisionState(SUPERVISION.after(act, locked.state))
    if on < max(filter(None, (locked.issued_on, locked.answered_on, locked.decided_on))):
        raise TooEarly("日期不得早于上一步的日期，请核对日期。")
    locked.state = state
    return locked


def _seal(by: Officer, row: Supervision, field: str, text: str, what: str) -> None:
    """A first text is sealed to both offices of this installation; a further one is its next version."""
    if getattr(row, field) is not None and text.strip():
        reseal_slots(by=by, seal=getattr(row, field), slots={SLOT: text.strip()})
        return
    sealed = seal_text(row, field, text, organ_id=by.organ_id, what=what)
    _share(by, sealed, row.transfer)
    setattr(row, field, sealed)


def _share(by: Officer, sealed: UUID, transfer: Transfer) -> None:
    """To the other of the two offices; what is a partner's goes by the next sealed file."""
    if transfer.to_partner is None:
        both = {transfer.organ_id, copy_of(transfer).organ_id}
        rewrap(by=by, seal=sealed, organ_id=(both - {by.organ_id}).pop())
    else:
        _owe_file(transfer)


def _owe_file(transfer: Transfer) -> None:
    """What a partner is to know waits for the next file."""
    if transfer.to_partner_id is not None:
        Transfer.objects.filter(pk=transfer.pk).update(owes_parcel=True)
        transfer.owes_parcel = True
