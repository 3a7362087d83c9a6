"""The first page, the page of rights, and the page after leaving."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse

from yixian.reception.visiting import VisitingDay, visiting_days
from yixian.toolkit.today import today
from yixian.toolkit.views import reads_only
from yixian.window.choosing import only_organ, receiving_organs
from yixian.window.contact import NATIONAL_HOTLINE, contact_of
from yixian.window.promises import span_words
from yixian.window.web.frame import page


@reads_only
def home(request: HttpRequest) -> HttpResponse:
    organs = receiving_organs()
    contacts = [(organ, contact_of(organ)) for organ in organs]
    context = {"contacts": contacts, "national": NATIONAL_HOTLINE, "organ": only_organ()}
    return page(request, "window/home.html", context)


@reads_only
def privacy(request: HttpRequest) -> HttpResponse:
    return page(request, "window/privacy.html", {"spans": span_words(), "back_href": "/"})


@reads_only
def visiting(request: HttpRequest) -> HttpResponse:
    """When somebody receives visits: the same for everyone who asks, and nothing is asked of them."""
    offices = [
        (each, contact_of(each), days, _only_place(days))
        for each in receiving_organs()
        for days in [visiting_days(each.pk, today())]
    ]
    return page(request, "window/visiting.html", {"offices": offices, "back_href": "/"})


def _only_place(days: Sequence[VisitingDay]) -> str:
    """Where it is every day the same place, it is told once."""
    places = {opening.place for day in days for opening in day.openings}
    return places.pop() if len(places) == 1 else ""


@reads_only
def left(request: HttpRequest) -> HttpResponse:
    response = page(request, "window/left.html", {})
    response["Clear-Site-Data"] = '"cache", "storage"'
    return response
