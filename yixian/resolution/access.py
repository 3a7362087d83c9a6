"""Who may resolve: this house's lines of the permit map. Whoever proposes never decides."""

from typing import Any

from yixian.protection.officer import By, Officer
from yixian.protection.permits import Permit, is_handler_or_chief
from yixian.regulations import (
    accusation_rules,
    archiving,
    discipline_enforcement,
    local_practice,
    petition_regulations,
)
from yixian.roster.enums import Role


def is_not_proposer(officer: By, subject: Any) -> bool:
    """须由提出人以外的人审批"""
    proposer = getattr(subject, "proposed_by_id", None) or getattr(subject, "submitted_by_id", None)
    return isinstance(officer, Officer) and officer.staff_id != proposer


def is_the_member(officer: By, subject: Any) -> bool:
    """只能由核查组成员本人确认"""
    return isinstance(officer, Officer) and officer.staff_id == getattr(subject, "staff_id", None)


def handles_matter_or_chief(officer: By, clue: Any) -> bool:
    """由事项的承办人或者纪委书记办理"""
    handles = isinstance(officer, Officer) and officer.staff_id in clue.matter.handler_ids()
    return Role.CHIEF in officer.roles or handles


def is_on_team(officer: By, subject: Any) -> bool:
    """由核查组成员办理，成员须先确认无回避情形"""
    return isinstance(officer, Officer) and officer.staff_id in subject.declared_ids()


def is_on_team_or_chief(officer: By, subject: Any) -> bool:
    """由核查组成员或者纪委书记办理，成员须先确认无回避情形"""
    return Role.CHIEF in officer.roles or is_on_team(officer, subject)


def is_lead_or_chief(officer: By, subject: Any) -> bool:
    """由核查组组长或者纪委书记办理，组长须先确认无回避情形"""
    leads = isinstance(officer, Officer) and officer.staff_id in subject.lead_ids()
    return Role.CHIEF in officer.roles or leads


def has_it_in_hand(officer: By, subject: Any) -> bool:
    """由承担任务的人、保管证据的人或者接收证据的人本人办理"""
    mine = getattr(officer, "staff_id", None)
    return mine is not None and getattr(subject, "staff_id", mine) == mine


def is_reviewing(officer: By, review: Any) -> bool:
    """由县纪委监委没有参与核查、与被反映一方没有关系的人员办理"""
    apart = isinstance(officer, Officer) and officer.staff_id not in review.worker_ids() | review.barred_ids()
    return apart and review.to_organ_id == officer.organ_id and (review.is_open or review.is_answered)


def has_taken_review(officer: By, review: Any) -> bool:
    """由接审的人本人答复"""
    return isinstance(officer, Officer) and review.reviewer_id == officer.staff_id


def is_either_side_of_review(officer: By, review: Any) -> bool:
    """由报审一方的承办人、纪委书记，或者县纪委监委的审核人员查看"""
    if officer.organ_id == review.organ_id:
        return is_handler_or_chief(officer, review)
    return is_reviewing(officer, review)


def has_not_drawn_it_up(officer: By, listing: Any) -> bool:
    """须由编制人以外的人办理"""
    return isinstance(officer, Officer) and officer.staff_id != listing.drawn_by_id


def has_not_appraised_it(officer: By, listing: Any) -> bool:
    """须由没有参加鉴定的人办理"""
    return isinstance(officer, Officer) and officer.staff_id not in listing.reviewer_ids()


def has_not_approved_it(officer: By, listing: Any) -> bool:
    """须由批准人以外的人办理"""
    return isinstance(officer, Officer) and officer.staff_id != listing.decided_by_id


HANDLING = (Role.HANDLER, Role.CHIEF)
CHIEF = (Role.CHIEF,)
DISPOSAL = accusation_rules.DISPOSAL.cite()
LEDGER = discipline_enforcement.CLUE_LEDGER.cite()
VERIFICATION = discipline_enforcement.VERIFICATION.cite()
INQUIRY = discipline_enforcement.INQUIRY.cite()
RECUSAL = accusation_rules.RECUSAL.cite()
LIBRARY = (Role.CLERK, *HANDLING)
HANDS = (is_on_team, has_it_in_hand)
FILING, SCHEDULE = archiving.FILING_TERM.cite(), archiving.SCHEDULE.cite()
APPRAISAL = archiving.APPRAISAL.cite()
APART = (has_not_drawn_it_up, has_not_appraised_it)
COUNTY = discipline_enforcement.COUNTY_REVIEW.cite()
ADVICE = discipline_enforcement.DISCIPLINE_ADVICE.cite()
CASE = discipline_enforcement.CASE_FILING.cite()
CLEARING = accusation_rules.CLARIFICATION.cite()
RESULT = accusation_rules.RESULT_FEEDBACK_ARTICLE.cite()
PETITIONS = petition_regulations.REVIEW.cite()
COMPLETIONS = local_practice.FIVE_COMPLETIONS.cite()

