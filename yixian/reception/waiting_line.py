"""The line of one day: who waits, in the order in which they are called."""

from datetime import date

from django.db.models import Case, IntegerField, QuerySet, Value, When

from yixian.reception.enums import TicketState
from yixian.reception.models import QueueTicket


def tickets_of(organ_id: int, on: date) -> QuerySet[QueueTicket]:
    return QueueTicket.objects.filter(organ_id=organ_id, issued_on=on)


def in_line(organ_id: int, on: date) -> QuerySet[QueueTicket]:
    """Those that wait: with a reason first, then by number."""
    last = Case(When(first_because="", then=Value(1)), default=Value(0), output_field=IntegerField())
    waiting = tickets_of(organ_id, on).filter(state=TicketState.WAITING)
    return waiting.order_by(last, "number")
