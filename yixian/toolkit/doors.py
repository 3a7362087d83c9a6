"""The door of a page: it answers only the methods it names, lets in whom it is told to, and sends others to log in."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, resolve_url
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods

LATE = "late"
"""In the address of the log-in: what is posted there was meant for ``next``."""
View = Callable[..., HttpResponse]
Admits = Callable[[HttpRequest], bool]
"""False asks for a log-in first; somebody who is known and may not is refused by an exception."""


def door(admits: Admits, *, act: str = "", reads_only: bool = False) -> Callable[[View], View]:
    """Mark the view with ``permit`` (the act) and ``reads_only``, which the house tests read."""
    methods = ["GET", "HEAD"] if reads_only else ["GET", "HEAD", "POST"]

    def guard(view: View) -> View:
        @require_http_methods(methods)
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            return view(request, *args, **kwargs) if admits(request) else to_login(request)

        guarded.permit = act  # type: ignore[attr-defined]
        guarded.reads_only = reads_only  # type: ignore[attr-defined]
        return guarded

    return guard


def to_login(request: HttpRequest) -> HttpResponse:
    """Log in first, then come back here. A form that was sent too late is sent on whole: the log-in carries it."""
    query: dict[str, str] = {"next": request.get_full_path()}
    if request.method != "POST":
        return redirect(_log_in(query))
    return _sent_on(_log_in({**query, LATE: "1"}))


def _log_in(query: dict[str, str]) -> str:
    return f"{resolve_url(settings.LOGIN_URL)}?{urlencode(query)}"


def _sent_on(address: str) -> HttpResponse:
    """Status 307: the browser repeats the very request there, with everything typed."""
    response = HttpResponseRedirect(address)
    response.status_code = 307
    return response
