"""Giving and taking roles. Nobody serves themselves, and the administrator stays apart from the content."""

from datetime import date

from yixian.roster.access import Keeper, clashing_roles, is_someone_else, staff_id_of
from yixian.roster.enums import Role
from yixian.roster.keeping import kept, require_keeper
from yixian.roster.models import RoleGrant, Staff
from yixian.roster.queries import active_roles, staff_of
from yixian.trail.actions import leaves_trail
from yixian.trail.refusal import Refusal


class OwnRole(Refusal):
    """Somebody wants to change their own roles."""

    key = "own_role"


class RolesClash(Refusal):
    """The role may not be combined with one that the person holds."""

    key = "roles_clash"


class RoleNotHeld(Refusal):
    """There is no such grant to take back."""

    key = "role_not_held"


class LastAdmin(Refusal):
    """Without any administrator nobody could give roles again."""

    key = "last_admin"


@leaves_trail("roster.grant_role")
def grant_role(*, by: Keeper, staff: Staff, role: Role, on: date) -> RoleGrant:
    require_keeper(by, staff.organ)
    _refuse_own(by, staff)
    _refuse_clash(staff, role)
    return kept(RoleGrant(staff=staff, role=role, granted_by_id=staff_id_of(by), granted_on=on))


@leaves_trail("roster.revoke_role")
def revoke_role(*, by: Keeper, staff: Staff, role: Role, on: date) -> RoleGrant:
    """The grant stays as history. Keys that came with the role are rotated by protection."""
    require_keeper(by, staff.organ)
    _refuse_own(by, staff)
    grant = RoleGrant.objects.filter(staff=staff, role=role, revoked_on__isnull=True).first()
    if grant is None:
        raise RoleNotHeld(f"{staff.name}目前没有“{role.label}”角色。")
    _refuse_last_admin(staff, role)
    grant.revoked_on = on
    return kept(grant)


def _refuse_own(by: Keeper, staff: Staff) -> None:
    if not is_someone_else(by, staff):
        raise OwnRole("任何人不得给自己授予或收回角色，请由另一名管理员办理。")


def _refuse_clash(staff: Staff, role: Role) -> None:
    clash = clashing_roles(role, active_roles(staff))
    if clash:
        held = "、".join(each.label for each in Role if each in clash)
        raise RolesClash(
            f"{staff.name}已是{held}，不能再任{role.label}："
            "管理员只管账号和设置，不接触举报内容，也不得审计自己，须由不同的人担任。"
        )


def _refuse_last_admin(staff: Staff, role: Role) -> None:
    others = staff_of(staff.organ_id, Role.ADMIN).exclude(pk=staff.pk)
    if role == Role.ADMIN and not others.exists():
        raise LastAdmin(f"{staff.name}是{staff.organ}唯一的管理员，请先授予另一人管理员角色。")
