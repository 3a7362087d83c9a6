"""Papers to a reporter: issued with a number, sealed as issued; what a paper will say can be seen before."""

from datetime import date

from yixian.protection.actions import open_seal, require, seal
from yixian.protection.officer import Officer
from yixian.reception import clockwork
from yixian.reception.answers import latest_feedback
from yixian.reception.discretion import require_discreet
from yixian.reception.enums import NoticeKind, ReportState
from yixian.reception.facts import Missing, check_length
from yixian.reception.models import ClockChange, Notice, Promise, Report
from yixian.reception.numbering import next_paper_number
from yixian.reception.papers import FilledPaper, fill
from yixian.reception.papers.engine import Value
from yixian.reception.papers.words import (
    about_acceptance,
    about_change,
    about_decline,
    about_feedback,
    about_promise,
    common,
    day_of,
    until,
)
from yixian.reception.sealing import context_of
from yixian.reception.steps import check_not_before
from yixian.reception.workflow import TOLD_WHETHER_ACCEPTED
from yixian.regulations.accusation_rules import must_notify_acceptance
from yixian.regulations.duties import Event, clocks_started_by
from yixian.trail.actions import leaves_trail
from yixian.trail.refusal import Refusal

UNNUMBERED = "（发出时编号）"
"""In the place of the number, on a paper that is only looked at."""


class NotToBeNotified(Refusal):
    """The rules do not give this reporter this paper; the message quotes the article."""

    key = "not_to_be_notified"


class AlreadyTold(Refusal):
    """This paper was issued before; acceptance and refusal are told once."""

    key = "already_told"


class NothingToTell(Refusal):
    """The report does not stand where this paper belongs."""

    key = "nothing_to_tell"


@leaves_trail("reception.issue_notice")
def issue_notice(
    *,
    by: Officer,
    report: Report,
    kind: NoticeKind,
    on: date,
    body: str = "",
    change: ClockChange | None = None,
) -> Notice:
    """Issue a paper. ``body`` is the way out for a refusal, the explanation of a referral; ``change`` the approved
    extension.

    The clock of telling whether a report is accepted is met by this act, and by no other of this house.
    """
    require(by, "reception.issue_notice", report)
    notice = _issue(by, report, kind, _values(by, report, kind, body, change, on), on)
    if kind in TOLD_WHETHER_ACCEPTED:
        clockwork.meet_all(report, "reception.issue_notice", on)
    return notice


@leaves_trail("reception.preview_notice")
def preview_notice(
    *,
    by: Officer,
    report: Report,
    kind: NoticeKind,
    on: date,
    body: str = "",
    change: ClockChange | None = None,
) -> FilledPaper:
    """The paper as it would be issued, without its number; nothing is issued and no clock is met."""
    require(by, "reception.preview_notice", report)
    return _checked(by, report, kind, _values(by, report, kind, body, change, on), on, UNNUMBERED)


def _values(
    by: Officer, report: Report, kind: NoticeKind, body: str, change: ClockChange | None, on: date
) -> dict[str, Value]:
    check_not_before(report, on)
    check_length("text", body)
    if kind in TOLD_WHETHER_ACCEPTED and report.notices.filter(kind=kind).exists():
        raise AlreadyTold(f"{NoticeKind(kind).label}已经发出，不重复告知。")
    if kind == NoticeKind.ACCEPTANCE:
        return _acceptance(report)
    if kind == NoticeKind.DECLINE:
        return _decline(report, body)
    if kind == NoticeKind.EXTENSION:
        return _extension(report, change)
    if kind == NoticeKind.FEEDBACK:
        return _feedback(by, report)
    if kind == NoticeKind.REFERRAL:
        return _referral(report, body)
    raise NothingToTell("双方承诺书请在“签订双方承诺书”中办理。")


def _acceptance(report: Report) -> dict[str, Value]:
    ruling = must_notify_acceptance(
        real_name=not report.counts_as_anonymous,
        accepted_here=report.state in (ReportState.ACCEPTED, ReportState.ANSWERED),
        repeat=report.repeat_of_id is not None,
    )
    if not ruling:
        raise NotToBeNotified(f"{ruling.sentence()}。")
    return about_acceptance(report)


