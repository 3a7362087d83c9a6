"""转办、转送、移送: sending a report to whom it belongs, with a letter, and recording what came back."""

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from yixian.assessment.carrying import WAYS
from yixian.assessment.enums import TransferKind, TransferReply
from yixian.assessment.explaining import explanation
from yixian.assessment.fairness import require_fair_organ, require_fair_partner, require_fair_unit
from yixian.assessment.letters import EVENT_OF, PASSAGE_OF, TERM_OF, TransferFacts, letter_of
from yixian.assessment.models import Transfer
from yixian.assessment.objecting import AlreadyHandled, copy_of
from yixian.assessment.workflow import TRANSFER
from yixian.protection.actions import SealBroken, open_bytes, require, rewrap, seal
from yixian.protection.enums import PartnerRelation
from yixian.protection.officer import Officer
from yixian.protection.queries import partners_to
from yixian.protection.texts import SLOT, read_text, seal_text_if_any, text_context
from yixian.reception.actions import (
    FilledPaper,
    deliver_report,
    issue_notice,
    meet_clock,
    note_passage,
    pass_on_report,
    require_discreet,
    start_clocks,
    take_back_report,
    write_to_reporter,
)
from yixian.reception.enums import MessageKind, NoticeKind, PassageState, SourceKind
from yixian.reception.numbering import next_paper_number
from yixian.reception.workflow import meets
from yixian.roster.queries import departments_of, organ_of, organs_under
from yixian.toolkit.documents.filling import PaperText
from yixian.trail.actions import leaves_trail
from yixian.trail.refusal import Refusal

if TYPE_CHECKING:
    from yixian.reception.models import Report

DELIVERED_AS = {
    TransferKind.FORWARD: SourceKind.PASSED_BY_SUPERIOR,
    TransferKind.ASSIGN: SourceKind.ASSIGNED_BY_SUPERIOR,
}
"""These go to an organ below, into whose inbox the report itself is put."""
DELIVERED_BESIDE = {TransferKind.HAND_OVER: SourceKind.OTHER_DEPARTMENT}
"""These go into the inbox of an organ of the same level."""


class NobodyToSendTo(Refusal):
    """The receiver is missing, or is not one to which this way of sending leads."""

    key = "nobody_to_send_to"


class ReceiverAnswers(Refusal):
    """The receiver is an office of this installation and says itself whether it accepts."""

    key = "receiver_answers"


@leaves_trail("assessment.transfer_out")
def transfer_out(*, by: Officer, report: "Report", facts: TransferFacts, on: date) -> Transfer:
    """Issue the letter and pass the report on; the receiver's clock starts.

    The letter is scanned before it is issued: it may not hold who reported, nor phrases of what they wrote.
    """
    require(by, "assessment.transfer_out", report)
    receiver = _receiver(by, facts, report)
    said = f"{facts.summary}\n{facts.reason}"
    require_discreet(by=by, reports=[report], text=said, what="函件", of_the_letter=True)
    number = next_paper_number(by.organ_id, on)
    letter = letter_of(by, facts, receiver, number, on)
    require_discreet(by=by, reports=[report], text=letter.words.whole, what="函件")
    passed = pass_on_report(by=by, report=report, on=on)
    copy = _delivered(by, passed, facts, on)
    (clock,) = start_clocks(by=by, report=passed, event=EVENT_OF[facts.kind], on=on)
    transfer = Transfer(
        report=passed,
        kind=facts.kind,
        to_organ_id=facts.to_organ_id,
        to_department_id=facts.to_department_id,
        to_partner_id=facts.to_partner_id,
        owes_parcel=facts.to_partner_id is not None,
        letter_number=number,
        sent_by_id=by.staff_id,
        sent_on=on,
        clock=clock,
        copy=copy,
    )
    transfer.letter = _sealed(by, transfer, letter)
    transfer.save()
    note_passage(by=by, report=passed, state=PassageState.SENT, on=on)
    _explain(by, passed, facts, receiver, transfer)
    return transfer


def _explain(by: Officer, report: "Report", facts: TransferFacts, receiver: str, transfer: Transfer) -> None:
    """Whoever reported learns why, where to and what comes, by a paper of its own."""
    body = explanation(facts, receiver, transfer.letter_number, transfer.sent_on)
    issue_notice(by=by, report=report, kind=NoticeKind.REFERRAL, on=transfer.sent_on, body=body)


def _delivered(by: Officer, report: "Report", facts: TransferFacts, on: date) -> "Report | None":
    """The receiver's own row, where its office is here and this kind goes there."""
    if facts.to_organ_id is None:
        return None
    own, other = organ_of(by.organ_id), organ_of(facts.to_organ_id)
    ways = DELIVERED_BESIDE if own.parent_id == other.parent_id else DELIVERED_AS
    if facts.kind not in ways:
        return None
    return deliver_report(by=by, report=report, organ_id=other.pk, source=ways[facts.kind], on=on)


def _sealed(by: Officer, transfer: Transfer, letter: FilledPaper) -> UUID:
    """The words for whoever reads the file, and the document as it went out; for the receiver too, if it is here."""
    slots: dict[str, str | bytes] = {SLOT: f"{letter.title}\n{letter.text}", "docx": letter.docx}
    sealed = seal(organ_id=by.organ_id, context=text_context(transfer, "letter"), slots=slots)
    if transfer.copy is not None and transfer.to_organ_id is not None:
        rewrap(by=by, seal=sealed, organ_id=transfer.to_organ_id)
    return sealed


