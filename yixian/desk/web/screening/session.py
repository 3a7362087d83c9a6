"""/desk/screening/<id>: the rows of one session, and deciding those that were ticked."""

from collections.abc import Collection
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters

from yixian.assessment.actions import decide_screened
from yixian.assessment.enums import ScreeningState, Verdict
from yixian.assessment.queries import matters_not_taken_in
from yixian.desk.screening import ALL, SHOWS, WAITING, lines_of, session_rows, shown_rows
from yixian.desk.web.frame import officer_of, tried
from yixian.desk.web.screening.forms import DecideForm, ticked
from yixian.desk.web.screening.views import ON_A_PAGE, screening_or_404
from yixian.protection.officer import Officer
from yixian.protection.queries import may
from yixian.protection.texts import read_text
from yixian.protection.web.door import permit
from yixian.toolkit.today import today

if TYPE_CHECKING:
    from yixian.assessment.models import Screening

EVERY = "every"
"""Asks for the page with every row ticked."""


@permit("assessment.see_screening", reads_only=True)
def session(request: HttpRequest, screening_id: int) -> HttpResponse:
    officer = officer_of(request)
    screening = screening_or_404(officer, screening_id)
    return _show(request, officer, screening, DecideForm())


@sensitive_post_parameters()
@permit("assessment.decide_screened")
def decide(request: HttpRequest, screening_id: int) -> HttpResponse:
    """The rows that were ticked on the page that was sent, and no other."""
    officer = officer_of(request)
    screening = screening_or_404(officer, screening_id)
    form = DecideForm(request.POST)
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        done = tried(
            form,
            lambda: decide_screened(
                by=officer,
                screening=screening,
                matter_ids=ticked(request.POST),
                verdict=Verdict(typed["verdict"]),
                reason=typed["reason"],
                on=today(),
            ),
        )
        if done is not None:
            messages.success(request, f"{len(done)} 个事项已决定：{Verdict(typed['verdict']).label}。")
            return redirect(_address(screening, request.GET.get("show", "")))
    return _show(request, officer, screening, form, chosen=ticked(request.POST))


def _address(screening: "Screening", show: str) -> str:
    kept = f"?show={show}" if show in SHOWS else ""
    return f"{reverse('desk:screening', args=[screening.pk])}{kept}"


def _show(
    request: HttpRequest,
    officer: Officer,
    screening: "Screening",
    form: DecideForm,
    *,
    chosen: Collection[UUID] = (),
) -> HttpResponse:
    rows = session_rows(officer, screening, today())
    is_open = screening.state == ScreeningState.OPEN
    show = request.GET.get("show", WAITING if is_open else ALL)
    page = Paginator(shown_rows(rows, show), ON_A_PAGE).get_page(request.GET.get("page"))
    every = request.GET.get("tick") == EVERY
    lines = lines_of(officer, list(page.object_list))
    context: dict[str, Any] = {
        "screening": screening,
        "subject": _subject(officer, screening),
        "form": form,
        "page": page,
        "lines": [
            (each, each.row.standing.matter.pk in chosen or (every and each.row.waits)) for each in lines
        ],
        "show": show,
        "shows": [(key, label, len(shown_rows(rows, key))) for key, label in SHOWS.items()],
        "waiting": len(shown_rows(rows, WAITING)),
        "count": len(rows),
        "is_open": is_open,
        "decides": is_open and may(officer, "assessment.decide_screened", screening),
        "later": _later(officer, screening) if is_open else 0,
        "closes": is_open and may(officer, "assessment.close_screening", screening),
        "prints": not is_open and may(officer, "assessment.print_screening", screening),
    }
    return render(request, "desk/screening/session.html", context)


def _subject(officer: Officer, screening: "Screening") -> str:
    """For whoever called the session alone: it may name what others must not learn of."""
    if screening.subject is None or screening.opened_by_id != officer.staff_id:
        return ""
    return read_text(screening, "subject", by=officer, about=screening)


def _later(officer: Officer, screening: "Screening") -> int:
    """How many open matters came after the session began, for whoever may take them in."""
    may_add = may(officer, "assessment.take_in_matters", screening)
    return matters_not_taken_in(officer, screening).count() if may_add else 0
