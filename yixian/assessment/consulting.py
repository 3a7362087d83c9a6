"""What the acts of a 联席会诊 share: what is typed, who must stay away from an item, and what is lent to whom."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils import timezone

from yixian.assessment.consultation_workflow import AGENDA_ITEM
from yixian.assessment.enums import ConsultWay, ItemSource, MatterState, SeatRecusalOrigin
from yixian.assessment.models import AgendaItem, Consultation, Invitee, Matter, SeatRecusal
from yixian.assessment.planning import MatterIsOver
from yixian.assessment.queries.consultations import invitees_of, is_item_quorate, material_of, pending_item
from yixian.assessment.queries.matters import reports_of
from yixian.protection.actions import end_loans_of, lend_seals, tokens_ever
from yixian.protection.officer import Officer
from yixian.protection.queries import recused_staff_ids
from yixian.protection.texts import seal_text
from yixian.reception.actions import require_discreet
from yixian.reception.naming import bare
from yixian.reception.people import tokens_of_staff
from yixian.regulations.consultation import quorum_sentence
from yixian.regulations.recusal import RecusalGround
from yixian.roster.queries import cadres_of, units_under
from yixian.trail.refusal import Refusal

if TYPE_CHECKING:
    from yixian.roster.models import Unit

LOAN = timedelta(days=400)
"""So long a member may read again what was lent: a year of monthly follow-up, and the month to begin it."""


class ConsultationIsOver(Refusal):
    """What a meeting was is not changed after it."""

    key = "consultation_is_over"


class NotInvited(Refusal):
    """Somebody who can't sit in the meeting, or not in this place."""

    key = "not_invited"


class NoQuorum(Refusal):
    """Too few are there, or nobody who may preside; the sentence counts them."""

    key = "no_quorum"


@dataclass(frozen=True, slots=True, kw_only=True)
class GuestFacts:
    """Somebody of a unit without an account."""

    unit_name: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsultationFacts:
    """``chair_id``, ``deputy_id`` and ``recorder_id`` are accounts of the office; so are ``member_ids``."""

    held_on: date
    starts_at: time
    place: str
    chair_id: int
    recorder_id: int
    deputy_id: int | None = None
    member_ids: Sequence[int] = ()
    guests: Sequence[GuestFacts] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyFacts:
    invitee_id: int
    person: str
    what: str
    due_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemDecision:
    way: ConsultWay
    words: str
    duties: Sequence[DutyFacts]


def loan_end() -> datetime:
    return timezone.now() + LOAN


def discreet(by: Officer, item: AgendaItem, text: str, what: str) -> None:
    """Held against the reporter of every report of the matter, and against the letters' own words."""
    require_discreet(by=by, reports=reports_of(item.matter), text=text, what=what, of_the_letter=True)


def unit_named(organ_id: int, name: str) -> "Unit | None":
    """The unit of the roster that is meant by a name, however typed."""
    named = [each for each in units_under(organ_id) if bare(each.name) == bare(name)]
    return named[0] if len(named) == 1 else None


def keep_reported_side_away(
    by: Officer, consultation: Consultation, items: Iterable[AgendaItem], on: date
) -> None:
    """Note the recusal of everybody invited who is reported, of the reported unit, related, or recused already.

    By the tokens of the roster, so it needs the office's key and opens nothing. Asking again changes nothing.
    """
    seats = [(seat, _tokens(by, seat)) for seat in invitees_of(consultation)]
    for item in items:
        away = recused_staff_ids(item.matter.trail_subject) | recused_staff_ids(item.trail_subject)
        away |= {staff for each in reports_of(item.matter) for staff in recused_staff_ids(each.trail_subject)}
        reported = item.reported_tokens()
        for seat, tokens in seats:
            if tokens & reported or seat.staff_id in away:
                _keep_away(by, item, seat, tokens & reported, on)


