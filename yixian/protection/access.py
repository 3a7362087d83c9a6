"""This house's lines of the permit map, and the predicates that only they need."""

from typing import Any

from yixian.protection.enums import Outside
from yixian.protection.officer import By, Officer
from yixian.protection.permits import Permit
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
        "《纪检监察机关处理检举控告工作规则》第四十七条",
    ),
    Permit(
        "protection.grant_identity",
        "批准查看举报人身份",
        KEEPERS,
        (is_another_person,),
        "《纪检监察机关处理检举控告工作规则》第四十七条",
    ),
    Permit(
        "protection.refuse_identity",
        "不批准查看举报人身份",
        KEEPERS,
        (is_another_person,),
        "《纪检监察机关处理检举控告工作规则》第四十七条",
    ),
    Permit(
        "protection.view_identity",
        "查看举报人身份",
        (*WORKERS, Role.CUSTODIAN),
        (is_own_request,),
        "《纪检监察机关处理检举控告工作规则》第四十七条",
    ),
    Permit(
        "protection.declare_recusal", "申报回避", STAFF, (), "《纪检监察机关处理检举控告工作规则》第四十八条"
    ),
    Permit(
        "protection.ask_recusal",
        "申请他人回避",
        (*WORKERS, Role.CUSTODIAN, Role.MEMBER, Outside.REPORTER),
        (),
        "《纪检监察机关处理检举控告工作规则》第四十八条",
    ),
    Permit(
        "protection.decide_recusal",
        "决定是否回避",
        (Role.CHIEF,),
        (),
        "《纪检监察机关处理检举控告工作规则》第四十八条",
    ),
    Permit("protection.see_alerts", "查看提醒", (Role.CHIEF, Role.AUDITOR)),
    Permit(
        "protection.scan_outgoing",
        "发出前检查文书",
        WORKERS,
        (),
        "《纪检监察机关处理检举控告工作规则》第四十七条",
    ),
    Permit("protection.erase_seal", "销毁到期密文", (Role.CHIEF,)),
    Permit("protection.erase_copy", "销毁扫描底稿", WORKERS, (), "检控规则第十五条、第四十七条"),
    Permit("trail.read", "查看留痕", (Role.AUDITOR,)),
    Permit("trail.verify", "核验留痕", (Role.AUDITOR, Outside.SYSTEM)),
)
