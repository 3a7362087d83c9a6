"""The doors of pages: each view that changes something names the permit it needs."""

from collections.abc import Callable
from functools import partial

from django.http import Http404, HttpRequest

from yixian.protection.actions import require
from yixian.protection.officer import PUBLIC, Officer
from yixian.protection.queries import may
from yixian.toolkit.doors import View, door, to_login

__all__ = ["officer_of", "permit", "to_login"]


def officer_of(request: HttpRequest) -> Officer:
    """Whoever sits at the desk; the door of the view has made sure that there is somebody."""
    officer = request.officer  # type: ignore[attr-defined]
    if not isinstance(officer, Officer):
        raise Http404
    return officer


def permit(act: str, *, reads_only: bool = False) -> Callable[[View], View]:
    """Open the page to those who may do such a thing at all; the action asks again with its record.

    Someone without a sitting is sent to log in, unless the act is open to the public.
    """
    return door(partial(_admits, act), act=act, reads_only=reads_only)


def _admits(act: str, request: HttpRequest) -> bool:
    officer = getattr(request, "officer", None)
    if officer is None and not may(PUBLIC, act):
        return False
    require(officer or PUBLIC, act)
    return True
