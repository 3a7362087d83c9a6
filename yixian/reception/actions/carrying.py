"""加封文件: a report that leaves for another installation, and one that arrives from there."""

from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from yixian.protection.actions import (
    carry_identity,
    carry_watch,
    erase_many,
    forget_terms,
    put_down_identity,
    require,
    seal,
)
from yixian.protection.officer import Officer
from yixian.reception.attaching import FIELD, MOST, opened
from yixian.reception.carrying import (
    Packed,
    SealNames,
    as_agreed,
    checked_file,
    checked_words,
    facts_of,
    words_of,
)
from yixian.reception.enums import AttachmentKind, Channel, ReportState, Signing, SourceKind
from yixian.reception.models import Attachment, Report
from yixian.reception.opening import read_whole
from yixian.reception.sealing import context_of
from yixian.reception.steps import note_step, take_step
from yixian.trail.actions import leaves_trail

if TYPE_CHECKING:
    from yixian.protection.models import Partner

PACK, TAKE_IN = "reception.pack_report", "reception.take_in_parcel"
TAKE_IN_REPORTER, GIVE_BACK = "reception.take_in_reporter", "reception.give_back_parcel"


@leaves_trail(PACK)
def pack_report(*, by: Officer, report: Report, copy_id: UUID, partner: "Partner") -> Packed:
    """The report as it stands, for the row ``copy_id`` of the other installation: what is counted, the words, the
    days of its history without names, its files, and who reported as far as this officer may and can pass it on.
    """
    require(by, PACK, report)
    packed = _reporter(by, report, copy_id, partner)
    packed.facts.update(facts_of(report))
    packed.facts["words"] = words_of(read_whole(by, report))
    packed.facts["history"] = _history(report)
    for each in report.attachments.filter(identifies=False).order_by("position"):
        held = opened(by, each)
        told = {"name": held.name, "type": held.kind.name, "blob": packed.put(held.content)}
        packed.facts["files"].append(_place(each) | told)
    return packed


def _history(report: Report) -> list[list[str]]:
    """What was done with it and when; never by whom, and no word of it."""
    steps = report.steps.order_by("taken_on", "pk")
    return [[each.taken_on.isoformat(), each.label] for each in steps]


@leaves_trail("reception.pack_reporter")
def pack_reporter(*, by: Officer, report: Report, copy_id: UUID, partner: "Partner") -> Packed:
    """Who reported alone, for a report that went without."""
    require(by, "reception.pack_reporter", report)
    return _reporter(by, report, copy_id, partner)


def _reporter(by: Officer, report: Report, copy_id: UUID, partner: "Partner") -> Packed:
    """Everything that is under the identity key."""
    packed = Packed({"identity": None, "watch": None, "files": []}, [])
    if report.identity is None:
        return packed
    names, context = SealNames(copy_id), context_of(copy_id, "identity")
    told: dict[str, Any] = {"by": by, "seal": report.identity, "partner": partner}
    packed.facts["identity"] = packed.put(carry_identity(**told, seal_id=names.identity, context=context))
    watch = carry_watch(**told, seal_id=names.watch, context=f"{context}|watch")
    packed.facts["watch"] = packed.put(watch)
    for each in report.attachments.filter(identifies=True).order_by("position"):
        closed = carry_identity(
            by=by,
            seal=each.content,
            partner=partner,
            seal_id=names.file(each.position),
            context=context_of(copy_id, FIELD),
        )
        packed.facts["files"].append(_place(each) | {"blob": packed.put(closed)})
    return packed


def _place(each: Attachment) -> dict[str, Any]:
    return {"position": each.position, "kind": each.kind, "identifies": each.identifies}


@leaves_trail(TAKE_IN)
def take_in_parcel(*, by: Officer, copy_id: UUID, packed: Packed, source: SourceKind, on: date) -> Report:
    """A report of another installation waits in the inbox as one that was passed on within this one does; whoever
    it names does not find it there.
    """
    require(by, TAKE_IN)
    with as_agreed():
        return _taken_in(by, copy_id, packed, source, on)


