"""Boxes in no order become rows from top to bottom, by the angle that most of them share."""

from dataclasses import dataclass

import numpy as np

from yixian.toolkit.scans.engine import RawLine
from yixian.toolkit.scans.signs import mended

SAME_ROW = 0.55
WIDE_STEP, FEWEST_STEPS = 1.8, 3
SLIM = frozenset("，。、；：！？“”‘’（）《》〔〕【】…—·")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of writing, of one box or of several side by side; edges in the straightened page's pixels."""

    parts: tuple[RawLine, ...]
    left: float
    right: float
    middle: float
    height: float

    def signs(self) -> tuple[str, tuple[float, ...], tuple[int, ...]]:
        """The text, how sure each character is, and where one may be missing."""
        text = ""
        sure: list[float] = []
        gaps: list[int] = []
        for part in self.parts:
            if text and not text[-1].isspace():
                text, sure = text + " ", [*sure, 1.0]
            gaps += [len(text) + each for each in gaps_in(part)]
            text, sure = text + part.text, [*sure, *part.sure]
        return mended(text, tuple(sure), tuple(gaps))


def gaps_in(line: RawLine) -> list[int]:
    """Places between two full-width characters that stand as far apart as if a third had been between them."""
    places = [at for at, sign in enumerate(line.text) if not sign.isspace()]
    if len(line.columns) != len(places) or len(places) < 4:
        return []
    steps = {
        at: line.columns[at + 1] - line.columns[at]
        for at in range(len(places) - 1)
        if places[at + 1] == places[at] + 1
        and _is_full(line.text[places[at]])
        and _is_full(line.text[places[at + 1]])
    }
    usual = float(np.median(list(steps.values()))) if len(steps) >= FEWEST_STEPS else np.inf
    return [places[at] + 1 for at, step in steps.items() if step > WIDE_STEP * usual]


def _is_full(sign: str) -> bool:
    """As wide as a Chinese character, and filling its square."""
    return not sign.isascii() and sign not in SLIM


def rows_of(lines: list[RawLine]) -> list[Row]:
    """The lines in reading order."""
    if not lines:
        return []
    placed = _straightened(lines)
    height = float(np.median([each.height for each in placed]))
    rows: list[list[Row]] = []
    for each in sorted(placed, key=lambda row: row.middle):
        if rows and abs(each.middle - np.mean([part.middle for part in rows[-1]])) < SAME_ROW * height:
            rows[-1].append(each)
        else:
            rows.append([each])
    return [_merged(sorted(parts, key=lambda row: row.left)) for parts in rows]


def _straightened(lines: list[RawLine]) -> list[Row]:
    """Each line by itself, turned by the median angle of all, the wide ones counting more."""
    edges = np.array([line.corners[1] - line.corners[0] for line in lines])
    angles, widths = np.arctan2(edges[:, 1], edges[:, 0]), np.linalg.norm(edges, axis=1)
    angle = _weighted_median(angles, widths)
    turn = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    return [_row(line, line.corners @ turn.T) for line in lines]


def _row(line: RawLine, corners: np.ndarray) -> Row:
    (left, top), (right, bottom) = corners.min(axis=0), corners.max(axis=0)
    return Row((line,), float(left), float(right), float(corners[:, 1].mean()), float(bottom - top))


def _merged(parts: list[Row]) -> Row:
    return Row(
        tuple(line for part in parts for line in part.parts),
        min(part.left for part in parts),
        max(part.right for part in parts),
        float(np.mean([part.middle for part in parts])),
        max(part.height for part in parts),
    )


def _weighted_median(values: np.ndarray, weights: np.ndarray) -> float:
    order = np.argsort(values)
    heavier = np.cumsum(weights[order]) >= weights.sum() / 2
    return float(values[order][heavier.argmax()])
