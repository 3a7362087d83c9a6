"""What is read from a file, before anybody asks what its columns mean."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

Cell = str | float | int | bool | dt.date | dt.datetime | dt.time | dt.timedelta
Span = tuple[tuple[int, int], tuple[int, int]]
"""A merged range: (first row, first column), (last row, last column), counted from 0, both ends included."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table. ``rows[0]`` is row 1 of the file, so that row numbers match what Excel shows."""

    name: str
    rows: Sequence[Sequence[Cell]]
    merges: tuple[Span, ...] = ()
    unvalued: frozenset[tuple[int, int]] = frozenset()
    """Cells (row, column from 0) that hold a formula whose value was never computed."""
    faults: frozenset[tuple[int, int]] = frozenset()
    """Cells that show an Excel error such as #REF!."""
    broken: dict[int, str] = field(default_factory=dict)
    """Row (from 0) → why that row could not be read at all."""
    visible: bool = True


@dataclass(frozen=True, slots=True)
class Book:
    """All tables of a file, and sentences about how it was read (encoding, delimiter, wrong extension)."""

    sheets: tuple[Sheet, ...]
    notes: tuple[str, ...] = ()
