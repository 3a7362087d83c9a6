"""Who may assess: this house's lines of the permit map. Recusal, the reported side and the own organ are asked
of every line before its own conditions.
"""

from typing import Any

from yixian.assessment import consultation_access
from yixian.protection.officer import By, Officer
from yixian.protection.permits import Permit, is_handler_or_chief
from yixian.regulations import accusation_rules, local_practice, petition_regulations
from yixian.roster.enums import Role


def has_opened_screening(officer: Any, screening: Any) -> bool:
    """由召集人结束；召集人已经离任的，由纪委书记结束"""
    if not isinstance(officer, Officer):
        return False
    left = Role.CHIEF in officer.roles and not screening.opened_by.is_active
    return bool(left or screening.opened_by_id == officer.staff_id)


def has_opened_screening_to_add(officer: Any, screening: Any) -> bool:
    """由召集人纳入后来立项的事项"""
    return isinstance(officer, Officer) and screening.opened_by_id == officer.staff_id


def owns_step(officer: Any, step: Any) -> bool:
    """由该步骤的责任人、该件的承办人或者纪委书记登记"""
    own = isinstance(officer, Officer) and step.owner_id == officer.staff_id
    return own or is_handler_or_chief(officer, step)


def is_of_the_pair(officer: By, crossing: Any) -> bool:
    """只能由商请的主办人、协办人本人办理"""
    return isinstance(officer, Officer) and crossing.is_asked and officer.staff_id in crossing.pair_ids()


def is_receiving_chief(officer: By, crossing: Any) -> bool:
    """由接收一方的纪委书记办理"""
    receives = crossing.is_asked and officer.organ_id == crossing.to_organ_id
    return receives and Role.CHIEF in officer.roles


def is_receiving_side(officer: By, crossing: Any) -> bool:
    """由接收一方的纪委书记或者商请的主办人、协办人办理"""
    return is_of_the_pair(officer, crossing) or is_receiving_chief(officer, crossing)


def is_lead_or_receiving_chief(officer: By, crossing: Any) -> bool:
    """由主办人或者接收一方的纪委书记办理"""
    leads = isinstance(officer, Officer) and crossing.is_asked and officer.staff_id == crossing.lead_id
    return leads or is_receiving_chief(officer, crossing)


def is_either_side(officer: By, crossing: Any) -> bool:
    """由提请一方的承办人、纪委书记，或者接收一方的纪委书记、主办人、协办人查看"""
    if officer.organ_id == crossing.organ_id:
        return is_handler_or_chief(officer, crossing)
    return is_receiving_side(officer, crossing)


def receives_transfer(officer: By, transfer: Any) -> bool:
    """由收到这一件的机关答复"""
    return transfer.copy_id is not None and officer.organ_id == transfer.to_organ_id


def is_either_end(officer: By, transfer: Any) -> bool:
    """由转出或者收到这一件的机关查看"""
    return officer.organ_id == transfer.organ_id or receives_transfer(officer, transfer)


DESK = (Role.CLERK, Role.HANDLER, Role.CHIEF)
HANDLING = (Role.HANDLER, Role.CHIEF)
CHIEF = (Role.CHIEF,)

REGISTRATION = accusation_rules.REGISTRATION.cite()
BY_LEVEL = accusation_rules.ACCEPTANCE_BY_LEVEL.cite()
FORWARDING = accusation_rules.SUBORDINATES_REPORT.cite()
ASSIGNING = accusation_rules.ASSIGNMENT_ARTICLES.cite()
UPWARD = accusation_rules.SUPERIORS_REPORT.cite()
REPLY = petition_regulations.ACCEPTANCE.cite()
PRINCIPLES = petition_regulations.PRINCIPLES.cite()
NEW_EVIDENCE = accusation_rules.RESULT_FEEDBACK_ARTICLE.cite()
CROSS = local_practice.CROSS_HANDLING.cite()
RECUSAL = accusation_rules.RECUSAL.cite()
CLOSING = local_practice.FIVE_COMPLETIONS.cite()
SCREENING = accusation_rules.ANALYSIS.cite()
HARD_MATTERS = local_practice.HARD_MATTERS.cite()
SECRECY = accusation_rules.SECRECY.cite()

