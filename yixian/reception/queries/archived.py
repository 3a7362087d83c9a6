"""Which reports have been put away with their matter, and not been taken out again."""

from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from yixian.reception.models import StepTaken
from yixian.reception.workflow import PUT_AWAY, TAKE_OUT


def put_away_reports() -> QuerySet[Any]:
    """Their ids, to narrow other queries with."""
    later = StepTaken.objects.filter(report=OuterRef("report"), act=TAKE_OUT, pk__gt=OuterRef("pk"))
    put_away = StepTaken.objects.filter(~Exists(later.order_by()), act=PUT_AWAY)
    return put_away.order_by().values_list("report", flat=True)
