"""What of the four ways has come due for one officer: their own duties, and the meetings of reports they own."""

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from yixian.protection.officer import Officer
from yixian.reception.enums import AppointmentState, OutingState
from yixian.reception.models import Appointment, FollowUp, Handling, Outing
from yixian.reception.visibility import registered_reports


def follow_ups_due(officer: Officer, on: date) -> QuerySet[FollowUp]:
    """Their own duties of today and earlier, on reports that they may still meet."""
    seen = registered_reports(officer).order_by().values("pk")
    due = FollowUp.objects.filter(
        owner_id=officer.staff_id, done_on__isnull=True, due_on__lte=on, report__in=seen
    )
    return due.select_related("report").order_by("due_on", "pk")


def _mine(officer: Officer) -> QuerySet[Handling, Any]:
    owned = Handling.objects.filter(
        staff_id=officer.staff_id, accepted_on__isnull=False, until_on__isnull=True
    )
    seen = registered_reports(officer).order_by().values("pk")
    return owned.filter(report__in=seen).order_by().values("report")


def outings_due(officer: Officer, on: date) -> QuerySet[Outing]:
    """Planned for today or earlier and not written down."""
    due = Outing.objects.filter(state=OutingState.PLANNED, goes_on__lte=on, report__in=_mine(officer))
    return due.select_related("report").order_by("goes_on", "pk")


def appointments_due(officer: Officer, on: date) -> QuerySet[Appointment]:
    """Agreed or offered for today or earlier; and those for which the person asked for another day."""
    waits = Q(state__in=(AppointmentState.OFFERED, AppointmentState.AGREED), meets_on__lte=on)
    asked = Q(state=AppointmentState.COUNTERED)
    due = Appointment.objects.filter(waits | asked, report__in=_mine(officer))
    return due.select_related("report").order_by("meets_on", "pk")
