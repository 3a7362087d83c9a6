"""The lists of destruction, drawing one up, and the page of one: whose turn it is and what was said."""

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters

from yixian.desk.destruction_case import DestructionCase
from yixian.desk.web.destruction.acts import acts_of
from yixian.desk.web.destruction.base import list_or_404
from yixian.desk.web.destruction.forms import DrawUpForm
from yixian.desk.web.frame import officer_of, tried
from yixian.protection.actions import open_seals
from yixian.protection.queries import may
from yixian.protection.texts import SLOT
from yixian.protection.web.door import permit
from yixian.regulations.archiving import APPRAISAL
from yixian.resolution.actions import draw_up_destruction
from yixian.resolution.appraising import who_is_missing
from yixian.resolution.enums import DestructionState, ListedState
from yixian.resolution.queries.destruction import files_to_appraise, lists_of
from yixian.toolkit.pieces import Event, Fact
from yixian.toolkit.today import today

if TYPE_CHECKING:
    from yixian.resolution.models import Appraisal, ListedFile

S, L = DestructionState, ListedState
ON_A_PAGE = 30
TONES = {
    S.REVIEWING: "waiting",
    S.REVIEWED: "waiting",
    S.APPROVED: "active",
    S.DONE: "done",
    S.ALL_KEPT: "done",
    S.RETURNED: "stopped",
}
ROW_TONES = {
    L.WAITING: "waiting",
    L.AGREED: "active",
    L.TO_KEEP: "active",
    L.KEPT: "done",
    L.LEFT_OUT: "stopped",
    L.STAYED: "stopped",
    L.RETURNED: "stopped",
    L.DESTROYED: "done",
}


@dataclass(frozen=True, slots=True)
class RowLine:
    """One file of the list with its words and the opinions that may be told."""

    row: "ListedFile"
    title: str
    reason: str
    index: str
    tone: str
    said: "list[tuple[Appraisal, str]]"


@permit("resolution.see_destruction", reads_only=True)
def destructions(request: HttpRequest) -> HttpResponse:
    officer, on = officer_of(request), today()
    page = Paginator(lists_of(officer), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "lines": [(each, TONES[S(each.state)]) for each in page.object_list],
        "due": len(files_to_appraise(officer, on)),
        "missing": who_is_missing(officer.organ_id, officer.staff_id),
        "draws": may(officer, "resolution.draw_up_destruction"),
        "article": f"{APPRAISAL.cite()}（{APPRAISAL.grade.label}）",
    }
    return render(request, "desk/destruction/lists.html", context)


@sensitive_post_parameters()
@permit("resolution.draw_up_destruction")
def draw_up(request: HttpRequest) -> HttpResponse:
    """Every file past its term, each to be listed or left out with its reason."""
    officer, on = officer_of(request), today()
    files = files_to_appraise(officer, on)
    titles = open_seals(by=officer, seals=[each.matter.title for each in files], slot=SLOT)
    form = DrawUpForm(request.POST or None, files=files, titles=titles)
    if request.method == "POST" and form.is_valid():
        made = tried(
            form,
            lambda: draw_up_destruction(by=officer, listed=form.listed, left_out=form.left_out, on=on),
        )
        if made is not None:
            messages.success(request, f"{made.number}清册已编制，等两名鉴定人各自鉴定。")
            return redirect("desk:destruction", made.uid)
    context = {
        "form": form,
        "count": len(files),
        "missing": who_is_missing(officer.organ_id, officer.staff_id),
        "back": reverse("desk:destructions"),
    }
    return render(request, "desk/destruction/draw_up.html", context)


@permit("resolution.see_destruction", reads_only=True)
def destruction(request: HttpRequest, uid: UUID) -> HttpResponse:
    case = list_or_404(officer_of(request), uid)
    read = case.read
    context = {
        "case": case,
        "listing": case.listing,
        "tone": TONES[S(case.listing.state)],
        "facts": facts_of(case),
        "events": events_of(case),
        "lines": [
            RowLine(
                each,
                read.titles.get(each.uid, ""),
                read.reasons.get(each.uid, ""),
                read.indexes.get(each.uid, ""),
                ROW_TONES[L(each.state)],
                read.opinions_of(each),
            )
            for each in read.rows
        ],
        "blind": case.is_in(S.REVIEWING),
        "acts": [each.as_act(case) for each in acts_of(case)],
    }
    return render(request, "desk/destruction/list.html", context)


def facts_of(case: DestructionCase) -> list[Fact]:
    listed = [each for each in case.read.rows if each.state != L.LEFT_OUT]
    papers, pages = sum(each.papers for each in listed), sum(each.pages for each in listed)
    told = [
        Fact("列入", f"{len(listed)}卷，{papers}件，{pages}页"),
        Fact("没有列入", f"{case.count(L.LEFT_OUT)}卷"),
    ]
    if case.is_in(S.REVIEWING):
        told.append(Fact("已鉴定", f"{len(case.listing.reviewer_ids())}人（要两人）"))
    if case.is_in(S.APPROVED):
        names = "、".join(each.staff.name for each in case.here_today) or "还没有"
        told.append(Fact("今天到场的监销人", names))
    for state in (L.AGREED, L.TO_KEEP, L.KEPT, L.DESTROYED, L.STAYED):
        if case.count(state):
            told.append(Fact(str(state.label), f"{case.count(state)}卷"))
    return told


def events_of(case: DestructionCase) -> list[Event]:
    """Newest first. While two appraise, nobody is told who of them has."""
    found = case.listing
    told = [Event(found.drawn_on, "编制清册", found.drawn_by.name)]
    if not case.is_in(S.REVIEWING):
        each_once = {said.reviewer.name: said.given_on for said in case.read.opinions}
        told += [Event(on, "鉴定", name) for name, on in each_once.items()]
    if found.decided_on and found.decided_by:
        what = "退回" if found.state == S.RETURNED else "批准"
        told.append(Event(found.decided_on, what, found.decided_by.name, case.read.note))
    told += [Event(each.came_on, "监销到场", each.staff.name) for each in case.witnesses]
    if found.executed_on and found.executed_by:
        told.append(Event(found.executed_on, "执行销毁", found.executed_by.name))
    return list(reversed(told))
