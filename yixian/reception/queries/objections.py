"""Objections that wait: for their ruling, and, upheld, for the second handling."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from yixian.protection.officer import Officer
from yixian.reception.enums import ReportState
from yixian.reception.models import OBJECTIONS, Feedback
from yixian.reception.visibility import registered_reports


def objections_to_rule_on(officer: Officer) -> QuerySet[Feedback]:
    """Of the reports that the officer may see, the longest waiting first. Whether this officer may rule is another
    question.
    """
    return _standing(officer).filter(ruling__isnull=True).order_by("viewed_on", "pk")


def objections_upheld(officer: Officer) -> QuerySet[Feedback]:
    """Upheld, and the report still rests with its first result."""
    upheld = _standing(officer).filter(ruling__upheld=True).select_related("ruling__ruled_by")
    return upheld.order_by("ruling__ruled_on", "pk")


def _standing(officer: Officer) -> QuerySet[Feedback]:
    """Objections to the result that counts (``answers.latest_feedback``), their reports at hand."""
    same_report = Feedback.objects.filter(report=OuterRef("report"))
    later = same_report.filter(
        Q(given_on__gt=OuterRef("given_on")) | Q(given_on=OuterRef("given_on"), pk__gt=OuterRef("pk"))
    )
    rests = registered_reports(officer).filter(state=ReportState.ANSWERED, destroyed_on__isnull=True)
    objected = Feedback.objects.filter(view__in=sorted(OBJECTIONS), report__in=rests.order_by().values("pk"))
    standing = objected.filter(~Exists(later.order_by())).select_related("report")
    return standing.prefetch_related("report__people", "report__handlings")
