"""审查异议: somebody apart from the handling decides on an objection, and the reporter reads the reasons."""

from datetime import date

from yixian.protection.actions import require
from yixian.protection.officer import Officer
from yixian.reception import clockwork
from yixian.reception.answers import is_for_another_chief, latest_feedback
from yixian.reception.discretion import require_discreet
from yixian.reception.enums import Direction, MessageKind, ReporterView, ReportState
from yixian.reception.facts import Missing
from yixian.reception.models import Feedback, ObjectionRuling
from yixian.reception.refusals import TooEarly
from yixian.reception.sealing import seal_text
from yixian.reception.workflow import RULE
from yixian.reception.writing import write
from yixian.regulations.accusation_rules import RESULT_FEEDBACK_ARTICLE
from yixian.trail.actions import leaves_trail
from yixian.trail.refusal import Refusal


class NoObjection(Refusal):
    """Nothing was objected, or it has been decided."""

    key = "no_objection"


class AnsweredItThemselves(Refusal):
    """Whoever told the result does not judge what was said against it while another chief could."""

    key = "answered_it_themselves"


@leaves_trail("reception.rule_on_objection")
def rule_on_objection(
    *, by: Officer, feedback: Feedback, upheld: bool, reason: str, on: date
) -> ObjectionRuling:
    """Uphold the objection or not. The reasons go into the mailbox and meet the clock of explaining; upheld, the report
    waits to be opened again (``resolution.reopen_handling``).
    """
    report = feedback.report
    require(by, RULE, report)
    Feedback.objects.select_for_update().get(pk=feedback.pk)
    last = latest_feedback(report)
    if (
        last is None
        or last.pk != feedback.pk
        or not last.awaits_ruling
        or report.state != ReportState.ANSWERED
    ):
        raise NoObjection("没有待审查的异议：对最近一次结果没有登记异议，或者已经审查。")
    if is_for_another_chief(by, last):
        raise AnsweredItThemselves("这次结果是您反馈的，请由另一名负责人审查举报人的异议。")
    if not reason.strip():
        raise Missing(f"请写明异议成立或者不成立的理由（{RESULT_FEEDBACK_ARTICLE.cite()}）。")
    if last.viewed_on and on < last.viewed_on:
        raise TooEarly("审查日期不得早于举报人提出异议的日期。")
    require_discreet(by=by, reports=[report], text=reason, what="审查的理由")
    write(report, Direction.TO_REPORTER, MessageKind.RULING, reason, on, sent_by_id=by.staff_id)
    if last.view == ReporterView.OBJECTED:
        last.view = ReporterView.OBJECTION
        last.save(update_fields=["view"])
    clockwork.meet_all(report, RULE, on)
    return ObjectionRuling.objects.create(
        feedback=last,
        upheld=upheld,
        ruled_by_id=by.staff_id,
        ruled_on=on,
        reason=seal_text(report, "ruling", reason),
    )
