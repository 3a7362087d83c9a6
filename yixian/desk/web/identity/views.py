"""/desk/identity: asking, granting and seeing who reported; each step by whom and when."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.debug import sensitive_variables

from yixian.desk.identities import line_of, requests_of, steps_of
from yixian.desk.web.files.views import sandboxed
from yixian.desk.web.frame import officer_of, tried
from yixian.protection.actions import (
    LoanOver,
    grant_identity,
    read_identity_reason,
    refuse_identity,
    view_identity,
    view_identity_file,
)
from yixian.protection.enums import RequestState
from yixian.protection.officer import Officer
from yixian.protection.queries import identity_request, may
from yixian.protection.web.door import permit
from yixian.reception.queries import identifying_files
from yixian.toolkit.files import PICTURES, FileKind
from yixian.toolkit.forms import FaceForm
from yixian.toolkit.pieces import Fact

GRANT, REFUSE = "grant", "refuse"
SLOTS = (
    ("name", "姓名"),
    ("phone", "电话"),
    ("address", "住址"),
    ("id_number", "证件号"),
    ("note", "备注"),
)
SHORTEST_REFRESH = 1


class DecisionForm(FaceForm):
    verdict = forms.ChoiceField(
        label="决定",
        choices=[(GRANT, "批准，查看几分钟"), (REFUSE, "不批准")],
        widget=forms.RadioSelect,
    )


@permit("protection.request_identity", reads_only=True)
def identities(request: HttpRequest) -> HttpResponse:
    """What waits for this officer, the own requests, and what became of the others'."""
    officer = officer_of(request)
    context = {"requests": requests_of(officer), "grants": may(officer, "protection.grant_identity")}
    return render(request, "desk/identity/identities.html", context)


@permit("protection.grant_identity")
def decide(request: HttpRequest, request_id: int) -> HttpResponse:
    """The reason is opened for whoever decides; nobody decides on the own request."""
    officer = officer_of(request)
    asked = request_or_404(officer, request_id, "protection.grant_identity")
    form = DecisionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        decided = tried(form, lambda: _decided(officer, asked, form.cleaned_data["verdict"]))
        if decided is not None:
            messages.success(request, said(decided))
            return redirect("desk:identity")
    pending = asked.state == RequestState.ASKED
    reason = tried(form, lambda: read_identity_reason(by=officer, request=asked)) if pending else ""
    context = {
        "form": form,
        "line": line_of(officer, asked),
        "reason": reason,
        "steps": steps_of(asked),
        "pending": pending,
    }
    return render(request, "desk/identity/decide.html", context)


def _decided(officer: Officer, asked: Any, verdict: str) -> Any:
    if verdict == REFUSE:
        return refuse_identity(by=officer, request=asked)
    files = [each.content for each in identifying_files(asked.subject)]
    return grant_identity(by=officer, request=asked, files=files)


def said(decided: Any) -> str:
    if decided.state == RequestState.GRANTED:
        until = timezone.localtime(decided.expires_at)
        return f"已批准，{decided.asked_by.name}可以查看到 {until:%H:%M}。纪委书记已得到提醒。"
    return "已决定不批准。"


@sensitive_variables("opened")
@permit("protection.view_identity")
def view(request: HttpRequest, request_id: int) -> HttpResponse:
    """Who the reporter is, until the minute that is written on the page; then the page leaves by itself."""
    officer = officer_of(request)
    asked = request_or_404(officer, request_id, "protection.view_identity")
    if request.method != "POST":
        return redirect("desk:identity")
    opened = view_identity(by=officer, request=asked)
    left = (asked.expires_at - timezone.now()).total_seconds()
    context = {
        "line": line_of(officer, asked),
        "facts": [Fact(label, opened[slot]) for slot, label in SLOTS if opened.get(slot)],
        "files": list(identifying_files(asked.subject)),
        "steps": steps_of(asked),
        "seconds": max(SHORTEST_REFRESH, int(left)),
        "minutes": max(1, round(left / 60)),
        "leave": reverse("desk:identity"),
    }
    return render(request, "desk/identity/view.html", context)


@permit("protection.view_identity", reads_only=True)
def file(request: HttpRequest, request_id: int, position: int) -> HttpResponse:
    """A page of the letter or a signature, under the same grant and for the same minutes."""
    officer = officer_of(request)
    asked = request_or_404(officer, request_id, "protection.view_identity")
    found = identifying_files(asked.subject).filter(position=position).first()
    if found is None:
        raise Http404
    try:
        held = view_identity_file(by=officer, request=asked, seal=found.content)
    except LoanOver as over:
        messages.warning(request, over.message)
        return redirect("desk:identity")
    kind = FileKind[held["kind"].decode()]
    return sandboxed(held["file"], kind.media_type, held["name"].decode(), save=kind not in PICTURES)


def request_or_404(officer: Officer, request_id: int, act: str) -> Any:
    """A request of this office that this officer may act on; any other does not exist."""
    found = identity_request(request_id)
    if found is None or found.organ_id != officer.organ_id or not may(officer, act, found):
        raise Http404
    return found
