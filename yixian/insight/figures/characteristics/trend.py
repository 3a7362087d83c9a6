"""How a share moves within a period: month by month, and the earlier half against the later half.

Halves are of reports in the order of receipt, not of days, so that a thin start does not decide. A direction
is claimed only where the two shares differ by more than chance would explain (two-proportion test, 5 %).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import sqrt

from yixian.insight.figures.periods import Period
from yixian.insight.figures.rows import FigureRow

SMALLEST_MONTH = 10
"""A month with fewer reports has no share of its own."""
SMALLEST_HALF = 20
LEVEL_WITHIN = 0.05
"""Shares that differ by no more are called level, unless the difference is certain."""
_CRITICAL = 1.96
DEFINITION = (
    f"按收到先后将件数等分为前后两半，两半各不少于{SMALLEST_HALF}件、差异在统计上显著（5%水平）时才判断升降；"
    f"不显著的，相差{LEVEL_WITHIN * 100:.0f}个百分点以内称基本平稳，超过的注明仅供参考；"
    f"月度占比只列不少于{SMALLEST_MONTH}件的月份"
)


class Direction(StrEnum):
    UP = "up"
    DOWN = "down"
    LEVEL = "level"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class TrendPoint:
    label: str
    value: float | None
    base: int


@dataclass(frozen=True, slots=True)
class Trend:
    points: tuple[TrendPoint, ...]
    earlier: float | None
    later: float | None
    direction: Direction
    definition: str = DEFINITION


Said = tuple[FigureRow, bool]


def trend(rows: Sequence[FigureRow], period: Period, of: Callable[[FigureRow], bool | None]) -> Trend:
    """The trend of the share for which ``of`` is true; ``rows`` in the order of receipt."""
    known = [(row, said) for row in rows if (said := of(row)) is not None]
    earlier, later = known[: len(known) // 2], known[len(known) // 2 :]
    enough = min(len(earlier), len(later)) >= SMALLEST_HALF
    return Trend(
        points=tuple(_point(span, known) for span in period.months()) if known else (),
        earlier=_share(earlier) if enough else None,
        later=_share(later) if enough else None,
        direction=_direction(earlier, later) if enough else Direction.UNKNOWN,
    )


def _point(span: Period, known: Sequence[Said]) -> TrendPoint:
    inside = [one for one in known if one[0].received_on in span]
    value = _share(inside) if len(inside) >= SMALLEST_MONTH else None
    return TrendPoint(f"{span.end.year}年{span.end.month}月", value, len(inside))


def _share(known: Sequence[Said]) -> float:
    return sum(said for _, said in known) / len(known)


def _direction(earlier: Sequence[Said], later: Sequence[Said]) -> Direction:
    pooled = _share([*earlier, *later])
    error = sqrt(pooled * (1 - pooled) * (1 / len(earlier) + 1 / len(later)))
    difference = _share(later) - _share(earlier)
    if error == 0 or abs(difference) < _CRITICAL * error:
        return Direction.LEVEL
    return Direction.UP if difference > 0 else Direction.DOWN
