"""When and why something was handled again."""

from typing import TYPE_CHECKING

from django.db.models import Q, QuerySet

from yixian.resolution.models import Reopening

if TYPE_CHECKING:
    from yixian.assessment.models import Matter
    from yixian.reception.models import Report


def reopenings_of(report: "Report", matter: "Matter | None") -> QuerySet[Reopening]:
    """Of the report's matter, whichever of its reports led to it, and of the report before it stood in one."""
    about = Q(report=report)
    if matter is not None:
        about |= Q(matter=matter)
    found = Reopening.objects.filter(about).select_related("report", "reopened_by")
    return found.order_by("reopened_on", "pk")
