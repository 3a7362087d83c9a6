"""What an officer may be shown of matters, composed from what reception lets be seen of their reports."""

from typing import Any

from django.db.models import QuerySet

from yixian.assessment.queries import current_links
from yixian.protection.officer import Officer
from yixian.reception.queries import registered_reports


def hidden_matters(officer: Officer) -> QuerySet[Any]:
    """The matters with a report that this officer may not meet: to be excluded from lists of later work."""
    seen = registered_reports(officer).order_by().values("pk")
    return current_links().exclude(report__in=seen).order_by().values("matter")
