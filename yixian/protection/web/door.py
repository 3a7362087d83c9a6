"""The doors of pages: each view that changes something names the permit it needs."""

from collections.abc import Callable
from functools import partial

from django.http import HttpRequest

from yixian.protection.actions import require
from yixian.protection.officer import PUBLIC
from yixian.protection.queries import may
from yixian.toolkit.doors import View, door, to_login

__all__ = ["permit", "to_login"]


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
