"""What reporters asked by code: that somebody stays away from their report."""

from django.db.models import QuerySet

from yixian.reception.models import RecusalRequest, Report


def open_recusal_requests(report: Report) -> QuerySet[RecusalRequest]:
    """Those that name nobody of the staff and wait for the chief to read the letter, oldest first."""
    asked = RecusalRequest.objects.filter(
        letter__report=report, recusal__isnull=True, settled_on__isnull=True
    )
    return asked.select_related("letter__report").order_by("asked_on", "pk")
