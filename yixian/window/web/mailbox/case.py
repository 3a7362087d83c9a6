"""The open mailbox: where it stands, what was written, and what its holder may do."""

from django.http import HttpRequest, HttpResponse

from yixian.protection.web.door import permit
from yixian.reception.actions import open_mailbox
from yixian.reception.hotline import hotline_of
from yixian.toolkit.today import today
from yixian.window.standing import promises_of, standing_of
from yixian.window.web.frame import page
from yixian.window.web.mailbox import sitting
from yixian.window.web.mailbox.closing import ask_code
from yixian.window.web.mailbox.deeds import DEEDS
from yixian.window.web.mailbox.panels import panels_of


@permit("protection.present_code", reads_only=True)
def case(request: HttpRequest) -> HttpResponse:
    """Where it stands and all letters. Nothing here says what was reported or by whom."""
    reporter = sitting.reporter_of(request)
    if reporter is None:
        return ask_code()
    on = today()
    mailbox = open_mailbox(by=reporter, on=on)
    doors = [(slug, deed) for slug, deed in DEEDS.items() if deed.is_open(mailbox, 0)]
    context = {
        "mailbox": mailbox,
        "standing": standing_of(mailbox),
        "promises": promises_of(mailbox, on),
        "panels": panels_of(mailbox),
        "doors": [each for each in doors if not each[1].is_hard],
        "others": [each for each in doors if each[1].is_hard],
        "office_name": mailbox.organ,
        "hotline": hotline_of(mailbox.organ_id).phone,
        "done": _said(request),
    }
    return sitting.prolong(request, page(request, "window/mailbox/case.html", context))


def _said(request: HttpRequest) -> str:
    """What was done just now, in its own words."""
    deed = DEEDS.get(request.GET.get("done", ""))
    return deed.done if deed else ""
