"""Which reports have been put away with their matter."""

from typing import Any

from django.db.models import QuerySet

from yixian.reception.models import StepTaken
from yixian.reception.workflow import PUT_AWAY


def put_away_reports() -> QuerySet[Any]:
    """Their ids, to narrow other queries with."""
    return StepTaken.objects.filter(act=PUT_AWAY).order_by().values_list("report", flat=True)
