"""叫号: a number for today, who comes next, and who was received. No name and no hour is kept of anybody."""

from datetime import date

from django.db.models import Max, QuerySet

from yixian.protection.actions import require
from yixian.protection.officer import Officer
from yixian.reception.enums import CareNeed, TicketFor, TicketState
from yixian.reception.models import QueueTicket
from yixian.reception.waiting_line import in_line, tickets_of
from yixian.roster.queries import organ_of
from yixian.trail.actions import leaves_trail
from yixian.trail.refusal import Refusal

MOST_A_DAY = 999


class QueueFull(Refusal):
    """More numbers than anybody could be received in a day."""

    key = "queue_full"


class NobodyWaits(Refusal):
    """There is no number to call."""

    key = "nobody_waits"


class TicketOver(Refusal):
    """The number was received, has left, or is of another day."""

    key = "ticket_over"


@leaves_trail("reception.issue_ticket")
def issue_ticket(
    *, by: Officer, wants: TicketFor, on: date, first_because: CareNeed | None = None
) -> QueueTicket:
    """The next number of today. With a reason it is called before the others."""
    require(by, "reception.issue_ticket")
    last = _today(by, on).aggregate(last=Max("number"))["last"] or 0
    if last >= MOST_A_DAY:
        raise QueueFull(f"今天已经发出{MOST_A_DAY}个号，请直接接待。")
    return QueueTicket.objects.create(
        organ_id=by.organ_id,
        issued_on=on,
        number=last + 1,
        wants=wants,
        first_because=first_because or "",
    )


@leaves_trail("reception.call_next")
def call_next(*, by: Officer, on: date) -> QueueTicket:
    """Call whoever comes next: those with a reason first, then by number."""
    require(by, "reception.call_next")
    called = _today(by, on).aggregate(last=Max("called_as"))["last"] or 0
    ticket = in_line(by.organ_id, on).first()
    if ticket is None:
        raise NobodyWaits("现在没有人等候。")
    ticket.state, ticket.called_as = TicketState.CALLED, called + 1
    ticket.save()
    return ticket


@leaves_trail("reception.close_ticket")
def close_ticket(*, by: Officer, ticket: QueueTicket, received: bool, on: date) -> QueueTicket:
    """Whoever was called came, or somebody left without being received: that is counted, without a name."""
    require(by, "reception.close_ticket", ticket)
    locked = QueueTicket.objects.select_for_update().get(pk=ticket.pk)
    allowed = (TicketState.CALLED,) if received else (TicketState.CALLED, TicketState.WAITING)
    if locked.issued_on != on or locked.state not in allowed:
        raise TicketOver(f"{locked}现在是“{locked.get_state_display()}”，不能这样登记；请刷新页面再看。")
    locked.state = TicketState.RECEIVED if received else TicketState.LEFT
    locked.save(update_fields=["state"])
    return locked


@leaves_trail("reception.put_first")
def put_first(*, by: Officer, ticket: QueueTicket, because: CareNeed, on: date) -> QueueTicket:
    """Somebody who waits turns out to need help now."""
    require(by, "reception.put_first", ticket)
    locked = QueueTicket.objects.select_for_update().get(pk=ticket.pk)
    if locked.issued_on != on or locked.state != TicketState.WAITING:
        raise TicketOver(f"{locked}已经不在等候，不需要优先。")
    locked.first_because = because
    locked.save(update_fields=["first_because"])
    return locked


def _today(by: Officer, on: date) -> QuerySet[QueueTicket]:
    """Locked by the office's own row, so that two desks never give or call the same number."""
    type(organ_of(by.organ_id)).objects.select_for_update().get(pk=by.organ_id)
    return tickets_of(by.organ_id, on)
