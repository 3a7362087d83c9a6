"""What the holder of a code does besides writing: answers a question, says what they think of the result, asks that
somebody stays away, goes on after all. Everything is sealed to the office and to the code.
"""

from collections.abc import Sequence
from datetime import date

from yixian.protection.actions import ask_recusal, raise_alert, require
from yixian.protection.enums import AlertKind, RecusalGround
from yixian.protection.officer import Reporter
from yixian.reception import clockwork
from yixian.reception.answers import latest_feedback
from yixian.reception.enums import Direction, MessageKind, ReporterView
from yixian.reception.facts import Missing
from yixian.reception.mailbox import questions_to, report_of
from yixian.reception.models import Feedback, Message, RecusalRequest, Report
from yixian.reception.writing import enclose, write
from yixian.regulations.duties import Event
from yixian.roster.enums import Role
from yixian.roster.queries import staff_of
from yixian.toolkit.files import CleanFile
from yixian.trail.actions import leaves_trail
from yixian.trail.refusal import Refusal

OBJECTIONS = frozenset({ReporterView.OBJECTED, ReporterView.NEW_EVIDENCE})
FROM = Direction.FROM_REPORTER


class NoSuchQuestion(Refusal):
    """The office asked nothing of that number, or it is answered already."""

    key = "no_such_question"


class NothingToJudge(Refusal):
    """No result has been told yet, or what the reporter thinks of it is on record."""

    key = "nothing_to_judge"


class NobodyHandlesIt(Refusal):
    """There is nobody yet who could stay away."""

    key = "nobody_handles_it"


class BelongsAbove(Refusal):
    """Whether a chief stays away is decided by the level above (检控规则 48)."""

    key = "belongs_above"


class NotWithdrawn(Refusal):
    """There is no withdrawal that could be taken back, or it is too late for it."""

    key = "not_withdrawn"


@leaves_trail("reception.answer_question")
def answer_question(
    *, by: Reporter, number: int, text: str, on: date, files: Sequence[CleanFile] = ()
) -> Message:
    """Answer the office's question of this number, counted in the mailbox from 1. Once: more is a further word."""
    report = report_of(by)
    require(by, "reception.answer_question", report)
    asked = dict(enumerate(questions_to(report), start=1)).get(number)
    if asked is None or asked.replies.exists():
        raise NoSuchQuestion("这个问题已经回答过，或者已经不在了。还有要说的，请用“补充情况”。")
    letter = write(report, FROM, MessageKind.ANSWER, text, on, answers=asked)
    enclose(letter, files, on)
    return letter


@leaves_trail("reception.give_view")
def give_view(
    *, by: Reporter, view: ReporterView, text: str, on: date, files: Sequence[CleanFile] = ()
) -> Feedback:
    """What the reporter thinks of the result. An objection starts the clock of its explanation; what was written
    is a sealed letter, and new evidence lets the chief have it looked into again (检控规则 27).
    """
    report = report_of(by)
    require(by, "reception.give_view", report)
    told = latest_feedback(report)
    if told is None or told.view != ReporterView.AWAITED:
        raise NothingToJudge("对这次结果的意见已经登记。还有要说的，请用“补充情况”。")
    if view in OBJECTIONS and not text.strip():
        raise Missing("请写明理由，或者新的证据是什么。")
    if text.strip() or files:
        enclose(write(report, FROM, MessageKind.OBJECTION, text or "见材料。", on), files, on)
    told.view, told.viewed_on = view, on
    told.save(update_fields=["view", "viewed_on"])
    if view in OBJECTIONS:
        clockwork.start_by_event(report, Event.OBJECTION_RECEIVED, on)
    return told


@leaves_trail("reception.ask_recusal_by_code")
def ask_recusal_by_code(
    *, by: Reporter, handler: bool, ground: RecusalGround, text: str, on: date
) -> RecusalRequest:
    """Ask that whoever handles it now stays away (``handler``), or somebody whom the letter names.

    The handler stays away at once, until the chief has decided. Somebody else is found by the chief, who alone
    reads the letter. The reporter learns that it was received and that it was decided, never how or of whom.
    """
    report = report_of(by)
    require(by, "reception.ask_recusal_by_code", report)
    letter = write(report, FROM, MessageKind.RECUSAL, text, on)
    recusal = None
    if handler:
        recusal = ask_recusal(by=by, subject=report, staff_id=_handler(report), ground=ground, on=on)
    else:
        raise_alert(
            by=by, organ_id=report.organ_id, kind=AlertKind.RECUSAL_ASKED, subject=report.trail_subject
        )
    return RecusalRequest.objects.create(letter=letter, ground=ground, asked_on=on, recusal=recusal)


def _handler(report: Report) -> int:
    found = next(iter(sorted(report.handler_ids())), None)
    if found is None:
        raise NobodyHandlesIt("这件事还没有确定由谁办理。知道该谁回避的，请选“别的工作人员”，写明是谁。")
    if staff_of(report.organ_id, Role.CHIEF).filter(pk=found).exists():
        raise BelongsAbove(
            "现在由纪委书记本人办理，他是不是回避由上一级决定。请打12388，或者重新写一件、选“反映的是这里的人”，直接送上一级。"
        )
    return found


@leaves_trail("reception.take_back_withdrawal")
def take_back_withdrawal(*, by: Reporter, on: date) -> Report:
    """Go on after all, until the office has settled the report. The letters of both stay on record."""
    report = report_of(by)
    require(by, "reception.take_back_withdrawal", report)
    locked = Report.objects.select_for_update().get(pk=report.pk)
    if locked.withdrawn_on is None or locked.is_settled:
        raise NotWithdrawn("没有可以取消的撤回，或者已经办结。要接着反映的，请用“补充情况”，或者重新反映。")
    write(locked, FROM, MessageKind.RENEWAL, "我取消撤回，请继续办理。", on)
    locked.withdrawn_on = report.withdrawn_on = None
    locked.save(update_fields=["withdrawn_on"])
    return locked
