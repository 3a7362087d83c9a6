"""How to reach the office without this window."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yixian.regulations.accusation_rules import NATIONAL_HOTLINE

if TYPE_CHECKING:
    from yixian.roster.models import Organ

__all__ = ["NATIONAL_HOTLINE", "Contact", "contact_of"]


@dataclass(frozen=True, slots=True)
class Contact:
    phone: str = NATIONAL_HOTLINE
    address: str = ""
    hours: str = ""


def contact_of(organ: "Organ | None") -> Contact:
    """What the roster says of the office, if it says anything yet."""
    if organ is None:
        return Contact()
    return Contact(
        phone=getattr(organ, "phone", "") or NATIONAL_HOTLINE,
        address=getattr(organ, "address", ""),
        hours=getattr(organ, "hours", ""),
    )