PERMITS = (
    Permit("assessment.classify_report", "定性", DESK, article=REGISTRATION),
    Permit("assessment.decide_jurisdiction", "确定管辖", DESK, article=BY_LEVEL),
    Permit("assessment.open_matter", "立项", DESK, article=REGISTRATION),
    Permit("assessment.link_report", "关联同一事项", DESK, article=REGISTRATION),
    Permit("assessment.unlink_report", "取消关联", DESK, article=REGISTRATION),
    Permit("assessment.send_up_report", "报送上级", DESK, article=UPWARD),
    Permit("assessment.read_matter", "查看事项", DESK, article=SECRECY),
    Permit("assessment.transfer_out", "转出", HANDLING, article=FORWARDING),
    Permit("assessment.print_letter", "打印函件", HANDLING, (is_either_end,), SECRECY, True),
    Permit("assessment.record_acceptance", "登记对方接收", DESK, article=FORWARDING),
    Permit("assessment.record_refusal", "登记对方退回", DESK, article=REPLY),
    Permit("assessment.record_result", "登记交办结果", HANDLING, article=ASSIGNING),
    Permit("assessment.read_transfer", "查看转办交办", DESK, (is_either_end,), SECRECY, True),
    Permit("assessment.accept_transfer", "接收转来的件", DESK, (receives_transfer,), FORWARDING, True),
    Permit(
        "assessment.object_to_transfer", "对转来的件提出异议", HANDLING, (receives_transfer,), REPLY, True
    ),
    Permit("assessment.report_result", "报告办理结果", HANDLING, (receives_transfer,), ASSIGNING, True),
    Permit("assessment.consent_to_objection", "同意异议，收回", HANDLING, (is_handler_or_chief,), REPLY),
    Permit("assessment.insist_on_transfer", "维持转办", HANDLING, (is_handler_or_chief,), PRINCIPLES),
    Permit("assessment.issue_supervision", "督办、催办", HANDLING, (is_handler_or_chief,), ASSIGNING),
    Permit("assessment.return_answer", "退回重报", HANDLING, (is_handler_or_chief,), ASSIGNING),
    Permit("assessment.settle_supervision", "认可答复", HANDLING, (is_handler_or_chief,), ASSIGNING),
    Permit(
        "assessment.answer_supervision", "答复督办、催办", HANDLING, (receives_transfer,), ASSIGNING, True
    ),
    Permit("assessment.read_supervision", "查看督办催办", DESK, (is_either_end,), SECRECY, True),
    Permit("assessment.print_supervision", "打印督办函", HANDLING, (is_either_end,), SECRECY, True),
    Permit("assessment.export_parcel", "导出加封文件", HANDLING, (is_handler_or_chief,), FORWARDING),
    Permit("assessment.import_parcel", "导入加封文件", DESK, (), FORWARDING),
    Permit("assessment.read_arrival", "查看加封文件转来的件", DESK, (), SECRECY),
    Permit("assessment.print_arrival", "打印转来的函件", DESK, (), SECRECY),
    Permit("assessment.accept_arrival", "接收加封文件转来的件", DESK, (), FORWARDING),
    Permit("assessment.object_to_arrival", "对加封文件转来的件提出异议", HANDLING, (), REPLY),
    Permit("assessment.report_arrival_result", "报告办理结果（加封文件）", HANDLING, (), ASSIGNING),
    Permit("assessment.export_receipt", "导出回执", DESK, (), FORWARDING),
    Permit("assessment.answer_arrival_supervision", "答复加封文件的督办、催办", HANDLING, (), ASSIGNING),
    Permit("assessment.read_arrival_supervision", "查看加封文件的督办催办", DESK, (), SECRECY),
    Permit("assessment.print_arrival_supervision", "打印加封文件的督办函", HANDLING, (), SECRECY),
    Permit("assessment.close_matter", "办结事项", HANDLING, article=CLOSING),
    Permit("assessment.put_away_matter", "事项归档", DESK, article=CLOSING),
    Permit("assessment.note_matter_destroyed", "事项随卷宗销毁", DESK, article=CLOSING),
    Permit("assessment.reopen_matter", "重新办理", (Role.CHIEF,), article=NEW_EVIDENCE),
    Permit("assessment.see_screening", "查看排查", DESK, article=SCREENING),
    Permit("assessment.open_screening", "召集排查", DESK, article=SCREENING),
    Permit("assessment.open_monthly_screening", "召集每月排查", (Role.CHIEF,), article=SCREENING),
    Permit(
        "assessment.take_in_matters",
        "纳入后来立项的事项",
        DESK,
        (has_opened_screening_to_add,),
        SCREENING,
    ),
    Permit("assessment.decide_screened", "作出排查决定", DESK, article=SCREENING),
    Permit("assessment.close_screening", "结束排查", DESK, (has_opened_screening,), SCREENING),
    Permit("assessment.print_screening", "打印排查记录", DESK, (has_opened_screening,), SECRECY),
    Permit("assessment.export_screening", "导出排查清单", DESK, article=SECRECY),
    Permit("assessment.see_old_matters", "查看积案清单", DESK, article=HARD_MATTERS),
    Permit("assessment.read_plan", "查看化解方案", DESK, article=HARD_MATTERS),
    Permit("assessment.make_plan", "制定化解方案", HANDLING, (is_handler_or_chief,), HARD_MATTERS),
    Permit("assessment.revise_plan", "修订化解方案", HANDLING, (is_handler_or_chief,), HARD_MATTERS),
    Permit("assessment.add_plan_step", "增加方案步骤", HANDLING, (is_handler_or_chief,), HARD_MATTERS),
    Permit("assessment.finish_plan_step", "登记步骤完成", DESK, (owns_step,), HARD_MATTERS),
    Permit("assessment.change_plan_step", "调整方案步骤", HANDLING, (is_handler_or_chief,), HARD_MATTERS),
    Permit("assessment.ask_crossing", "提请县里交叉办理", HANDLING, (is_handler_or_chief,), CROSS),
    Permit("assessment.read_crossing_request", "查看交叉办理的提请", DESK, article=CROSS),
    Permit("assessment.propose_crossing", "提请片区交叉办理", HANDLING, (is_handler_or_chief,), CROSS),
    Permit("assessment.offer_crossing", "决定人选并商请对方", CHIEF, article=CROSS),
    Permit("assessment.hand_down_crossing", "送交主办人", CHIEF, article=CROSS),
    Permit("assessment.end_crossing", "结束交叉办理", CHIEF, article=CROSS),
    Permit("assessment.read_crossing", "查看交叉办理", HANDLING, (is_either_side,), CROSS, True),
    Permit("assessment.clear_crossing", "确认无回避情形", HANDLING, (is_of_the_pair,), RECUSAL, True),
    Permit("assessment.accept_crossing", "接受交叉办理", CHIEF, (is_receiving_chief,), CROSS, True),
    Permit("assessment.refuse_crossing", "退回交叉办理", HANDLING, (is_receiving_side,), CROSS, True),
    Permit(
        "assessment.return_crossing", "报交叉办理结果", HANDLING, (is_lead_or_receiving_chief,), CROSS, True
    ),
    Permit("assessment.see_crossing_load", "查看交叉办理工作量", (*HANDLING, Role.SUPERVISOR), article=CROSS),
    Permit("assessment.see_ledger", "查看台账", DESK, article=REGISTRATION),
    Permit("assessment.search_reports", "检索来件", DESK, article=SECRECY),
    Permit("assessment.export_ledger", "导出台账", DESK, article=SECRECY),
    Permit(
        "assessment.settle_imported", "为导入的件定性、立项", (Role.CLERK, Role.CHIEF), article=REGISTRATION
    ),
    Permit("assessment.unsettle_imported", "撤销导入件的事项", (Role.CHIEF,), article=REGISTRATION),
    *consultation_access.PERMITS,
)
