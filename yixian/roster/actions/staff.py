"""Accounts as plain rows; ``protection.actions.open_account`` adds the key pair and the pass phrase."""

from dataclasses import dataclass
from datetime import date

from yixian.roster.access import Keeper, is_someone_else
from yixian.roster.keeping import kept, require_keeper
from yixian.roster.models import Cadre, Organ, RoleGrant, Staff, Unit
from yixian.trail.actions import leaves_trail
from yixian.trail.refusal import Refusal


class OwnAccount(Refusal):
    """Somebody wants to close the account with which they are working."""

    key = "own_account"


@dataclass(frozen=True, slots=True)
class StaffFacts:
    """Who the person is on the roster: with ``cadre`` given, the unit is that cadre's unit."""

    username: str
    name: str
    organ: Organ
    cadre: Cadre | None = None
    unit: Unit | None = None


@leaves_trail("roster.add_staff")
def add_staff(*, by: Keeper, facts: StaffFacts) -> Staff:
    require_keeper(by, facts.organ)
    unit = facts.cadre.unit if facts.cadre else facts.unit
    return kept(
        Staff(username=facts.username, name=facts.name, organ=facts.organ, cadre=facts.cadre, unit=unit)
    )


@leaves_trail("roster.close_account")
def close_account(*, by: Keeper, staff: Staff, on: date) -> Staff:
    """The account stays as history, holding no role; the vault's keys are withdrawn by protection."""
    require_keeper(by, staff.organ)
    if not is_someone_else(by, staff):
        raise OwnAccount("不能停用自己正在使用的账号，请由另一名管理员办理。")
    RoleGrant.objects.filter(staff=staff, revoked_on__isnull=True).update(revoked_on=on)
    staff.is_active = False
    return kept(staff)
