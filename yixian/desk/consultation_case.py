"""A 联席会诊 and one item of its agenda on the desk: what their pages and acts start from."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from django.urls import reverse

from yixian.assessment.actions import ItemContent, Month, months_of, read_item, read_seat_item
from yixian.assessment.enums import ConsultationState, DutyState
from yixian.assessment.queries import invitees_of, is_item_quorate, items_of, seat_at, seat_items, sitting_of
from yixian.protection.officer import Officer
from yixian.protection.queries import may
from yixian.protection.texts import read_text
from yixian.toolkit.due import Due

if TYPE_CHECKING:
    from yixian.assessment.models import AgendaItem, Consultation, ConsultDuty, DutyFollowUp, Invitee

SOON = 7
"""A duty within so many days is near."""


@dataclass(frozen=True)
class MeetingCase:
    """One meeting, as an officer of the office may meet it."""

    officer: Officer
    consultation: "Consultation"
    on: date

    @property
    def subject(self) -> "Consultation":
        return self.consultation

    @property
    def label(self) -> str:
        return str(self.consultation)

    @property
    def home(self) -> str:
        return reverse("desk:consultation", args=[self.consultation.pk])

    @property
    def state(self) -> ConsultationState:
        return ConsultationState(self.consultation.state)

    @cached_property
    def seats(self) -> "list[Invitee]":
        return list(invitees_of(self.consultation))

    @cached_property
    def items(self) -> "list[AgendaItem]":
        return list(items_of(self.officer, self.consultation))

    def may(self, act: str) -> bool:
        return may(self.officer, act, self.consultation)


@dataclass(frozen=True)
class ItemCase:
    """One item. Opening its content leaves its line in the trail."""

    officer: Officer
    item: "AgendaItem"
    on: date

    @property
    def subject(self) -> "AgendaItem":
        return self.item

    @property
    def label(self) -> str:
        return f"{self.item}　{self.item.matter.number}" if self.item.position else self.item.matter.number

    @property
    def home(self) -> str:
        return reverse("desk:consultation_item", args=[self.item.pk])

    @cached_property
    def content(self) -> ItemContent:
        return read_item(by=self.officer, item=self.item)

    @cached_property
    def title(self) -> str:
        return read_text(self.item.matter, "title", by=self.officer, about=self.item.matter)

    @cached_property
    def sitting(self) -> "list[Invitee]":
        """Who is invited and need not stay away."""
        return sitting_of(self.item)

    @property
    def is_quorate(self) -> bool:
        return is_item_quorate(self.sitting)

    def may(self, act: str) -> bool:
        return may(self.officer, act, self.item)


@dataclass(frozen=True)
class SeatCase:
    """One meeting from an invited account's own place: nothing of it but what is for that account."""

    officer: Officer
    seat: "Invitee"
    on: date

    @property
    def consultation(self) -> "Consultation":
        return self.seat.consultation

    @property
    def home(self) -> str:
        return reverse("desk:seat", args=[self.seat.consultation_id])

    @cached_property
    def items(self) -> "list[AgendaItem]":
        return list(seat_items(self.officer).filter(consultation=self.seat.consultation_id))


@dataclass(frozen=True)
class SeatItemCase:
    """One item from an invited account's own place."""

    officer: Officer
    item: "AgendaItem"
    on: date

    @property
    def subject(self) -> "AgendaItem":
        return self.item

    @property
    def label(self) -> str:
        return str(self.item)

    @property
    def home(self) -> str:
        return reverse("desk:seat_item", args=[self.item.pk])

    @cached_property
    def content(self) -> ItemContent:
        return read_seat_item(by=self.officer, item=self.item)

    @cached_property
    def seat(self) -> "Invitee | None":
        held = self.item.consultation_id
        return seat_at(self.officer, held) if held else None


@dataclass(frozen=True, slots=True)
class DutyLine:
    """A duty as a page shows it: its months, each with what was written, and what may be done."""

    duty: "ConsultDuty"
    what: str
    due: Due | None
    months: "list[tuple[Month, list[tuple[DutyFollowUp, str]]]]"
    ways: list[tuple[str, str]]

    @property
    def waiting(self) -> list[str]:
        is_open = self.duty.state == DutyState.OPEN
        return [month.label for month, _ in self.months if month.waits and is_open]


def duty_line(content: ItemContent, duty: "ConsultDuty", on: date, ways: list[tuple[str, str]]) -> DutyLine:
    months = [
        (month, [(each, content.said(each.words)) for each in month.records]) for month in months_of(duty, on)
    ]
    return DutyLine(duty, content.said(duty.what), due_of_duty(duty, on), months, ways)


def due_of_duty(duty: "ConsultDuty", on: date) -> Due | None:
    if duty.state != DutyState.OPEN:
        return None
    left = (duty.due_on - on).days
    return Due(on=duty.due_on, left=left, unit="天", near=left <= SOON)
