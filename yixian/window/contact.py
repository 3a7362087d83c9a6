"""How to reach the office without this window."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yixian.reception.hotline import hotline_of
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
    """What the office has set of its hotline and its address; the national number until then."""
    if organ is None:
        return Contact()
    told = hotline_of(organ.pk)
    hours = f"{told.hours}。{told.outside}" if told.hours else ""
    return Contact(phone=told.phone, address=organ.address, hours=hours)
