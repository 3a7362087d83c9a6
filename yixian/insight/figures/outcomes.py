"""Outcomes per person reported: one report on three people can end in three ways."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from yixian.insight.figures.counting import Breakdown, Line
from yixian.insight.figures.periods import Period
from yixian.insight.figures.rows import FigureRow
from yixian.regulations.classes import Outcome

_DEFINITION = "报告期内办结件所涉被反映人的处理结果，按人次计；一人有多种处理的分别计入"


FILED = "filed"
"""立案 stands beside the outcomes: the method counts the persons under it."""


LABELS = {FILED: "立案", **{str(outcome.value): outcome.label for outcome in Outcome}}


@dataclass(frozen=True, slots=True)
class Outcomes:
    """Persons by outcome; ``reports`` is how many closed reports they come from."""

    persons: Breakdown
    reports: int


def outcomes(rows: Sequence[FigureRow], period: Period) -> Outcomes:
    """Counts by the day a report was closed, or received where the closing day is not recorded."""
    inside = [row for row in rows if row.outcomes and (row.closed_on or row.received_on) in period]
    persons: Counter[str] = Counter()
    behind: dict[str, dict[str, None]] = {}
    for row in inside:
        for outcome in row.outcomes:
            persons[outcome] += 1
            behind.setdefault(outcome, {})[row.id] = None
    base = persons.total()
    order = sorted(persons, key=lambda key: (list(LABELS).index(key) if key in LABELS else len(LABELS), key))
    lines = tuple(
        Line(key, LABELS.get(key, key), persons[key], persons[key] / base, tuple(behind[key]))
        for key in order
    )
    return Outcomes(Breakdown("outcomes", "处理结果（人次）", _DEFINITION, lines, base, 0), len(inside))
