"""督办、催办 within the sealed files: what the sender asks goes with its next file, the answer with the next receipt.

States and not events, as everything in these files: each names every letter with where it stands, whole. A lost file
is made good by the next one, and an old one is refused by its number before it comes here.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from yixian.assessment.carrying import day
from yixian.assessment.enums import SupervisionKind, SupervisionState, SupervisionWay
from yixian.assessment.models import Arrival, ArrivalSupervision, Supervision, Transfer
from yixian.assessment.workflow import SUPERVISION
from yixian.protection.actions import ParcelRefused, open_bytes, reseal_slots, seal
from yixian.protection.officer import Officer
from yixian.protection.texts import LONGEST, SLOT, read_text, seal_text, text_context
from yixian.reception.actions import Packed

IMPORT = "assessment.import_parcel"
MOST = 50
"""Letters about one transfer: nobody asks so often, and a file is not to fill the receiver's page."""
S = SupervisionState


def questions_of(by: Officer, transfer: Transfer, packed: Packed) -> list[dict[str, Any]]:
    """Every letter that was issued about a transfer, with its document and what was said to the answer."""
    return [_question(by, each, packed) for each in transfer.supervisions.order_by("pk")]


def _question(by: Officer, asked: Supervision, packed: Packed) -> dict[str, Any]:
    about, context = asked.transfer.report, text_context(asked, "letter")
    docx = open_bytes(by=by, seal=asked.letter, slot="docx", about=about, context=context)
    return {
        "asked": str(asked.uid),
        "kind": asked.kind,
        "way": asked.way,
        "letter_number": asked.letter_number,
        "letter": read_text(asked, "letter", by=by, about=about),
        "docx": packed.put(docx),
        "issued_on": asked.issued_on.isoformat(),
        "due_on": asked.due_on.isoformat(),
        "state": asked.state,
        "decided_on": asked.decided_on.isoformat() if asked.decided_on else "",
        "complaint": read_text(asked, "complaint", by=by, about=about),
    }


def take_in_questions(
    by: Officer, arrival: Arrival, facts: Mapping[str, Any], packed: Packed, on: date
) -> str:
    """Letters that were not here before, and what the sender thinks of our answers; says what is new."""
    says = [_taken_in(by, arrival, each, packed, on) for each in _bounded(facts.get("asked", []))]
    return "".join(dict.fromkeys(filter(None, says)))


def _bounded(told: Any) -> Sequence[Mapping[str, Any]]:
    if not isinstance(told, list) or len(told) > MOST:
        raise ValueError("more letters than there can be")
    return told


def _taken_in(by: Officer, arrival: Arrival, told: Mapping[str, Any], packed: Packed, on: date) -> str:
    known = ArrivalSupervision.objects.select_for_update(of=("self",)).filter(sent_as=_uid(told)).first()
    if known is None:
        return _first(arrival, told, packed, on)
    if known.arrival_id != arrival.pk:
        raise ParcelRefused("这个文件里的督办函属于另一件，没有导入。请对方核对。")
    return _decided(by, known, told, on)


def _first(arrival: Arrival, told: Mapping[str, Any], packed: Packed, on: date) -> str:
    issued = day(told, "issued_on", since=arrival.sent_on, until=on)
    asked = ArrivalSupervision(
        arrival=arrival,
        sent_as=_uid(told),
        kind=SupervisionKind(told["kind"]),
        way=SupervisionWay(told["way"]),
        state=SUPERVISION.step(IMPORT, S.ISSUED).to_state,
        letter_number=_short(told["letter_number"], 40),
        issued_on=issued,
        due_on=max(issued, date.fromisoformat(told["due_on"])),
    )
    slots: dict[str, str | bytes] = {
        SLOT: _short(told["letter"], LONGEST),
        "docx": packed.at(told["docx"]) or b"",
    }
    asked.letter = seal(organ_id=arrival.organ_id, context=text_context(asked, "letter"), slots=slots)
    asked.save()
    return f"收到{asked.get_kind_display()}函{asked.letter_number}，请答复。"


def _decided(by: Officer, asked: ArrivalSupervision, told: Mapping[str, Any], on: date) -> str:
    """Accepted, or sent back: once for each answer of ours."""
    state = S(told["state"])
    if asked.state != S.ANSWERED or state not in (S.RETURNED, S.SETTLED):
        return ""
    complaint = _short(told["complaint"], LONGEST)
    decided = day(told, "decided_on", since=asked.issued_on, until=on)
    if state == S.RETURNED and _heard_before(by, asked, complaint, decided):
        return ""
    asked.state = S(SUPERVISION.after(IMPORT, asked.state, state))
    asked.decided_on = decided
    if state == S.RETURNED:
        asked.due_on = date.fromisoformat(told["due_on"])
        _put(by, asked, "complaint", complaint, "退回理由")
    asked.save()
    return f"{asked.letter_number}：{'答复已认可' if state == S.SETTLED else '答复退回，请重新答复'}。"


def _heard_before(by: Officer, asked: ArrivalSupervision, complaint: str, decided: date) -> bool:
    """The sender wrote its file before our new answer reached it."""
    said = read_text(asked, "complaint", by=by, about=asked.arrival.report)
    return asked.decided_on == decided and said == complaint.strip()


def answers_of(by: Officer, arrival: Arrival) -> list[dict[str, str]]:
    """The last answer to each letter, for the receipt; of what was taken back nothing."""
    if arrival.is_gone:
        return []
    answered = ArrivalSupervision.objects.filter(arrival=arrival, answer__isnull=False).order_by("pk")
    return [
        {
            "asked": str(each.sent_as),
            "answer": read_text(each, "answer", by=by, about=arrival.report),
            "answered_on": each.answered_on.isoformat() if each.answered_on else "",
        }
        for each in answered
    ]


def take_in_answers(by: Officer, transfer: Transfer, facts: Mapping[str, Any], on: date) -> str:
    """What the office there answered; says to how many letters."""
    new = [each for each in _bounded(facts.get("answers", [])) if _answered(by, transfer, each, on)]
    return f"对{len(new)}件督办、催办有答复。" if new else ""


def _answered(by: Officer, transfer: Transfer, told: Mapping[str, Any], on: date) -> bool:
    ours = Supervision.objects.select_for_update(of=("self",)).filter(transfer=transfer, uid=_uid(told))
    asked = ours.first()
    if asked is None:
        raise ParcelRefused("回执里有对本机关没有发过的督办函的答复，没有导入。请与对方核对。")
    answer = _short(told["answer"], LONGEST)
    if not asked.awaits_answer or read_text(asked, "answer", by=by, about=transfer.report) == answer.strip():
        return False
    asked.state = S(SUPERVISION.after(IMPORT, asked.state, S.ANSWERED))
    asked.answered_on = day(told, "answered_on", since=asked.issued_on, until=on)
    _put(by, asked, "answer", answer, "答复")
    asked.save()
    return True


def _put(by: Officer, row: Supervision | ArrivalSupervision, field: str, text: str, what: str) -> None:
    """A first text, or the next version of the same seal."""
    if getattr(row, field) is None:
        setattr(row, field, seal_text(row, field, text, organ_id=row.organ_id, what=what))
    elif text.strip():
        reseal_slots(by=by, seal=getattr(row, field), slots={SLOT: text.strip()})


def _uid(told: Mapping[str, Any]) -> UUID:
    return UUID(str(told["asked"]))


def _short(value: object, longest: int) -> str:
    text = str(value)
    if len(text) > longest:
        raise ValueError("longer than it can be")
    return text
