"""/desk/queue: who waits today. Numbers only: no name, no hour, no report."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from yixian.desk.web.entry.receipt import square_of
from yixian.desk.web.frame import officer_of, tried
from yixian.desk.web.queue.forms import FirstForm, TicketForm
from yixian.protection.web.door import permit
from yixian.reception.actions import call_next, close_ticket, issue_ticket, put_first
from yixian.reception.enums import CareNeed, TicketFor, TicketState
from yixian.reception.hotline import hotline_of
from yixian.reception.queries import ahead_of, board, called_now, in_line, queue_counts, tickets_of
from yixian.roster.queries import organs_under
from yixian.toolkit.doors import door
from yixian.toolkit.today import today

WIDTHS = ("80", "58", "a6")


@permit("reception.issue_ticket")
def queue(request: HttpRequest) -> HttpResponse:
    """Give a number; below, who waits and who was called."""
    officer, on = officer_of(request), today()
    form = TicketForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        first = CareNeed(typed["first_because"]) if typed["first_because"] else None
        given = tried(
            form,
            lambda: issue_ticket(by=officer, wants=TicketFor(typed["wants"]), on=on, first_because=first),
        )
        if given is not None:
            return redirect("desk:ticket", given.pk)
    return render(request, "desk/queue/queue.html", {"form": form, **_day(officer.organ_id)})


def _day(organ_id: int) -> dict[str, Any]:
    on, counts = today(), queue_counts(organ_id, today())
    return {
        "on": on,
        "called": list(called_now(organ_id, on)),
        "waiting": list(in_line(organ_id, on)),
        "over": list(
            tickets_of(organ_id, on)
            .filter(state__in=(TicketState.RECEIVED, TicketState.LEFT))
            .order_by("number")
        ),
        "counts": [(state.label, counts[state]) for state in TicketState],
        "first": FirstForm(),
        "board_url": reverse("desk:board", args=[_code(organ_id)]),
    }


def _code(organ_id: int) -> str:
    return str(organs_under().get(pk=organ_id).code)


@permit("reception.call_next")
def call(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        called = call_next(by=officer_of(request), on=today())
        messages.success(request, f"请{called}到接待室。")
    return redirect("desk:queue")


@permit("reception.close_ticket")
def came(request: HttpRequest, ticket_id: int) -> HttpResponse:
    """Whoever was called is here: on to the registration of a visit."""
    if request.method != "POST":
        return redirect("desk:queue")
    close_ticket(by=officer_of(request), ticket=_ticket(request, ticket_id), received=True, on=today())
    return redirect("desk:register", "visit")


@permit("reception.close_ticket")
def left(request: HttpRequest, ticket_id: int) -> HttpResponse:
    if request.method == "POST":
        ticket = _ticket(request, ticket_id)
        close_ticket(by=officer_of(request), ticket=ticket, received=False, on=today())
        messages.success(request, f"{ticket}已登记离开，只计数。")
    return redirect("desk:queue")


@permit("reception.put_first")
def first(request: HttpRequest, ticket_id: int) -> HttpResponse:
    form = FirstForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        because = CareNeed(form.cleaned_data["because"])
        put_first(by=officer_of(request), ticket=_ticket(request, ticket_id), because=because, on=today())
    return redirect("desk:queue")


@permit("reception.issue_ticket", reads_only=True)
def ticket(request: HttpRequest, ticket_id: int) -> HttpResponse:
    """The slip. The window's square is on it only for whoever comes about a report that is registered."""
    given = _ticket(request, ticket_id)
    asked = request.GET.get("width", WIDTHS[0])
    context = {
        "ticket": given,
        "ahead": ahead_of(given),
        "square": square_of(request) if given.wants == TicketFor.EARLIER else "",
        "hotline": hotline_of(given.organ_id),
        "width": asked if asked in WIDTHS else WIDTHS[0],
        "widths": [("80", "80 毫米"), ("58", "58 毫米"), ("a6", "A6 纸")],
    }
    return render(request, "desk/queue/ticket.html", context)


def _ticket(request: HttpRequest, ticket_id: int) -> Any:
    found = tickets_of(officer_of(request).organ_id, today()).filter(pk=ticket_id).first()
    if found is None:
        raise Http404
    return found


@door(lambda request: True, reads_only=True)
def show_board(request: HttpRequest, code: str) -> HttpResponse:
    """For a monitor in the waiting room, without a log-in: numbers and nothing else."""
    organ = organs_under().filter(code=code).first()
    if organ is None:
        raise Http404
    partial = bool(getattr(request, "htmx", False))
    template = "desk/queue/numbers.html" if partial else "desk/queue/board.html"
    context = {"organ": organ, "board": board(organ.pk, today()), "hotline": hotline_of(organ.pk)}
    answer = render(request, template, context)
    answer["Cache-Control"] = "no-store"
    return answer
