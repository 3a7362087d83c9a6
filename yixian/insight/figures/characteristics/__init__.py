"""The four characteristics, each measured by a stated definition and with its trend.

动机单一化 · 对象集中化 · 内容抽象化 · 形式多样化. Where data are missing, a characteristic
says what is lacking and claims nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from yixian.insight.figures.characteristics.content import content
from yixian.insight.figures.characteristics.forms import forms
from yixian.insight.figures.characteristics.motive import motive
from yixian.insight.figures.characteristics.objects import objects
from yixian.insight.figures.characteristics.shape import Characteristic
from yixian.insight.figures.characteristics.trend import Trend, TrendPoint
from yixian.insight.figures.periods import Period
from yixian.insight.figures.rows import FigureRow

__all__ = ["Characteristic", "FourCharacteristics", "Trend", "TrendPoint", "four_characteristics"]


@dataclass(frozen=True, slots=True)
class FourCharacteristics:
    """The four over one population of reports, which is named."""

    population: str
    base: int
    motive: Characteristic
    objects: Characteristic
    content: Characteristic
    forms: Characteristic

    @property
    def all(self) -> tuple[Characteristic, ...]:
        return self.motive, self.objects, self.content, self.forms


def four_characteristics(
    rows: Sequence[FigureRow], period: Period, *, population: str = "全部信访举报"
) -> FourCharacteristics:
    """Measure ``rows`` received in ``period``; the caller chooses the population and names it."""
    inside = sorted(
        (row for row in rows if row.received_on in period), key=lambda row: (str(row.received_on), row.id)
    )
    measured = (measure(inside, period) for measure in (motive, objects, content, forms))
    return FourCharacteristics(population, len(inside), *measured)
