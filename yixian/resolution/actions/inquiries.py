"""函询 (执纪规则 26—30): the letter that asks, its receipt or withdrawal, and the reply as it came back."""

from datetime import date

from yixian.assessment.queries import first_report_of, reports_of
from yixian.protection.actions import open_bytes, open_seal, require, seal
from yixian.protection.officer import Officer
from yixian.protection.texts import LONGEST, TextMissing, TextTooLong, seal_text, text_context
from yixian.reception.actions import UNNUMBERED, FilledPaper, require_discreet, start_clocks
from yixian.reception.numbering import next_inquiry_number
from yixian.reception.refusals import TooEarly
from yixian.regulations.duties import Event
from yixian.resolution.actions.outcomes import NotOfThisMatter
from yixian.resolution.clearing import named
from yixian.resolution.enums import InquiryState, InquiryWithdrawal
from yixian.resolution.facts import InquiryFacts, InquiryReplyFacts
from yixian.resolution.inquiring import follow_reply, require_inquiring
from yixian.resolution.models import Clue, Inquiry, InquiryPaper
from yixian.resolution.papers.letters import inquiry_letter
from yixian.resolution.queries import person_ids_of
from yixian.resolution.steps import move
from yixian.resolution.workflow import INQUIRY
from yixian.toolkit.files import CleanFile, FileKind
from yixian.trail.actions import leaves_trail
from yixian.trail.refusal import Refusal

ISSUE, PREVIEW = "resolution.issue_inquiry", "resolution.preview_inquiry"
SERVE, REPLY = "resolution.serve_inquiry", "resolution.record_inquiry_reply"
WITHDRAW = "resolution.withdraw_inquiry"
PRINT, OPEN = "resolution.print_inquiry", "resolution.open_inquiry_paper"


class AskedBefore(Refusal):
    """This person has a letter that is not answered yet."""

    key = "asked_before"


@leaves_trail(ISSUE)
def issue_inquiry(*, by: Officer, clue: Clue, facts: InquiryFacts, on: date) -> Inquiry:
    """Issue the letter; it is held against who reported and the words of the report first."""
    require(by, ISSUE, clue)
    letter_number = next_inquiry_number(by.organ_id, on)
    letter = _checked_letter(by, clue, facts, letter_number, on)
    issued = Inquiry(
        clue=clue, person_id=facts.person_id, number=letter_number, issued_by_id=by.staff_id, issued_on=on
    )
    slots: dict[str, str | bytes] = {
        "unit": facts.unit.strip(),
        "questions": facts.questions.strip(),
        "docx": letter.docx,
    }
    issued.words = seal(organ_id=clue.organ_id, context=text_context(issued, "words"), slots=slots)
    issued.save()
    return issued


@leaves_trail(PREVIEW)
def preview_inquiry(*, by: Officer, clue: Clue, facts: InquiryFacts, on: date) -> FilledPaper:
    """The letter as it would be issued, without its number, held against the same as when it goes out."""
    require(by, PREVIEW, clue)
    return _checked_letter(by, clue, facts, UNNUMBERED, on)


def _checked_letter(by: Officer, clue: Clue, facts: InquiryFacts, number: str, on: date) -> FilledPaper:
    require_inquiring(clue)
    _check_facts(clue, facts)
    reports = reports_of(clue.matter)
    said = f"{facts.unit}\n{facts.questions}"
    require_discreet(by=by, reports=reports, text=said, what="函询通知书", of_the_letter=True)
    letter = inquiry_letter(by, facts, named(by, clue, facts.person_id), number, on)
    require_discreet(by=by, reports=reports, text=letter.words.whole, what="函询通知书")
    return letter


