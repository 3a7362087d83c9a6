"""Locked drawers: answers wait on the server, the secret that opens them waits in the browser's cookie.

Whoever has the disk has no secret; whoever has the phone after the browser was closed has neither. Nothing
here is in the session, and nothing tells who, from where or when to the minute (decision 0005).
"""

import base64
import binascii
import json
import time
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from yixian.protection.actions import DrawerKey, drawer_key, lock_drawer, new_drawer_key, unlock_drawer
from yixian.trail.refusal import Refusal
from yixian.window.models import Drawer

MOST = 2000
"""How many drawers there may be; with the limit of a page this bounds what strangers can store."""
KEPT_FREE = 500
"""Room beyond it for those who come with a right code: drafts of strangers must not shut the mailbox."""
ROOM = 200


class WindowFull(Refusal):
    """Too many drawers are in use at once."""

    key = "window_full"


@dataclass(frozen=True, slots=True)
class Kind:
    """``idle`` seconds without a page destroy the drawer; the cookie goes to ``path`` alone. A new one is made
    while fewer than ``MOST`` and ``extra`` exist, of whatever kind.
    """

    cookie: str
    path: str
    idle: int
    extra: int = 0


DRAFT = Kind("yixian_draft", "/report/", 3 * 60 * 60)
MAILBOX = Kind("yixian_mailbox", "/mailbox/", 30 * 60, KEPT_FREE)


def read(request: HttpRequest, kind: Kind, *, to_change: bool = False) -> dict[str, Any] | None:
    """What the drawer of this browser holds; an idle one is destroyed on sight."""
    key = key_of(request, kind)
    if key is None:
        return None
    rows = Drawer.objects.select_for_update() if to_change else Drawer.objects
    row = rows.filter(mark=key.mark).first()
    words = unlock_drawer(key=key, row=bytes(row.content)) if row else None
    if row is None or words is None:
        return None
    held: dict[str, Any] = json.loads(words)
    if held["kind"] != kind.cookie or not held["seen"] <= time.time() < held["seen"] + kind.idle:
        row.delete()
        return None
    content: dict[str, Any] = held["content"]
    return content


def keep(
    request: HttpRequest, response: HttpResponse, kind: Kind, content: dict[str, Any], *, blank: bool = False
) -> None:
    """Put the content into the browser's drawer, or into a new one."""
    key = key_of(request, kind)
    if key is None or not Drawer.objects.filter(mark=key.mark).exists():
        key = _new_drawer(request, response, kind)
    _store(key, kind, content, blank)


def _store(key: DrawerKey, kind: Kind, content: dict[str, Any], blank: bool) -> None:
    now = timezone.now()
    held = {"kind": kind.cookie, "seen": int(time.time()), "content": content}
    row = lock_drawer(key=key, words=json.dumps(held, ensure_ascii=False))
    facts = {"content": row, "in_use": not blank, "until": _whole_hour(now, kind.idle)}
    Drawer.objects.update_or_create(mark=key.mark, defaults=facts)


def burn(request: HttpRequest, response: HttpResponse, kind: Kind) -> None:
    """Destroy the drawer and its cookie."""
    key = key_of(request, kind)
    if key is not None:
        Drawer.objects.filter(mark=key.mark).delete()
    response.delete_cookie(kind.cookie, path=kind.path, samesite="Strict")


def _new_drawer(request: HttpRequest, response: HttpResponse, kind: Kind) -> DrawerKey:
    _make_room(MOST + kind.extra)
    key = new_drawer_key()
    secret = base64.urlsafe_b64encode(key.secret).decode()
    response.set_cookie(
        kind.cookie,
        secret,
        path=kind.path,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Strict",
    )
    return key


def _make_room(most: int) -> None:
    """Drawers whose time has passed go; then those in which nothing was answered, the oldest first."""
    Drawer.objects.filter(until__lte=timezone.now()).delete()
    if Drawer.objects.count() < most:
        return
    blank = Drawer.objects.filter(in_use=False).order_by("until", "pk").values_list("pk", flat=True)[:ROOM]
    gone, _ = Drawer.objects.filter(pk__in=list(blank)).delete()
    if not gone:
        raise WindowFull("现在使用网上窗口的人太多。请过一会儿再来，也可以打电话、写信或者当面反映。")


def key_of(request: HttpRequest, kind: Kind) -> DrawerKey | None:
    """The key in this browser's cookie; nothing where there is none or it can't be one."""
    try:
        return drawer_key(secret=base64.urlsafe_b64decode(request.COOKIES.get(kind.cookie, "")))
    except (binascii.Error, ValueError):
        return None


def _whole_hour(now: datetime, idle: int) -> datetime:
    later = now + timedelta(seconds=idle, hours=1)
    return later.replace(minute=0, second=0, microsecond=0)
