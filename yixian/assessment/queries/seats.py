"""联席会诊 as one invited account sees it: its meetings, the items from which it need not stay away, its duties.

Nothing here leads to a matter, a report or a ledger; whoever is of the reported side is kept out once more by
the tokens of the reports themselves.
"""

from uuid import UUID

from django.db.models import QuerySet

from yixian.assessment.enums import ConsultationState, DutyState, ItemState
from yixian.assessment.models import AgendaItem, Consultation, ConsultDuty, Invitee, Opinion, SeatRecusal
from yixian.protection.officer import Officer
from yixian.protection.queries import recused_subjects, reported_side

PREFIX = "assessment.agendaitem:"
SHOWN = (ConsultationState.CALLED, ConsultationState.SITTING, ConsultationState.CLOSED)
READABLE = (ItemState.ISSUED, ItemState.OPENED, ItemState.DECIDED, ItemState.SETTLED)
PEOPLE = "matter__links__report__people"


def seats_of(officer: Officer) -> QuerySet[Invitee]:
    """The meetings to which this account was called, the latest first."""
    mine = Invitee.objects.filter(
        staff_id=officer.staff_id, consultation__organ_id=officer.organ_id, consultation__state__in=SHOWN
    )
    return mine.select_related("consultation__organ").order_by("-consultation__held_on", "-pk")


def seat_at(officer: Officer, consultation_id: UUID) -> Invitee | None:
    return seats_of(officer).filter(consultation_id=consultation_id).first()


def seat_items(officer: Officer) -> QuerySet[AgendaItem]:
    """The items whose material was issued for this account to read."""
    named = AgendaItem.objects.filter(
        reported_side(officer, f"{PEOPLE}__cadre_token", f"{PEOPLE}__unit_token")
    )
    away = SeatRecusal.objects.filter(invitee__staff_id=officer.staff_id).order_by().values("item")
    recused = [each.removeprefix(PREFIX) for each in recused_subjects(officer) if each.startswith(PREFIX)]
    called = seats_of(officer).order_by().values("consultation")
    found = AgendaItem.objects.filter(consultation__in=called, state__in=READABLE)
    found = found.exclude(pk__in=named.order_by().values("pk")).exclude(pk__in=away).exclude(pk__in=recused)
    return found.select_related("matter", "consultation").order_by("consultation", "position")


def seat_item(officer: Officer, item_id: UUID) -> AgendaItem | None:
    return seat_items(officer).filter(pk=item_id).first()


def own_opinions(officer: Officer) -> QuerySet[Opinion]:
    return Opinion.objects.filter(invitee__staff_id=officer.staff_id).order_by("pk")


def items_to_answer(officer: Officer) -> QuerySet[AgendaItem]:
    """Those on which this account has not given or declined an opinion."""
    said = own_opinions(officer).order_by().values("item")
    ahead = (ConsultationState.CALLED, ConsultationState.SITTING)
    waiting = seat_items(officer).filter(state=ItemState.ISSUED, consultation__state__in=ahead)
    return waiting.exclude(pk__in=said)


def seat_duties(officer: Officer) -> QuerySet[ConsultDuty]:
    """What was given to this account's unit to do, the first due first."""
    items = seat_items(officer).order_by().values("pk")
    mine = ConsultDuty.objects.filter(invitee__staff_id=officer.staff_id, item__in=items)
    rows = mine.select_related("item__matter", "item__consultation", "invitee", "ended_by")
    return rows.prefetch_related("follow_ups").order_by("due_on", "pk")


def open_seat_duties(officer: Officer) -> QuerySet[ConsultDuty]:
    return seat_duties(officer).filter(state=DutyState.OPEN)


def seats_at(consultation: Consultation) -> QuerySet[Invitee]:
    """Every place of a meeting that an account of the office takes."""
    return Invitee.objects.filter(consultation=consultation, staff__isnull=False).order_by("pk")
