"""/desk/screening: the sessions, calling one, ending it, its minutes and its list; /desk/old-matters."""

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters

from yixian.assessment.actions import (
    LaterColumn,
    NoMinutes,
    NothingToScreen,
    close_screening,
    export_screening,
    open_screening,
    print_screening,
    take_in_matters,
)
from yixian.assessment.enums import ScreeningState
from yixian.assessment.queries import (
    handled_matters,
    last_items,
    monthly_screening,
    old_matters,
    open_matters,
    screening_by_id,
    screenings_of,
)
from yixian.desk.matters import matter_lines, stage_values
from yixian.desk.screening import session_rows
from yixian.desk.web.frame import not_theirs, officer_of, tried
from yixian.desk.web.paper_files import paper_file
from yixian.desk.web.screening.forms import CloseForm, OldForm, OpenForm
from yixian.protection.officer import Officer
from yixian.protection.queries import may
from yixian.protection.web.door import permit
from yixian.roster.enums import Role
from yixian.toolkit.answers import file_answer
from yixian.toolkit.exports import Column
from yixian.toolkit.today import today

if TYPE_CHECKING:
    from yixian.assessment.models import Screening

ON_A_PAGE = 30
STAGE = LaterColumn(Column("线索阶段", 20), stage_values)


def screening_or_404(officer: Officer, screening_id: int) -> "Screening":
    """A session of which this officer may meet anything; any other does not exist."""
    found = screening_by_id(officer, screening_id)
    if found is None:
        raise not_theirs(officer, "assessment.see_screening", f"assessment.screening:{screening_id}")
    return found


@permit("assessment.see_screening", reads_only=True)
def screenings(request: HttpRequest) -> HttpResponse:
    officer, on = officer_of(request), today()
    page = Paginator(screenings_of(officer), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "month": on,
        "held": monthly_screening(officer.organ_id, on),
        "calls_monthly": may(officer, "assessment.open_monthly_screening"),
        "waiting": open_matters(officer).count(),
    }
    return render(request, "desk/screening/screenings.html", context)


@sensitive_post_parameters()
@permit("assessment.open_screening")
def call(request: HttpRequest) -> HttpResponse:
    """Choose the kind; what the session takes in is counted before it is called."""
    officer = officer_of(request)
    form = OpenForm(request.POST or None, officer=officer, initial={"kind": request.GET.get("kind", "")})
    if request.method == "POST" and form.is_valid():
        opened = tried(form, lambda: open_screening(by=officer, facts=form.facts(), on=today()))
        if opened is not None:
            messages.success(request, f"已召集{opened}，请逐个作出决定。")
            return redirect("desk:screening", opened.pk)
    context = {"form": form, "waiting": open_matters(officer).count()}
    return render(request, "desk/screening/call.html", context)


@permit("assessment.take_in_matters")
def take_in(request: HttpRequest, screening_id: int) -> HttpResponse:
    """A POST from the page of the session; what was opened after it began comes in."""
    officer = officer_of(request)
    screening = screening_or_404(officer, screening_id)
    if request.method == "POST":
        try:
            count = take_in_matters(by=officer, screening=screening, on=today())
            messages.success(request, f"已补充纳入 {count} 个事项。")
        except NothingToScreen as refusal:
            messages.warning(request, refusal.message)
    return redirect("desk:screening", screening_id)


@sensitive_post_parameters()
@permit("assessment.close_screening")
def close(request: HttpRequest, screening_id: int) -> HttpResponse:
    """The office's own word for the minutes, and the end."""
    officer = officer_of(request)
    screening = screening_or_404(officer, screening_id)
    form = CloseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        note = form.cleaned_data["note"]
        done = tried(form, lambda: close_screening(by=officer, screening=screening, note=note, on=today()))
        if done is not None:
            messages.success(request, f"{done}已结束，排查记录已密封保存，可以打印。")
            return redirect("desk:screening", screening_id)
    rows = session_rows(officer, screening, today())
    context = {
        "form": form,
        "screening": screening,
        "waiting": [row.standing.matter.number for row in rows if row.waits],
        "count": len(rows),
        "back": reverse("desk:screening", args=[screening_id]),
        "is_over": screening.state == ScreeningState.CLOSED,
    }
    return render(request, "desk/screening/close.html", context)


@permit("assessment.print_screening")
def minutes(request: HttpRequest, screening_id: int) -> HttpResponse:
    """The sealed minutes as PDF or Word. A POST, since it leaves its line in the trail."""
    officer = officer_of(request)
    screening = screening_or_404(officer, screening_id)
    try:
        paper = print_screening(by=officer, screening=screening)
    except NoMinutes as refusal:
        messages.warning(request, refusal.message)
        return redirect("desk:screening", screening_id)
    return paper_file(paper, f"排查记录{screening}", request.POST.get("as", ""))


@permit("assessment.export_screening")
def export(request: HttpRequest, screening_id: int) -> HttpResponse:
    officer, on = officer_of(request), today()
    screening = screening_or_404(officer, screening_id)
    made = export_screening(by=officer, screening=screening, on=on, later=[STAGE])
    return file_answer(made.content, f"排查清单{screening}.xlsx")


@permit("assessment.see_old_matters", reads_only=True)
def old(request: HttpRequest) -> HttpResponse:
    """积案: matters by age and number of reports, with their plan or the lack of it."""
    officer, on = officer_of(request), today()
    form = OldForm(request.GET or None)
    asked: dict[str, Any] = form.understood()
    found = old_matters(officer, on, months=asked["months"], reports=asked["reports"])
    lacking = sum(each.plan is None for each in found)
    if asked["unplanned"]:
        found = [each for each in found if each.plan is None]
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    ids = [each.matter.pk for each in page.object_list]
    put_forward = last_items(ids)
    context = {
        "form": form if form.is_bound else OldForm(),
        "page": page,
        "consulted": {matter for matter, item in put_forward.items() if item.is_pending},
        "asks": ids if Role.CHIEF in officer.roles else handled_matters(officer),
        "lines": matter_lines(officer, list(page.object_list)),
        "lacking": lacking,
        **asked,
    }
    return render(request, "desk/screening/old.html", context)
