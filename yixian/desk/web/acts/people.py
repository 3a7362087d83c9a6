"""Those reported, as registered, for the tables of the law."""

from yixian.desk.case import Case
from yixian.reception.actions import ReportedFacts


def reported_of(case: Case) -> tuple[ReportedFacts, ...]:
    return tuple(
        ReportedFacts(name=each.name, post=each.post, unit=each.unit, category=each.category)
        for each in case.content.people
    )
