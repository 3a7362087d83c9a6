"""Recusal: declared by oneself or asked for by another. It bars at once, and the chief decides afterwards."""

from datetime import date

from yixian.protection.actions.alerts import raise_alert
from yixian.protection.actions.permitting import require
from yixian.protection.enums import AlertKind, RecusalGround, RecusalOrigin, RecusalState
from yixian.protection.models import Recusal
from yixian.protection.officer import Officer, Reporter
from yixian.protection.permits import Guarded, NotPermitted
from yixian.trail.actions import leaves_trail


@leaves_trail("protection.declare_recusal")
def declare_recusal(*, by: Officer, subject: Guarded, ground: RecusalGround, on: date) -> Recusal:
    """Stay away from a record. Declaring twice changes nothing."""
    require(by, "protection.declare_recusal")
    return _standing(subject, by.staff_id, ground, RecusalOrigin.DECLARED, on)


@leaves_trail("protection.ask_recusal")
def ask_recusal(
    *, by: Officer | Reporter, subject: Guarded, staff_id: int, ground: RecusalGround, on: date
) -> Recusal:
    """Ask that someone stays away; until the chief has decided, they do."""
    require(by, "protection.ask_recusal", subject)
    asked = _standing(subject, staff_id, ground, RecusalOrigin.ASKED, on)
    raise_alert(by=by, organ_id=subject.organ_id, kind=AlertKind.RECUSAL_ASKED, subject=subject.trail_subject)
    return asked


@leaves_trail("protection.decide_recusal")
def decide_recusal(*, by: Officer, recusal: Recusal, stands: bool, on: date) -> Recusal:
    """The chief decides on what was asked for, never on the own recusal (检控规则 48)."""
    require(by, "protection.decide_recusal")
    if recusal.staff_id == by.staff_id:
        raise NotPermitted("本人的回避由上级机关决定，不能自己决定。（检控规则第四十八条）")
    recusal.state = RecusalState.STANDING if stands else RecusalState.REJECTED
    recusal.decided_by_id, recusal.decided_on = by.staff_id, on
    recusal.save()
    return recusal


def _standing(
    subject: Guarded, staff_id: int, ground: RecusalGround, origin: RecusalOrigin, on: date
) -> Recusal:
    facts = {"ground": ground, "origin": origin, "raised_on": on, "state": RecusalState.STANDING}
    return Recusal.objects.update_or_create(subject=subject.trail_subject, staff_id=staff_id, defaults=facts)[
        0
    ]
