"""Passing a report on, and taking it back. The letter and its reply are assessment's; the state is ours."""

from datetime import date

from yixian.protection.actions import require, rewrap
from yixian.protection.officer import Officer
from yixian.reception import clockwork
from yixian.reception.enums import ReportState, SourceKind
from yixian.reception.going_below import share_contents
from yixian.reception.models import Report
from yixian.reception.refusals import NotHere
from yixian.reception.steps import check_not_before, note_step, take_step
from yixian.reception.superior import carry_names, share_identity
from yixian.regulations.accusation_rules import RESULT_FEEDBACK_ARTICLE, RESULT_FEEDBACK_TERM
from yixian.regulations.duties import Event
from yixian.roster.queries import organs_under
from yixian.trail.actions import leaves_trail
from yixian.trail.refusal import Refusal


class ResultComesFirst(Refusal):
    """Handling has ended and the reporter has not been told the result."""

    key = "result_comes_first"


@leaves_trail("reception.pass_on_report")
def pass_on_report(*, by: Officer, report: Report, on: date) -> Report:
    """Mark as passed on to whom it belongs. The clocks of this office that the transfer meets are met.

    What was handled here is first told to whoever reported it: nobody else can tell that result.
    """
    require(by, "reception.pass_on_report", report)
    if report.clocks.filter(term_key=RESULT_FEEDBACK_TERM.key, met_on__isnull=True).exists():
        raise ResultComesFirst(
            f"该件已经办结，应当先向举报人反馈结果（{RESULT_FEEDBACK_ARTICLE.cite()}），再转出。"
        )
    return take_step("reception.pass_on_report", report, by, on)


@leaves_trail("reception.take_back_report")
def take_back_report(*, by: Officer, report: Report, on: date) -> Report:
    """The receiver refused with a reason: the report is accepted here and its closing limit starts."""
    require(by, "reception.take_back_report", report)
    taken_back = take_step("reception.take_back_report", report, by, on)
    clockwork.start_by_event(taken_back, Event.ACCUSATION_ACCEPTED, on)
    return taken_back


@leaves_trail("reception.deliver_report")
def deliver_report(*, by: Officer, report: Report, organ_id: int, source: SourceKind, on: date) -> Report:
    """Put a report that is passed on into the inbox of an organ below, sealed to that organ as well.

    The sender keeps its own row and follows it; the code goes on working with the sender's row. Who reported is
    shared only by an officer with the identity key, otherwise later by ``pass_identity_on``; its files, records and
    transcripts go along (``going_below``).
    """
    require(by, "reception.deliver_report", report)
    check_not_before(report, on)
    if organ_id == report.organ_id or not organs_under(report.organ_id).filter(pk=organ_id).exists():
        raise NotHere("转交的机构应当是本机构的下级机构，请重新选择。")
    carry_names(by, report)
    rewrap(by=by, seal=report.account_seal(), organ_id=organ_id)
    if report.identity is not None:
        share_identity(by, report.identity, organ_id)
    copy = Report.objects.create(
        organ_id=organ_id,
        channel=report.channel,
        source=source,
        signing=report.signing,
        received_on=on,
        state=ReportState.RECEIVED,
        urgent=report.urgent,
        people_count=report.people_count,
        representatives=report.representatives,
        account=report.account,
        identity=report.identity,
        sealed_as=report.sealed_as or report.pk,
    )
    share_contents(by, report, copy)
    note_step("reception.deliver_report", copy, on, by)
    return copy


@leaves_trail("reception.pass_identity_on")
def pass_identity_on(*, by: Officer, report: Report, organ_id: int) -> Report:
    """The custodian wraps who reported to the custodians of the organ that handles it now, unread."""
    require(by, "reception.pass_identity_on", report)
    passed = Report.objects.exclude(pk=report.pk).filter(identity=report.identity, organ_id=organ_id)
    identity = report.identity if passed.exists() else None
    if identity is None or not share_identity(by, identity, organ_id):
        raise NotHere("该来件没有转交这一机构，或者您没有身份密钥。")
    return report
