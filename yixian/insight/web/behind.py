"""Which reports stand behind a number of the page: ``kinds.accusation``, ``total``, ``balance.open``."""

from collections.abc import Iterator
from dataclasses import dataclass

from yixian.insight.figures import AnalysisFigures, Breakdown, Figure


@dataclass(frozen=True, slots=True)
class Counted:
    """What was counted, how it is defined, and the ids of the rows."""

    title: str
    definition: str
    ids: tuple[str, ...]


def rows_behind(figures: AnalysisFigures, key: str) -> Counted | None:
    """The rows of the figure or line with this key; None when the page has no such number."""
    for name, counted in everything(figures):
        if name == key:
            return counted
    return None


def everything(figures: AnalysisFigures) -> Iterator[tuple[str, Counted]]:
    """Every number of the page under its key."""
    balance = figures.balance
    for figure in (figures.basics.total, balance.opening, balance.new, balance.closed, balance.open):
        yield figure.key, _of(figure)
    for breakdown in (*figures.basics.breakdowns, figures.outcomes.persons):
        yield from _lines(breakdown.key, breakdown)
    for characteristic in figures.characteristics.all:
        yield characteristic.headline.key, _of(characteristic.headline)
        for breakdown in characteristic.breakdowns:
            yield from _lines(f"{characteristic.key}.{breakdown.key}", breakdown)
    for hot in figures.hot:
        yield f"hot.{hot.matter}", Counted(f"热点事项{hot.title}", hot.reason, hot.rows)


def _of(figure: Figure) -> Counted:
    return Counted(figure.title, figure.definition, figure.rows)


def _lines(prefix: str, breakdown: Breakdown) -> Iterator[tuple[str, Counted]]:
    for line in breakdown.lines:
        title = f"{breakdown.title}：{line.label}"
        yield f"{prefix}.{line.key}", Counted(title, breakdown.definition, line.rows)
