"""The door of the mailbox: the code is asked for, once for each sitting."""

from io import BytesIO

import segno
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters

from yixian.protection.actions import (
    NotProven,
    TooManyAttempts,
    WrongCode,
    issue_challenge,
    present_code,
    read_code,
)
from yixian.protection.web.door import permit
from yixian.protection.web.proof import check_proof
from yixian.window import drawers
from yixian.window.drawers import WindowFull
from yixian.window.forms import CodeForm
from yixian.window.web.frame import page, unkept
from yixian.window.web.mailbox import sitting


@sensitive_post_parameters()
@permit("protection.present_code")
def enter(request: HttpRequest) -> HttpResponse:
    if request.method != "POST" and drawers.read(request, drawers.MAILBOX) is not None:
        return unkept(HttpResponseRedirect(reverse("window:case")))
    form = CodeForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            return _open(request, form.cleaned_data["code"])
        except WrongCode as refusal:
            form.add_error("code", refusal.message)
        except (NotProven, TooManyAttempts, WindowFull) as refusal:
            form.add_error(None, refusal.message)
    return page(request, "window/mailbox/enter.html", _context(request, form))


def _open(request: HttpRequest, code: str) -> HttpResponse:
    check_proof(request)
    present_code(code)
    response = unkept(HttpResponseRedirect(reverse("window:case")))
    sitting.begin(request, response, code)
    return response


def _context(request: HttpRequest, form: CodeForm) -> dict[str, object]:
    """After a slip the groups are shown as understood, to be compared one by one with the receipt."""
    typed = str(form.data.get("code", "")) if form.has_error("code") else ""
    groups = read_code(typed=typed).groups if typed else ()
    return {"form": form, "groups": groups, "challenge": issue_challenge()}


@permit("protection.present_code", reads_only=True)
def address(request: HttpRequest) -> HttpResponse:
    """The address of this page as a QR code. It never holds a receipt code: addresses are kept by browsers,
    by whoever scans them, and by machines on the way (decision 0005).
    """
    drawn = BytesIO()
    code = segno.make_qr(request.build_absolute_uri(reverse("window:mailbox")), error="m")
    code.save(drawn, kind="svg", scale=4, border=4, light="#fff", dark="#000", xmldecl=False)
    return HttpResponse(drawn.getvalue(), content_type="image/svg+xml")
