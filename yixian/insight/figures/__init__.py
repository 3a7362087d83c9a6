"""Figures: pure functions from plain rows to numbers that carry their definition and the rows behind them.

The command line fills ``FigureRow`` from a spreadsheet, the web application from its records; both get the
same figures from the same code. Nothing here knows Django, a file or a clock.
"""

from yixian.insight.figures.balance import Balance, balance
from yixian.insight.figures.basics import BasicFacts, basic_facts
from yixian.insight.figures.characteristics import Characteristic, FourCharacteristics, four_characteristics
from yixian.insight.figures.compose import AnalysisFigures, compose_figures
from yixian.insight.figures.counting import Breakdown, Figure, Line, tally
from yixian.insight.figures.hot import HotMatter, hot_matters
from yixian.insight.figures.outcomes import Outcomes, outcomes
from yixian.insight.figures.periods import WHOLE_TIME, Period
from yixian.insight.figures.plain import as_plain
from yixian.insight.figures.rows import FigureRow
from yixian.insight.figures.series import Month, months
from yixian.insight.figures.suppression import join_small

__all__ = [
    "WHOLE_TIME",
    "AnalysisFigures",
    "Balance",
    "BasicFacts",
    "Breakdown",
    "Characteristic",
    "Figure",
    "FigureRow",
    "FourCharacteristics",
    "HotMatter",
    "Line",
    "Month",
    "Outcomes",
    "Period",
    "as_plain",
    "balance",
    "basic_facts",
    "compose_figures",
    "four_characteristics",
    "hot_matters",
    "join_small",
    "months",
    "outcomes",
    "tally",
]
