"""Recusal: declared by oneself or asked for by another. It bars at once, and the chief decides afterwards.

Only what is asked of a chief waits for another one's decision: nobody locks out whoever would have to decide.
"""

from datetime import date
from typing import Any

from yixian.protection.actions.alerts import raise_alert
from yixian.protection.actions.permitting import require
from yixian.protection.enums import AlertKind, RecusalGround, RecusalOrigin, RecusalState
from yixian.protection.models import Recusal
from yixian.protection.officer import Officer, Reporter
from yixian.protection.permits import Guarded, NotPermitted
from yixian.regulations.accusation_rules import RECUSAL
from yixian.roster.enums import Role
from yixian.roster.queries import staff_of
from yixian.trail.actions import leaves_trail
from yixian.trail.refusal import Refusal


class AlreadyReviewed(Refusal):
    """The chief has found no ground; asking again would bar a colleague without end."""

    key = "already_reviewed"


@leaves_trail("protection.declare_recusal")
def declare_recusal(*, by: Officer, subject: Guarded, ground: RecusalGround, on: date) -> Recusal:
    """Stay away from a record. Declaring twice changes nothing."""
    require(by, "protection.declare_recusal")
    earlier = _earlier(subject, by.staff_id)
    is_settled = earlier and (earlier.origin == RecusalOrigin.DECLARED or earlier.decided_on)
    if earlier and earlier.state == RecusalState.STANDING and is_settled:
        return earlier
    facts = {"ground": ground, "origin": RecusalOrigin.DECLARED, "raised_on": on}
    return _raised(subject, by.staff_id, RecusalState.STANDING, facts)


@leaves_trail("protection.ask_recusal")
def ask_recusal(
    *, by: Officer | Reporter, subject: Guarded, staff_id: int, ground: RecusalGround, on: date
) -> Recusal:
    """Ask that someone stays away; until the chief has decided, they do. A chief stays until another decides."""
    require(by, "protection.ask_recusal", subject)
    asked = _earlier(subject, staff_id)
    if asked and asked.state == RecusalState.REJECTED:
        raise AlreadyReviewed(f"这名同志是否回避已经审查过，没有新的情形不重复提出。（{RECUSAL.cite()}）")
    if asked is None:
        state = RecusalState.ASKED if _is_chief(subject, staff_id) else RecusalState.STANDING
        facts = {"ground": ground, "origin": RecusalOrigin.ASKED, "raised_on": on}
        asked = _raised(subject, staff_id, state, facts)
    raise_alert(by=by, organ_id=subject.organ_id, kind=AlertKind.RECUSAL_ASKED, subject=subject.trail_subject)
    return asked


@leaves_trail("protection.decide_recusal")
def decide_recusal(*, by: Officer, recusal: Recusal, stands: bool, on: date) -> Recusal:
    """The chief decides on what was asked for, never on the own recusal (检控规则 48)."""
    require(by, "protection.decide_recusal")
    if recusal.staff_id == by.staff_id:
        raise NotPermitted(f"本人的回避由上级机关决定，不能自己决定。（{RECUSAL.cite()}）")
    recusal.state = RecusalState.STANDING if stands else RecusalState.REJECTED
    recusal.decided_by_id, recusal.decided_on = by.staff_id, on
    recusal.save()
    return recusal


def _raised(subject: Guarded, staff_id: int, state: RecusalState, facts: dict[str, Any]) -> Recusal:
    """As new: what was decided before says nothing about this one."""
    now = {**facts, "state": state, "decided_by": None, "decided_on": None}
    return Recusal.objects.update_or_create(subject=subject.trail_subject, staff_id=staff_id, defaults=now)[0]


def _earlier(subject: Guarded, staff_id: int) -> Recusal | None:
    return Recusal.objects.filter(subject=subject.trail_subject, staff_id=staff_id).first()


def _is_chief(subject: Guarded, staff_id: int) -> bool:
    return staff_of(subject.organ_id, Role.CHIEF).filter(pk=staff_id).exists()