def _decline(report: Report, way_out: str) -> dict[str, Value]:
    if report.state != ReportState.DECLINED:
        raise NothingToTell("只有不予受理的来件发出不予受理告知书。")
    if not way_out.strip():
        raise Missing("请写明举报人可以向哪个部门、通过什么途径解决，不得一推了之。")
    return about_decline(report, way_out.strip())


def _extension(report: Report, change: ClockChange | None) -> dict[str, Value]:
    if change is None or not change.approved or change.clock.report_id != report.pk:
        raise NothingToTell("延期告知书应当写明本件已经批准的延期。")
    return about_change(change)


def _referral(report: Report, explanation: str) -> dict[str, Value]:
    if report.state != ReportState.PASSED_ON:
        raise NothingToTell("只有已经转出的来件发出转送告知书。")
    if not explanation.strip():
        raise Missing("请写明为什么转、转给哪里、接下来怎么办，不得一推了之。")
    return {"转送说明": explanation.strip()}


def _feedback(by: Officer, report: Report) -> dict[str, Value]:
    feedback = latest_feedback(report)
    if feedback is None:
        raise NothingToTell("尚未反馈结果，不能出具处理结果反馈书。")
    return about_feedback(open_seal(by=by, seal=feedback.content, about=report)["text"])


def _checked(
    by: Officer, report: Report, kind: NoticeKind, values: dict[str, Value], on: date, number: str
) -> FilledPaper:
    """The paper filled in the office's own wording, every word of it held against who reported."""
    paper = fill(report.organ_id, kind, {**common(report), **values, "文号": number, "发文日期": on})
    require_discreet(by=by, reports=[report], text=paper.words.whole, what=NoticeKind(kind).label)
    return paper


def _issue(by: Officer, report: Report, kind: NoticeKind, values: dict[str, Value], on: date) -> Notice:
    """A number taken by a paper that is refused goes back with the transaction."""
    number = next_paper_number(report.organ_id, on)
    paper = _checked(by, report, kind, values, on, number)
    content = seal(
        organ_id=report.organ_id,
        context=context_of(report.pk, "notice"),
        slots={"title": paper.title, "text": paper.text, "docx": paper.docx},
        receipt=report.receipt,
    )
    return Notice.objects.create(
        report=report,
        organ_id=report.organ_id,
        kind=kind,
        number=number,
        issued_on=on,
        issued_by_id=by.staff_id,
        content=content,
    )


@leaves_trail("reception.make_promise")
def make_promise(
    *, by: Officer, report: Report, on: date, office_words: str = "", reporter_words: str = ""
) -> Promise:
    """Sign the two-sided promise for a first report; its due date runs as a clock like a statutory one."""
    require(by, "reception.make_promise", report)
    term_key = _term_of_promise(report, on, office_words + reporter_words)
    clock = clockwork.start(report, term_key, on)
    values = about_promise(until(clock), term_key, office_words, reporter_words)
    notice = _issue(by, report, NoticeKind.PROMISE, values, on)
    return Promise.objects.create(
        report=report, clock=clock, notice=notice, made_on=on, made_by_id=by.staff_id
    )


@leaves_trail("reception.preview_promise")
def preview_promise(
    *, by: Officer, report: Report, on: date, office_words: str = "", reporter_words: str = ""
) -> FilledPaper:
    """The promise as it would be signed; no clock starts."""
    require(by, "reception.preview_promise", report)
    term_key = _term_of_promise(report, on, office_words + reporter_words)
    due = clockwork.due_date(term_key, on)
    values = about_promise(day_of(due.on, due.provisional), term_key, office_words, reporter_words)
    return _checked(by, report, NoticeKind.PROMISE, values, on, UNNUMBERED)


def _term_of_promise(report: Report, on: date, words: str) -> str:
    check_not_before(report, on)
    check_length("text", words)
    _check_may_promise(report)
    (term_key,) = clocks_started_by(Event.PROMISE_SIGNED, real_name=not report.counts_as_anonymous)
    return term_key


def _check_may_promise(report: Report) -> None:
    if report.state not in (ReportState.REGISTERED, ReportState.ACCEPTED):
        raise NothingToTell("双方承诺书在登记后、办结前签订。")
    if report.repeat_of_id is not None:
        raise AlreadyTold("双方承诺书用于初信初访，重复件沿用原承诺。")
    if Promise.objects.filter(report=report).exists():
        raise AlreadyTold("该来件已经签订双方承诺书。")
