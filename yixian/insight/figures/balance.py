"""Totals that tie out: opening + new − closed = open, each counted by itself and then compared."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from yixian.insight.figures.counting import Figure
from yixian.insight.figures.periods import Period
from yixian.insight.figures.rows import FigureRow

_DEFINITIONS = {
    "opening": ("期初未结", "报告期开始前收到、当时尚未办结的件"),
    "new": ("本期新收", "报告期内收到的件"),
    "closed": ("本期办结", "报告期内办结的件，不论何时收到"),
    "open": ("期末未结", "报告期结束时已收到、尚未办结的件"),
}


@dataclass(frozen=True, slots=True)
class Balance:
    """The four counts; ``faulty`` rows were closed before they were received and are left out."""

    opening: Figure
    new: Figure
    closed: Figure
    open: Figure
    faulty: tuple[str, ...]

    @property
    def ties(self) -> bool:
        counts = (self.opening.value, self.new.value, self.closed.value, self.open.value)
        opening, new, closed, left = (count or 0 for count in counts)
        return opening + new - closed == left

    @property
    def is_known(self) -> bool:
        return self.closed.value is not None


def balance(
    rows: Sequence[FigureRow], period: Period, *, is_recorded: bool = True, unit: str = "件"
) -> Balance:
    """``is_recorded`` is false where closing days are not recorded at all: then nothing is claimed. What is counted
    may be anything that begins and ends on a day; ``unit`` is its counting word.
    """
    if not is_recorded:
        return _balance({}, (), unit)
    dated = [row for row in rows if row.received_on is not None]
    sound = [row for row in dated if not _is_faulty(row)]
    faulty = tuple(row.id for row in dated if _is_faulty(row))
    held = {
        "opening": [
            row for row in sound if _received_before(row, period) and not _closed_before(row, period)
        ],
        "new": [row for row in sound if row.received_on in period],
        "closed": [row for row in sound if row.closed_on in period],
        "open": [row for row in sound if _received_by_end(row, period) and not _closed_by_end(row, period)],
    }
    return _balance(held, faulty, unit)


def _balance(held: Mapping[str, Sequence[FigureRow]], faulty: tuple[str, ...], unit: str) -> Balance:
    opening, new, closed, left = (_figure(key, held.get(key), unit) for key in _DEFINITIONS)
    return Balance(opening, new, closed, left, faulty)


def _figure(key: str, inside: Sequence[FigureRow] | None, unit: str) -> Figure:
    title, definition = (words.replace("件", unit) for words in _DEFINITIONS[key])
    if inside is None:
        return Figure(key, title, None, unit, definition, lacking="没有办结日期，无法核对收结存")
    ids = tuple(row.id for row in inside)
    return Figure(key, title, len(ids), unit, definition, len(ids), ids)


def _is_faulty(row: FigureRow) -> bool:
    return bool(row.closed_on and row.received_on and row.closed_on < row.received_on)


def _received_before(row: FigureRow, period: Period) -> bool:
    return row.received_on is not None and row.received_on < period.start


def _closed_before(row: FigureRow, period: Period) -> bool:
    return row.closed_on is not None and row.closed_on < period.start


def _received_by_end(row: FigureRow, period: Period) -> bool:
    return row.received_on is not None and row.received_on <= period.end


def _closed_by_end(row: FigureRow, period: Period) -> bool:
    return row.closed_on is not None and row.closed_on <= period.end
