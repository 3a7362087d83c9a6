"""The receipt: the number, the code shown this once, and its square to be read by a phone.

The code is in the answer to the very request that registered, and nowhere else: not in the session, not in an
address. The square leads to the page of the window that asks for a code, and never holds the code: an address
stays in a phone's history.
"""

from typing import Any

import segno
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.debug import sensitive_post_parameters

from yixian.desk.due import due_of
from yixian.desk.web.frame import officer_of, report_or_404
from yixian.desk.web.paper_files import paper_file
from yixian.protection.web.door import permit
from yixian.reception.actions import Registered, print_receipt
from yixian.reception.hotline import hotline_of
from yixian.reception.queries import clocks_of
from yixian.reception.queries.promised import FIRST_COME
from yixian.roster.queries import organ_of, working_calendar
from yixian.toolkit.today import today

SQUARE = "举报窗口的二维码"


def show_receipt(request: HttpRequest, registered: Registered, again_url: str) -> HttpResponse:
    square = square_of(request)
    report = registered.report
    first = clocks_of(report).filter(met_on__isnull=True).order_by("due_on", "pk").first()
    more = {
        "due": due_of(first, today(), working_calendar()) if first else None,
        "report": report,
        "on": today(),
        "window_address": request.build_absolute_uri(reverse("window:home")),
        "hotline": hotline_of(report.organ_id),
        "address": organ_of(report.organ_id).address,
        "code": registered.code,
        "square": square,
        "dossier_url": reverse("desk:dossier", args=[report.pk]),
        "promise_url": _promise_url(report),
        "again_url": again_url,
    }
    return render(request, "desk/entry/receipt.html", more)


def _promise_url(report: Any) -> str:
    """Where the two-sided promise is made: for a first letter or visit; a repeat keeps to the earlier one."""
    first = report.repeat_of_id is None and report.channel in FIRST_COME
    return reverse("desk:promise", args=[report.pk]) if first else ""


def square_of(request: HttpRequest) -> SafeString:
    """An SVG of plain elements without style, as the content security policy wants it."""
    drawn = segno.make(request.build_absolute_uri(reverse("window:mailbox")), error="m").svg_inline(
        scale=4, border=2, svgclass="square", lineclass=None, title=SQUARE
    )
    return mark_safe(drawn)  # noqa: S308 - drawn by segno from our own address


@sensitive_post_parameters("code")
@permit("reception.print_receipt")
def receipt_paper(request: HttpRequest, report_id: Any) -> HttpResponse:
    """The slip, as PDF or Word. The code comes with the request, from the page that shows it."""
    officer = officer_of(request)
    report = report_or_404(officer, report_id)
    paper = print_receipt(
        by=officer,
        report=report,
        code=request.POST.get("code", ""),
        window=request.build_absolute_uri(reverse("window:mailbox")),
        on=today(),
    )
    return paper_file(paper, f"回执{report.number}", request.POST.get("as", ""))
