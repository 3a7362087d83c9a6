"""The files that show who reports: they are opened only with the identity."""

from uuid import UUID

from django.db.models import QuerySet

from yixian.reception.models import Attachment

REPORT = "reception.report:"


def identifying_files(subject: str) -> QuerySet[Attachment]:
    """Those of one report, named as the trail names it, in order; none for any other record."""
    if not subject.startswith(REPORT):
        return Attachment.objects.none()
    return Attachment.objects.filter(report=UUID(subject.removeprefix(REPORT)), identifies=True).order_by(
        "position"
    )
