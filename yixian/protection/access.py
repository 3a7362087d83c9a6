"""This house's lines of the permit map, and the predicates that only they need."""

from typing import Any

from yixian.protection.enums import Outside
from yixian.protection.officer import By, Officer
from yixian.protection.permits import Permit
from yixian.regulations import accusation_rules as rules
from yixian.roster.enums import Role


def is_another_person(officer: By, subject: Any) -> bool:
    """须由申请人以外的另一人批准"""
    return isinstance(officer, Officer) and bool(subject.asked_by_id != officer.staff_id)


def is_own_request(officer: By, subject: Any) -> bool:
    """只能由申请人本人查看"""
    return isinstance(officer, Officer) and bool(subject.asked_by_id == officer.staff_id)


def is_not_self(officer: By, subject: Any) -> bool:
    """不得为自己办理，须由另一人办理"""
    return bool(getattr(officer, "staff_id", None) != subject.pk)


def keeps_account(officer: By, subject: Any) -> bool:
    """只办理本机构及下级机构人员的账号"""
    return officer.organ_id is None or officer.organ_id in (subject.organ_id, subject.organ.parent_id)


def is_of_own_office(officer: By, subject: Any) -> bool:
    """只办理本机构人员"""
    return bool(officer.organ_id == subject.organ_id)


STAFF = tuple(Role)
WORKERS = (Role.CLERK, Role.HANDLER, Role.CHIEF)
KEEPERS = (Role.CUSTODIAN, Role.CHIEF)
SECRECY, RECUSAL = rules.SECRECY.cite(), rules.RECUSAL.cite()

PERMITS = (
    Permit("protection.open_sitting", "登录", (Outside.PUBLIC, *STAFF)),
    Permit("protection.close_sitting", "退出登录", (Outside.PUBLIC, *STAFF)),
    Permit("protection.change_passphrase", "更换口令", STAFF),
    Permit("protection.present_code", "凭查询码查询", (Outside.PUBLIC, Outside.REPORTER, *STAFF)),
    Permit("protection.open_account", "开立账号", (Role.ADMIN, Outside.SYSTEM), (), ""),
    Permit("protection.grant_role", "授予角色", (Role.ADMIN,), (is_not_self, keeps_account)),
    Permit("protection.revoke_role", "收回角色", (Role.ADMIN,), (is_not_self, keeps_account)),
    Permit("protection.close_account", "停用账号", (Role.ADMIN,), (is_not_self, keeps_account)),
    Permit("protection.renew_account", "重设口令", (Role.ADMIN,), (is_not_self, keeps_account)),
    Permit("protection.hand_keys", "交付密钥", KEEPERS, (is_not_self, is_of_own_office)),
    Permit(
        "protection.request_identity",
        "申请查看举报人身份",
        (*WORKERS, Role.CUSTODIAN),
        (),
        SECRECY,
    ),
    Permit(
        "protection.grant_identity",
        "批准查看举报人身份",
        KEEPERS,
        (is_another_person,),
        SECRECY,
    ),
    Permit(
        "protection.refuse_identity",
        "不批准查看举报人身份",
        KEEPERS,
        (is_another_person,),
        SECRECY,
    ),
    Permit(
        "protection.view_identity",
        "查看举报人身份",
        (*WORKERS, Role.CUSTODIAN),
        (is_own_request,),
        SECRECY,
    ),
    Permit("protection.declare_recusal", "申报回避", STAFF, (), RECUSAL),
    Permit(
        "protection.ask_recusal",
        "申请他人回避",
        (*WORKERS, Role.CUSTODIAN, Role.MEMBER, Outside.REPORTER),
        (),
        RECUSAL,
    ),
    Permit(
        "protection.decide_recusal",
        "决定是否回避",
        (Role.CHIEF,),
        (),
        RECUSAL,
    ),
    Permit("protection.see_alerts", "查看提醒", (Role.CHIEF, Role.AUDITOR)),
    Permit(
        "protection.scan_outgoing",
        "发出前检查文书",
        WORKERS,
        (),
        SECRECY,
    ),
    Permit("protection.lend_seals", "交给会诊成员阅看", WORKERS, (), SECRECY),
    Permit("protection.erase_seal", "销毁到期密文", (Role.CHIEF,)),
    Permit(
        "protection.erase_copy",
        "销毁扫描底稿",
        WORKERS,
        (),
        f"{rules.SUPERIORS_REPORT.cite()}、{rules.SECRECY.number}",
    ),
    Permit("protection.see_partners", "查看协作机关", (*WORKERS, Role.CUSTODIAN), (), SECRECY),
    Permit("protection.make_partner_card", "导出本机关公钥卡", WORKERS, (), SECRECY),
    Permit("protection.introduce_partner", "登记协作机关", (Role.CHIEF,), (), SECRECY),
    Permit("protection.confirm_partner", "核对协作机关的指纹", (Role.CHIEF,), (is_of_own_office,), SECRECY),
    Permit("protection.retire_partner", "停用协作机关", (Role.CHIEF,), (is_of_own_office,), SECRECY),
    Permit("trail.read", "查看留痕", (Role.AUDITOR,)),
    Permit("trail.verify", "核验留痕", (Role.AUDITOR, Outside.SYSTEM)),
)
