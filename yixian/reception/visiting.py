"""什么时候可以来: what the public window tells of the days on which somebody receives visits.

Days, hours and places; a leader's name only where the office publishes it. Nothing of who came is here or anywhere.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta

from yixian.reception.enums import DutyKind
from yixian.reception.models import DutyShift

AHEAD = timedelta(days=35)


@dataclass(frozen=True, slots=True)
class Opening:
    """One turn as the public sees it. ``leader`` is empty unless the office publishes the name."""

    hours: str
    place: str
    by_leader: bool
    leader: str


@dataclass(frozen=True, slots=True)
class VisitingDay:
    on: date
    openings: list[Opening] = field(default_factory=list)


def visiting_days(organ_id: int, on: date) -> list[VisitingDay]:
    """From today on, some five weeks, in one query."""
    planned = DutyShift.objects.filter(
        organ_id=organ_id, on__range=(on, on + AHEAD), cancelled_on__isnull=True
    )
    days: dict[date, VisitingDay] = {}
    for shift in planned.select_related("staff").order_by("on", "opens", "pk"):
        openings = days.setdefault(shift.on, VisitingDay(shift.on)).openings
        if (opening := _opening(shift)) not in openings:
            openings.append(opening)
    return list(days.values())


def _opening(shift: DutyShift) -> Opening:
    by_leader = shift.kind == DutyKind.LEADER
    return Opening(shift.hours, shift.place, by_leader, shift.staff.name if shift.named else "")
