"""Which offices can be reported to here: those that have people and keys to receive."""

from typing import TYPE_CHECKING

from yixian.roster.enums import OrganLevel, Role
from yixian.roster.queries import organs_under

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from yixian.roster.models import Organ

RECEIVERS = (Role.CLERK, Role.HANDLER, Role.CHIEF)


def receiving_organs() -> list["Organ"]:
    """Townships that can receive; where there is none, the county's own office."""
    ready = list(_founded())
    townships = [organ for organ in ready if organ.level == OrganLevel.TOWNSHIP]
    return townships or ready


def can_receive(organ_id: int) -> bool:
    """Somebody holds a role that receives: roles come together with the keys."""
    return _founded().filter(pk=organ_id).exists()


def only_organ() -> "Organ | None":
    """The one office of this installation; nothing where there are several."""
    organs = receiving_organs()
    return organs[0] if len(organs) == 1 else None


def _founded() -> "QuerySet[Organ]":
    held = {
        "staff__is_active": True,
        "staff__grants__role__in": RECEIVERS,
        "staff__grants__revoked_on__isnull": True,
    }
    return organs_under().filter(**held).distinct()


def superior_for(organ: "Organ") -> "Organ | None":
    """The organ to which reports about this office go, if it can receive here."""
    return organ.parent if organ.parent is not None and can_receive(organ.parent.pk) else None