PERMITS = (
    Permit("resolution.read_clue", "查看线索", HANDLING, (is_handler_or_chief,), LEDGER),
    Permit("resolution.open_clue", "登记线索", HANDLING, (is_handler_or_chief,), LEDGER),
    Permit("resolution.renew_clue", "重新核实线索", HANDLING, (handles_matter_or_chief,), RESULT),
    Permit("resolution.reopen_handling", "重新办理", CHIEF, article=RESULT),
    Permit("resolution.read_reopenings", "查看重新办理的理由", LIBRARY, (is_handler_or_chief,), RESULT),
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
    Permit("resolution.issue_inquiry", "发函询通知书", CHIEF, article=INQUIRY),
    Permit("resolution.preview_inquiry", "预览函询通知书", CHIEF, article=INQUIRY),
    Permit("resolution.withdraw_inquiry", "撤回函询通知书", CHIEF, article=INQUIRY),
    Permit("resolution.print_inquiry", "打印函询通知书", HANDLING, (is_handler_or_chief,), INQUIRY),
    Permit("resolution.record_inquiry_reply", "登记函询回复", HANDLING, (is_handler_or_chief,), INQUIRY),
    Permit("resolution.open_inquiry_paper", "打开函询回复材料", HANDLING, (is_handler_or_chief,), INQUIRY),
    Permit("resolution.serve_inquiry", "登记函询送达", HANDLING, (is_handler_or_chief,), INQUIRY),
    Permit("resolution.end_inquiry", "登记谈话函询结束", HANDLING, (is_handler_or_chief,), INQUIRY),
    Permit("resolution.open_verification", "组成核查组", CHIEF, article=VERIFICATION),
    Permit("resolution.add_member", "增加核查组成员", CHIEF, article=VERIFICATION),
    Permit("resolution.release_member", "核查组成员退出", CHIEF, article=RECUSAL),
    Permit("resolution.join_team", "确认无回避情形", HANDLING, (is_the_member,), RECUSAL),
    Permit("resolution.read_verification", "查看核查工作", HANDLING, (is_on_team_or_chief,), VERIFICATION),
    Permit("resolution.give_task", "布置核查任务", HANDLING, (is_lead_or_chief,), VERIFICATION),
    Permit("resolution.answer_task", "答复核查任务", HANDLING, HANDS, VERIFICATION),
    Permit("resolution.take_back_task", "收回核查任务", HANDLING, (is_lead_or_chief,), VERIFICATION),
    Permit("resolution.hand_over_task", "移交核查任务", HANDLING, (is_lead_or_chief,), VERIFICATION),
    Permit("resolution.record_evidence", "登记证据", HANDLING, (is_on_team,), VERIFICATION),
    Permit("resolution.open_evidence", "打开证据文件", HANDLING, (is_on_team_or_chief,), VERIFICATION),
    Permit("resolution.print_evidence_list", "打印证据目录", HANDLING, (is_on_team_or_chief,), VERIFICATION),
    Permit("resolution.hand_custody", "移交证据", HANDLING, HANDS, VERIFICATION),
    Permit("resolution.pass_custody", "交出证据", HANDLING, (is_on_team,), VERIFICATION),
    Permit("resolution.receive_custody", "接收证据", HANDLING, HANDS, VERIFICATION),
    Permit("resolution.refuse_custody", "不接收证据", HANDLING, HANDS, VERIFICATION),
    Permit("resolution.note_gap", "登记证据缺口", HANDLING, (is_on_team_or_chief,), VERIFICATION),
    Permit("resolution.fill_gap", "补上证据缺口", HANDLING, (is_on_team_or_chief,), VERIFICATION),
    Permit("resolution.drop_gap", "不再补证据缺口", HANDLING, (is_on_team_or_chief,), VERIFICATION),
    Permit("resolution.record_talk", "写谈话笔录", HANDLING, (is_on_team,), VERIFICATION),
    Permit("resolution.read_back_talk", "宣读或者阅看谈话笔录", HANDLING, (is_on_team,), VERIFICATION),
    Permit("resolution.sign_talk", "登记谈话笔录签名", HANDLING, (is_on_team,), VERIFICATION),
    Permit("resolution.print_talk", "打印谈话笔录", HANDLING, (is_on_team_or_chief,), VERIFICATION),
    Permit("resolution.record_fact", "记录事实", HANDLING, (is_on_team,), VERIFICATION),
    Permit("resolution.correct_fact", "更正事实", HANDLING, (is_on_team,), VERIFICATION),
    Permit("resolution.strike_fact", "划去事实", HANDLING, (is_on_team,), VERIFICATION),
    Permit("resolution.ask_rules", "查规则库", LIBRARY),
    Permit("resolution.add_local_rule", "登记本地文件", HANDLING),
    Permit("resolution.end_local_rule", "本地文件不再施行", HANDLING),
    Permit("resolution.open_local_rule", "打开本地文件", LIBRARY),
    Permit("resolution.submit_report", "提交核查报告", HANDLING, (is_handler_or_chief,), VERIFICATION),
    Permit("resolution.decide_report", "审批核查报告", CHIEF, (is_not_proposer,), VERIFICATION),
    Permit("resolution.return_report", "退回核查报告", CHIEF, (is_not_proposer,), VERIFICATION),
    Permit("resolution.approve_report", "批准核查报告", CHIEF, (is_not_proposer,), VERIFICATION),
    Permit("resolution.ask_county_review", "报请县审", HANDLING, (is_handler_or_chief,), COUNTY),
    Permit("resolution.withdraw_county_review", "撤回县审", HANDLING, (is_handler_or_chief,), COUNTY),
    Permit("resolution.record_county_opinion", "登记县审意见", HANDLING, (is_handler_or_chief,), COUNTY),
    Permit("resolution.open_county_paper", "打开县审文书", HANDLING, (is_handler_or_chief,), COUNTY),
    Permit("resolution.read_county_review", "查看县审", HANDLING, (is_either_side_of_review,), COUNTY, True),
    Permit("resolution.take_county_review", "接审", HANDLING, (is_reviewing,), COUNTY, True),
    Permit(
        "resolution.answer_county_review",
        "答复县审",
        HANDLING,
        (is_reviewing, has_taken_review),
        COUNTY,
        True,
    ),
    Permit("resolution.propose_outcome", "提出处理结果", HANDLING, (is_handler_or_chief,), LEDGER),
    Permit("resolution.decide_outcome", "审批处理结果", CHIEF, (is_not_proposer,), LEDGER),
    Permit("resolution.close_clue", "了结线索", HANDLING, (is_handler_or_chief,), LEDGER),
    Permit("resolution.issue_recommendation", "发建议书", CHIEF, article=ADVICE),
    Permit("resolution.preview_recommendation", "预览建议书", CHIEF, article=ADVICE),
    Permit("resolution.answer_recommendation", "登记建议书的回复", HANDLING, (is_handler_or_chief,), ADVICE),
    Permit("resolution.check_recommendation", "核对整改", HANDLING, (is_handler_or_chief,), ADVICE),
    Permit("resolution.print_recommendation", "打印建议书", HANDLING, (is_handler_or_chief,), ADVICE),
    Permit("resolution.hand_on_case", "移交立案", HANDLING, (is_handler_or_chief,), CASE),
    Permit("resolution.note_case_receipt", "登记立案回执", HANDLING, (is_handler_or_chief,), CASE),
    Permit("resolution.propose_clarification", "提出澄清", HANDLING, (is_handler_or_chief,), CLEARING),
    Permit("resolution.decide_clarification", "审批澄清", CHIEF, (is_not_proposer,), CLEARING),
    Permit("resolution.carry_out_clarification", "登记已澄清", HANDLING, (is_handler_or_chief,), CLEARING),
    Permit("resolution.print_clarification", "打印澄清函", HANDLING, (is_handler_or_chief,), CLEARING),
    Permit(
        "resolution.ask_petition_review", "登记复查、复核请求", LIBRARY, (is_handler_or_chief,), PETITIONS
    ),
    Permit(
        "resolution.decide_petition_review", "登记复查、复核意见", LIBRARY, (is_handler_or_chief,), PETITIONS
    ),
    Permit("resolution.record_completion", "确认到位", HANDLING, (is_handler_or_chief,), COMPLETIONS),
    Permit("resolution.close_matter", "办结", HANDLING, (is_handler_or_chief,), COMPLETIONS),
    Permit("resolution.archive_matter", "归档", LIBRARY, article=COMPLETIONS),
    Permit("resolution.supplement_file", "补充归档", LIBRARY, article=COMPLETIONS),
    Permit("resolution.see_archive", "查看年度归档", LIBRARY, article=FILING),
    Permit("resolution.read_file", "查看卷宗", LIBRARY, article=SCHEDULE),
    Permit("resolution.export_file", "导出电子卷宗", CHIEF, article=SCHEDULE),
    Permit("resolution.hold_file", "暂缓销毁", LIBRARY, article=SCHEDULE),
    Permit("resolution.lift_hold", "解除暂缓销毁", CHIEF, article=SCHEDULE),
    Permit("resolution.extend_retention", "延长保管期限", CHIEF, article=SCHEDULE),
    Permit("resolution.see_destruction", "查看销毁清册", LIBRARY, article=APPRAISAL),
    Permit("resolution.draw_up_destruction", "编制销毁清册", LIBRARY, article=APPRAISAL),
    Permit("resolution.appraise_files", "鉴定期满卷宗", LIBRARY, APART, APPRAISAL),
    Permit("resolution.approve_destruction", "批准销毁清册", CHIEF, APART, APPRAISAL),
    Permit("resolution.return_destruction", "退回销毁清册", CHIEF, article=APPRAISAL),
    Permit("resolution.attend_destruction", "登记监销到场", LIBRARY, (has_not_approved_it,), APPRAISAL),
    Permit("resolution.carry_out_destruction", "执行销毁", LIBRARY, article=APPRAISAL),
    Permit("resolution.print_destruction_list", "打印销毁清册", LIBRARY, article=APPRAISAL),
    Permit("resolution.print_file_index", "打印卷宗目录", LIBRARY, article=SCHEDULE),
)
