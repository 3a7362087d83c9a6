"""Month by month: what came, what was closed."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from yixian.insight.figures.periods import Period
from yixian.insight.figures.rows import FigureRow


@dataclass(frozen=True, slots=True)
class Month:
    """One month of a period; ``label`` is 2026年3月, and says so where the period cuts it short."""

    period: Period
    received: int
    accusations: int
    closed: int

    @property
    def label(self) -> str:
        return f"{self.period.end.year}年{self.period.end.month}月"


def months(rows: Iterable[FigureRow], period: Period, *, first_day: int = 1) -> tuple[Month, ...]:
    """Every month of ``period``, also those in which nothing came."""
    spans = list(period.months(first_day=first_day))
    received: Counter[int] = Counter()
    accusations: Counter[int] = Counter()
    closed: Counter[int] = Counter()
    at = {day: place for place, span in enumerate(spans) for day in _days(span)}
    for row in rows:
        if (place := _place(at, row.received_on)) is not None:
            received[place] += 1
            accusations[place] += row.kind == "accusation"
        if (place := _place(at, row.closed_on)) is not None:
            closed[place] += 1
    return tuple(Month(span, received[n], accusations[n], closed[n]) for n, span in enumerate(spans))


def _days(span: Period) -> range:
    return range(span.start.toordinal(), span.end.toordinal() + 1)


def _place(at: Mapping[int, int], day: dt.date | None) -> int | None:
    return at.get(day.toordinal()) if day else None
