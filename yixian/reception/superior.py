"""What belongs to the level above: to whom it goes, and how a report leaves this office without a copy.

检控规则 15: delivered to the own chief and sent up, or straight up when it is about the chief; not copied, not
excerpted, not entered. Here the report itself moves: its seals are wrapped to the superior and our own wraps are
forgotten, and a bare row with an envelope stays.
"""

import json
from collections.abc import Iterator
from uuid import UUID, uuid4

from yixian.protection.actions import (
    IDENTITY,
    NoKey,
    forget_own_wrap,
    forget_terms,
    own_seals,
    reseal_slots,
    rewrap,
    rewrap_watch,
)
from yixian.protection.officer import Officer
from yixian.reception.enums import CallbackState, ReportState, SourceKind
from yixian.reception.models import Attachment, Envelope, Report, Transcript, VisitNeed
from yixian.reception.opening import read_whole
from yixian.roster.queries import organ_of
from yixian.trail.refusal import Refusal


class NoSuperiorHere(Refusal):
    """The report should go to the level above, which this installation does not reach."""

    key = "no_superior_here"


def superior_of(organ_id: int) -> int:
    """The organ above, or a refusal that says what to do instead."""
    superior = organ_of(organ_id).parent_id
    if superior is None:
        raise NoSuperiorHere(
            "反映本机关工作人员或者上级管理的干部的，应当由上一级纪委受理，"
            "请直接向上一级纪检监察机关来信、来访、来电或者网络举报。"
        )
    return superior


def bare_row(report: Report, envelope: Envelope) -> Report:
    """What stays here of a report that moves up: a number, if it had one, and the envelope."""
    return Report(
        id=uuid4(),
        organ_id=envelope.organ_id,
        number=report.number,
        channel=report.channel,
        source=report.source,
        signing=report.signing,
        received_on=report.received_on,
        registered_on=report.registered_on,
        registered_by_id=report.registered_by_id,
        first_handler_id=report.first_handler_id,
        state=ReportState.ENVELOPED,
        envelope=envelope,
    )


def seals_of(report: Report) -> Iterator[UUID]:
    """Every seal under the office key that goes along with a report."""
    if report.account is not None:
        yield report.account
    for related in (report.messages, report.notices, report.attachments.filter(identifies=False)):
        yield from related.order_by("pk").values_list("content", flat=True)
    heard = Transcript.objects.filter(attachment__report=report).order_by("pk")
    yield from heard.values_list("words", flat=True)
    for interview in report.interviews.order_by("position"):
        yield from (each for each in interview.office_seals() if each is not None)


def carry_up(by: Officer, report: Report, superior: int) -> None:
    """Wrap every seal to the superior and forget our own; the names of those reported go into the account."""
    if report.state != ReportState.RECEIVED:
        carry_names(by, report)
        _forget_people(by, report, superior)
        forget_terms(by=by, record=report.pk)
    for seal in seals_of(report):
        rewrap(by=by, seal=seal, organ_id=superior)
        forget_own_wrap(by=by, seal=seal)


def carry_names(by: Officer, report: Report) -> None:
    """The names were sealed one by one at registration; the receiver registers them anew from the account."""
    named = [
        {"name": each.name, "post": each.post, "unit": each.unit, "category": each.category}
        for each in read_whole(by, report).people
    ]
    reseal_slots(by=by, seal=report.account_seal(), slots={"reported": json.dumps(named, ensure_ascii=False)})


def _forget_people(by: Officer, report: Report, superior: int) -> None:
    for person in report.people.all():
        rewrap(by=by, seal=person.name_seal, organ_id=superior)
        forget_own_wrap(by=by, seal=person.name_seal)
    report.people.all().delete()


def share_identity(by: Officer, identity: UUID, organ_id: int) -> bool:
    """Wrap who reported to another organ's custodians, unread; only someone with the identity key can.

    What scans outgoing papers for the name goes along by whoever holds the office key.
    """
    try:
        rewrap(by=by, seal=identity, organ_id=organ_id, purpose=IDENTITY)
        for seal in own_seals(by=by, seals=files_with(identity)):
            rewrap(by=by, seal=seal, organ_id=organ_id, purpose=IDENTITY)
    except NoKey:
        rewrap_watch(by=by, seal=identity, organ_id=organ_id)
        return False
    return True


def files_with(identity: UUID) -> list[UUID]:
    """The files that are sealed as the identity is because they show who reports: also those that came later, to
    whichever office had the report then.
    """
    files = Attachment.objects.filter(report__identity=identity, identifies=True)
    return sorted(set(files.order_by().values_list("content", flat=True)), key=str)


def carry_identity(by: Officer, identity: UUID, superior: int) -> bool:
    """Pass on who reported and forget it here; otherwise it waits for the custodian."""
    shared = share_identity(by, identity, superior)
    if shared:
        for seal in own_seals(by=by, seals=[identity, *files_with(identity)]):
            forget_own_wrap(by=by, seal=seal)
    return shared


def move(report: Report, superior: int) -> None:
    """The row goes to the superior's inbox as if it had just come in there, with its receipt. What this office had
    agreed or was still to do for somebody at its door is over, and how it classed the report is not the superior's.
    """
    report.callbacks.filter(state=CallbackState.AGREED).update(state=CallbackState.ENDED)
    VisitNeed.objects.filter(visit__report=report).delete()
    report.organ_id, report.state = superior, ReportState.RECEIVED
    report.source, report.village_id, report.box_opening_id = SourceKind.OTHER_DEPARTMENT, None, None
    report.report_class = report.main_issue = report.second_issue = ""
    report.number = report.registered_on = report.registered_by_id = report.first_handler_id = None
    report.save()
