"""The doors of pages: each view that changes something names the permit it needs."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods

from yixian.protection.actions import require
from yixian.protection.officer import PUBLIC
from yixian.protection.queries import may
from yixian.protection.web.carried import carried_by
from yixian.protection.web.forms import LoginForm

View = Callable[..., HttpResponse]


def permit(act: str, *, reads_only: bool = False) -> Callable[[View], View]:
    """Open the page to those who may do such a thing at all; the action asks again with its record.

    Marks the view with ``permit`` and ``reads_only`` for the house tests. Someone without a sitting is sent
    to log in, unless the act is open to the public.
    """
    methods = ["GET", "HEAD"] if reads_only else ["GET", "HEAD", "POST"]

    def guard(view: View) -> View:
        @require_http_methods(methods)
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            officer = getattr(request, "officer", None)
            if officer is None and not may(PUBLIC, act):
                return to_login(request)
            require(officer or PUBLIC, act)
            return view(request, *args, **kwargs)

        guarded.permit = act  # type: ignore[attr-defined]
        guarded.reads_only = reads_only  # type: ignore[attr-defined]
        return guarded

    return guard


def to_login(request: HttpRequest) -> HttpResponse:
    """Log in first, then come back here; with what was typed, when a form was sent too late."""
    carried = carried_by(request)
    if carried is not None:
        context = {"form": LoginForm(), "next": request.get_full_path(), "carried": carried}
        return render(request, "desk/login.html", context, status=401)
    return redirect(f"{resolve_url(settings.LOGIN_URL)}?{urlencode({'next': request.get_full_path()})}")
