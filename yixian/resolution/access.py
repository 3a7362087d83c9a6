"""Who may resolve: this house's lines of the permit map. Whoever proposes never decides."""

from typing import Any

from yixian.protection.officer import By, Officer
from yixian.protection.permits import Permit, is_handler_or_chief
from yixian.regulations import accusation_rules, discipline_enforcement, local_practice
from yixian.roster.enums import Role


def is_not_proposer(officer: By, subject: Any) -> bool:
    """须由提出人以外的人审批"""
    proposer = getattr(subject, "proposed_by_id", None) or getattr(subject, "submitted_by_id", None)
    return isinstance(officer, Officer) and officer.staff_id != proposer


def is_the_member(officer: By, subject: Any) -> bool:
    """只能由核查组成员本人确认"""
    return isinstance(officer, Officer) and officer.staff_id == getattr(subject, "staff_id", None)


HANDLING = (Role.HANDLER, Role.CHIEF)
CHIEF = (Role.CHIEF,)
DISPOSAL = accusation_rules.DISPOSAL.cite()
LEDGER = discipline_enforcement.CLUE_LEDGER.cite()
VERIFICATION = discipline_enforcement.VERIFICATION.cite()
INQUIRY = discipline_enforcement.INQUIRY.cite()
RECUSAL = accusation_rules.RECUSAL.cite()
COMPLETIONS = local_practice.FIVE_COMPLETIONS.cite()

PERMITS = (
    Permit("resolution.read_clue", "查看线索", HANDLING, (is_handler_or_chief,), LEDGER),
    Permit("resolution.open_clue", "登记线索", HANDLING, (is_handler_or_chief,), LEDGER),
    Permit(
        "resolution.propose_disposal",
        "提出处置意见",
        HANDLING,
        (is_handler_or_chief,),
        discipline_enforcement.DISPOSAL_PROPOSAL.cite(),
    ),
    Permit("resolution.decide_disposal", "审批处置意见", CHIEF, (is_not_proposer,), DISPOSAL),
    Permit("resolution.return_disposal", "退回处置意见", CHIEF, (is_not_proposer,), DISPOSAL),
    Permit("resolution.decide_on_inquiry", "批准谈话函询", CHIEF, (is_not_proposer,), DISPOSAL),
    Permit("resolution.decide_on_verification", "批准初步核实", CHIEF, (is_not_proposer,), DISPOSAL),
    Permit("resolution.decide_to_hold", "批准暂存待查", CHIEF, (is_not_proposer,), DISPOSAL),
    Permit("resolution.decide_to_close", "批准予以了结", CHIEF, (is_not_proposer,), DISPOSAL),
    Permit("resolution.turn_to_verification", "转为初步核实", CHIEF, article=VERIFICATION),
    Permit("resolution.serve_inquiry", "登记函询送达", HANDLING, (is_handler_or_chief,), INQUIRY),
    Permit("resolution.end_inquiry", "登记谈话函询结束", HANDLING, (is_handler_or_chief,), INQUIRY),
    Permit("resolution.open_verification", "组成核查组", CHIEF, article=VERIFICATION),
    Permit("resolution.join_team", "确认无回避情形", HANDLING, (is_the_member,), RECUSAL),
    Permit("resolution.submit_report", "提交核查报告", HANDLING, (is_handler_or_chief,), VERIFICATION),
    Permit("resolution.decide_report", "审批核查报告", CHIEF, (is_not_proposer,), VERIFICATION),
    Permit("resolution.return_report", "退回核查报告", CHIEF, (is_not_proposer,), VERIFICATION),
    Permit("resolution.approve_report", "批准核查报告", CHIEF, (is_not_proposer,), VERIFICATION),
    Permit("resolution.propose_outcome", "提出处理结果", HANDLING, (is_handler_or_chief,), LEDGER),
    Permit("resolution.decide_outcome", "审批处理结果", CHIEF, (is_not_proposer,), LEDGER),
    Permit("resolution.close_clue", "了结线索", HANDLING, (is_handler_or_chief,), LEDGER),
    Permit("resolution.record_completion", "确认到位", HANDLING, (is_handler_or_chief,), COMPLETIONS),
    Permit("resolution.close_matter", "办结", HANDLING, (is_handler_or_chief,), COMPLETIONS),
    Permit("resolution.archive_matter", "归档", (Role.CLERK, *HANDLING), article=COMPLETIONS),
)
