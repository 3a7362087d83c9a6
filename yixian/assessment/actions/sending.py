"""加封文件, outwards: what a partner is to know of a transfer, and what its sender is to know of what came here."""

from datetime import date
from typing import Any

from yixian.assessment.asking_by_file import answers_of, questions_of
from yixian.assessment.carrying import (
    RECEIPT,
    TRANSFER,
    WORD,
    SealedFile,
    copy_id_of,
    sealed_file,
)
from yixian.assessment.enums import TransferReply
from yixian.assessment.letters import TERM_OF
from yixian.assessment.models import Arrival, Transfer
from yixian.protection.actions import close_parcel, open_bytes, require
from yixian.protection.officer import Officer
from yixian.protection.permits import Guarded
from yixian.protection.texts import read_text, text_context
from yixian.reception.actions import Packed, pack_report, pack_reporter
from yixian.regulations.terms import term
from yixian.trail.actions import leaves_trail
from yixian.trail.refusal import Refusal

EXPORT, EXPORT_RECEIPT = "assessment.export_parcel", "assessment.export_receipt"
R = TransferReply


class NotByFile(Refusal):
    """It did not go to an office of another installation, or there is nothing more to say."""

    key = "not_by_file"


@leaves_trail(EXPORT)
def export_parcel(*, by: Officer, transfer: Transfer, on: date) -> SealedFile:
    """The file for the partner: with the report until a receipt has come, afterwards what was decided since."""
    require(by, EXPORT, transfer)
    locked = Transfer.objects.select_for_update(of=("self",)).get(pk=transfer.pk)
    partner, copy_id = locked.to_partner, copy_id_of(locked.uid)
    if partner is None:
        raise NotByFile(f"{locked.receiver}不是协作机关，不用加封文件。")
    kind = WORD if locked.arrived_on or locked.reply == R.REFUSED else TRANSFER
    pack = pack_report if kind == TRANSFER else pack_reporter
    packed = pack(by=by, report=locked.report, copy_id=copy_id, partner=partner)
    locked.sent_serial, locked.parcel_on, locked.owes_parcel = locked.sent_serial + 1, on, False
    locked.identity_sent = locked.identity_sent or packed.facts["identity"] is not None
    locked.save()
    facts = {"kind": kind, "transfer": str(locked.uid), "serial": locked.sent_serial, "report": packed.facts}
    facts |= {"asked": questions_of(by, locked, packed)}
    facts |= {"word": _word(by, locked)} | (_letter(by, locked, packed) if kind == TRANSFER else {})
    return sealed_file(close_parcel(by=by, partner=partner, facts=facts, blobs=packed.blobs))


def _letter(by: Officer, transfer: Transfer, packed: Packed) -> dict[str, Any]:
    """The letter as it went out, and by when the partner is to answer."""
    docx = open_bytes(
        by=by,
        seal=transfer.letter,
        slot="docx",
        about=transfer.report,
        context=text_context(transfer, "letter"),
    )
    return {
        "way": transfer.kind,
        "letter_number": transfer.letter_number,
        "letter": read_text(transfer, "letter", by=by, about=transfer.report),
        "docx": packed.put(docx),
        "sent_on": transfer.sent_on.isoformat(),
        "term": term(TERM_OF[transfer.kind]).sentence(),  # type: ignore[index] # a choice of the same enum
        "due_on": transfer.clock.due_on.isoformat() if transfer.clock else "",
    }


def _word(by: Officer, transfer: Transfer) -> dict[str, str]:
    """What this office said to an objection; empty while it has said nothing."""
    if transfer.reply == R.REFUSED:
        return {"reply": R.REFUSED.value, "on": _day(transfer.ruled_on or transfer.reply_on)}
    if transfer.ruling is None:
        return {}
    ruling = read_text(transfer, "ruling", by=by, about=transfer.report)
    return {"reply": R.UPHELD.value, "on": _day(transfer.ruled_on), "ruling": ruling}


@leaves_trail(EXPORT_RECEIPT)
def export_receipt(*, by: Officer, arrival: Arrival, on: date) -> SealedFile:
    """回执: where it stands here, whole each time, so that the last one is enough."""
    require(by, EXPORT_RECEIPT, arrival)
    locked = Arrival.objects.select_for_update(of=("self",)).get(pk=arrival.pk)
    locked.sent_serial, locked.receipt_on, locked.owes_receipt = locked.sent_serial + 1, on, False
    locked.save()
    facts = {
        "kind": RECEIPT,
        "transfer": str(locked.sent_as),
        "serial": locked.sent_serial,
        "arrived_on": _day(locked.arrived_on),
        "reply": locked.reply,
        "reply_on": _day(locked.reply_on),
        "objected_on": _day(locked.objected_on),
        **_said(by, locked),
        "answers": answers_of(by, locked),
    }
    return sealed_file(close_parcel(by=by, partner=_partner_now(locked), facts=facts))


def _said(by: Officer, arrival: Arrival) -> dict[str, str]:
    """The texts; of what was taken back nothing is read any more."""
    if arrival.is_gone:
        return {"objection": "", "result": ""}
    about: Guarded = arrival.report
    return {field: read_text(arrival, field, by=by, about=about) for field in ("objection", "result")}


def _partner_now(arrival: Arrival) -> Any:
    """The card that the sender uses now: it may have changed its keys since."""
    partners = type(arrival.partner).objects.filter(line=arrival.partner.line)
    return partners.order_by("-pk").first()


def _day(on: date | None) -> str:
    return on.isoformat() if on else ""
