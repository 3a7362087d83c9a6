"""Who may see figures, and who may see the rows behind them."""

from yixian.protection.permits import Permit
from yixian.regulations import accusation_rules
from yixian.roster.enums import Role

ANALYSIS = accusation_rules.ANALYSIS.cite()
REGISTER = accusation_rules.REGISTRATION.cite()
READERS = (Role.ANALYST, Role.CHIEF, Role.SUPERVISOR)
WRITERS = (Role.ANALYST, Role.CHIEF)

PERMITS = (
    Permit("insight.see_figures", "查看统计", READERS, article=ANALYSIS),
    Permit("insight.open_rows", "查看数字背后的来件", (Role.CHIEF,), article=ANALYSIS),
    Permit("insight.reconcile", "收结存对账", (Role.CHIEF, Role.AUDITOR), article=REGISTER),
    Permit("insight.export_analysis", "导出综合分析报告", WRITERS, article=ANALYSIS),
)
