"""加封文件, inwards: one act for whatever a partner sent; the file itself says what it is."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from yixian.assessment.actions.between import ACCEPT, OBJECT, REPORT_RESULT
from yixian.assessment.asking_by_file import take_in_answers, take_in_questions
from yixian.assessment.carrying import (
    CAME_AS,
    KNOWN,
    RECEIPT,
    STEPS,
    TRANSFER,
    WORD,
    Imported,
    copy_id_of,
    day,
)
from yixian.assessment.enums import TransferKind, TransferReply
from yixian.assessment.letters import PASSAGE_OF
from yixian.assessment.models import Arrival, Transfer
from yixian.assessment.workflow import ARRIVAL
from yixian.assessment.workflow import TRANSFER as TRANSFERS
from yixian.protection.actions import ParcelRefused, Received, is_sealed_here, open_parcel, require, seal
from yixian.protection.officer import Officer
from yixian.protection.permits import NotPermitted
from yixian.protection.texts import LONGEST, SLOT, seal_text, seal_text_if_any, text_context
from yixian.reception.actions import (
    Packed,
    as_agreed,
    give_back_parcel,
    meet_clocks,
    note_passage,
    take_in_parcel,
    take_in_reporter,
)
from yixian.toolkit.documents.filling import say
from yixian.trail.actions import leaves_trail

IMPORT = "assessment.import_parcel"
R = TransferReply
ACT_OF = {R.ACCEPTED: ACCEPT, R.OBJECTED: OBJECT, R.REPORTED: REPORT_RESULT}
NOT_BY_YOU = "这个加封文件不由您导入，请交纪委书记或者其他工作人员导入。"
TOO_NEW = "这个加封文件是更新的版本导出的，本系统读不了。请先升级本系统，再导入。"


@leaves_trail(IMPORT)
def import_parcel(*, by: Officer, file: bytes, on: date) -> Imported:
    """Check and take in a sealed file, whole or not at all. The same file a second time changes nothing."""
    require(by, IMPORT)
    received = open_parcel(by=by, file=file)
    ways = {TRANSFER: _transfer, WORD: _word, RECEIPT: _receipt}
    way = ways.get(str(received.facts.get("kind")))
    if way is None:
        raise ParcelRefused(TOO_NEW)
    try:
        with as_agreed():
            return way(by, received, on)
    except NotPermitted as refusal:
        # Whoever must not meet the report learns nothing of it here either.
        raise ParcelRefused(NOT_BY_YOU) from refusal


def _transfer(by: Officer, received: Received, on: date) -> Imported:
    """A report that was not here before; of one that is, whatever is new in the file."""
    known = _arrival_of(received)
    if known is not None:
        return _taken_in_before(by, known, received, on)
    facts: Mapping[str, Any] = received.facts
    kind = TransferKind(facts["way"])
    relation, source = CAME_AS[kind]
    if received.partner.relation != relation:
        raise ParcelRefused(
            f"{received.partner.name}登记为本机关的{received.partner.get_relation_display()}机关，不能向本机关{kind.label}。"
            "请核对“协作机关”里的关系，或者请对方改用别的方式。"
        )
    uid = UUID(str(facts["transfer"]))
    packed = Packed(dict(facts["report"]), list(received.blobs))
    report = take_in_parcel(by=by, copy_id=copy_id_of(uid), packed=packed, source=source, on=on)
    sent_on = day(facts, "sent_on", since=date.min, until=on)
    arrival = Arrival(
        report=report,
        partner=received.partner,
        sent_as=uid,
        kind=kind,
        letter_number=_short(facts["letter_number"], 40),
        number_there=_short(packed.facts["number"], 12),
        sent_on=sent_on,
        arrived_on=on,
        due_on=date.fromisoformat(facts["due_on"]) if facts["due_on"] else None,
        taken_in_by_id=by.staff_id,
        reply=ARRIVAL.step(IMPORT, R.PENDING).to_state,
        heard_serial=_serial(facts),
    )
    arrival.letter = _letter(arrival, facts, packed)
    arrival.save()
    asked = take_in_questions(by, arrival, facts, packed, on)
    says = f"已收下{received.partner.name}{kind.label}的一件，在“收件”里等登记。{asked}"
    return Imported(says, arrival)


def _letter(arrival: Arrival, facts: Mapping[str, Any], packed: Packed) -> UUID:
    """The sender's letter with its document, by when it is to be answered, and what was done with the report there."""
    history = [f"{say(date.fromisoformat(on))}　{_short(label, 60)}" for on, label in packed.facts["history"]]
    slots: dict[str, str | bytes] = {
        SLOT: _short(facts["letter"], LONGEST),
        "term": _short(facts["term"], 200),
        "history": "\n".join(history),
        "docx": packed.at(facts["docx"]) or b"",
    }
    return seal(organ_id=arrival.report.organ_id, context=text_context(arrival, "letter"), slots=slots)


def _arrival_of(received: Received) -> Arrival | None:
    """What came before under this name, from the same office; another office's name for it is no name."""
    uid = UUID(str(received.facts["transfer"]))
    arrivals = Arrival.objects.select_for_update(of=("self",)).filter(sent_as=uid)
    found = arrivals.first()
    if found is not None and found.partner.line != received.partner.line:
        raise ParcelRefused("这个文件说的是另一个机关转来的件，没有导入。请对方核对。")
    return found


def _taken_in_before(by: Officer, arrival: Arrival, received: Received, on: date) -> Imported:
    if _serial(received.facts) <= arrival.heard_serial:
        return Imported(f"这个文件已经导入过，没有重复收下：{arrival}。", arrival, is_new=False)
    return _heard(by, arrival, received, on)


