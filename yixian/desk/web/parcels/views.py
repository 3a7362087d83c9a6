"""/desk/parcels: one door in for every sealed file; /desk/arrivals/<uid>: what came by one."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from yixian.assessment.actions import Imported, SealedFile, export_parcel, export_receipt, print_arrival
from yixian.assessment.carrying import last_day_of
from yixian.assessment.enums import TransferReply
from yixian.assessment.queries import arrival_by_uid, asked_of, transfer_by_uid
from yixian.desk.arrival_case import OURS, TONES, ArrivalCase
from yixian.desk.parcels import take_in
from yixian.desk.supervision_case import due_of_supervision
from yixian.desk.web.frame import officer_of, tried
from yixian.desk.web.paper_files import paper_file
from yixian.desk.web.parcels.acts import ACTS, arrival_or_404
from yixian.desk.web.parcels.forms import ParcelForm
from yixian.desk.web.transfers.base import transfer_or_404
from yixian.protection.officer import Officer
from yixian.protection.queries import may
from yixian.protection.web.door import permit
from yixian.toolkit.answers import file_answer
from yixian.toolkit.pieces import Event, Fact
from yixian.toolkit.today import today
from yixian.toolkit.wording import cn_date
from yixian.trail.refusal import Refusal

if TYPE_CHECKING:
    from yixian.assessment.models import Arrival

R = TransferReply
SEALED = "application/octet-stream"


@permit("assessment.import_parcel")
def import_page(request: HttpRequest) -> HttpResponse:
    """A file is taken in whole, or refused with the reason beside the field."""
    officer = officer_of(request)
    form = ParcelForm(request.POST, request.FILES) if request.method == "POST" else ParcelForm()
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["parcel"]
        done = tried(
            form,
            lambda: take_in(officer, file, today()),
            at={"parcel_refused": "parcel", "partner_unknown": "parcel"},
        )
        if done is not None:
            (messages.success if done.is_new else messages.info)(request, done.says)
            return redirect(_lands(officer, done))
    return render(request, "desk/parcels/import.html", {"form": form})


def _lands(officer: Officer, done: Imported) -> str:
    """What the file is about, where this officer may meet it; whoever may not is told no more than anybody."""
    if not done.is_of_ours:
        met = arrival_by_uid(officer, done.about.uid)
        return reverse("desk:arrival", args=[met.uid]) if met else reverse("desk:transfers")
    sent = transfer_by_uid(officer, done.about.uid)
    return reverse("desk:transfer_one", args=[sent.uid]) if sent else reverse("desk:transfers")


@permit("assessment.export_parcel")
def export(request: HttpRequest, uid: UUID) -> HttpResponse:
    """A POST, because it leaves its line in the trail; the file is made anew each time and kept nowhere."""
    if request.method != "POST":
        raise Http404
    case = transfer_or_404(officer_of(request), uid)
    return _given(
        request, lambda: export_parcel(by=case.officer, transfer=case.transfer, on=case.on), case.home
    )


@permit("assessment.export_receipt")
def receipt(request: HttpRequest, uid: UUID) -> HttpResponse:
    """回执, for the sender."""
    if request.method != "POST":
        raise Http404
    case = arrival_or_404(officer_of(request), uid)
    return _given(
        request, lambda: export_receipt(by=case.officer, arrival=case.arrival, on=case.on), case.home
    )


def _given(request: HttpRequest, make: Callable[[], SealedFile], home: str) -> HttpResponse:
    try:
        made = make()
    except Refusal as refusal:
        messages.error(request, refusal.message)
        return redirect(home)
    return file_answer(made.content, made.name, media_type=SEALED)


@permit("assessment.read_arrival", reads_only=True)
def arrival(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The letter, what was done there, what was written to and fro, and what is to be done."""
    case = arrival_or_404(officer_of(request), uid)
    found = case.arrival
    context = {
        "case": case,
        "arrival": found,
        "state": OURS[R(found.reply)],
        "tone": TONES[R(found.reply)],
        "facts": facts_of(case),
        "events": [Event(on, title, who) for on, title, who in reversed(_told(case)) if on],
        "asked": [(each, due_of_supervision(each, case.on)) for each in asked_of(found)],
        "acts": sorted((each.as_act(case) for each in ACTS if each.stands(case)), key=_primary_first),
        "exports": may(case.officer, "assessment.export_receipt", found),
        "prints": not found.is_gone and may(case.officer, "assessment.print_arrival", found),
    }
    return render(request, "desk/parcels/arrival.html", context)


def _primary_first(act: Any) -> bool:
    return bool(act.kind != "primary")


@permit("assessment.print_arrival")
def arrival_paper(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The sender's letter as it came, as PDF or Word."""
    if request.method != "POST":
        raise Http404
    case = arrival_or_404(officer_of(request), uid)
    paper = print_arrival(by=case.officer, arrival=case.arrival)
    return paper_file(paper, f"{paper.title}{case.label}", request.POST.get("as", ""))


def facts_of(case: ArrivalCase) -> list[Fact]:
    found = case.arrival
    report = reverse("desk:dossier", args=[found.report_id])
    own = [] if found.is_gone else [Fact("来件", str(found.report), href=report, change="打开")]
    last = Fact("提出异议", f"到{cn_date(last_day_of(found))}为止")
    term = case.texts.get("term", "")
    return [
        *own,
        Fact("方式", found.get_kind_display()),
        Fact("转来的机关", str(found.partner)),
        Fact("对方文号", found.letter_number),
        *([Fact("对方的原编号", found.number_there)] if found.number_there else []),
        Fact("对方转出日期", cn_date(found.sent_on)),
        Fact("收到日期", cn_date(found.arrived_on)),
        *([Fact("答复期限", f"{cn_date(found.due_on)}（{term}）")] if found.due_on and term else []),
        *([last] if found.reply == R.PENDING else []),
        Fact("回执", _receipt(found)),
    ]


def _receipt(found: "Arrival") -> str:
    if found.owes_receipt:
        return "有新的内容，待导出"
    return f"{cn_date(found.receipt_on)}导出" if found.receipt_on else "还没有导出"


def _told(case: ArrivalCase) -> list[tuple[date | None, str, str]]:
    """Of the other side's people nobody is known here."""
    found, who = case.arrival, case.arrival.answered_by.name if case.arrival.answered_by else ""
    ruled = "同意异议，收回" if found.is_gone else "维持转办"
    answer = {R.ACCEPTED: "接收", R.REPORTED: "报告办理结果"}.get(R(found.reply), "")
    return [
        (found.sent_on, f"{found.partner}{found.get_kind_display()}本机关", ""),
        (found.arrived_on, "导入加封文件", found.taken_in_by.name),
        (found.objected_on, "提出异议", who),
        (found.ruled_on, f"{found.partner}{ruled}", ""),
        (found.reply_on if answer else None, answer, who),
        (found.receipt_on, "导出回执", ""),
    ]
