"""联席会诊 as the office sees it: meetings, what waits for them, and the items that an officer may meet."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Case, Exists, OuterRef, QuerySet, Value, When

from yixian.assessment.enums import ConsultationState, DutyState, ItemState, Seat
from yixian.assessment.models import (
    AgendaItem,
    Consultation,
    ConsultDuty,
    Invitee,
    ItemMaterial,
    Matter,
    Opinion,
    SeatRecusal,
)
from yixian.assessment.queries.matters import current_links
from yixian.assessment.queries.standing import met_matters
from yixian.protection.officer import Officer
from yixian.protection.queries import may, recused_subjects
from yixian.regulations.consultation import is_quorate, quarter_of

if TYPE_CHECKING:
    from yixian.assessment.models import DutyFollowUp

PREFIX = "assessment.agendaitem:"
AHEAD = (ConsultationState.PLANNED, ConsultationState.CALLED, ConsultationState.SITTING)
HELD = (ConsultationState.SITTING, ConsultationState.CLOSED)


def consultations_of(officer: Officer) -> QuerySet[Consultation]:
    """The office's meetings, the latest first."""
    if not may(officer, "assessment.see_consultations"):
        return Consultation.objects.none()
    held = Consultation.objects.filter(organ_id=officer.organ_id)
    return held.select_related("organ", "recorder", "convened_by", "closed_by").order_by(
        "-quarter", "-sequence"
    )


def consultation_by_id(officer: Officer, consultation_id: UUID) -> Consultation | None:
    return consultations_of(officer).filter(pk=consultation_id).first()


def consultations_ahead(officer: Officer) -> QuerySet[Consultation]:
    """Those that are prepared or sit, the next one first."""
    return consultations_of(officer).filter(state__in=AHEAD).order_by("held_on", "sequence")


def consultation_of_quarter(organ_id: int, on: date) -> Consultation | None:
    """The meeting that was held in the quarter of this day; else one that is to be."""
    within = Consultation.objects.filter(organ_id=organ_id, quarter=quarter_of(on).first)
    held = within.filter(state__in=HELD).order_by("sequence").first()
    return held or within.filter(state__in=AHEAD).order_by("sequence").first()


def invitees_of(consultation: Consultation) -> QuerySet[Invitee]:
    """Who presides first, then the units in the order in which they were invited."""
    rank = Case(When(seat=Seat.CHAIR, then=Value(0)), When(seat=Seat.DEPUTY, then=Value(1)), default=Value(2))
    rows = Invitee.objects.filter(consultation=consultation)
    return rows.select_related("staff", "unit", "consultation").order_by(rank, "pk")


def met_items(officer: Officer) -> QuerySet[AgendaItem]:
    """The items that this officer may meet, of matters that they may meet; every list starts from here."""
    if not may(officer, "assessment.read_item"):
        return AgendaItem.objects.none()
    recused = [each.removeprefix(PREFIX) for each in recused_subjects(officer) if each.startswith(PREFIX)]
    met = met_matters(officer).order_by().filter(pk=OuterRef("matter"))
    away = SeatRecusal.objects.filter(invitee__staff_id=officer.staff_id).order_by().values("item")
    found = AgendaItem.objects.filter(Exists(met)).exclude(pk__in=recused).exclude(pk__in=away)
    people = ("asked_by", "opened_by", "decided_by")
    return found.select_related("matter", "consultation", *people).order_by("position", "asked_on", "pk")


def items_of(officer: Officer, consultation: Consultation) -> QuerySet[AgendaItem]:
    return met_items(officer).filter(consultation=consultation).exclude(state=ItemState.TAKEN_OFF)


def item_by_id(officer: Officer, item_id: UUID) -> AgendaItem | None:
    return met_items(officer).filter(pk=item_id).first()


def items_waiting(officer: Officer) -> QuerySet[AgendaItem]:
    """What waits for the next meeting's agenda."""
    return met_items(officer).filter(state=ItemState.WAITING)


def items_of_matter(officer: Officer, matter: Matter) -> QuerySet[AgendaItem]:
    """Every time that the matter was put forward, the first one first."""
    return met_items(officer).filter(matter=matter).order_by("asked_on", "pk")


