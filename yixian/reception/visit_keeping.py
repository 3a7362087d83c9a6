"""The part of a visit that stands beside its report; kept by the act that registers it."""

from datetime import date

from yixian.protection.officer import Officer
from yixian.reception.models import Report, Visit, VisitNeed
from yixian.reception.spoken import VisitFacts


def keep_visit(by: Officer, report: Report, facts: VisitFacts, on: date) -> Visit:
    visit = Visit.objects.create(
        report=report,
        companions=facts.companions,
        language_help=facts.language_help,
        received_by_id=by.staff_id,
    )
    for kind in facts.needs:
        VisitNeed.objects.create(visit=visit, kind=kind, noted_on=on, noted_by_id=by.staff_id)
    return visit
