"""The frame that every page of the desk stands in: who sits here, and how a refusal is shown.

A page that only reads wears ``at_desk``; one that changes something wears ``permit`` of protection. A refusal
becomes a sentence on the form that was sent, with everything typed still in it.
"""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar
from uuid import UUID

from django import forms
from django.http import Http404, HttpRequest

from yixian.protection.actions import Destroyed
from yixian.protection.officer import Officer
from yixian.protection.permits import NotPermitted
from yixian.protection.web.door import officer_of
from yixian.reception.queries import one_report
from yixian.toolkit.doors import View, door
from yixian.trail.actions import record
from yixian.trail.enums import Outcome
from yixian.trail.refusal import Refusal

__all__ = ["INBOX_COUNT", "at_desk", "not_theirs", "officer_of", "remember_inbox", "report_or_404", "tried"]

Result = TypeVar("Result")
INBOX_COUNT = "inbox"


def at_desk(view: View) -> View:
    """A page for everyone with an account that changes nothing. What it lists is asked of the queries."""
    return door(_is_seated, reads_only=True)(view)


def _is_seated(request: HttpRequest) -> bool:
    return getattr(request, "officer", None) is not None


def tried(form: forms.Form, act: Callable[[], Result], at: Mapping[str, str] | None = None) -> Result | None:
    """Do it; a refusal becomes an error of the form. One that must not even be told is passed on.

    ``at`` (key of a refusal → field) says beside which field it is told, where the form has that field.
    """
    try:
        return act()
    except NotPermitted as refusal:
        if refusal.hidden:
            raise
        form.add_error(None, refusal.message)
    except Refusal as refusal:
        field = (at or {}).get(refusal.key)
        form.add_error(field if field in form.fields else None, refusal.message)
    except forms.ValidationError as error:
        form.add_error(None, error)
    return None


def report_or_404(officer: Officer, report_id: UUID, *, though_destroyed: bool = False) -> Any:
    """A report that this officer may meet; any other does not exist. Of one whose content was destroyed only the page
    of its bare row is shown (``though_destroyed``).
    """
    report = one_report(officer, report_id)
    if report is None:
        raise not_theirs(officer, "reception.read_report", f"reception.report:{report_id}")
    if report.destroyed_on is not None and not though_destroyed:
        raise Destroyed(f"来件{report.number}已随卷宗按规定销毁，内容谁也不能再打开，也不能再办理。")
    return report


def not_theirs(officer: Officer, act: str, subject: str) -> Http404:
    """Nothing there, as far as this officer is told; that it was asked for is in the trail."""
    record(by=officer, act=act, subject=subject, outcome=Outcome.REFUSED, why=NotPermitted.key)
    return Http404()


def remember_inbox(request: HttpRequest, count: int) -> None:
    """The number beside 收件 on later pages: counting anew would mean opening every report each time."""
    request.session[INBOX_COUNT] = count
