"""The rows of a file and what is known of it, and how both are written before they are sealed."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field


@dataclass(frozen=True, slots=True)
class Row:
    """One row: ``sheet`` counts from 0, ``row`` as Excel shows it. ``filled`` are columns that a merged cell above
    stands for, ``faults`` column → why its value can't be used, ``same_as`` an earlier row with the same cells, and
    ``again`` column → the earlier row in which a value stands that should stand once.
    """

    sheet: int
    row: int
    cells: tuple[str, ...]
    filled: tuple[int, ...] = ()
    faults: Mapping[int, str] = field(default_factory=dict)
    same_as: str = ""
    again: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Layout:
    """What is known of the file once it was read: headings, sheets, samples, the words of each column."""

    headings: tuple[str, ...]
    guesses: Mapping[str, int]
    sheets: tuple[str, ...]
    samples: tuple[tuple[str, ...], ...]
    words: Mapping[int, Mapping[str, int]]
    skipped: Mapping[str, int]
    notes: tuple[str, ...]


def pack(rows: Sequence[Row]) -> str:
    """Rows as they are sealed."""
    told = [(r.sheet, r.row, r.cells, r.filled, r.faults, r.same_as, r.again) for r in rows]
    return json.dumps(told, ensure_ascii=False)


def unpack(packed: str) -> list[Row]:
    return [
        Row(sheet, row, tuple(cells), tuple(filled), _by_column(faults), same_as, _by_column(again))
        for sheet, row, cells, filled, faults, same_as, again in json.loads(packed)
    ]


def _by_column(told: Mapping[str, str]) -> dict[int, str]:
    return {int(at): text for at, text in told.items()}


def layout_text(layout: Layout) -> str:
    return json.dumps(asdict(layout), ensure_ascii=False)


def read_layout(text: str) -> Layout:
    told = json.loads(text)
    return Layout(
        headings=tuple(told["headings"]),
        guesses=told["guesses"],
        sheets=tuple(told["sheets"]),
        samples=tuple(tuple(each) for each in told["samples"]),
        words={int(at): words for at, words in told["words"].items()},
        skipped=told["skipped"],
        notes=tuple(told["notes"]),
    )
