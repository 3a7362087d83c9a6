"""The other reports of a report's matter, as far as an officer may meet them."""

from typing import TYPE_CHECKING

from yixian.assessment.queries import current_links
from yixian.desk.case import Case
from yixian.reception.queries import registered_reports

if TYPE_CHECKING:
    from yixian.reception.models import Report


def sibling_reports(case: Case) -> "list[Report]":
    if case.matter is None:
        return []
    links = current_links().filter(matter=case.matter).exclude(report=case.report)
    return list(registered_reports(case.officer).filter(pk__in=links.order_by().values("report")))
