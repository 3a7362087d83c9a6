"""Letters from reporters that nobody has read, and those that tell of retaliation or ask for protection."""

from django.db.models import Q, QuerySet

from yixian.protection.officer import Officer
from yixian.reception.access import FOR_THE_CHIEF, kinds_kept_from
from yixian.reception.enums import Direction
from yixian.reception.models import Handling, Message
from yixian.reception.visibility import registered_reports

URGENT = FOR_THE_CHIEF


def unread_letters(officer: Officer) -> QuerySet[Message]:
    """Unread letters on the reports that the officer owns, oldest first; the chief's own on every one."""
    unread = Message.objects.filter(
        direction=Direction.FROM_REPORTER,
        read_on__isnull=True,
        report__in=registered_reports(officer).order_by().values("pk"),
    )
    own = Handling.objects.filter(staff_id=officer.staff_id, accepted_on__isnull=False, until_on__isnull=True)
    mine = unread.filter(Q(report__in=own.values("report")) | Q(kind__in=URGENT))
    return mine.exclude(kind__in=kinds_kept_from(officer)).select_related("report").order_by("sent_on", "pk")


def urgent_letters(officer: Officer) -> QuerySet[Message]:
    """Applications for protection and reports of retaliation: items of their own, before everything else."""
    return unread_letters(officer).filter(kind__in=URGENT)