def _check_facts(clue: Clue, facts: InquiryFacts) -> None:
    for words, what in ((facts.unit, "所在党组织"), (facts.questions, "函询的问题")):
        if not words.strip():
            raise TextMissing(f"请填写{what}。")
        if len(words) > LONGEST:
            raise TextTooLong(f"{what}最多{LONGEST}个字，请精简。")
    if facts.person_id not in person_ids_of(clue):
        raise NotOfThisMatter("所选的人不是本事项的被反映人，请重新选择。")
    open_ones = clue.inquiries.exclude(state__in=InquiryState.over())
    if open_ones.filter(person_id=facts.person_id).exists():
        raise AskedBefore("已经向这个人发出函询，登记回复或者撤回以后才能再发。")


@leaves_trail(SERVE)
def serve_inquiry(*, by: Officer, inquiry: Inquiry, on: date) -> Inquiry:
    """The letter reached the person on this day; the clock of the written reply starts."""
    require(by, SERVE, inquiry)
    require_inquiring(inquiry.clue)
    if on < inquiry.issued_on:
        raise TooEarly("送达日期不得早于发出日期。")
    served = move(INQUIRY, SERVE, inquiry, served_on=on)
    report = first_report_of(inquiry.clue.matter)
    start_clocks(by=by, report=report, event=Event.INQUIRY_SERVED, on=on)
    return served


@leaves_trail(WITHDRAW)
def withdraw_inquiry(*, by: Officer, inquiry: Inquiry, why: InquiryWithdrawal, on: date) -> Inquiry:
    """It did not reach the person and is not to: its number stays, and the person may be asked by another.

    No clock is touched: the one of the reply starts on receipt, and there was none.
    """
    require(by, WITHDRAW, inquiry)
    return move(
        INQUIRY, WITHDRAW, inquiry, withdrawn_on=on, withdrawn_by_id=by.staff_id, withdrawn_because=why
    )


@leaves_trail(REPLY)
def record_inquiry_reply(*, by: Officer, inquiry: Inquiry, facts: InquiryReplyFacts, on: date) -> Inquiry:
    """The reply came, in time or late: who signed it, whether it explains, and its papers under seal."""
    require(by, REPLY, inquiry)
    if facts.replied_on > on or (inquiry.served_on and facts.replied_on < inquiry.served_on):
        raise TooEarly("回复日期应当在送达以后、今天以前，请核对。")
    sealed = seal_text(inquiry, "reply", facts.text, organ_id=inquiry.organ_id, what="说明的要点")
    replied = move(
        INQUIRY,
        REPLY,
        inquiry,
        replied_on=facts.replied_on,
        signed=facts.signed,
        explains=facts.explains,
        recorded_by_id=by.staff_id,
        reply=sealed,
    )
    for position, file in enumerate(facts.files, 1):
        _keep(replied, position, file)
    follow_reply(by, inquiry.clue, facts.replied_on)
    return replied


def _keep(inquiry: Inquiry, position: int, file: CleanFile) -> None:
    paper = InquiryPaper(inquiry=inquiry, position=position)
    slots: dict[str, str | bytes] = {"name": file.name, "kind": file.kind.name, "file": file.content}
    paper.content = seal(organ_id=inquiry.organ_id, context=text_context(paper, "content"), slots=slots)
    paper.save()


@leaves_trail(OPEN)
def open_inquiry_paper(*, by: Officer, paper: InquiryPaper) -> CleanFile:
    """One paper of a reply."""
    require(by, OPEN, paper)
    context = text_context(paper, "content")
    named_ = open_seal(by=by, seal=paper.content, slots=("name", "kind"), about=paper, context=context)
    content = open_bytes(by=by, seal=paper.content, slot="file", about=paper, context=context)
    return CleanFile(FileKind[named_["kind"]], named_["name"], content)


@leaves_trail(PRINT)
def print_inquiry(*, by: Officer, inquiry: Inquiry) -> FilledPaper:
    """The letter as it went out, with the sheet of the reply."""
    require(by, PRINT, inquiry)
    context = text_context(inquiry, "words")
    return FilledPaper(open_bytes(by=by, seal=inquiry.words, slot="docx", about=inquiry, context=context))
