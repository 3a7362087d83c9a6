"""Whether a report is taken up: accepted, declined with a reason, kept as a repeat, or opened again."""

from datetime import date

from yixian.protection.actions import require
from yixian.protection.officer import Officer
from yixian.reception import clockwork
from yixian.reception.answers import latest_feedback
from yixian.reception.enums import AttachmentKind, DeclineReason, Direction, MessageKind, ReopenGround
from yixian.reception.models import Report
from yixian.reception.steps import take_step
from yixian.regulations import accusation_rules
from yixian.regulations.duties import Event
from yixian.trail.actions import leaves_trail
from yixian.trail.refusal import Refusal

BRINGING = (MessageKind.FURTHER, MessageKind.OBJECTION)
HANDED_IN = (AttachmentKind.EVIDENCE, AttachmentKind.VOICE)


class HoldsSomethingNew(Refusal):
    """A report with a new allegation is not a repeat."""

    key = "holds_something_new"


class NotTheFirst(Refusal):
    """A repeat is tied to the first report, of the same office, that is not itself a repeat of this one."""

    key = "not_the_first"


class NoNewEvidence(Refusal):
    """The ground does not stand on record: no new evidence came, or no objection was upheld."""

    key = "no_new_evidence"


@leaves_trail("reception.accept_report")
def accept_report(*, by: Officer, report: Report, on: date) -> Report:
    """Take the report up here; the closing limit starts. A real-name reporter is told by ``issue_notice``."""
    require(by, "reception.accept_report", report)
    accepted = take_step("reception.accept_report", report, by, on)
    clockwork.start_by_event(accepted, Event.ACCUSATION_ACCEPTED, on)
    return accepted


@leaves_trail("reception.decline_report")
def decline_report(*, by: Officer, report: Report, reason: DeclineReason, on: date) -> Report:
    """Decline for one of the three reasons of the rules. The notice with the way out is a paper of its own."""
    require(by, "reception.decline_report", report)
    return take_step("reception.decline_report", report, by, on, decline_reason=reason, answered_on=on)


@leaves_trail("reception.keep_as_repeat")
def keep_as_repeat(*, by: Officer, report: Report, first: Report, new_allegation: bool, on: date) -> Report:
    """Keep for reference and tie to the first report. Acceptance is not notified again (检控规则 26)."""
    require(by, "reception.keep_as_repeat", report)
    require(by, "reception.read_report", first)
    ruling = accusation_rules.may_count_as_repeat(new_allegation=new_allegation)
    if not ruling:
        raise HoldsSomethingNew(f"{ruling.sentence()}。请受理后与原件关联办理。")
    if report.pk in (first.pk, first.repeat_of_id):
        raise NotTheFirst("来件不能是自己的重复件，请选择它之前的初次来件。")
    if first.organ_id != report.organ_id or first.number is None:
        raise NotTheFirst("请选择本机构已登记的初次来件。")
    return take_step("reception.keep_as_repeat", report, by, on, repeat_of_id=first.repeat_of_id or first.pk)


@leaves_trail("reception.take_up_kept")
def take_up_kept(*, by: Officer, report: Report, on: date) -> Report:
    """A kept repeat turned out to hold a new allegation: it is accepted and no longer counts as a repeat."""
    require(by, "reception.take_up_kept", report)
    taken_up = take_step("reception.take_up_kept", report, by, on, repeat_of_id=None)
    clockwork.start_by_event(taken_up, Event.ACCUSATION_RECEIVED, on)
    clockwork.start_by_event(taken_up, Event.ACCUSATION_ACCEPTED, on)
    return taken_up


@leaves_trail("reception.reopen_report")
def reopen_report(
    *, by: Officer, report: Report, on: date, ground: ReopenGround = ReopenGround.EVIDENCE
) -> Report:
    """Check again what was answered (检控规则 27); the closing limit starts anew, and the earlier answer stays."""
    require(by, "reception.reopen_report", report)
    _check_ground(report, ground)
    reopened = take_step("reception.reopen_report", report, by, on)
    clockwork.start_by_event(reopened, Event.ACCUSATION_ACCEPTED, on)
    return reopened


def _check_ground(report: Report, ground: ReopenGround) -> None:
    last = latest_feedback(report)
    article = accusation_rules.RESULT_FEEDBACK_ARTICLE.cite()
    if ground is ReopenGround.OBJECTION and not (last and last.ruled and last.ruled.upheld):
        raise NoNewEvidence(f"以异议成立重新核实的，请先“审查异议”，认定异议成立（{article}）。")
    if ground is ReopenGround.EVIDENCE and not ((last and last.brought_new_evidence) or _came_since(report)):
        raise NoNewEvidence(
            "举报人对结果有异议并提供新证据的，应当核实；答复以后还没有收到举报人的新证据："
            f"没有登记为“有异议并提供新证据”，也没有补充来信和材料（{article}）。"
        )


def _came_since(report: Report) -> bool:
    """Whether the reporter wrote again, or more was handed in, since the answer."""
    told = report.answered_on
    if told is None:
        return False
    letters = report.messages.filter(direction=Direction.FROM_REPORTER, kind__in=BRINGING, sent_on__gte=told)
    handed_in = report.attachments.filter(kind__in=HANDED_IN, added_on__gt=told)
    return letters.exists() or handed_in.exists()
