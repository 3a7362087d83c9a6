"""Who may assess: this house's lines of the permit map. Recusal, the reported side and the own organ are asked
of every line before its own conditions.
"""

from yixian.protection.permits import Permit
from yixian.regulations import accusation_rules, local_practice, petition_regulations
from yixian.roster.enums import Role

DESK = (Role.CLERK, Role.HANDLER, Role.CHIEF)
HANDLING = (Role.HANDLER, Role.CHIEF)

REGISTRATION = accusation_rules.REGISTRATION.cite()
BY_LEVEL = accusation_rules.ACCEPTANCE_BY_LEVEL.cite()
FORWARDING = accusation_rules.SUBORDINATES_REPORT.cite()
ASSIGNING = accusation_rules.ASSIGNMENT_ARTICLES.cite()
REPLY = petition_regulations.ACCEPTANCE.cite()
NEW_EVIDENCE = accusation_rules.RESULT_FEEDBACK_ARTICLE.cite()
CLOSING = local_practice.FIVE_COMPLETIONS.cite()
SECRECY = accusation_rules.SECRECY.cite()

PERMITS = (
    Permit("assessment.classify_report", "定性", DESK, article=REGISTRATION),
    Permit("assessment.decide_jurisdiction", "确定管辖", DESK, article=BY_LEVEL),
    Permit("assessment.open_matter", "立项", DESK, article=REGISTRATION),
    Permit("assessment.link_report", "关联同一事项", DESK, article=REGISTRATION),
    Permit("assessment.unlink_report", "取消关联", DESK, article=REGISTRATION),
    Permit("assessment.read_matter", "查看事项", DESK, article=SECRECY),
    Permit("assessment.transfer_out", "转出", HANDLING, article=FORWARDING),
    Permit("assessment.print_letter", "打印函件", HANDLING, article=SECRECY),
    Permit("assessment.record_acceptance", "登记对方接收", DESK, article=FORWARDING),
    Permit("assessment.record_refusal", "登记对方退回", DESK, article=REPLY),
    Permit("assessment.record_result", "登记交办结果", HANDLING, article=ASSIGNING),
    Permit("assessment.close_matter", "办结事项", HANDLING, article=CLOSING),
    Permit("assessment.put_away_matter", "事项归档", DESK, article=CLOSING),
    Permit("assessment.reopen_matter", "重新办理", (Role.CHIEF,), article=NEW_EVIDENCE),
    Permit("assessment.see_ledger", "查看台账", DESK, article=REGISTRATION),
    Permit("assessment.search_reports", "检索来件", DESK, article=SECRECY),
    Permit("assessment.export_ledger", "导出台账", DESK, article=SECRECY),
    Permit(
        "assessment.settle_imported", "为导入的件定性、立项", (Role.CLERK, Role.CHIEF), article=REGISTRATION
    ),
    Permit("assessment.unsettle_imported", "撤销导入件的事项", (Role.CHIEF,), article=REGISTRATION),
)
