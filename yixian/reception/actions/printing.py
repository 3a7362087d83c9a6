"""Printing: what was issued, as it was sealed; and the sheets of the file, filled when they are asked for.

A print of what is sealed is in the trail. Sheets are held against who reported like everything that leaves.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from yixian.protection.actions import SealBroken, open_bytes, open_seal, require
from yixian.protection.officer import Officer
from yixian.reception.discretion import require_discreet
from yixian.reception.enums import PaperKind
from yixian.reception.facts import Missing, check_length
from yixian.reception.models import BoxOpening, Envelope, Feedback, Notice, Report
from yixian.reception.numbering import next_paper_number
from yixian.reception.opening import read_whole
from yixian.reception.papers import FilledPaper, fill
from yixian.reception.papers.engine import Value, qr
from yixian.reception.papers.records import (
    about_box,
    about_envelope,
    about_feedback_record,
    about_register,
)
from yixian.reception.papers.reported import about_reported
from yixian.reception.papers.words import common, until
from yixian.toolkit.documents.filling import PaperText
from yixian.trail.actions import leaves_trail

NUMBER_WIDTH, WINDOW_WIDTH = 18.0, 30.0
"""Millimetres of the two QR codes: of a number on a sheet, of the window on a receipt."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetWords:
    """What a clerk writes on a sheet, and what later work knows of the report, by placeholder."""

    summary: str
    proposal: str = ""
    known: Mapping[str, str]


@leaves_trail("reception.print_notice")
def print_notice(*, by: Officer, notice: Notice) -> FilledPaper:
    """The paper as it was sealed when it was issued; the print is in the trail."""
    require(by, "reception.print_notice", notice.report)
    try:
        return FilledPaper(open_bytes(by=by, seal=notice.content, slot="docx", about=notice.report))
    except SealBroken:
        # A paper of before templates was sealed as text alone; one that was tampered with fails here again.
        opened = open_seal(by=by, seal=notice.content, about=notice.report)
        return FilledPaper(PaperText(opened["title"], opened["text"]).as_docx())


@leaves_trail("reception.print_receipt")
def print_receipt(*, by: Officer, report: Report, code: str, window: str, on: date) -> FilledPaper:
    """The slip with the code, while the code is still on the screen; it is kept nowhere.

    The QR code leads to the page of the window that asks for a code, ``window``, and never holds the code.
    """
    require(by, "reception.print_receipt", report)
    clock = report.clocks.filter(met_on__isnull=True).order_by("due_on").first()
    following = f"我们将在{until(clock)}前告知您下一步情况。" if clock else ""
    values = {**common(report), "查询码": code, "下一步": following, "发文日期": on}
    address = values["举报网址"] or window
    values |= {"举报网址": address, "窗口二维码": qr(str(address), WINDOW_WIDTH)}
    return fill(report.organ_id, PaperKind.RECEIPT, values)


@leaves_trail("reception.print_register")
def print_register(*, by: Officer, report: Report, words: SheetWords, on: date) -> FilledPaper:
    """举报登记表. The clerk's own summary stands on it, not the letter."""
    require(by, "reception.print_register", report)
    return _sheet(by, report, PaperKind.REGISTER, words, on)


@leaves_trail("reception.print_approval")
def print_approval(*, by: Officer, report: Report, words: SheetWords, on: date) -> FilledPaper:
    """呈批表（拟办单）: the proposal of whoever prints it, for the instruction of the chief."""
    require(by, "reception.print_approval", report)
    if not words.proposal.strip():
        raise Missing("请填写拟办意见。")
    return _sheet(by, report, PaperKind.APPROVAL, words, on)


def _sheet(by: Officer, report: Report, kind: PaperKind, words: SheetWords, on: date) -> FilledPaper:
    check_length("text", words.summary)
    check_length("note", words.proposal)
    if not words.summary.strip():
        raise Missing("请填写内容摘要，用自己的话概括，不写举报人。")
    content = read_whole(by, report)
    values: dict[str, Value] = {
        **about_register(content),
        **about_reported(by, content),
        **words.known,
        "内容摘要": words.summary.strip(),
        "拟办意见": words.proposal.strip(),
        "拟办人": by.name,
        "编号二维码": qr(report.number or "", NUMBER_WIDTH),
        "打印日期": on,
    }
    return _discreet(by, report, kind, values)


@leaves_trail("reception.print_feedback_record")
def print_feedback_record(*, by: Officer, feedback: Feedback, on: date) -> FilledPaper:
    """反馈记录: how the result was told and what was said to it, for the file."""
    report = feedback.report
    require(by, "reception.print_feedback_record", report)
    told = open_seal(by=by, seal=feedback.content, about=report)["text"]
    note = open_seal(by=by, seal=feedback.note, about=report)["text"] if feedback.note else ""
    values = {**about_feedback_record(feedback, told, note), "打印日期": on}
    return _discreet(by, report, PaperKind.FEEDBACK_RECORD, values)


def _discreet(by: Officer, report: Report, kind: PaperKind, values: Mapping[str, Value]) -> FilledPaper:
    paper = fill(report.organ_id, kind, values)
    require_discreet(by=by, reports=[report], text=paper.words.whole, what=kind.label)
    return paper


@leaves_trail("reception.print_box_record")
def print_box_record(*, by: Officer, opening: BoxOpening, on: date) -> FilledPaper:
    """开箱记录: for the two who opened to sign."""
    require(by, "reception.print_box_record", opening)
    return fill(opening.organ_id, PaperKind.BOX, {**about_box(opening), "打印日期": on})


@leaves_trail("reception.print_envelope_slip")
def print_envelope_slip(*, by: Officer, envelope: Envelope, on: date) -> FilledPaper:
    """信封报送单: goes up with the sealed envelope and comes back signed. Its number is taken by the first print."""
    require(by, "reception.print_envelope_slip", envelope)
    locked = Envelope.objects.select_for_update().get(pk=envelope.pk)
    if locked.number is None:
        locked.number = next_paper_number(locked.organ_id, on)
        locked.save(update_fields=["number"])
    return fill(locked.organ_id, PaperKind.ENVELOPE, {**about_envelope(locked), "打印日期": on})
