"""会诊议程: matters that are put forward, put on a meeting's agenda with their material, or taken off."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from yixian.assessment.consultation_papers import material_paper
from yixian.assessment.consultation_workflow import AGENDA_ITEM
from yixian.assessment.consulting import (
    ConsultationIsOver,
    discreet,
    ended,
    forwarded,
    keep_reported_side_away,
    left_for_next,
    lend_material,
    take_back,
)
from yixian.assessment.drafting import drafted_material, still_to_write
from yixian.assessment.enums import ConsultationState, ItemSource, ItemState
from yixian.assessment.models import AgendaItem, Consultation, ItemMaterial, Matter
from yixian.assessment.queries.consultations import items_waiting, material_before, material_of
from yixian.protection.actions import require
from yixian.protection.officer import Officer
from yixian.protection.texts import read_text, seal_text
from yixian.reception.actions import FilledPaper
from yixian.trail.actions import leaves_trail
from yixian.trail.refusal import Refusal

LATEST = (ConsultationState.PLANNED, ConsultationState.CALLED, ConsultationState.SITTING)


class NotWaiting(Refusal):
    """What was ticked does not wait for an agenda, as far as this officer may meet it."""

    key = "not_waiting"


class MaterialMissing(Refusal):
    """The material is not written, or not to its end."""

    key = "material_missing"


class AlreadyAnswered(Refusal):
    """Somebody has given an opinion on this material: it is not changed under their hands."""

    key = "already_answered"


@leaves_trail("assessment.ask_consultation")
def ask_consultation(*, by: Officer, matter: Matter, source: ItemSource, reason: str, on: date) -> AgendaItem:
    """Put a matter forward: it waits until a meeting's agenda takes it."""
    require(by, "assessment.ask_consultation", matter)
    item = forwarded(by, matter, source, on)
    discreet(by, item, reason, "提请理由")
    item.reason = seal_text(item, "reason", reason, organ_id=matter.organ_id, what="提请理由")
    item.save()
    return item


@leaves_trail("assessment.list_items")
def list_items(
    *, by: Officer, consultation: Consultation, item_ids: Sequence[UUID], on: date
) -> list[AgendaItem]:
    """Put on the agenda what was ticked among the waiting, in the order in which it was put forward."""
    require(by, "assessment.list_items", consultation)
    held = Consultation.objects.select_for_update().get(pk=consultation.pk)
    if held.state not in LATEST:
        raise ConsultationIsOver(f"{held}已经{held.get_state_display()}，不能再增加议题。")
    wanted = set(item_ids)
    items = list(items_waiting(by).filter(pk__in=wanted).select_for_update(of=("self",)))
    if not wanted or len(items) != len(wanted):
        raise NotWaiting("请勾选要列入议程的事项；已经列入别的会诊的，请重新打开本页再选。")
    last = max((each.position or 0 for each in held.items.all()), default=0)
    for position, item in enumerate(items, last + 1):
        item.consultation, item.position = held, position
        item.state = AGENDA_ITEM.after("assessment.list_items", item.state)
        item.save(update_fields=["consultation", "position", "state"])
    keep_reported_side_away(by, held, items, on)
    return items


@leaves_trail("assessment.draft_material")
def draft_material(*, by: Officer, item: AgendaItem, on: date) -> str:
    """What the handler starts from: the version that holds, that of the meeting before, or a draft from the record."""
    require(by, "assessment.write_material", item)
    held = material_of(item) or material_before(item)
    return read_text(held, "text", by=by, about=held.item) if held else drafted_material(item, on)


@leaves_trail("assessment.write_material")
def write_material(*, by: Officer, item: AgendaItem, text: str, on: date) -> ItemMaterial:
    """Keep the next version. One that was issued is superseded, as long as nobody has answered to it."""
    require(by, "assessment.write_material", item)
    locked = _locked(item)
    state = AGENDA_ITEM.after("assessment.write_material", locked.state)
    if locked.opinions.exists():
        raise AlreadyAnswered("已经有单位根据这份材料提了意见，材料不能再改。")
    discreet(by, locked, text, "会诊材料")
    before = material_of(locked)
    material = ItemMaterial(
        item=locked,
        version=(before.version if before else 0) + 1,
        written_by_id=by.staff_id,
        written_on=on,
    )
    material.text = seal_text(material, "text", text, organ_id=locked.organ_id, what="会诊材料")
    _supersede(by, locked, before)
    material.save()
    locked.state = state
    locked.save(update_fields=["state"])
    return material


def _supersede(by: Officer, item: AgendaItem, before: ItemMaterial | None) -> None:
    if before is None:
        return
    before.is_current = False
    before.save(update_fields=["is_current"])
    if before.issued_on is not None:
        take_back(by, item, [before.text])


def _locked(item: AgendaItem) -> AgendaItem:
    held = AgendaItem.objects.select_for_update(of=("self",))
    return held.select_related("matter", "consultation").get(pk=item.pk)


@leaves_trail("assessment.issue_material")
def issue_material(*, by: Officer, item: AgendaItem, on: date) -> ItemMaterial:
    """Freeze the version that holds, hold it against the reporter once more, and give it to the members."""
    require(by, "assessment.issue_material", item)
    locked = _locked(item)
    locked.state = AGENDA_ITEM.after("assessment.issue_material", locked.state)
    material = material_of(locked)
    if material is None:
        raise MaterialMissing("还没有起草会诊材料，请先由承办人起草。")
    text = read_text(material, "text", by=by, about=locked)
    if still_to_write(text):
        raise MaterialMissing("会诊材料里还有“请写明”“请概括”的提示没有写完，请写完并删去提示再审定。")
    discreet(by, locked, text, "会诊材料")
    material.issued_by_id, material.issued_on = by.staff_id, on
    material.save(update_fields=["issued_by", "issued_on"])
    locked.save(update_fields=["state"])
    if locked.consultation and locked.consultation.state != ConsultationState.PLANNED:
        keep_reported_side_away(by, locked.consultation, [locked], on)
        lend_material(by, locked)
    return material


@leaves_trail("assessment.print_material")
def print_material(*, by: Officer, item: AgendaItem) -> FilledPaper:
    """For guests, who get paper only; and only what was issued."""
    require(by, "assessment.print_material", item)
    material = material_of(item)
    if material is None or material.issued_on is None or item.state == ItemState.LISTED:
        raise MaterialMissing("材料审定以后才能打印。")
    text = read_text(material, "text", by=by, about=item)
    paper = material_paper(item, text, material.issued_on)
    discreet(by, item, paper.words.whole, "会诊材料")
    return paper


@leaves_trail("assessment.take_off_item")
def take_off_item(*, by: Officer, item: AgendaItem, reason: str, on: date) -> AgendaItem:
    """It is not put before the meeting after all; the reason stays."""
    require(by, "assessment.take_off_item", item)
    discreet(by, item, reason, "理由")
    taken = ended(_locked(item), "assessment.take_off_item", reason, on)
    if held := material_of(taken):
        take_back(by, taken, [held.text])
    return taken


@leaves_trail("assessment.defer_item")
def defer_item(*, by: Officer, item: AgendaItem, reason: str, on: date) -> AgendaItem:
    """Not decided this time: the matter waits for the next meeting."""
    require(by, "assessment.defer_item", item)
    discreet(by, item, reason, "理由")
    return left_for_next(by, _locked(item), reason, on)
