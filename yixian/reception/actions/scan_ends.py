"""How a scan ends: as a report, or as an envelope. Either way its own copies are destroyed."""

from dataclasses import replace
from datetime import date

from yixian.protection.actions import NewCode, require
from yixian.protection.officer import Officer
from yixian.reception.actions.envelopes import note_envelope, seal_for_superior
from yixian.reception.actions.registering import register_box_item, register_letter
from yixian.reception.enums import Channel, ScanState
from yixian.reception.facts import EnvelopeFacts, ReportFacts
from yixian.reception.models import BoxOpening, Envelope, Scan
from yixian.reception.registration import Registered, Submitted
from yixian.reception.scanning import as_files, close, require_waiting
from yixian.trail.actions import leaves_trail


@leaves_trail("reception.register_scan")
def register_scan(
    *,
    by: Officer,
    scan: Scan,
    facts: ReportFacts,
    code: NewCode,
    on: date,
    opening: BoxOpening | None = None,
) -> Registered:
    """The letter becomes a report, with its pages in order: beside it, or with the identity of who signed.

    With ``opening`` it lay in that box, and is one of the items that two people counted.
    """
    require(by, "reception.register_scan", scan)
    locked = require_waiting(by, scan)
    whole = replace(facts, pages=as_files(by, locked))
    if opening is None:
        registered = register_letter(by=by, facts=whole, code=code, on=on)
    else:
        registered = register_box_item(by=by, opening=opening, facts=whole, code=code, on=on)
    locked.report = registered.report
    close(by, locked, ScanState.REGISTERED, on)
    return registered


@leaves_trail("reception.seal_scan_up")
def seal_scan_up(
    *,
    by: Officer,
    scan: Scan,
    facts: ReportFacts,
    code: NewCode,
    on: date,
    channel: Channel = Channel.LETTER,
) -> Submitted:
    """It belongs to the superior, who reads it in this system: text and pages are sealed past this office."""
    require(by, "reception.seal_scan_up", scan)
    locked = require_waiting(by, scan)
    whole = replace(facts, pages=as_files(by, locked))
    submitted = seal_for_superior(by=by, facts=whole, channel=channel, code=code, on=on)
    close(by, locked, ScanState.SENT_UP, on)
    return submitted


@leaves_trail("reception.send_scan_up")
def send_scan_up(*, by: Officer, scan: Scan, on: date) -> Envelope:
    """It belongs to the superior, to whom the paper goes: here nothing but the envelope stays."""
    require(by, "reception.send_scan_up", scan)
    locked = require_waiting(by, scan)
    facts = EnvelopeFacts(received_on=locked.received_on, channel=Channel.LETTER)
    envelope = note_envelope(by=by, facts=facts, on=on)
    close(by, locked, ScanState.SENT_UP, on)
    return envelope
