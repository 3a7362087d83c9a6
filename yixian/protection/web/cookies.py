"""A sitting between two requests: a row in the session, a secret in a cookie, neither worth anything alone."""

import base64
import binascii
import time
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from yixian.protection.actions import lock_sitting, resume_sitting
from yixian.protection.officer import Officer

COOKIE, PATH = "yixian_key", "/desk/"
IDLE, LONGEST = 30 * 60, 10 * 60 * 60


def begin(request: HttpRequest, officer: Officer) -> str:
    """Put the sitting into a new session (whatever was there before is destroyed); returns the cookie's value."""
    request.session.flush()
    locked, now = lock_sitting(by=officer), int(time.time())
    request.session.update({"staff": officer.staff_id, "row": _text(locked.row), "opened": now, "seen": now})
    return _text(locked.secret)


def give(response: HttpResponse, secret: str) -> None:
    response.set_cookie(
        COOKIE,
        secret,
        path=PATH,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Strict",
    )


def end(request: HttpRequest, response: HttpResponse) -> None:
    """Destroy the row and both cookies."""
    request.session.flush()
    response.delete_cookie(COOKIE, path=PATH, samesite="Strict")


def officer_of(request: HttpRequest) -> Officer | None:
    """Who is sitting here. An idle or too long sitting is destroyed on sight."""
    session, secret = request.session, _bytes(request.COOKIES.get(COOKIE, ""))
    if "staff" not in session or not secret:
        return None
    if _is_over(session, now := int(time.time())):
        session.flush()
        return None
    session["seen"] = now
    return resume_sitting(staff_id=session["staff"], row=_bytes(session["row"]), secret=secret)


def _is_over(session: Any, now: int) -> bool:
    """Also when the clock has jumped back: a sitting from the future is none."""
    seen, opened = session["seen"], session["opened"]
    return not (seen <= now < seen + IDLE and opened <= now < opened + LONGEST)


def _text(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode()


def _bytes(text: str) -> bytes:
    try:
        return base64.urlsafe_b64decode(text)
    except (binascii.Error, ValueError):
        return b""
