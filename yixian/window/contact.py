"""How to reach the office without this window."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from yixian.roster.models import Organ

NATIONAL_HOTLINE = "12388"
"""纪检监察机关统一举报电话: reached everywhere, shown where the office has entered no number of its own."""


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
