"""The mailbox: what the office writes to a reporter, and what someone with the code reads and writes."""

from collections.abc import Sequence
from datetime import date

from yixian.protection.actions import open_seals, raise_alert, require
from yixian.protection.enums import AlertKind
from yixian.protection.officer import Officer, Reporter
from yixian.reception.access import kinds_kept_from
from yixian.reception.discretion import require_discreet
from yixian.reception.enums import Direction, MessageKind
from yixian.reception.mailbox import Mailbox, as_mailbox, report_of
from yixian.reception.models import Message, Report
from yixian.reception.steps import check_not_before
from yixian.reception.writing import enclose, write
from yixian.toolkit.files import CleanFile
from yixian.trail.actions import leaves_trail
from yixian.trail.refusal import Refusal

OFFICE_KINDS = frozenset({MessageKind.QUESTION, MessageKind.ANSWER, MessageKind.NOTICE, MessageKind.RESULT})
REPORTER_KINDS = frozenset(
    {MessageKind.FURTHER, MessageKind.ANSWER, MessageKind.PROTECTION, MessageKind.RETALIATION}
)


class NoMailbox(Refusal):
    """Nobody holds a code for this report, so nobody could read what is written."""

    key = "no_mailbox"


class NotThisKind(Refusal):
    """A kind of message that this side doesn't write."""

    key = "not_this_kind"


class AlreadyWithdrawn(Refusal):
    """The withdrawal is on record; it is not recorded twice."""

    key = "already_withdrawn"


@leaves_trail("reception.write_to_reporter")
def write_to_reporter(
    *, by: Officer, report: Report, text: str, on: date, kind: MessageKind = MessageKind.ANSWER
) -> Message:
    """Seal a message to the office and to whoever holds the code."""
    require(by, "reception.write_to_reporter", report)
    check_not_before(report, on)
    if report.receipt is None:
        raise NoMailbox("该来件没有查询码，不能通过信箱联系举报人。")
    if kind not in OFFICE_KINDS:
        raise NotThisKind(f"“{MessageKind(kind).label}”由举报人填写，工作人员不能代写。")
    require_discreet(by=by, reports=[report], text=text, what="来信")
    return write(report, Direction.TO_REPORTER, kind, text, on, sent_by_id=by.staff_id)


@leaves_trail("reception.write_as_reporter")
def write_as_reporter(
    *,
    by: Reporter,
    text: str,
    on: date,
    kind: MessageKind = MessageKind.FURTHER,
    files: Sequence[CleanFile] = (),
) -> Message:
    """A further word by code, also before the report is registered. No time of day is kept."""
    report = report_of(by)
    require(by, "reception.write_as_reporter", report)
    if kind not in REPORTER_KINDS:
        raise NotThisKind("请选择补充反映、答复、保护申请或者反映打击报复。")
    letter = write(report, Direction.FROM_REPORTER, kind, text, on)
    enclose(letter, files, on)
    return letter


@leaves_trail("reception.withdraw_report")
def withdraw_report(*, by: Reporter, reason: str, on: date) -> Report:
    """Record that the reporter withdraws. The report stays where it is, in sight, and may be looked into."""
    report = report_of(by)
    require(by, "reception.withdraw_report", report)
    return _withdraw(report, reason, on, Direction.FROM_REPORTER)


@leaves_trail("reception.record_withdrawal")
def record_withdrawal(*, by: Officer, report: Report, reason: str, on: date) -> Report:
    """Record a withdrawal that was said or written to the office. It hides and ends nothing."""
    require(by, "reception.record_withdrawal", report)
    check_not_before(report, on)
    return _withdraw(report, reason, on, Direction.TO_REPORTER, sent_by_id=by.staff_id)


def _withdraw(report: Report, reason: str, on: date, direction: Direction, **columns: object) -> Report:
    locked = Report.objects.select_for_update().get(pk=report.pk)
    if locked.withdrawn_on is not None:
        raise AlreadyWithdrawn("撤回已经登记，来件仍按规定办理。")
    write(locked, direction, MessageKind.WITHDRAWAL, reason, on, **columns)
    locked.withdrawn_on = report.withdrawn_on = on
    locked.save(update_fields=["withdrawn_on"])
    return locked


@leaves_trail("reception.open_mailbox")
def open_mailbox(*, by: Reporter, on: date) -> Mailbox:
    """Everything that the office has told the holder of this code, opened; marked as read today."""
    report = report_of(by)
    require(by, "reception.open_mailbox", report)
    mailbox = as_mailbox(by, report)
    unread = report.messages.filter(direction=Direction.TO_REPORTER, read_on__isnull=True)
    unread.update(read_on=on)
    return mailbox


@leaves_trail("reception.read_messages")
def read_messages(*, by: Officer, report: Report, on: date) -> list[tuple[Message, str]]:
    """The correspondence, opened, oldest first; the reporter's letters are marked as read. What is for the chief
    alone stays closed and unread for everybody else.
    """
    require(by, "reception.read_messages", report)
    theirs = report.messages.exclude(kind__in=kinds_kept_from(by, report))
    messages = list(theirs.select_related("sent_by").prefetch_related("enclosures").order_by("sent_on", "pk"))
    texts = open_seals(
        by=by, seals=[each.content for each in messages], slot="text", subject=report.trail_subject
    )
    unread = theirs.filter(direction=Direction.FROM_REPORTER, read_on__isnull=True)
    _tell_the_chief(by, report, set(unread.order_by().values_list("kind", flat=True)))
    unread.update(read_on=on)
    return [(each, texts[each.content]) for each in messages]


ALERT_OF = {
    MessageKind.RETALIATION: AlertKind.RETALIATION_TOLD,
    MessageKind.PROTECTION: AlertKind.PROTECTION_ASKED,
}


def _tell_the_chief(by: Officer, report: Report, kinds: set[str]) -> None:
    """Until the chief reads such a letter it stands on the chief's page of today; from then on, as an alert."""
    for kind, alert in ALERT_OF.items():
        if kind in kinds:
            raise_alert(by=by, organ_id=report.organ_id, kind=alert, subject=report.trail_subject)
