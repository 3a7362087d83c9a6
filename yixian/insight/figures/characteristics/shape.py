"""What every characteristic consists of."""

from dataclasses import dataclass

from yixian.insight.figures.characteristics.trend import Trend
from yixian.insight.figures.counting import Breakdown, Figure


@dataclass(frozen=True, slots=True)
class Characteristic:
    """One of the four: its headline figure, what stands beside it, and how it moves."""

    key: str
    title: str
    definition: str
    headline: Figure
    figures: tuple[Figure, ...]
    breakdowns: tuple[Breakdown, ...]
    trend: Trend

    @property
    def is_known(self) -> bool:
        return self.headline.value is not None

    def figure(self, key: str) -> Figure:
        return next(figure for figure in self.figures if figure.key == key)

    def breakdown(self, key: str) -> Breakdown:
        return next(breakdown for breakdown in self.breakdowns if breakdown.key == key)
