"""Passing a report on, and taking it back. The letter and its reply are assessment's; the state is ours."""

from datetime import date

from yixian.protection.actions import require, rewrap, rewrap_watch
from yixian.protection.officer import Officer
from yixian.reception import clockwork
from yixian.reception.enums import PassageState, ReportState, SourceKind
from yixian.reception.going_below import share_contents, take_contents_back, taken_back
from yixian.reception.models import Passage, Report
from yixian.reception.refusals import NotHere
from yixian.reception.steps import check_not_before, note_step, take_step
from yixian.reception.superior import carry_names, share_identity
from yixian.regulations.accusation_rules import RESULT_FEEDBACK_ARTICLE, RESULT_FEEDBACK_TERM
from yixian.regulations.duties import Event
from yixian.roster.queries import organ_of, organs_under
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
    """Put a report that is passed on into the inbox of an organ below or beside, sealed to that organ as well.

    The sender keeps its own row and follows it; the code goes on working with the sender's row. Who reported is
    shared only with an organ below, by an officer with the identity key, otherwise later by ``pass_identity_on``;
    its files, records and transcripts go along (``going_below``).
    """
    require(by, "reception.deliver_report", report)
    check_not_before(report, on)
    below = organs_under(report.organ_id).filter(pk=organ_id).exists()
    if organ_id == report.organ_id or not (below or _is_beside(report.organ_id, organ_id)):
        raise NotHere("转交的机构应当是本机构的下级机构或者本县的平级机构，请重新选择。")
    carry_names(by, report)
    rewrap(by=by, seal=report.account_seal(), organ_id=organ_id)
    if report.identity is not None and below:
        share_identity(by, report.identity, organ_id)
    elif report.identity is not None:
        rewrap_watch(by=by, seal=report.identity, organ_id=organ_id)
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


def _is_beside(organ_id: int, other_id: int) -> bool:
    parent = organ_of(organ_id).parent_id
    return parent is not None and organ_of(other_id).parent_id == parent


@leaves_trail("reception.close_returned")
def close_returned(*, by: Officer, copy: Report, on: date) -> Report:
    """The sender takes back what did not belong there: the receiver's row is closed and its way to the content ends.

    What was passed on or settled there in the meantime stays as it stands.
    """
    require(by, "reception.close_returned", copy)
    take_contents_back(by, copy)
    if copy.state == ReportState.RECEIVED:
        return take_step("reception.close_returned", copy, by, on, to=ReportState.VOIDED)
    if copy.state in (ReportState.REGISTERED, ReportState.ACCEPTED):
        return take_step("reception.close_returned", copy, by, on, to=ReportState.PASSED_ON)
    return copy


@leaves_trail("reception.note_passage")
def note_passage(*, by: Officer, report: Report, state: PassageState, on: date) -> Passage:
    """What whoever reported may read of where it is."""
    require(by, "reception.note_passage", report)
    return _note_passage(report, state, on)


@leaves_trail("reception.answer_sender")
def answer_sender(
    *, by: Officer, copy: Report, report: Report, act: str, state: PassageState, on: date
) -> Report:
    """By an act on the own copy, answer the office that sent it: its clock is cleared, and its reporter learns it."""
    require(by, "reception.answer_sender", copy)
    if copy.account is None or copy.account != report.account:
        raise NotHere("没有找到转来的这一件。")
    clockwork.meet_all(report, act, on)
    _note_passage(report, state, on)
    return report


def _note_passage(report: Report, state: PassageState, on: date) -> Passage:
    told = {"state": state, "since_on": on}
    return Passage.objects.update_or_create(report=report, defaults=told)[0]


@leaves_trail("reception.pass_identity_on")
def pass_identity_on(*, by: Officer, report: Report, organ_id: int) -> Report:
    """The custodian wraps who reported to the custodians of the organ that handles it now, unread."""
    require(by, "reception.pass_identity_on", report)
    passed = Report.objects.exclude(pk=report.pk).filter(identity=report.identity, organ_id=organ_id)
    passed = passed.exclude(pk__in=taken_back())
    identity = report.identity if passed.exists() else None
    if identity is None or not share_identity(by, identity, organ_id):
        raise NotHere("该来件没有转交这一机构，或者您没有身份密钥。")
    return report
