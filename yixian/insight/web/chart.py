"""Columns of a small chart, measured for an SVG without style or script; the table stands beside it."""

from collections.abc import Sequence
from dataclasses import dataclass

from yixian.insight.figures import Month

WIDTH, HEIGHT, FOOT, HEAD = 640, 180, 22, 16


@dataclass(frozen=True, slots=True)
class Column:
    """One month: its rectangle, its count above, its label below."""

    x: float
    y: float
    width: float
    height: float
    middle: float
    count: int
    label: str


def columns(months: Sequence[Month]) -> list[Column]:
    """Received reports by month, scaled to the highest."""
    most = max((month.received for month in months), default=0)
    if not most:
        return []
    step = WIDTH / len(months)
    return [_column(month, at * step, step, most) for at, month in enumerate(months)]


def _column(month: Month, left: float, step: float, most: int) -> Column:
    height = (HEIGHT - FOOT - HEAD) * month.received / most
    width = min(step * 0.6, 48)
    return Column(
        x=round(left + (step - width) / 2, 1),
        y=round(HEIGHT - FOOT - height, 1),
        width=round(width, 1),
        height=round(height, 1),
        middle=round(left + step / 2, 1),
        count=month.received,
        label=f"{month.period.end.month}月",
    )
