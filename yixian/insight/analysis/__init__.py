"""``yixian analyse``: an office's ledger in, readings, matters, figures and a report out.

No database and no settings. The understanding is ``yixian.language``, the numbers ``insight.figures`` and the
words ``insight.report``: the same code that the web application calls.
"""

from yixian.insight.analysis.intake import Intake, Problem, Report, take_in
from yixian.insight.analysis.run import Analysis, Steps, analyse
from yixian.insight.analysis.writing import OUTPUTS, is_ours, write_outputs

__all__ = [
    "OUTPUTS",
    "Analysis",
    "Intake",
    "Problem",
    "Report",
    "Steps",
    "analyse",
    "is_ours",
    "take_in",
    "write_outputs",
]