def pending_item(matter_id: UUID) -> AgendaItem | None:
    """Where the matter waits or stands on an agenda now, whoever asks."""
    pending = (ItemState.WAITING, ItemState.LISTED, ItemState.ISSUED, ItemState.OPENED)
    return AgendaItem.objects.filter(matter_id=matter_id, state__in=pending).first()


def last_items(matter_ids: Sequence[UUID]) -> dict[UUID, AgendaItem]:
    """Matter → the last time that it was put forward, one query for a whole list."""
    rows = AgendaItem.objects.filter(matter_id__in=matter_ids).exclude(state=ItemState.TAKEN_OFF)
    return {each.matter_id: each for each in rows.order_by("asked_on", "pk")}


def material_of(item: AgendaItem) -> ItemMaterial | None:
    """The version that holds now."""
    held = ItemMaterial.objects.filter(item=item, is_current=True)
    return held.select_related("item", "written_by", "issued_by").first()


def material_before(item: AgendaItem) -> ItemMaterial | None:
    """What was last written of the same matter for a meeting that left it for the next."""
    held = ItemMaterial.objects.filter(item__matter=item.matter_id, is_current=True).exclude(item=item)
    return held.select_related("item__matter").order_by("-pk").first()


def current_materials(item_ids: Sequence[UUID]) -> dict[UUID, ItemMaterial]:
    """Item → the version that holds, one query for a whole list."""
    held = ItemMaterial.objects.filter(item_id__in=item_ids, is_current=True).select_related("written_by")
    return {each.item_id: each for each in held.order_by("pk")}


def handled_matters(officer: Officer) -> frozenset[UUID]:
    """The matters of which this officer owns a report now, one query for a whole list."""
    mine = {"report__handlings__staff_id": officer.staff_id, "report__handlings__until_on__isnull": True}
    return frozenset(current_links().filter(**mine).values_list("matter_id", flat=True))


def materials_of(item: AgendaItem) -> QuerySet[ItemMaterial]:
    return (
        ItemMaterial.objects.filter(item=item).select_related("written_by", "issued_by").order_by("version")
    )


def sitting_of(item: AgendaItem) -> list[Invitee]:
    """The invited who need not stay away from the item."""
    if item.consultation is None:
        return []
    away = item.recusals.order_by().values("invitee")
    return list(invitees_of(item.consultation).exclude(pk__in=away))


def is_item_quorate(seats: Sequence[Invitee]) -> bool:
    """Of those who sit for the item: half are there, and one who may preside."""
    present = [each for each in seats if each.is_present]
    return is_quorate(invited=len(seats), present=len(present), headed=any(each.is_head for each in present))


def duties_met(officer: Officer) -> QuerySet[ConsultDuty]:
    """The duties of items that this officer may meet, the first due first."""
    items = met_items(officer).order_by().values("pk")
    return _duties().filter(item__in=items)


def open_duties(officer: Officer) -> QuerySet[ConsultDuty]:
    return duties_met(officer).filter(state=DutyState.OPEN)


def duties_of(item: AgendaItem) -> QuerySet[ConsultDuty]:
    return _duties().filter(item=item)


def _duties() -> QuerySet[ConsultDuty]:
    rows = ConsultDuty.objects.select_related("item__matter", "item__consultation", "invitee", "ended_by")
    return rows.prefetch_related("follow_ups").order_by("due_on", "pk")


def undone_duties_of(matter: Matter) -> QuerySet[ConsultDuty]:
    """What consultations gave to be done for the matter and is not done."""
    return _duties().filter(item__matter=matter, state=DutyState.OPEN)


def follow_ups_of(duty: ConsultDuty) -> "QuerySet[DutyFollowUp]":
    return duty.follow_ups.select_related("recorded_by").order_by("month", "pk")


def counted_opinions(item: AgendaItem) -> list[Opinion]:
    """Those of the units that need not stay away; a recusal after the opinion takes it out."""
    away = item.recusals.order_by().values("invitee")
    return list(item.opinions.exclude(invitee__in=away).select_related("invitee", "item").order_by("pk"))
