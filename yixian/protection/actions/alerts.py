"""Telling the person in charge: that something happened, on which record, by whom; never what it says."""

from datetime import datetime

from django.utils import timezone

from yixian.protection.actions.permitting import require
from yixian.protection.enums import AlertKind
from yixian.protection.models import Alert
from yixian.protection.officer import By, Officer, Public, Reporter
from yixian.protection.queries.waiting import marks_of
from yixian.trail.actions import leaves_trail


@leaves_trail("protection.raise_alert")
def raise_alert(*, by: By, organ_id: int, kind: AlertKind, subject: str = "") -> Alert:
    return Alert.objects.create(
        organ_id=organ_id, kind=kind, subject=subject, actor=by.actor, raised_at=_raised(by)
    )


def _raised(by: By) -> datetime:
    """Of somebody outside the office the hour alone: nobody is found by the minute (T6)."""
    now = timezone.now()
    return now.replace(minute=0, second=0, microsecond=0) if isinstance(by, Reporter | Public) else now


@leaves_trail("protection.mark_alert_seen")
def mark_alert_seen(*, by: Officer, alert: Alert) -> Alert:
    """Each role for itself: the chief has it dealt with, the auditor has looked at it."""
    require(by, "protection.see_alerts")
    who, when = marks_of(by)
    if getattr(alert, when) is None and alert.organ_id == by.organ_id:
        setattr(alert, f"{who}_id", by.staff_id)
        setattr(alert, when, timezone.now())
        alert.save(update_fields=[who, when])
    return alert
