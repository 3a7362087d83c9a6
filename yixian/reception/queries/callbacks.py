"""Callbacks that are due, of the reports that an officer works on."""

from datetime import date

from django.db.models import QuerySet

from yixian.protection.officer import Officer
from yixian.reception.enums import CallbackState
from yixian.reception.models import Callback, Handling, VisitNeed
from yixian.reception.visibility import registered_reports


def callbacks_due(officer: Officer, on: date) -> QuerySet[Callback]:
    """What this officer owns and agreed for today or earlier, the oldest first; mornings before afternoons."""
    own = Handling.objects.filter(staff_id=officer.staff_id, accepted_on__isnull=False, until_on__isnull=True)
    mine = registered_reports(officer).order_by().filter(pk__in=own.values("report"))
    due = Callback.objects.filter(state=CallbackState.AGREED, due_on__lte=on, report__in=mine.values("pk"))
    return due.select_related("report").order_by("due_on", "-half", "pk")


def needs_now(officer: Officer) -> QuerySet[VisitNeed]:
    """The help that somebody who came still waits for, on the reports that this officer may meet."""
    seen = registered_reports(officer).order_by().values("pk")
    found = VisitNeed.objects.filter(visit__report__in=seen)
    return found.select_related("visit__report").order_by("noted_on", "pk")
