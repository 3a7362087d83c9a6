"""What belongs to the level above: an unopened letter, an account sealed past us, a report found to be theirs."""

from datetime import date
from uuid import uuid4

from yixian.protection.actions import NewCode, issue_receipt, require
from yixian.protection.officer import Officer
from yixian.reception import clockwork
from yixian.reception.attaching import put
from yixian.reception.covers import with_cover
from yixian.reception.enums import AttachmentKind, Channel, ReportState, SourceKind
from yixian.reception.facts import EnvelopeFacts, ReportFacts, check_facts
from yixian.reception.models import Clock, Envelope, Report, StepTaken
from yixian.reception.opening import read_in_inbox
from yixian.reception.refusals import TooEarly
from yixian.reception.registration import Submitted, check_dates, heard_of
from yixian.reception.sealing import seal_account, seal_identity
from yixian.reception.steps import check_not_before, note_step
from yixian.reception.superior import bare_row, carry_identity, carry_up, move, superior_of
from yixian.reception.workflow import REPORT
from yixian.roster.queries import organ_of
from yixian.trail.actions import leaves_trail
from yixian.trail.refusal import Refusal

SEND, SEND_UP = "reception.send_envelope", "reception.send_up_as_envelope"
SEAL = "reception.seal_for_superior"
DELIVERED = "reception.deliver_report"


class AlreadySent(Refusal):
    """The envelope is gone; it is not sent twice."""

    key = "already_sent"


class NothingToPassOn(Refusal):
    """No identity waits with this envelope."""

    key = "nothing_to_pass_on"


@leaves_trail("reception.note_envelope")
def note_envelope(*, by: Officer, facts: EnvelopeFacts, on: date) -> Envelope:
    """Note a letter that is not opened, copied or entered: the day, the channel, and that it goes up."""
    require(by, "reception.note_envelope")
    check_dates(facts.received_on, on)
    return _note(by, facts.received_on, facts.channel, organ_of(by.organ_id).parent_id)


@leaves_trail("reception.send_envelope")
def send_envelope(*, by: Officer, envelope: Envelope, on: date) -> Envelope:
    """Note that the envelope went up, and by whose hand."""
    require(by, "reception.send_envelope", envelope)
    locked = Envelope.objects.select_for_update().get(pk=envelope.pk)
    if locked.sent_on is not None:
        raise AlreadySent("该信封已经报送。")
    if on < locked.received_on:
        raise TooEarly("报送日期不得早于收到日期。")
    return _sent(by, locked, on, SEND)


@leaves_trail("reception.seal_for_superior")
def seal_for_superior(
    *, by: Officer, facts: ReportFacts, channel: Channel, code: NewCode, on: date
) -> Submitted:
    """A visitor or caller reports someone whom the superior manages: seal what was said straight to the
    superior. This office can't read it from this moment on, and keeps an envelope.
    """
    require(by, "reception.seal_for_superior")
    check_facts(facts)
    facts = with_cover(facts)
    check_dates(facts.received_on, on)
    superior, report_id, receipt = superior_of(by.organ_id), uuid4(), issue_receipt(code)
    report = Report.objects.create(
        id=report_id,
        organ_id=superior,
        channel=channel,
        source=SourceKind.OTHER_DEPARTMENT,
        signing=facts.signing,
        received_on=facts.received_on,
        state=ReportState.RECEIVED,
        people_count=facts.people_count,
        representatives=heard_of(channel, len(facts.reporters), facts.people_count),
        account=seal_account(facts, superior, report_id),
        identity=seal_identity(facts.reporters, superior, report_id),
        receipt=receipt.receipt_id,
    )
    put(report, facts.pages, AttachmentKind.PAGE, on, identifies=report.identity is not None)
    note_step(DELIVERED, report, on)
    _sent(by, _note(by, facts.received_on, channel, superior), on, SEAL)
    return Submitted(report, receipt.code)


@leaves_trail("reception.send_up_as_envelope")
def send_up_as_envelope(*, by: Officer, report: Report, on: date) -> Envelope:
    """A report found to belong to the superior moves there with its receipt. Here an envelope stays.

    Who reported goes along at once if the officer holds the identity key; otherwise the custodian passes it on.
    """
    require(by, SEND_UP, report)
    check_not_before(report, on)
    locked = Report.objects.select_for_update().get(pk=report.pk)
    REPORT.after(SEND_UP, locked.state)
    if locked.state == ReportState.RECEIVED:
        read_in_inbox(by, locked)  # whoever it names must not move it away
    superior = superior_of(locked.organ_id)
    envelope = _note(by, locked.received_on, locked.channel, superior)
    carry_up(by, locked, superior)
    if locked.identity is not None and not carry_identity(by, locked.identity, superior):
        envelope.identity = locked.identity
    note_step(SEND_UP, _leave_behind(locked, envelope, superior, on), on, by)
    note_step(DELIVERED, locked, on)
    return _sent(by, envelope, on, SEND_UP)


def _leave_behind(report: Report, envelope: Envelope, superior: int, on: date) -> Report:
    """Clocks, steps and ownership are this office's and stay with the bare row; the rest moves."""
    stays = bare_row(report, envelope)
    clocks, handlings, taken = (
        list(report.clocks.all()),
        list(report.handlings.all()),
        list(report.steps.all()),
    )
    clockwork.meet_all(report, SEND_UP, on)
    move(report, superior)
    stays.save()
    StepTaken.objects.filter(pk__in=[each.pk for each in taken]).update(report=stays)
    Clock.objects.filter(pk__in=[each.pk for each in clocks]).update(report=stays)
    clockwork.note_next_dues(Report.objects.filter(pk__in=[report.pk, stays.pk]))
    for handling in handlings:
        handling.report, handling.until_on = stays, handling.until_on or on
        handling.save()
    return stays


@leaves_trail("reception.send_identity_up")
def send_identity_up(*, by: Officer, envelope: Envelope, on: date) -> Envelope:
    """The custodian passes on who reported, unread, and this office forgets it."""
    require(by, "reception.send_identity_up")
    if envelope.identity is None or envelope.organ_id != by.organ_id or envelope.sent_to_id is None:
        raise NothingToPassOn("该信封没有待转交的举报人身份。")
    if not carry_identity(by, envelope.identity, envelope.sent_to_id):
        raise NothingToPassOn("您没有身份密钥，请由身份保管人办理。")
    envelope.identity = None
    envelope.save(update_fields=["identity"])
    return envelope


def _note(by: Officer, received_on: date, channel: str, superior: int | None) -> Envelope:
    envelope = Envelope.objects.create(
        organ_id=by.organ_id,
        received_on=received_on,
        channel=channel,
        noted_by_id=by.staff_id,
        sent_to_id=superior,
    )
    clockwork.start_for_envelope(envelope)
    return envelope


def _sent(by: Officer, envelope: Envelope, on: date, act: str) -> Envelope:
    envelope.sent_on, envelope.sent_by_id = on, by.staff_id
    envelope.save()
    clockwork.meet(Clock.objects.get(envelope=envelope), act, on)
    return envelope
