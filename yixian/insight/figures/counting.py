"""The smallest pieces: a figure with its definition, a breakdown with its lines, a change over time."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from yixian.insight.figures.rows import FigureRow

JOINED = "（合并）"
"""Ends the value of a line that stands for several small ones (``figures.suppression``)."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One number. ``value`` is None where it cannot be known, and ``lacking`` says why."""

    key: str
    title: str
    value: float | None
    unit: str
    definition: str
    base: int = 0
    """How many rows it was measured on."""
    rows: tuple[str, ...] = ()
    """Ids of the rows that were counted, where it is a count or a share."""
    lacking: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a breakdown; ``share`` is of the breakdown's base."""

    key: str
    label: str
    count: int
    share: float
    rows: tuple[str, ...] = ()

    @property
    def is_joined(self) -> bool:
        return self.key.endswith(JOINED)


@dataclass(frozen=True, slots=True)
class Breakdown:
    """Counts over the values of one thing. Rows that do not say are ``unknown`` and outside the base."""

    key: str
    title: str
    definition: str
    lines: tuple[Line, ...]
    base: int
    unknown: int

    @property
    def is_known(self) -> bool:
        return self.base > 0

    def count(self, key: str) -> int:
        return next((line.count for line in self.lines if line.key == key), 0)

    @property
    def is_joined(self) -> bool:
        return any(line.is_joined for line in self.lines)

    def largest(self, most: int) -> tuple[Line, ...]:
        """Largest first; a joined line is none of the values and comes last."""
        return tuple(sorted(self.lines, key=lambda line: (line.is_joined, -line.count))[:most])


@dataclass(frozen=True, slots=True)
class Change:
    """Against another period. ``ratio`` is None where there was nothing to compare with."""

    against: str
    then: int | None
    ratio: float | None


def tally(
    key: str,
    title: str,
    definition: str,
    rows: Iterable[FigureRow],
    of: Callable[[FigureRow], Sequence[str]],
    *,
    labels: Mapping[str, str] | None = None,
) -> Breakdown:
    """Count rows by the values that ``of`` gives; a row with several values counts once under each.

    With ``labels`` the lines stand in that order and values outside it are 其他; otherwise largest first.
    """
    found: dict[str, list[str]] = {}
    base = unknown = 0
    for row in rows:
        values = dict.fromkeys(of(row))
        base, unknown = (base + 1, unknown) if values else (base, unknown + 1)
        for value in values:
            found.setdefault(value, []).append(row.id)
    order = _order(found, labels)
    lines = tuple(_line(value, found[value], base, labels) for value in order)
    return Breakdown(key, title, definition, lines, base, unknown)


def _order(found: Mapping[str, Sequence[str]], labels: Mapping[str, str] | None) -> list[str]:
    if labels is None:
        return sorted(found, key=lambda value: (value.endswith(JOINED), -len(found[value]), value))
    place = {value: at for at, value in enumerate(labels)}
    return sorted(found, key=lambda value: (place.get(value, len(place)), value))


def _line(value: str, ids: Sequence[str], base: int, labels: Mapping[str, str] | None) -> Line:
    label = labels.get(value, value) if labels else value
    return Line(value, label, len(ids), len(ids) / base, tuple(ids))


def share(
    key: str,
    title: str,
    definition: str,
    rows: Iterable[FigureRow],
    of: Callable[[FigureRow], bool | None],
    *,
    lacking: str,
) -> Figure:
    """The share of rows for which ``of`` is true among those for which it is known."""
    known = [(row.id, bool(said)) for row in rows if (said := of(row)) is not None]
    if not known:
        return Figure(key, title, None, "%", definition, lacking=lacking)
    ids = tuple(id for id, said in known if said)
    return Figure(key, title, len(ids) / len(known), "%", definition, len(known), ids)


def change(against: str, now: int, then: int | None) -> Change:
    """同比 or 环比. ``then`` is None where the data do not reach back that far."""
    return Change(against, then, (now - then) / then if then else None)
