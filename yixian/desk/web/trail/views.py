"""/desk/trail: who did what, when, on which record and how it ended; whether the trail is whole; the sealed heads."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from yixian.desk.trail_check import check_trail
from yixian.desk.trail_words import acts_in, lines_of
from yixian.desk.web.frame import officer_of
from yixian.desk.web.trail.forms import TrailForm
from yixian.protection.officer import Officer
from yixian.protection.web.door import permit
from yixian.roster.queries import organs_under
from yixian.trail.queries import entries, sealed_heads

ON_A_PAGE = 100


@permit("trail.read", reads_only=True)
def trail(request: HttpRequest) -> HttpResponse:
    """The entries of this office and those below it, and of people outside, newest first."""
    officer = officer_of(request)
    form = TrailForm(request.GET or None, officer=officer)
    wanted = form.understood()
    page = Paginator(chosen(officer, wanted), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "page": page,
        "lines": lines_of(officer, page.object_list),
        "narrowed": any(wanted.values()),
    }
    return render(request, "desk/trail/trail.html", context)


def chosen(officer: Officer, wanted: dict[str, Any]) -> QuerySet[Any]:
    """Entries of other offices are not read here; those of the public and the system belong to nobody."""
    organs = organs_under(officer.organ_id).order_by().values("pk")
    asked = {
        "actor": wanted.get("actor"),
        "act__in": acts_in(wanted.get("act", "")),
        "outcome": wanted.get("outcome"),
        "subject": (wanted.get("subject") or "").strip(),
        "at__date__gte": wanted.get("since"),
        "at__date__lte": wanted.get("until"),
    }
    narrowed = {name: value for name, value in asked.items() if value}
    return entries().filter(Q(organ__in=organs) | Q(organ__isnull=True), **narrowed)


@permit("trail.verify")
def verify(request: HttpRequest) -> HttpResponse:
    """Walk the whole chain. The answer says at what moment it was whole, or every place where it is not."""
    context: dict[str, Any] = {"asked": request.method == "POST", "count": 0, "breaches": [], "at": None}
    if request.method == "POST":
        count = entries().count()
        context |= {"count": count, "breaches": check_trail(officer_of(request)), "at": timezone.now()}
    return render(request, "desk/trail/verify.html", context)


@permit("trail.read", reads_only=True)
def heads(request: HttpRequest) -> HttpResponse:
    """The sealed heads, to be printed and kept where nobody can change them."""
    return render(request, "desk/trail/heads.html", {"heads": list(reversed(sealed_heads()))})
