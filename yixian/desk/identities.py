"""身份申请: every request with its steps, and what this officer may do with it."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from yixian.desk.trail_words import subject_label
from yixian.protection.enums import RequestState
from yixian.protection.officer import Officer
from yixian.protection.queries import (
    decided_identity_requests,
    identity_requests_of,
    pending_identity_requests,
)
from yixian.reception.queries import registered_reports
from yixian.toolkit.pieces import Event
from yixian.trail.queries import entries

if TYPE_CHECKING:
    from yixian.protection.models import IdentityRequest

REPORT = "reception.report:"
MOST_SHOWN = 100


@dataclass(frozen=True, slots=True)
class RequestLine:
    """``about`` is the number for whoever meets the report; a custodian sees only that it is one."""

    request: "IdentityRequest"
    about: str
    report_id: UUID | None
    state: str
    tone: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class Requests:
    """What the page shows: what waits for this officer's word, the own requests, and what was decided."""

    waiting: list[RequestLine]
    own: list[RequestLine]
    decided: list[RequestLine]


def requests_of(officer: Officer) -> Requests:
    waiting = pending_identity_requests(officer)
    own = list(identity_requests_of(officer)[:MOST_SHOWN])
    decided = decided_identity_requests(officer)[:MOST_SHOWN]
    numbers = numbers_of(officer, [each.subject for each in (*waiting, *own, *decided)])
    now = timezone.now()
    return Requests(*([_line(each, numbers, now) for each in part] for part in (waiting, own, decided)))


def numbers_of(officer: Officer, subjects: list[str]) -> dict[str, tuple[UUID, str]]:
    """Subject → id and number of the reports among them that this officer may see; one query."""
    ids = {subject.removeprefix(REPORT) for subject in subjects if subject.startswith(REPORT)}
    if not ids:
        return {}
    seen = registered_reports(officer).filter(pk__in=ids).order_by().values_list("pk", "number")
    return {f"{REPORT}{key}": (key, number or "") for key, number in seen}


def line_of(officer: Officer, request: "IdentityRequest") -> RequestLine:
    return _line(request, numbers_of(officer, [request.subject]), timezone.now())


def _line(request: "IdentityRequest", numbers: dict[str, tuple[UUID, str]], now: datetime) -> RequestLine:
    key, number = numbers.get(request.subject, (None, ""))
    state, tone = standing(request, now)
    return RequestLine(
        request=request,
        about=f"来件 {number}" if number else subject_label(request.subject),
        report_id=key,
        state=state,
        tone=tone,
        is_open=tone == "active",
    )


def standing(request: "IdentityRequest", now: datetime) -> tuple[str, str]:
    """The state in words with its tone; a grant is open only for its minutes."""
    if request.state == RequestState.ASKED:
        return "待批准", "waiting"
    if request.state == RequestState.REFUSED:
        return "未批准", "stopped"
    if request.expires_at and now < request.expires_at:
        return "可以查看", "active"
    return "查看时限已过", "passed"


def steps_of(request: "IdentityRequest") -> list[Event]:
    """Who did what with it and when, newest first, with every single view."""
    asker = request.asked_by.name
    events = [_step(request.asked_at, "提出申请", asker, "waiting")]
    if request.decided_at and request.decided_by:
        done = request.state == RequestState.GRANTED
        label, tone = ("批准查看", "active") if done else ("不批准查看", "stopped")
        events.append(_step(request.decided_at, label, request.decided_by.name, tone))
        events += [_step(each.at, "查看身份", asker, "late") for each in views_of(request)]
    return sorted(events, key=lambda event: str(event.on), reverse=True)


def _step(at: datetime, label: str, who: str, tone: str) -> Event:
    """With the minute, since a view lasts for minutes."""
    return Event(at, label, who, detail=f"{timezone.localtime(at):%H:%M}", tone=tone)


def views_of(request: "IdentityRequest") -> QuerySet[Any]:
    """The views under this very grant, as the trail has them."""
    seen = entries(
        actor=f"staff:{request.asked_by_id}",
        act="protection.view_identity",
        subject=request.subject,
        outcome="done",
    )
    if request.decided_at is None or request.expires_at is None:
        return seen.none()
    return seen.filter(at__gte=request.decided_at.replace(microsecond=0), at__lte=request.expires_at)
