"""The papers of a 联席会诊: invitation, material and minutes; matters by number, and nobody who reported."""

from collections.abc import Iterator, Sequence
from datetime import date, time
from typing import Any
from uuid import UUID

from yixian.assessment.enums import ItemState, OpinionState, Seat
from yixian.assessment.models import AgendaItem, Consultation, ConsultDuty, Invitee, Opinion
from yixian.assessment.queries.consultations import (
    counted_opinions,
    duties_of,
    invitees_of,
    sitting_of,
)
from yixian.protection.actions import open_seals
from yixian.protection.officer import Officer
from yixian.protection.texts import SLOT
from yixian.reception.actions import FilledPaper, fill_paper, words_of_office
from yixian.regulations import accusation_rules
from yixian.regulations.articles import chinese_number
from yixian.regulations.consultation import quorum_sentence
from yixian.toolkit.wording import cn_date

INVITATION, MATERIAL, MINUTES = "consult_call", "consult_material", "consult_minutes"
NOTHING = "无。"
HOW = {Seat.CHAIR: "主持会诊", Seat.DEPUTY: "作为副主持人参加", Seat.MEMBER: "代表你单位参加"}
WITHHELD = "意见原文涉及应当保密的内容，另行密存，不印入纪要。"


def clock_time(at: time) -> str:
    return f"{at.hour}时" + (f"{at.minute}分" if at.minute else "")


def about(consultation: Consultation) -> dict[str, Any]:
    return {
        **words_of_office(consultation.organ_id),
        "会诊名称": str(consultation),
        "会诊日期": consultation.held_on,
        "会诊时间": clock_time(consultation.starts_at),
        "会诊地点": consultation.place,
        "保密依据": accusation_rules.SECRECY.cite(),
        "回避依据": accusation_rules.RECUSAL.cite(),
    }


def invitation_of(consultation: Consultation, seat: Invitee, on: date) -> FilledPaper:
    values = {
        **about(consultation),
        "文号": seat.letter_number,
        "发文日期": on,
        "参会单位": seat.unit_name,
        "参会人": seat.name,
        "参会方式": HOW[Seat(seat.seat)],
    }
    return fill_paper(consultation.organ_id, INVITATION, values)


def material_paper(item: AgendaItem, text: str, issued_on: date) -> FilledPaper:
    assert item.consultation is not None  # noqa: S101 - only what is on an agenda has material
    values = {
        **about(item.consultation),
        "议题序号": heading_number(item),
        "事项编号": item.matter.number,
        "材料内容": text,
        "审定日期": issued_on,
    }
    return fill_paper(item.organ_id, MATERIAL, values)


def minutes_of(
    by: Officer, consultation: Consultation, items: Sequence[AgendaItem], note: str
) -> FilledPaper:
    """Of these items; each with who stayed away, what each unit said, what was decided and who does what by when."""
    seats = list(invitees_of(consultation))
    present, absent = [e for e in seats if e.is_present], [e for e in seats if not e.is_present]
    chair = next((each for each in present if each.is_head), None)
    values = {
        **about(consultation),
        "主持人": chair.name if chair else NOTHING,
        "记录人": consultation.recorder.name,
        "到会人员": _named(present),
        "缺席人员": _named(absent) or NOTHING,
        "到会情况": f"应到{len(seats)}，实到{len(present)}，符合“{quorum_sentence()}”的规定。",
        "议题情况": "\n".join(line for each in items for line in _item_lines(by, each)) or "没有议题。",
        "其他事项": note.strip() or NOTHING,
        "印发日期": consultation.closed_on or consultation.held_on,
    }
    return fill_paper(consultation.organ_id, MINUTES, values)


def _named(seats: Sequence[Invitee]) -> str:
    return "、".join(f"{each.unit_name}{each.name}" for each in seats)


def heading_number(item: AgendaItem) -> str:
    return chinese_number(item.position or 1)


def _item_lines(by: Officer, item: AgendaItem) -> Iterator[str]:
    opinions, duties = counted_opinions(item), list(duties_of(item))
    words = _opened(by, item, opinions, duties)
    yield f"议题{heading_number(item)}：{item.matter.number}"
    seats = sitting_of(item)
    away = _named([each.invitee for each in item.recusals.select_related("invitee").order_by("pk")])
    present = sum(each.is_present for each in seats)
    told = f"回避：{away}。" if away else "没有人回避。"
    yield f"（一）到会和回避。{told}本议题应到{len(seats)}，实到{present}。"
    if item.state == ItemState.DEFERRED:
        yield f"（二）本次没有议决，留待下次再议：{_ends(_word(words, item.ended_reason))}"
        return
    yield "（二）各单位意见。"
    yield from (f"{each.invitee.unit_name}（{each.invitee.name}）：{_said(each, words)}" for each in opinions)
    yield f"（三）会诊决定。{item.get_way_display()}：{_ends(_word(words, item.decision))}"
    yield "（四）任务和期限。"
    for number, duty in enumerate(duties, 1):
        what = words.get(duty.what, "").rstrip("。")
        yield f"{number}．{what}。承担单位{duty.unit_name}，责任人{duty.person}，{cn_date(duty.first_due_on)}前完成。"


def _opened(
    by: Officer, item: AgendaItem, opinions: Sequence[Opinion], duties: Sequence[ConsultDuty]
) -> dict[UUID, str]:
    said = [each.words for each in opinions if item.opened_on and not each.withheld]
    seals = [item.decision, item.ended_reason, *said, *(each.what for each in duties)]
    return open_seals(by=by, seals=seals, slot=SLOT, subject=item.trail_subject)


def _said(opinion: Opinion, words: dict[UUID, str]) -> str:
    if opinion.state == OpinionState.DECLINED:
        return "不提意见。"
    if opinion.withheld:
        return WITHHELD
    written = "" if opinion.invitee.is_present else "（书面意见）"
    return written + _ends(_word(words, opinion.words))


def _word(words: dict[UUID, str], seal: UUID | None) -> str:
    return words.get(seal, "") if seal else ""


def _ends(text: str) -> str:
    return text.strip().rstrip("。") + "。"
