"""Importing at the desk, in two steps: look at what would happen, then let it happen."""

from pathlib import PurePath

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from yixian.roster.actions import Imported, RosterHasProblems, check_roster, import_roster
from yixian.roster.web.forms import RosterUpload
from yixian.roster.web.parcel import ParcelLost, rows_in, unwrap, wrap
from yixian.roster.web.permitted import permitted
from yixian.trail.refusal import Refusal

SHOWN = 100
TOO_LATE = "核对结果已经过期，请重新选择文件核对。"


@permitted("roster.check_roster", posts=True)
def check(request: HttpRequest) -> HttpResponse:
    """Choose a workbook and see what it would add, change, or what is wrong with it."""
    form = RosterUpload(request.POST or None, request.FILES or None)
    if not form.is_valid():
        return _page(request, form)
    book = form.cleaned_data["book"]
    suffix, content = PurePath(book.name).suffix.lower(), book.read()
    try:
        checked = check_roster(by=request.officer, rows=rows_in(suffix, content))  # type: ignore[attr-defined]
    except Refusal as refusal:
        form.add_error(None, refusal.message)
        return _page(request, form)
    parcel = "" if checked.problems else wrap(suffix, content)
    return _page(request, RosterUpload(), checked=checked, parcel=parcel, name=book.name)


@permitted("roster.import_roster", posts=True)
def bring_in(request: HttpRequest) -> HttpResponse:
    """Import the workbook that was checked. Meanwhile the roster may have changed: then it is told again."""
    if request.method != "POST":
        return redirect("roster:check")
    try:
        rows = rows_in(*unwrap(request.POST.get("parcel", "")))
        imported = import_roster(by=request.officer, rows=rows)  # type: ignore[attr-defined]
    except RosterHasProblems as refusal:
        return _page(request, RosterUpload(), checked=Imported((), refusal.problems))
    except (Refusal, ParcelLost) as refusal:
        messages.error(request, refusal.message if isinstance(refusal, Refusal) else TOO_LATE)
        return redirect("roster:check")
    added = sum(tally.added for tally in imported.tallies)
    changed = sum(tally.changed for tally in imported.tallies)
    messages.success(request, f"名册已导入：新增 {added} 条，更新 {changed} 条。")
    return redirect("roster:home")


def _page(
    request: HttpRequest,
    form: RosterUpload,
    *,
    checked: Imported | None = None,
    parcel: str = "",
    name: str = "",
) -> HttpResponse:
    problems = checked.problems if checked else ()
    context = {
        "form": form,
        "checked": checked,
        "problems": problems[:SHOWN],
        "unshown": max(len(problems) - SHOWN, 0),
        "parcel": parcel,
        "name": name,
    }
    return render(request, "roster/import.html", context)
