"""Whether a report is taken up: accepted, declined with a reason, kept as a repeat, or opened again."""

from datetime import date

from yixian.protection.actions import require
from yixian.protection.officer import Officer
from yixian.reception import clockwork
from yixian.reception.enums import DeclineReason
from yixian.reception.models import Report
from yixian.reception.steps import take_step
from yixian.regulations import accusation_rules
from yixian.regulations.duties import Event
from yixian.trail.actions import leaves_trail
from yixian.trail.refusal import Refusal


class HoldsSomethingNew(Refusal):
    """A report with a new allegation is not a repeat."""

    key = "holds_something_new"


class NotTheFirst(Refusal):
    """A repeat is tied to the first report, of the same office, that is not itself a repeat of this one."""

    key = "not_the_first"


class NoNewEvidence(Refusal):
    """An answered report is opened again only on the new evidence that was recorded with its feedback."""

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
def reopen_report(*, by: Officer, report: Report, on: date) -> Report:
    """Check new evidence that the reporter brought with an objection (检控规则 27)."""
    require(by, "reception.reopen_report", report)
    last = report.feedbacks.order_by("-given_on", "-pk").first()
    if last is None or not last.brought_new_evidence:
        raise NoNewEvidence(
            "举报人对结果有异议并提供新证据的，应当核实；请先在反馈记录中登记新证据"
            f"（{accusation_rules.RESULT_FEEDBACK_ARTICLE.cite()}）。"
        )
    reopened = take_step("reception.reopen_report", report, by, on)
    clockwork.start_by_event(reopened, Event.ACCUSATION_ACCEPTED, on)
    return reopened
