"""All figures of an analysis report in one object, so that the report only puts them into words."""

from collections.abc import Sequence
from dataclasses import dataclass

from yixian.insight.figures.balance import Balance, balance
from yixian.insight.figures.basics import BasicFacts, basic_facts
from yixian.insight.figures.characteristics import FourCharacteristics, four_characteristics
from yixian.insight.figures.hot import HotMatter, hot_matters
from yixian.insight.figures.outcomes import Outcomes, outcomes
from yixian.insight.figures.periods import Period
from yixian.insight.figures.rows import FigureRow
from yixian.insight.figures.series import Month, months
from yixian.insight.figures.suppression import LIMIT, NOTE, join_small
from yixian.language.heat import Heat


@dataclass(frozen=True, slots=True)
class AnalysisFigures:
    """What a comprehensive analysis states. ``notes`` are sentences about the data and how they were read."""

    period: Period
    office: str
    basics: BasicFacts
    balance: Balance
    outcomes: Outcomes
    months: tuple[Month, ...]
    characteristics: FourCharacteristics
    accusations: FourCharacteristics
    matters: int
    repeated_matters: int
    hot: tuple[HotMatter, ...]
    hot_accusations: tuple[HotMatter, ...]
    notes: tuple[str, ...] = ()
    hot_from: int = 2
    """The fewest reports of a hot matter."""
    leaves: bool = False
    """Small cells are joined, since the figures leave the office."""


def compose_figures(
    rows: Sequence[FigureRow],
    period: Period,
    heats: Sequence[Heat],
    *,
    office: str = "",
    notes: Sequence[str] = (),
    closings_recorded: bool = True,
    leaves: bool = False,
) -> AnalysisFigures:
    """Measure everything over ``period``; ``rows`` may reach further back, for the comparisons.

    ``heats`` ranks the matters by their reports within ``period``, so that counts and reasons agree. Where the figures
    leave the office (``leaves``), small cells are joined before anything is counted.
    """
    rows, notes, hot_from = (join_small(rows, period), (*notes, NOTE), LIMIT) if leaves else (rows, notes, 2)
    inside = [row for row in rows if row.received_on in period]
    accusations = [row for row in inside if row.kind == "accusation"]
    sizes = _sizes(inside)
    return AnalysisFigures(
        period=period,
        office=office,
        basics=basic_facts(rows, period),
        balance=balance(rows, period, is_recorded=closings_recorded),
        outcomes=outcomes(rows, period),
        months=months(rows, period),
        characteristics=four_characteristics(inside, period),
        accusations=four_characteristics(accusations, period, population="检举控告"),
        matters=len(sizes),
        repeated_matters=sum(size > 1 for size in sizes.values()),
        hot=hot_matters(inside, heats, at_least=hot_from),
        hot_accusations=hot_matters(inside, heats, most=5, at_least=hot_from, kind="accusation"),
        notes=tuple(notes),
        hot_from=hot_from,
        leaves=leaves,
    )


def _sizes(rows: Sequence[FigureRow]) -> dict[str, int]:
    sizes: dict[str, int] = {}
    for row in rows:
        matter = row.matter or row.id
        sizes[matter] = sizes.get(matter, 0) + 1
    return sizes
