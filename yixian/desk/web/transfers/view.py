"""/desk/transfers: what this office sent and what came to it with the clocks, and one transfer with both sides."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from yixian.assessment.actions import print_letter
from yixian.assessment.enums import TransferReply
from yixian.assessment.objecting import last_day_to_object
from yixian.assessment.queries import (
    arrivals,
    supervisions_of,
    supervisions_of_many,
    transfers_received,
    transfers_sent,
)
from yixian.desk.arrival_case import OURS
from yixian.desk.due import due_of
from yixian.desk.supervision_case import due_of_supervision
from yixian.desk.transfer_case import TransferCase
from yixian.desk.web.frame import officer_of
from yixian.desk.web.paper_files import paper_file
from yixian.desk.web.transfers.acts import ACTS
from yixian.desk.web.transfers.base import TransferForm, transfer_or_404
from yixian.desk.web.transfers.supervising import IssueSupervision
from yixian.protection.officer import Officer
from yixian.protection.queries import may
from yixian.protection.web.door import permit
from yixian.roster.queries import working_calendar
from yixian.toolkit.due import Due
from yixian.toolkit.pieces import Act, Event, Fact
from yixian.toolkit.today import today
from yixian.toolkit.wording import cn_date

if TYPE_CHECKING:
    from yixian.assessment.models import Arrival, Supervision, Transfer

R = TransferReply
ON_A_PAGE = 50
TONES = {
    R.PENDING: "waiting",
    R.OBJECTED: "waiting",
    R.UPHELD: "waiting",
    R.ACCEPTED: "active",
    R.REFUSED: "stopped",
    R.REPORTED: "done",
}
SENT, RECEIVED = "sent", "received"


@dataclass(frozen=True, slots=True)
class Line:
    """One row of either list; ``due`` while the receiver's answer or report is awaited."""

    transfer: "Transfer"
    other: str
    tone: str
    due: Due | None
    supervision: "Supervision | None" = None
    pressed: Due | None = None


@permit("assessment.read_transfer", reads_only=True)
def transfers(request: HttpRequest) -> HttpResponse:
    """What this office sent below and beside, or what came to it."""
    officer, on = officer_of(request), today()
    chosen = SENT if request.GET.get("of") == SENT else RECEIVED
    found = transfers_sent(officer) if chosen == SENT else transfers_received(officer).reverse()
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "lines": lines_of(page.object_list, chosen == SENT, on),
        "chosen": chosen,
        "arrived": arrival_lines(officer) if chosen == RECEIVED else [],
        "imports": may(officer, "assessment.import_parcel"),
    }
    return render(request, "desk/transfers/transfers.html", context)


def arrival_lines(officer: Officer) -> "list[tuple[Arrival, str, str]]":
    """What came by sealed files, with where it stands in this office's words."""
    return [(each, OURS[R(each.reply)], TONES[R(each.reply)]) for each in arrivals(officer)[:ON_A_PAGE]]


def lines_of(found: "Iterable[Transfer]", sent: bool, on: date) -> list[Line]:
    calendar, rows = working_calendar(), list(found)
    asked = supervisions_of_many(each.pk for each in rows)
    return [
        Line(
            each,
            each.receiver if sent else str(each.report.organ),
            TONES[R(each.reply)],
            due_of(each.clock, on, calendar) if each.clock and each.clock.met_on is None else None,
            asked.get(each.pk),
            due_of_supervision(asked[each.pk], on) if each.pk in asked else None,
        )
        for each in rows
    ]


