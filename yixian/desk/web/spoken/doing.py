"""One press each: help that was given, an attempt to ring, a callback that is over."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from yixian.desk.web.frame import officer_of, report_or_404
from yixian.protection.web.door import permit
from yixian.reception.actions import end_callback, meet_need, note_attempt, note_need
from yixian.reception.enums import CallbackResult, CallbackState, CareNeed
from yixian.toolkit.today import today


@permit("reception.note_need")
def add_need(request: HttpRequest, report_id: UUID) -> HttpResponse:
    officer = officer_of(request)
    report = report_or_404(officer, report_id)
    if request.method == "POST":
        kind = _chosen(CareNeed, request.POST.get("kind", ""))
        note_need(by=officer, report=report, kind=kind, on=today())
    return redirect("desk:dossier", report_id)


@permit("reception.meet_need")
def met_need(request: HttpRequest, report_id: UUID, kind: str) -> HttpResponse:
    officer = officer_of(request)
    report = report_or_404(officer, report_id)
    if request.method == "POST":
        given = _chosen(CareNeed, kind)
        meet_need(by=officer, report=report, kind=given)
        messages.success(request, f"“{given.label}”已办，不再保留。")
    return redirect("desk:dossier", report_id)


@permit("reception.note_attempt")
def attempt(request: HttpRequest, report_id: UUID) -> HttpResponse:
    officer = officer_of(request)
    report = report_or_404(officer, report_id)
    if request.method == "POST":
        result = _chosen(CallbackResult, request.POST.get("result", ""))
        note_attempt(by=officer, callback=_waiting(report), result=result, on=today())
        messages.success(request, f"回拨结果已登记：{result.label}。")
    return redirect("desk:dossier", report_id)


@permit("reception.end_callback")
def end(request: HttpRequest, report_id: UUID) -> HttpResponse:
    officer = officer_of(request)
    report = report_or_404(officer, report_id)
    if request.method == "POST":
        end_callback(by=officer, callback=_waiting(report))
        messages.success(request, "已登记不再回拨。")
    return redirect("desk:dossier", report_id)


def _waiting(report: Any) -> Any:
    found = report.callbacks.filter(state=CallbackState.AGREED).first()
    if found is None:
        raise Http404
    return found


def _chosen(words: Any, value: str) -> Any:
    """One of the kept words; anything else was typed by nobody."""
    if value not in words.values:
        raise Http404
    return words(value)
