"""Which offices can be reported to here: those that have people and keys to receive."""

from typing import TYPE_CHECKING

from yixian.roster.enums import OrganLevel, Role
from yixian.roster.queries import organs_under, staff_of

if TYPE_CHECKING:
    from yixian.roster.models import Organ

RECEIVERS = (Role.CLERK, Role.HANDLER, Role.CHIEF)


def receiving_organs() -> list["Organ"]:
    """Townships that can receive; where there is none, the county's own office."""
    ready = [organ for organ in organs_under() if can_receive(organ.pk)]
    townships = [organ for organ in ready if organ.level == OrganLevel.TOWNSHIP]
    return townships or ready


def can_receive(organ_id: int) -> bool:
    """Somebody holds a role that receives: roles come together with the keys."""
    return any(staff_of(organ_id, role).exists() for role in RECEIVERS)


def superior_for(organ: "Organ") -> "Organ | None":
    """The organ to which reports about this office go, if it can receive here."""
    return organ.parent if organ.parent is not None and can_receive(organ.parent.pk) else None
