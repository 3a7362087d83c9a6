"""The door of the roster's pages. ``protection`` stands above this house, so the rows of access are read here."""

from collections.abc import Callable
from functools import partial

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from yixian.roster.access import PERMIT_ROWS
from yixian.roster.enums import Role
from yixian.toolkit.doors import View, door


def permitted(act: str, *, posts: bool = False) -> Callable[[View], View]:
    """Open the page to those whose role the act's row names; the action itself asks the rest."""
    roles = frozenset(next(row[2] for row in PERMIT_ROWS if row[0] == act))
    return door(partial(_admits, act, roles), act=act, reads_only=not posts)


def _admits(act: str, roles: frozenset[Role], request: HttpRequest) -> bool:
    officer = getattr(request, "officer", None)
    if officer is not None and not officer.roles & roles:
        raise PermissionDenied(act)
    return officer is not None
