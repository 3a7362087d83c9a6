"""Who waits today, in the order in which they are called; and what a public monitor may show: numbers."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, QuerySet

from yixian.reception.enums import TicketState
from yixian.reception.models import QueueTicket
from yixian.reception.waiting_line import in_line, tickets_of

MOST_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Board:
    """Numbers and nothing else: the one called last, and those that wait, in order."""

    called: tuple[int, ...]
    waiting: tuple[int, ...]


def called_now(organ_id: int, on: date) -> QuerySet[QueueTicket]:
    """Called and not yet received, the latest call first."""
    return tickets_of(organ_id, on).filter(state=TicketState.CALLED).order_by("-called_as")


def queue_counts(organ_id: int, on: date) -> dict[str, int]:
    """How many of today's numbers stand where."""
    found = tickets_of(organ_id, on).order_by().values_list("state").annotate(count=Count("pk"))
    return {state.value: 0 for state in TicketState} | dict(found)


def ahead_of(ticket: QueueTicket) -> int:
    """How many are called before this number."""
    line = list(in_line(ticket.organ_id, ticket.issued_on).values_list("pk", flat=True))
    return line.index(ticket.pk) if ticket.pk in line else 0


def board(organ_id: int, on: date) -> Board:
    called = called_now(organ_id, on).values_list("number", flat=True)
    waiting = in_line(organ_id, on).values_list("number", flat=True)
    return Board(tuple(called[:MOST_SHOWN]), tuple(waiting[:MOST_SHOWN]))
