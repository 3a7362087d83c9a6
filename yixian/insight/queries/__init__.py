"""What is asked of insight: figures, for any period and any part of the tree; and whether everything ties out."""

from yixian.insight.queries.overview import analysis_of, organs_in_sight, period_named
from yixian.insight.queries.reconciling import Account, Stray, reconciliation
from yixian.insight.queries.records import figure_rows

__all__ = [
    "Account",
    "Stray",
    "analysis_of",
    "figure_rows",
    "organs_in_sight",
    "period_named",
    "reconciliation",
]
