"""What somebody who came needs now: noted, and forgotten when it is given."""

from datetime import date

from yixian.protection.actions import require
from yixian.protection.officer import Officer
from yixian.reception.enums import CareNeed
from yixian.reception.facts import Missing
from yixian.reception.models import Report, Visit, VisitNeed
from yixian.trail.actions import leaves_trail


@leaves_trail("reception.note_need")
def note_need(*, by: Officer, report: Report, kind: CareNeed, on: date) -> Report:
    """Somebody who came needs help now."""
    require(by, "reception.note_need", report)
    noted = {"noted_on": on, "noted_by_id": by.staff_id}
    VisitNeed.objects.get_or_create(visit=_visit_of(report), kind=kind, defaults=noted)
    return report


@leaves_trail("reception.meet_need")
def meet_need(*, by: Officer, report: Report, kind: CareNeed) -> Report:
    """It was given. Nothing of it stays: it was never a word for the person."""
    require(by, "reception.meet_need", report)
    VisitNeed.objects.filter(visit=_visit_of(report), kind=kind).delete()
    return report


def _visit_of(report: Report) -> Visit:
    visit = Visit.objects.filter(report=report).first()
    if visit is None:
        raise Missing("这一件没有来访登记，不登记来访人的需要。")
    return visit