@leaves_trail("assessment.print_letter")
def print_letter(*, by: Officer, transfer: Transfer) -> FilledPaper:
    """The letter as it went out, for either side; one of before templates is laid out from its text."""
    require(by, "assessment.print_letter", transfer)
    own = _own_row(by, transfer)
    try:
        return FilledPaper(open_bytes(by=by, seal=transfer.letter, slot="docx", about=own))
    except SealBroken:
        # One that was tampered with fails here again.
        text = read_text(transfer, "letter", by=by, about=own)
        title, _, rest = text.partition("\n")
        return FilledPaper(PaperText(title, rest).as_docx())


def _own_row(by: Officer, transfer: Transfer) -> "Report":
    """The report as it lies in this office; what went back is the sender's alone."""
    if by.organ_id == transfer.organ_id:
        return transfer.report
    if transfer.reply == TransferReply.REFUSED:
        raise AlreadyHandled("本件已经退回转来的机关，函件在本机关不再打印。")
    copy = copy_of(transfer)
    require(by, "reception.read_report", copy)
    return copy


def _receiver(by: Officer, facts: TransferFacts, report: "Report") -> str:
    """The receiver's name, of one of the three ways. Departments take what is out of scope, organs everything else;
    never who is reported.
    """
    if sum(each is not None for each in (facts.to_organ_id, facts.to_department_id, facts.to_partner_id)) > 1:
        raise NobodyToSendTo("收文单位只能选一个。")
    if facts.to_partner_id is not None:
        return _partner(by, facts, report)
    if facts.kind is TransferKind.REFER_OUT:
        department = departments_of(by.organ_id).filter(pk=facts.to_department_id or 0).first()
        if department is None or facts.to_organ_id is not None:
            raise NobodyToSendTo("转送业务范围外的事项，请选定一个主管部门。")
        require_fair_unit(by, report, department.name)
        return department.name
    own = organ_of(by.organ_id)
    organ = organs_under(own.parent_id or own.pk).filter(pk=facts.to_organ_id or 0).exclude(pk=own.pk).first()
    if organ is None or facts.to_department_id is not None:
        raise NobodyToSendTo(f"{facts.kind.label}请选定本县的一个纪检监察机构，不能是本机构自己。")
    require_fair_organ(by, report, organ)
    return organ.name


def _partner(by: Officer, facts: TransferFacts, report: "Report") -> str:
    """An office of another installation, by a way that leads to where it stands; the file is exported afterwards."""
    partner = partners_to(by.organ_id).filter(pk=facts.to_partner_id or 0).first()
    if partner is None:
        raise NobodyToSendTo("这个协作机关的公钥卡还没有核对，或者已经停用，请先在“协作机关”核对。")
    ways = WAYS[PartnerRelation(partner.relation)]
    if facts.kind not in ways:
        named = "、".join(each.label for each in ways) or "信封上报，不能转出"
        raise NobodyToSendTo(f"{partner.name}是{partner.get_relation_display()}机关，方式应当选{named}。")
    require_fair_partner(by, report, partner.name)
    return partner.name


@leaves_trail("assessment.record_acceptance")
def record_acceptance(
    *, by: Officer, transfer: Transfer, on: date, note: str = "", telling: str = ""
) -> Transfer:
    """The receiver took it. ``telling`` goes to whoever reported, here and in the other replies."""
    require(by, "assessment.record_acceptance", transfer)
    taken = _replied("assessment.record_acceptance", by, transfer, on, note)
    _tell(by, taken, telling, on)
    return taken


@leaves_trail("assessment.record_refusal")
def record_refusal(*, by: Officer, transfer: Transfer, on: date, reason: str, telling: str = "") -> Transfer:
    """The receiver sent it back, with a reason: the report is ours again and is never left between two offices."""
    require(by, "assessment.record_refusal", transfer)
    if not reason.strip():
        raise NobodyToSendTo("请写明对方退回的理由。")
    refused = _replied("assessment.record_refusal", by, transfer, on, reason)
    take_back_report(by=by, report=refused.report, on=on)
    _tell(by, refused, telling, on)
    return refused


@leaves_trail("assessment.record_result")
def record_result(*, by: Officer, transfer: Transfer, on: date, result: str, telling: str = "") -> Transfer:
    """What was assigned has been reported on; its clock is met."""
    require(by, "assessment.record_result", transfer)
    if not result.strip():
        raise NobodyToSendTo("请写明交办事项的办理结果。")
    done = _replied("assessment.record_result", by, transfer, on, result)
    _tell(by, done, telling, on)
    return done


def _tell(by: Officer, transfer: Transfer, telling: str, on: date) -> None:
    """Into the reporter's mailbox, where there is one."""
    report = transfer.report
    if telling.strip() and report.receipt is not None:
        write_to_reporter(by=by, report=report, text=telling, on=on, kind=MessageKind.NOTICE)


def _replied(act: str, by: Officer, transfer: Transfer, on: date, text: str) -> Transfer:
    if transfer.copy_id is not None:
        raise ReceiverAnswers(f"{transfer.receiver}在本系统里自己答复，不由转出的机关代为登记。")
    locked = Transfer.objects.select_for_update().get(pk=transfer.pk)
    locked.reply, locked.reply_on = TransferReply(TRANSFER.after(act, locked.reply)), on
    said = seal_text_if_any(locked, "reply_reason", text, organ_id=by.organ_id, what="答复说明")
    locked.reply_reason = said or locked.reply_reason
    locked.save(update_fields=["reply", "reply_on", "reply_reason"])
    if TransferReply(locked.reply) in PASSAGE_OF:
        note_passage(by=by, report=locked.report, state=PASSAGE_OF[TransferReply(locked.reply)], on=on)
    term_key = TERM_OF[TransferKind(locked.kind)]
    if meets(term_key, act):
        meet_clock(by=by, report=locked.report, term_key=term_key, act=act, on=on)
    return locked
