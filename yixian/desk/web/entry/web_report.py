"""Registering a report out of the inbox: the reporter's words stay, the clerk settles the rest."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from yixian.assessment.queries import arrival_of, crossing_request_of, transfer_in_of
from yixian.desk.entering import enter_web, shown_title
from yixian.desk.looking import look_at
from yixian.desk.web.entry.forms import AssessForm, WebEntryForm
from yixian.desk.web.entry.rows import people_rows, rows_of
from yixian.desk.web.entry.screen import (
    PEOPLE,
    assessed_of,
    class_of,
    hush,
    hush_rows,
    told_once,
    with_another_row,
)
from yixian.desk.web.frame import officer_of, report_or_404, tried
from yixian.protection.officer import Officer
from yixian.protection.queries import may
from yixian.protection.web.door import permit
from yixian.reception.actions import ReportContent, read_messages, read_report, send_up_as_envelope
from yixian.reception.enums import ReportState, Signing
from yixian.toolkit.today import today

if TYPE_CHECKING:
    from yixian.reception.models import Message


@permit("reception.register_web_report")
def register_web(request: HttpRequest, report_id: UUID) -> HttpResponse:
    """One waiting report, opened; registered with a number, its people, its class and its matter."""
    officer = officer_of(request)
    report = report_or_404(officer, report_id)
    if report.state != ReportState.RECEIVED:
        return redirect("desk:dossier", report_id)
    content = read_report(by=officer, report=report)
    screen = WebScreen(officer, content, request.POST if request.method == "POST" else None)
    if screen.data is not None:
        return _answer(request, screen)
    return _show(request, screen)


class WebScreen:
    """The forms beside the opened report. A first visit shows the names as the reporter typed them."""

    def __init__(self, officer: Officer, content: ReportContent, data: Any) -> None:
        self.officer, self.content, self.report, self.data = officer, content, content.report, data
        self.letters: list[tuple[Message, str]] = []
        given = content.account.reported
        signed = content.report.signing == Signing.UNVERIFIED
        initial = {"people_count": self.report.people_count, "village": self.report.village_id}
        self.came = transfer_in_of(self.report.pk)
        self.arrival = arrival_of(self.report.pk)
        self.asked = crossing_request_of(self.report.pk)
        self.form = WebEntryForm(data, officer=officer, signed=signed, initial=initial)
        rows = list(rows_of(given))
        self.people = people_rows(data, prefix=PEOPLE, organ_id=officer.organ_id, initial=rows)
        reported = self.people.facts() if data is not None and self.people.is_valid() else given
        chosen = class_of(data.get("report_class", "")) if data is not None else None
        self.look = look_at(
            officer,
            title=content.account.title,
            account=content.account.account,
            reported=reported,
            chosen=chosen,
            without=self.report,
        )
        self.assess = AssessForm(data, look=self.look)

    @property
    def title(self) -> str:
        return shown_title(self.content)

    @property
    def troubles(self) -> dict[str, Any]:
        return told_once(self.form, *self.people.forms, self.assess)

    def quietly(self) -> "WebScreen":
        hush(self.form, self.assess, *self.people.forms)
        hush_rows(self.people)
        return self


def _answer(request: HttpRequest, screen: WebScreen) -> HttpResponse:
    do = request.POST.get("do", "")
    if do == "more_people":
        longer = with_another_row(request.POST, PEOPLE)
        return _show(request, WebScreen(screen.officer, screen.content, longer).quietly())
    if do == "look":
        return _show(request, screen.quietly())
    return _send_up(request, screen) if do == "superior" else _register(request, screen)


def _show(request: HttpRequest, screen: WebScreen) -> HttpResponse:
    """What the reporter wrote since stands beside the account; for htmx only what stands beside them."""
    partial = bool(getattr(request, "htmx", False))
    if not partial and may(screen.officer, "reception.read_messages", screen.report):
        screen.letters = read_messages(by=screen.officer, report=screen.report, on=today())
    return render(
        request, "desk/entry/panel_again.html" if partial else "desk/entry/web.html", {"screen": screen}
    )


def _register(request: HttpRequest, screen: WebScreen) -> HttpResponse:
    checked = [each.is_valid() for each in (screen.form, screen.people, screen.assess)]
    if not all(checked):
        return _show(request, screen)
    report = tried(
        screen.form,
        lambda: enter_web(
            by=screen.officer,
            report=screen.report,
            corrections=screen.form.corrections(screen.people.facts()),
            title=screen.title,
            assessed=assessed_of(screen.assess),
            on=today(),
        ),
    )
    if report is None:
        return _show(request, screen)
    messages.success(request, f"已登记，编号{report.number}。举报人凭原来的查询码可以看到进展。")
    return redirect("desk:dossier", report.pk)


def _send_up(request: HttpRequest, screen: WebScreen) -> HttpResponse:
    """It belongs to the superior: the report moves there, and an envelope stays."""
    sent = tried(
        screen.form, lambda: send_up_as_envelope(by=screen.officer, report=screen.report, on=today())
    )
    if sent is None:
        return _show(request, screen)
    messages.success(request, "已封存并报送上级，本机关只留信封。")
    return redirect("desk:envelopes")
