"""Taking figures out of the system is recorded, as every export is."""

import io
from collections.abc import Sequence

from yixian.insight.figures import Period
from yixian.insight.queries import analysis_of
from yixian.insight.report import write_report
from yixian.protection.actions import require
from yixian.protection.officer import Officer
from yixian.trail.actions import leaves_trail


@leaves_trail("insight.export_analysis")
def export_analysis(*, by: Officer, organ_ids: Sequence[int], period: Period) -> bytes:
    """The comprehensive analysis report of 检控规则 31–34 as a .docx, in memory; small cells are joined."""
    require(by, "insight.export_analysis")
    written = io.BytesIO()
    write_report(analysis_of(by, organ_ids, period, leaves=True), written)
    return written.getvalue()
