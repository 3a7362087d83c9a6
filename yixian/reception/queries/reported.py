"""Which reports name the same cadre; by the token, so that nothing is opened."""

from typing import TYPE_CHECKING

from django.db.models import QuerySet

from yixian.reception.models import Report

if TYPE_CHECKING:
    from yixian.reception.models import ReportedPerson


def reports_naming(person: "ReportedPerson", organ_id: int) -> QuerySet[Report]:
    """The reports of this organ about whoever ``person`` is; none where the roster does not know them."""
    if person.cadre_token is None:
        return Report.objects.none()
    return Report.objects.filter(people__cadre_token=person.cadre_token, organ_id=organ_id).distinct()
