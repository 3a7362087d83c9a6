"""The roster at the desk: the tree, one organ with its people, the import, the calendar of working days."""

import tempfile
from pathlib import Path
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from yixian.regulations.calendar import published_calendar
from yixian.roster.access import TELLERS, may_keep_roster
from yixian.roster.actions import YearUnreadable, enter_calendar_year, write_roster_template
from yixian.roster.queries import (
    cadres_of,
    departments_of,
    entered_years,
    find_cadres,
    organ_tree,
    units_of,
    villages_of,
)
from yixian.roster.web.forms import CadreSearch, YearEntry
from yixian.roster.web.permitted import permitted
from yixian.toolkit.answers import file_answer
from yixian.trail.refusal import Refusal

A_PAGE = 50


def _officer(request: HttpRequest) -> Any:
    """Whoever sits at the desk; ``permitted`` has made sure that there is somebody."""
    return request.officer  # type: ignore[attr-defined]


@permitted("roster.view")
def home(request: HttpRequest) -> HttpResponse:
    officer = _officer(request)
    context = {
        "organs": organ_tree(officer.organ_id),
        "keeps": may_keep_roster(officer),
        "tells": bool(officer.roles & set(TELLERS)),
    }
    return render(request, "roster/home.html", context)


@permitted("roster.view")
def organ(request: HttpRequest, organ_id: int) -> HttpResponse:
    """Of one's own county only; another county's roster is as good as absent."""
    shown = organ_tree(_officer(request).organ_id).filter(pk=organ_id).first()
    if shown is None:
        raise Http404
    search = CadreSearch(request.GET)
    words = search.cleaned_data["q"] if search.is_valid() else ""
    cadres = find_cadres(organ_id, words) if words else cadres_of(organ_id)
    context = {
        "organ": shown,
        "search": search,
        "words": words,
        "page": Paginator(cadres, A_PAGE).get_page(request.GET.get("page")),
        "villages": villages_of(organ_id),
        "units": units_of(organ_id),
        "departments": departments_of(organ_id),
    }
    return render(request, "roster/organ.html", context)


@permitted("roster.check_roster")
def template(request: HttpRequest) -> HttpResponse:
    """The empty workbook."""
    with tempfile.TemporaryDirectory(prefix="yixian-roster-") as folder:
        path = Path(folder) / "template.xlsx"
        write_roster_template(path)
        content = path.read_bytes()
    return file_answer(content, "名册导入表.xlsx")


@permitted("roster.enter_calendar_year", posts=True)
def calendar(request: HttpRequest) -> HttpResponse:
    form = YearEntry(request.POST or None)
    if form.is_valid():
        try:
            entry = enter_calendar_year(by=_officer(request), text=form.cleaned_data["text"], on=localdate())
        except YearUnreadable as refusal:
            for problem in refusal.problems:
                form.add_error("text", f"{problem}。")
        except Refusal as refusal:
            form.add_error(None, refusal.message)
        else:
            messages.success(request, f"已录入{entry}。")
            return redirect("roster:calendar")
    context = {"form": form, "entered": entered_years(), "shipped": sorted(published_calendar().years)}
    return render(request, "roster/calendar.html", context)
