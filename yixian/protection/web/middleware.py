"""``request.officer`` for every request, and a plain page for every refusal that no view has caught."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import Resolver404, resolve

from yixian.protection.actions import GONE, Destroyed, TooManyAttempts
from yixian.protection.actions.rings import NoSitting
from yixian.protection.permits import NotPermitted
from yixian.protection.web import cookies
from yixian.protection.web.door import to_login
from yixian.trail.actions import record
from yixian.trail.enums import Outcome
from yixian.trail.refusal import Refusal

Answer = Callable[[HttpRequest], HttpResponse]
BEFORE_CHANGING = frozenset({"desk:passphrase", "desk:logout", "desk:login"})


class SittingMiddleware:
    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        officer = cookies.officer_of(request) if request.path.startswith(cookies.PATH) else None
        request.officer = officer  # type: ignore[attr-defined]
        if officer is not None and officer.must_change_passphrase and not _is_changing(request):
            return redirect("desk:passphrase")
        response = self.get_response(request)
        if officer is not None:
            response["Cache-Control"] = "no-store"
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """What a view let through: the sentence for the screen; or nothing there, if that must not be told."""
        if isinstance(exception, NotPermitted):
            _note(request, exception)
        if isinstance(exception, NoSitting):
            return to_login(request)
        if isinstance(exception, Refusal):
            return refused(request, exception)
        return None


def _note(request: HttpRequest, refusal: NotPermitted) -> None:
    """An attempt that was refused at a page's door is in the trail; what an action refused is there already."""
    officer = request.officer  # type: ignore[attr-defined]
    if officer is None or not refusal.act or hasattr(refusal, "lost_entries"):
        return
    record(
        by=officer, act=refusal.act, subject=refusal.subject, outcome=Outcome.REFUSED, why=NotPermitted.key
    )


def refused(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    """A page of its own for a refusal. A hidden one looks like an address that does not exist."""
    face = "desk" if request.path.startswith(cookies.PATH) else "window"
    if isinstance(refusal, NotPermitted) and refusal.hidden:
        return render(request, f"{face}/errors/404.html", status=404)
    base = "desk/alone.html" if face == "desk" else "window/base.html"
    heading = GONE if isinstance(refusal, Destroyed) else "这一步不能办理"
    context = {"base": base, "sentence": refusal.message, "heading": heading}
    return render(request, "protection/refused.html", context, status=_status(refusal))


def _status(refusal: Refusal) -> int:
    if isinstance(refusal, NotPermitted):
        return 403
    if isinstance(refusal, Destroyed):
        return 410
    return 429 if isinstance(refusal, TooManyAttempts) else 409


def _is_changing(request: HttpRequest) -> bool:
    try:
        return resolve(request.path_info).view_name in BEFORE_CHANGING
    except (Resolver404, Http404):
        return False
