"""What an officer may be shown of matters, composed from what reception lets be seen of their reports."""

from typing import Any

from django.db.models import Q, QuerySet

from yixian.assessment.queries import current_links
from yixian.protection.officer import Officer
from yixian.reception.queries import registered_reports
from yixian.reception.visibility import own_reports


def hidden_matters(officer: Officer) -> QuerySet[Any]:
    """The matters to be left out of this officer's lists of later work: those of which no report is the officer's,
    and those in which any report names the officer's side, whoever handles the others.
    """
    links = current_links()
    met = links.filter(report__in=_keys(registered_reports(officer)))
    barred = links.exclude(report__in=_keys(own_reports(officer)))
    hidden = Q(matter__in=barred.order_by().values("matter")) | ~Q(matter__in=met.order_by().values("matter"))
    return links.filter(hidden).order_by().values("matter")


def _keys(reports: QuerySet[Any]) -> QuerySet[Any]:
    return reports.order_by().values("pk")
