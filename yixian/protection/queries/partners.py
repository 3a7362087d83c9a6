"""The offices of other installations that this one exchanges sealed files with."""

from uuid import UUID

from django.db.models import QuerySet

from yixian.protection.models import Partner
from yixian.protection.officer import Officer
from yixian.protection.queries.permission import may

SEE = "protection.see_partners"


def partners_of(officer: Officer) -> QuerySet[Partner]:
    """All cards, those in use first; none for whoever may not see them."""
    if not may(officer, SEE):
        return Partner.objects.none()
    found = Partner.objects.filter(organ_id=officer.organ_id)
    return found.select_related("introduced_by", "confirmed_by").order_by("retired_on", "name", "-pk")


def partner_by_uid(officer: Officer, uid: UUID) -> Partner | None:
    return partners_of(officer).filter(uid=uid).first()


def partners_to(organ_id: int) -> QuerySet[Partner]:
    """Those to which something may go now: in use, and their fingerprint compared."""
    usable = Partner.objects.filter(organ_id=organ_id, retired_on__isnull=True, confirmed_on__isnull=False)
    return usable.order_by("name", "pk")
