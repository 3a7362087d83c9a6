"""/desk/keys: colleagues whose roles need a key that they do not have yet. Whoever holds it hands it over."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from yixian.desk.web.accounts.views import roles_in
from yixian.desk.web.frame import officer_of
from yixian.protection.actions import hand_keys, keys_awaited
from yixian.protection.officer import Officer
from yixian.protection.web.door import permit
from yixian.trail.refusal import Refusal


@permit("protection.hand_keys", reads_only=True)
def keys(request: HttpRequest) -> HttpResponse:
    return show(request, officer_of(request))


def show(request: HttpRequest, officer: Officer, refused: str = "", at: int = 0) -> HttpResponse:
    lines = [(each, roles_in(each)) for each in keys_awaited(officer)]
    return render(request, "desk/accounts/keys.html", {"lines": lines, "refused": refused, "at": at})


@permit("protection.hand_keys")
def hand(request: HttpRequest, staff_id: int) -> HttpResponse:
    """Wrap to the colleague what the colleague's roles need; the list is shown again with any refusal beside it."""
    officer = officer_of(request)
    staff = next((each for each in keys_awaited(officer) if each.pk == staff_id), None)
    if staff is None:
        raise Http404
    if request.method != "POST":
        return redirect("desk:keys")
    try:
        hand_keys(by=officer, staff=staff)
    except Refusal as refusal:
        return show(request, officer, refusal.message, staff.pk)
    messages.success(request, f"密钥已交付{staff.name}，对方刷新页面就能使用。")
    return redirect("desk:keys")