def _taken_in(by: Officer, copy_id: UUID, packed: Packed, source: SourceKind, on: date) -> Report:
    told = packed.facts
    signing = Signing(told["signing"])
    words = checked_words(told["words"])
    report = Report.objects.create(
        id=copy_id,
        organ_id=by.organ_id,
        channel=Channel(told["channel"]),
        source=source,
        signing=signing,
        received_on=on,
        state=ReportState.RECEIVED,
        urgent=told["urgent"] is True,
        people_count=int(told["people_count"]),
        representatives=int(told["representatives"]),
        account=seal(organ_id=by.organ_id, context=context_of(copy_id, "account"), slots=words),
        identity=None if signing == Signing.ANONYMOUS else _put_down_reporter(by, copy_id, packed),
    )
    _put_files(by, report, packed, on)
    note_step(TAKE_IN, report, on, by)
    return report


def _put_files(by: Officer, report: Report, packed: Packed, on: date) -> None:
    """In their places; one that shows who reports is stored closed, or its place kept until it comes."""
    files = packed.facts["files"]
    if len(files) > MOST:
        raise ValueError("more files than a report may have")
    for each in files:
        apart = each["identifies"] is True
        content = _closed_file(by, report, each, packed) if apart else _sealed_file(report, each, packed)
        Attachment.objects.create(
            report=report,
            position=int(each["position"]),
            kind=AttachmentKind(each["kind"]),
            added_on=on,
            identifies=apart,
            content=content,
        )


def _sealed_file(report: Report, told: dict[str, Any], packed: Packed) -> UUID:
    held = checked_file(told, packed.at(told["blob"]) or b"")
    slots: dict[str, str | bytes] = {"name": held.name, "kind": held.kind.name, "file": held.content}
    return seal(organ_id=report.organ_id, context=context_of(report.pk, FIELD), slots=slots)


def _closed_file(by: Officer, report: Report, told: dict[str, Any], packed: Packed) -> UUID:
    name = SealNames(report.pk).file(int(told["position"]))
    context, blob = context_of(report.pk, FIELD), packed.at(told["blob"])
    return put_down_identity(by=by, seal_id=name, context=context, identity=blob, watch=None)


def _put_down_reporter(by: Officer, copy_id: UUID, packed: Packed) -> UUID:
    names, told = SealNames(copy_id), packed.facts
    watch = packed.at(told["watch"])
    return put_down_identity(
        by=by,
        seal_id=names.identity,
        context=context_of(copy_id, "identity"),
        identity=packed.at(told["identity"]),
        watch=(names.watch, watch) if watch is not None else None,
    )


@leaves_trail(TAKE_IN_REPORTER)
def take_in_reporter(*, by: Officer, report: Report, packed: Packed) -> Report:
    """Who reported, of a report that came without: into the places that were kept."""
    require(by, TAKE_IN_REPORTER, report)
    with as_agreed():
        if report.identity is not None:
            _put_down_reporter(by, report.pk, packed)
        held = report.attachments.filter(identifies=True).values_list("position", flat=True)
        for each in packed.facts["files"]:
            if each["identifies"] is True and int(each["position"]) in set(held):
                _closed_file(by, report, each, packed)
    return report


@leaves_trail(GIVE_BACK)
def give_back_parcel(*, by: Officer, report: Report, on: date) -> Report:
    """The sender takes back what does not belong here: what it held is destroyed here, the sender has it still."""
    require(by, GIVE_BACK, report)
    files = report.attachments.order_by("position").values_list("content", flat=True)
    erase_many(seals=[each for each in (report.account, report.identity, *files) if each], on=on)
    forget_terms(by=by, record=report.pk)
    if report.state == ReportState.RECEIVED:
        return take_step(GIVE_BACK, report, by, on, to=ReportState.VOIDED)
    if report.state in (ReportState.REGISTERED, ReportState.ACCEPTED):
        return take_step(GIVE_BACK, report, by, on, to=ReportState.PASSED_ON)
    return report