def _keep_away(by: Officer, item: AgendaItem, seat: Invitee, met: frozenset[bytes], on: date) -> None:
    ground = RecusalGround.REPORTED_UNIT if met else RecusalGround.OTHER
    SeatRecusal.objects.get_or_create(
        item=item,
        invitee=seat,
        defaults={
            "ground": ground,
            "origin": SeatRecusalOrigin.FOUND,
            "raised_by_id": by.staff_id,
            "raised_on": on,
        },
    )


def _tokens(by: Officer, seat: Invitee) -> frozenset[bytes]:
    """Everything on a report that would stand for this person or the unit for which they come."""
    units = {seat.unit_id, seat.staff.unit_id if seat.staff else None} - {None}
    made = frozenset(tokens_ever(by=by, kind="unit", values=[str(each) for each in units]))
    if seat.staff:
        return made | tokens_of_staff(by, seat.staff.pk, seat.staff.cadre_id, seat.staff.unit_id)
    same_name = cadres_of(by.organ_id).filter(name=seat.name.strip()).values_list("pk", flat=True)
    return made | frozenset(tokens_ever(by=by, kind="cadre", values=[str(each) for each in same_name]))


def lend_to_seats(by: Officer, item: AgendaItem, seals: Iterable[UUID | None]) -> None:
    """Everybody with an account who sits for the item may read these."""
    lend_seals(by=by, about=item, seals=seals, staff_ids=item.seat_ids(), until=loan_end())


def lend_material(by: Officer, item: AgendaItem) -> None:
    """With the letters, or when it is issued after them. Asked of the meeting and not of the item: whoever sends the
    letters may be kept from an item, opens nothing of it by this, and must not learn that it is there.
    """
    material, held = material_of(item), item.consultation
    if material is not None and material.issued_on is not None and held is not None:
        lend_seals(by=by, about=held, seals=[material.text], staff_ids=item.seat_ids(), until=loan_end())


def require_quorum(seats: Sequence[Invitee], then: str) -> None:
    """Refuse with the count where too few are there; ``then`` says what to do."""
    if not is_item_quorate(seats):
        present = [each for each in seats if each.is_present]
        headed = "" if any(each.is_head for each in present) else "，主持人、副主持人都没有到会"
        raise NoQuorum(f"应到{len(seats)}，实到{len(present)}{headed}：{quorum_sentence()}。{then}。")


class AlreadyPutForward(Refusal):
    """A matter waits for one meeting at a time."""

    key = "already_put_forward"


def forwarded(by: Officer, matter: Matter, source: ItemSource, on: date) -> AgendaItem:
    """A new item that waits, not saved; refused where the matter is closed, waits already or is on an agenda."""
    if Matter.objects.select_for_update().get(pk=matter.pk).state != MatterState.OPEN:
        raise MatterIsOver(f"事项{matter.number}已经办结，不再提请会诊；重新办理以后再提。")
    held = pending_item(matter.pk)
    if held is not None:
        where = f"在{held.consultation}的议程里" if held.consultation else "在等待上会"
        raise AlreadyPutForward(f"事项{matter.number}已经{where}，不用重复提请。")
    return AgendaItem(matter=matter, source=source, asked_by_id=by.staff_id, asked_on=on)


def left_for_next(by: Officer, item: AgendaItem, reason: str, on: date) -> AgendaItem:
    """Not decided by this meeting, with the reason; the matter waits for the next one as an item of its own."""
    ended(item, "assessment.defer_item", reason, on)
    if item.matter.state == MatterState.OPEN:
        forwarded(by, item.matter, ItemSource.AGAIN, on).save()
    return item


def ended(item: AgendaItem, act: str, reason: str, on: date) -> AgendaItem:
    item.state = AGENDA_ITEM.after(act, item.state)
    item.ended_reason = seal_text(item, "ended_reason", reason, organ_id=item.organ_id, what="理由")
    item.ended_on = on
    item.save(update_fields=["state", "ended_reason", "ended_on"])
    return item


def take_back(by: Officer, item: AgendaItem, seals: Iterable[UUID | None]) -> None:
    """What was lent to those who sit for the item is no longer theirs to read."""
    wanted = list(seals)
    for staff_id in item.seat_ids():
        end_loans_of(by=by, about=item, seals=wanted, staff_id=staff_id)
