"""The result told to the reporter, what the reporter said of it, and the two ratings."""

from datetime import date

from yixian.protection.actions import require
from yixian.protection.officer import Officer, Reporter
from yixian.reception import clockwork
from yixian.reception.discretion import require_discreet
from yixian.reception.enums import Direction, FeedbackWay, MessageKind, ReporterView
from yixian.reception.facts import Missing, RatingFacts, check_length
from yixian.reception.mailbox import answer_to_rate, report_of
from yixian.reception.models import Feedback, Report, ReporterRating
from yixian.reception.refusals import TooEarly
from yixian.reception.sealing import seal_if_any, seal_text
from yixian.reception.steps import take_step
from yixian.reception.writing import write
from yixian.regulations.accusation_rules import ANONYMOUS, RESULT_FEEDBACK_ARTICLE
from yixian.regulations.duties import Event
from yixian.trail.actions import leaves_trail
from yixian.trail.refusal import Refusal


class OnlyByCode(Refusal):
    """An anonymous reporter is answered by code and in no other way: nobody goes looking for them."""

    key = "only_by_code"


class ViewAlreadyRecorded(Refusal):
    """What the reporter said is on record and is not edited."""

    key = "view_already_recorded"


class NotTheirView(Refusal):
    """The reporter's own word by code says otherwise."""

    key = "not_their_view"


OBJECTIONS = frozenset({ReporterView.OBJECTION, ReporterView.NEW_EVIDENCE})
RECORDED = OBJECTIONS | {ReporterView.NO_OBJECTION}
"""What the office may record: the other two say that nothing was said, or that it was said by code."""


class NothingToRate(Refusal):
    """There is no answer yet, or this answer has been rated."""

    key = "nothing_to_rate"


@leaves_trail("reception.give_feedback")
def give_feedback(*, by: Officer, report: Report, way: FeedbackWay, text: str, on: date) -> Feedback:
    """Tell the result and meet the clocks of answering. An anonymous reporter reads it by code."""
    require(by, "reception.give_feedback", report)
    if not text.strip():
        raise Missing(f"请写明反馈的处理结果（{RESULT_FEEDBACK_ARTICLE.cite()}）。")
    check_length("text", text)
    if report.counts_as_anonymous and way != FeedbackWay.MAILBOX:
        raise OnlyByCode(
            f"匿名和署名未核实的来件只通过查询码信箱答复，不得查找举报人（{ANONYMOUS.cite()}）。"
        )
    require_discreet(by=by, reports=[report], text=text, what="反馈的内容")
    answered = take_step("reception.give_feedback", report, by, on, answered_on=on)
    content = seal_text(answered, "feedback", text, to_reporter=True)
    return Feedback.objects.create(
        report=answered,
        given_on=on,
        given_by_id=by.staff_id,
        way=way,
        view=ReporterView.AWAITED,
        content=content,
    )


@leaves_trail("reception.record_view")
def record_view(*, by: Officer, feedback: Feedback, view: ReporterView, note: str, on: date) -> Feedback:
    """Record what the reporter said: an objection with its explanation, or new evidence to be checked. The clock runs
    until somebody apart from the handling has decided on it (``rule_on_objection``) or it is opened again.

    Where the reporter said it by code, this is the explanation alone, and it goes into the mailbox.
    """
    require(by, "reception.record_view", feedback.report)
    check_length("note", note)
    if not feedback.awaits_a_word:
        raise ViewAlreadyRecorded("举报人意见已经登记，不作修改；有新情况的，请登记为补充反映。")
    if on < feedback.given_on:
        raise TooEarly("举报人表示意见的日期不得早于反馈日期。")
    if view in OBJECTIONS and not note.strip():
        raise Missing(f"有异议的应当记录并作出说明（{RESULT_FEEDBACK_ARTICLE.cite()}）。")
    if feedback.view != ReporterView.AWAITED:
        _explain(by, feedback, view, note, on)
    elif view not in RECORDED:
        raise Missing("请选择举报人的意见：无异议、有异议，或者有异议并提供新证据。")
    feedback.view, feedback.viewed_on = view, feedback.viewed_on or on
    feedback.note = seal_if_any(feedback.report, "view", note)
    feedback.save(update_fields=["view", "viewed_on", "note"])
    if view in OBJECTIONS:
        clockwork.start_by_event(feedback.report, Event.OBJECTION_RECEIVED, on)
    return feedback


def _explain(by: Officer, feedback: Feedback, view: ReporterView, note: str, on: date) -> None:
    """What was said by code stays an objection; the explanation is told where it was said."""
    if view not in OBJECTIONS:
        raise NotTheirView("举报人已用查询码表示有异议，不能登记为无异议或者尚未表示。请写明说明，再登记。")
    require_discreet(by=by, reports=[feedback.report], text=note, what="说明")
    write(feedback.report, Direction.TO_REPORTER, MessageKind.ANSWER, note, on, sent_by_id=by.staff_id)


@leaves_trail("reception.rate_handling")
def rate_handling(*, by: Reporter, rating: RatingFacts, on: date) -> ReporterRating:
    """Rate the responsible unit and, apart from it, the reception; once for each answer."""
    report = report_of(by)
    require(by, "reception.rate_handling", report)
    check_length("note", rating.reason)
    answered_on = answer_to_rate(report)
    if answered_on is None:
        raise NothingToRate("答复以后可以评价，每次答复评价一次。")
    return ReporterRating.objects.create(
        report=report,
        answered_on=answered_on,
        unit_rating=rating.unit,
        reception_rating=rating.reception,
        rated_on=on,
        reason=seal_if_any(report, "rating", rating.reason),
    )