@permit("assessment.read_transfer", reads_only=True)
def transfer_one(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The letter and what both sides wrote; where it went back, the receiver sees that it did and no more."""
    case = transfer_or_404(officer_of(request), uid)
    context = {
        "case": case,
        "transfer": case.transfer,
        "tone": TONES[R(case.transfer.reply)],
        "facts": facts_of(case),
        "texts": case.texts if case.own_row else {},
        "events": events_of(case),
        "acts": acts_of(case),
        "prints": case.own_row is not None and may(case.officer, "assessment.print_letter", case.transfer),
        "exports": case.transfer.to_partner_id is not None
        and may(case.officer, "assessment.export_parcel", case.transfer),
        "asked": [(each, due_of_supervision(each, case.on)) for each in supervisions_of(case.transfer)],
    }
    return render(request, "desk/transfers/transfer.html", context)


@permit("assessment.print_letter")
def transfer_letter(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The letter as it went out, for either side, as PDF or Word. A POST: a print leaves its line in the trail."""
    if request.method != "POST":
        raise Http404
    case = transfer_or_404(officer_of(request), uid)
    if case.own_row is None:
        raise Http404
    paper = print_letter(by=case.officer, transfer=case.transfer)
    return paper_file(paper, f"{paper.title}{case.label}", request.POST.get("as", ""))


def acts_of(case: TransferCase) -> list[Act]:
    """Only those of the own side; the other side's are not even named as somebody else's."""
    every: tuple[type[TransferForm], ...] = (*ACTS, IssueSupervision)
    own = [each for each in every if each.of_sender == case.is_sender]
    acts = [each.as_act(case) for each in own if each.stands(case)]
    return sorted(acts, key=lambda act: act.kind != "primary")


def facts_of(case: TransferCase) -> list[Fact]:
    found = case.transfer
    (line,) = lines_of([found], case.is_sender, case.on)
    return [
        *_row_fact(case),
        Fact("方式", found.get_kind_display()),
        Fact("文号", found.letter_number),
        Fact("转出机关", str(found.report.organ)),
        Fact("收文机关", found.receiver),
        Fact("转出日期", cn_date(found.sent_on)),
        *_file_facts(found),
        *([Fact("答复期限", f"{cn_date(line.due.on)}（{line.due.term}）")] if line.due else []),
        *(
            [Fact("提出异议", f"到{cn_date(last_day_to_object(found))}为止")]
            if found.reply == R.PENDING and (found.to_partner_id is None or found.arrived_on)
            else []
        ),
    ]


def _file_facts(found: "Transfer") -> list[Fact]:
    """How it went and whether the partner has it; of what goes by no file nothing."""
    if found.to_partner_id is None:
        return []
    sent = "有待导出" if found.owes_parcel else f"{cn_date(found.parcel_on)}导出" if found.parcel_on else ""
    arrived = f"{cn_date(found.arrived_on)}收到" if found.arrived_on else "还没有回执"
    identity = (
        "没有署名" if found.report.identity is None else "已加封送去" if found.identity_sent else "没有送去"
    )
    return [Fact("加封文件", sent), Fact("对方收到", arrived), Fact("举报人身份", identity)]


def _row_fact(case: TransferCase) -> list[Fact]:
    own = case.own_row
    if own is None:
        return []
    return [Fact("来件", str(own), href=reverse("desk:dossier", args=[own.pk]), change="打开")]


def events_of(case: TransferCase) -> list[Event]:
    """What happened, newest first. Of the other side's people only the office is named."""
    return [Event(on, title, who) for on, title, who in reversed(_told(case)) if on]


def _told(case: TransferCase) -> list[tuple[date | None, str, str]]:
    found = case.transfer
    sender, receiver = str(found.report.organ), found.receiver
    ours = found.sent_by.name if case.is_sender else ""
    ruler = found.ruled_by.name if found.ruled_by and case.is_sender else ""
    theirs = found.answered_by.name if found.answered_by and not case.is_sender else ""
    ruled = "同意异议，收回" if found.reply == R.REFUSED else "维持转办"
    answered = found.reply_on if found.reply in (R.ACCEPTED, R.REPORTED) else None
    return [
        (found.sent_on, f"{sender}{found.get_kind_display()}{receiver}", ours),
        (found.objected_on, f"{receiver}提出异议", theirs),
        (found.ruled_on, f"{sender}{ruled}", ruler),
        (answered, f"{receiver}：{found.get_reply_display()}", theirs),
    ]
