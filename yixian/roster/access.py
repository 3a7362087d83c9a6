"""Who may keep the roster, and the lines that the roster adds to the permit map.

``Permit`` lives in protection, which stands above this house; so the lines are plain rows that protection's
map reads. Whoever asks is anything with an actor, an organ and roles: an Officer, or the system at founding.
"""

from typing import Protocol

from yixian.regulations.accusation_rules import RECUSAL
from yixian.roster.enums import Role
from yixian.roster.models import Organ, Staff

SYSTEM_ACTOR = "system"


class Keeper(Protocol):
    """What the roster needs to know of whoever acts; ``protection.officer`` provides it."""

    @property
    def actor(self) -> str: ...
    @property
    def organ_id(self) -> int | None: ...
    @property
    def roles(self) -> frozenset[Role]: ...


SEPARATE_FROM_ADMIN = frozenset(
    {Role.CLERK, Role.HANDLER, Role.CHIEF, Role.CUSTODIAN, Role.MEMBER, Role.SUPERVISOR, Role.AUDITOR}
)
"""An administrator has accounts and settings, no content; and is read by an auditor who is somebody else."""


def is_founding(by: Keeper) -> bool:
    """安装程序建立机构时。"""
    return by.actor == SYSTEM_ACTOR


def may_keep_roster(by: Keeper) -> bool:
    """具有管理员角色。"""
    return is_founding(by) or Role.ADMIN in by.roles


def may_keep_organ(by: Keeper, organ: Organ) -> bool:
    """管理员只维护本机构及下级机构。"""
    if is_founding(by):
        return True
    return may_keep_roster(by) and by.organ_id is not None and by.organ_id in (organ.pk, organ.parent_id)


def may_tell_contact(by: Keeper, organ: Organ) -> bool:
    """由本机关的纪委书记维护，或者由管理员维护本机构及下级机构的。"""
    return may_keep_organ(by, organ) or (Role.CHIEF in by.roles and by.organ_id == organ.pk)


def may_note_skills(by: Keeper, staff: Staff) -> bool:
    """由本机关的纪委书记登记，或者由管理员登记本机构及下级机构的。"""
    return may_tell_contact(by, staff.organ)


def is_someone_else(by: Keeper, staff: Staff) -> bool:
    """不得为自己办理。"""
    return staff_id_of(by) != staff.pk


def may_give_roles(by: Keeper, staff: Staff) -> bool:
    """管理员为本机构及下级机构的其他人授予或收回角色，任何人不得为自己办理。"""
    return may_keep_organ(by, staff.organ) and is_someone_else(by, staff)


def may_declare_for(by: Keeper, staff: Staff) -> bool:
    """本人申报，或者由管理员代为登记。"""
    return not is_someone_else(by, staff) or may_keep_organ(by, staff.organ)


def clashing_roles(role: Role, held: frozenset[Role]) -> frozenset[Role]:
    """The roles held already with which the new one may not be combined; empty when it may."""
    if role == Role.ADMIN:
        return held & SEPARATE_FROM_ADMIN
    return held & {Role.ADMIN} if role in SEPARATE_FROM_ADMIN else frozenset()


def staff_id_of(by: Keeper) -> int | None:
    """The account behind an actor such as ``staff:12``; none for the system."""
    kind, _, number = by.actor.partition(":")
    return int(number) if kind == "staff" else None


ADMIN_ONLY = (Role.ADMIN,)
TELLERS = (Role.CHIEF, Role.ADMIN)
EVERYONE = tuple(Role)

PERMIT_ROWS: tuple[tuple[str, str, tuple[Role, ...], tuple[str, ...], str], ...] = (
    ("roster.view", "查看名册", EVERYONE, (), ""),
    ("roster.check_roster", "核对待导入的名册", ADMIN_ONLY, ("may_keep_organ",), ""),
    ("roster.import_roster", "导入名册", ADMIN_ONLY, ("may_keep_organ",), ""),
    ("roster.keep_contact", "维护本机关的地址、网址和文号简称", TELLERS, ("may_tell_contact",), ""),
    ("roster.add_staff", "登记工作人员", ADMIN_ONLY, ("may_keep_organ",), ""),
    ("roster.close_account", "停用账号", ADMIN_ONLY, ("may_give_roles",), ""),
    ("roster.grant_role", "授予角色", ADMIN_ONLY, ("may_give_roles",), ""),
    ("roster.revoke_role", "收回角色", ADMIN_ONLY, ("may_give_roles",), ""),
    (
        "roster.declare_kinship",
        "申报近亲属",
        EVERYONE,
        ("may_declare_for",),
        RECUSAL.cite(),
    ),
    (
        "roster.withdraw_kinship",
        "撤销近亲属申报",
        ADMIN_ONLY,
        ("may_give_roles",),
        RECUSAL.cite(),
    ),
    ("roster.keep_skills", "登记专长", TELLERS, ("may_note_skills",), ""),
    ("roster.declare_former_post", "申报曾任职单位", EVERYONE, ("may_declare_for",), RECUSAL.cite()),
    ("roster.withdraw_former_post", "撤销曾任职单位申报", ADMIN_ONLY, ("may_give_roles",), RECUSAL.cite()),
    ("roster.enter_calendar_year", "录入工作日年历", ADMIN_ONLY, (), ""),
)
"""act, label, roles, names of the predicates above, article."""
