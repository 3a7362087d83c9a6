"""Handing keys over and taking them away. Nobody hands keys to themselves."""

from datetime import date
from typing import TYPE_CHECKING

from yixian.protection.actions.permitting import require
from yixian.protection.actions.rights import rights_of
from yixian.protection.actions.rings import ring_of
from yixian.protection.officer import By, Officer
from yixian.roster.queries import active_roles, staff_of
from yixian.trail.actions import leaves_trail
from yixian.trail.refusal import Refusal
from yixian.vault import organ_keys
from yixian.vault.enums import Part, Purpose
from yixian.vault.models import Keyholder
from yixian.vault.ring import Ring

if TYPE_CHECKING:
    from yixian.roster.models import Staff


class NothingToHand(Refusal):
    """Whoever hands over holds none of the keys that the other needs."""

    key = "nothing_to_hand"


@leaves_trail("protection.hand_keys")
def hand_keys(*, by: Officer, staff: "Staff") -> "Staff":
    """Wrap to a colleague the keys that the colleague's roles need, as far as ``by`` holds them."""
    require(by, "protection.hand_keys", staff)
    holder, ring = Keyholder.objects.get(staff_ref=staff.pk), ring_of(by)
    held = {purpose for purpose in Purpose if any(ring.shares(purpose=purpose, organ_ref=by.organ_id))}
    rights = {right for right in rights_of(active_roles(staff)) if right[0] in held}
    if not rights:
        raise NothingToHand("您没有此人所任角色需要的密钥，请由纪委书记交付。")
    organ_keys.share_all(ring, by.organ_id, holder, sorted(rights))
    return staff


def keys_awaited(by: Officer) -> list["Staff"]:
    """The colleagues whose roles need a key that they do not have yet."""
    return [staff for staff in staff_of(by.organ_id) if staff.pk != by.staff_id and _lacks(staff)]


def _lacks(staff: "Staff") -> bool:
    holder = Keyholder.objects.filter(staff_ref=staff.pk).first()
    needed = {(str(purpose), str(part)) for purpose, part in rights_of(active_roles(staff))}
    return bool(holder and needed - organ_keys.holds(holder, staff.organ_id))


def withdraw_keys(*, by: By, staff: "Staff", on: date) -> None:
    """Destroy the shares that the remaining roles do not need, and renew each key that was taken away.

    Whatever was wrapped to the old key is wrapped to the new one at once if ``by`` holds it, else when the
    next holder logs in.
    """
    holder, kept = Keyholder.objects.filter(staff_ref=staff.pk).first(), rights_of(active_roles(staff))
    for purpose in Purpose:
        excess = [part for part in Part if (purpose, part) not in kept]
        gone = [organ_keys.take_away(holder, purpose, part) for part in excess if holder]
        if any(gone):
            organ_keys.renew(staff.organ_id, purpose, on)
            if isinstance(ring := getattr(by, "keys", None), Ring):
                organ_keys.carry_over(ring, staff.organ_id, purpose)
