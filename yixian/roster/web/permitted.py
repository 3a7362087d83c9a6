"""The door of the roster's pages. ``protection`` stands above this house, so the rows of access are read here."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, resolve_url
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods

from yixian.roster.access import PERMIT_ROWS

View = Callable[..., HttpResponse]


def permitted(act: str, *, posts: bool = False) -> Callable[[View], View]:
    """Open the page to those whose role the act's row names; the action itself asks the rest."""
    roles = frozenset(next(row[2] for row in PERMIT_ROWS if row[0] == act))

    def guard(view: View) -> View:
        @require_http_methods(["GET", "HEAD", "POST"] if posts else ["GET", "HEAD"])
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            officer = getattr(request, "officer", None)
            if officer is None:
                return _to_login(request)
            if not officer.roles & roles:
                raise PermissionDenied(act)
            return view(request, *args, **kwargs)

        guarded.permit = act  # type: ignore[attr-defined]
        guarded.reads_only = not posts  # type: ignore[attr-defined]
        return guarded

    return guard


def _to_login(request: HttpRequest) -> HttpResponse:
    """Log in first, then come back here."""
    return redirect(f"{resolve_url(settings.LOGIN_URL)}?{urlencode({'next': request.get_full_path()})}")