def _word(by: Officer, received: Received, on: date) -> Imported:
    """What the sender decided since; or who reported, where that had to wait for its custodian."""
    arrival = _arrival_of(received)
    if arrival is None:
        raise ParcelRefused("这是后续文件，本机关还没有收到原件。请先导入原来的加封文件，再导入这一个。")
    return _taken_in_before(by, arrival, received, on)


def _heard(by: Officer, arrival: Arrival, received: Received, on: date) -> Imported:
    facts: Mapping[str, Any] = received.facts
    packed = Packed(dict(facts["report"]), list(received.blobs))
    arrival.heard_serial = _serial(facts)
    says = [_ruled(by, arrival, facts["word"], on)]
    if not arrival.is_gone and packed.facts["identity"] is not None and _lacks_reporter(arrival):
        take_in_reporter(by=by, report=arrival.report, packed=packed)
        says.append("举报人身份已收下，由身份保管人保管。")
    if not arrival.is_gone:
        says.append(take_in_questions(by, arrival, facts, packed, on))
    arrival.save()
    told = "".join(filter(None, says))
    return Imported(f"{arrival}：{told or '没有新的内容。'}", arrival, is_new=bool(told))


def _lacks_reporter(arrival: Arrival) -> bool:
    seal_id = arrival.report.identity
    return seal_id is not None and not is_sealed_here(seal=seal_id)


def _ruled(by: Officer, arrival: Arrival, word: Mapping[str, Any], on: date) -> str:
    """Taken back, or insisted on; once."""
    reply = R(word["reply"]) if word else R.PENDING
    if reply not in (R.REFUSED, R.UPHELD) or arrival.reply == reply or arrival.ruling is not None:
        return ""
    arrival.reply = R(ARRIVAL.after(IMPORT, arrival.reply, reply))
    since = arrival.objected_on or arrival.sent_on
    arrival.ruled_on = day(word, "on", since=since, until=on) if arrival.objected_on else None
    arrival.reply_on, arrival.owes_receipt = on, True
    if reply == R.REFUSED:
        give_back_parcel(by=by, report=arrival.report, on=on)
        return f"{arrival.partner.name}已经收回，内容在本机关不再能打开。"
    text, organ_id = _short(word["ruling"], LONGEST), arrival.organ_id
    arrival.ruling = seal_text(arrival, "ruling", text, organ_id=organ_id, what="维持的理由")
    return f"{arrival.partner.name}维持转办，请接收办理。"


def _receipt(by: Officer, received: Received, on: date) -> Imported:
    """Where it stands at the receiver: the steps from where we knew it are taken one by one."""
    facts: Mapping[str, Any] = received.facts
    uid = UUID(str(facts["transfer"]))
    transfer = Transfer.objects.select_for_update(of=("self",)).filter(uid=uid).first()
    if transfer is None or transfer.to_partner is None or transfer.to_partner.line != received.partner.line:
        raise ParcelRefused(f"没有找到这份回执所说的、转给{received.partner.name}的件，没有导入。")
    if _serial(facts) <= transfer.heard_serial:
        return Imported(f"这份回执已经导入过，没有变化：{transfer}。", transfer, is_new=False)
    require(by, "reception.note_passage", transfer.report)
    said = R(facts["reply"])
    passing = _passing(transfer, said)
    transfer.heard_serial = _serial(facts)
    transfer.arrived_on = day(facts, "arrived_on", since=transfer.sent_on, until=on)
    for reply in passing:
        _take(by, transfer, reply, facts, on)
    transfer.save()
    answered = take_in_answers(by, transfer, facts, on)
    told = f"对方{transfer.get_reply_display()}" if passing else f"对方已收到，{transfer.get_reply_display()}"
    return Imported(f"{transfer}：{told.replace('对方对方', '对方')}。{answered}", transfer)


def _passing(transfer: Transfer, said: TransferReply) -> tuple[TransferReply, ...]:
    now = R(transfer.reply)
    if now in STEPS.get(said, {}):
        return STEPS[said][now]
    if now in KNOWN[said]:
        return ()
    raise ParcelRefused(
        f"回执说本件“{said.label}”，本机关登记的是“{now.label}”，对不上，没有导入。请与{transfer.receiver}核对。"
    )


def _take(by: Officer, transfer: Transfer, reply: TransferReply, facts: Mapping[str, Any], on: date) -> None:
    """One step, with the clock that it meets and what the reporter reads of it."""
    objects = reply == R.OBJECTED
    name = "objected_on" if objects else "reply_on"
    answered = day(facts, name, since=transfer.arrived_on or transfer.sent_on, until=on)
    act = ACT_OF[reply]
    transfer.reply, transfer.reply_on = R(TRANSFERS.after(act, transfer.reply)), answered
    organ_id = transfer.organ_id
    if objects:
        text = _short(facts["objection"], LONGEST)
        transfer.objection = seal_text(transfer, "objection", text, organ_id=organ_id, what="异议理由")
        transfer.objected_on = answered
    if reply == R.REPORTED:
        text = _short(facts["result"], LONGEST)
        transfer.reply_reason = seal_text_if_any(
            transfer, "reply_reason", text, organ_id=organ_id, what="办理结果"
        )
    meet_clocks(by=by, report=transfer.report, act=act, on=answered)
    note_passage(by=by, report=transfer.report, state=PASSAGE_OF[reply], on=answered)


def _short(value: object, longest: int) -> str:
    text = str(value)
    if len(text) > longest:
        raise ValueError("longer than it can be")
    return text


def _serial(facts: Mapping[str, Any]) -> int:
    serial = int(facts["serial"])
    if not 0 < serial < 2**31:
        raise ValueError("no number of a file")
    return serial
