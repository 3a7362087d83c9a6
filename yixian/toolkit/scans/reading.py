"""One page, from its picture to its text."""

import time

import numpy as np

from yixian.toolkit.scans.engine import RawLine, quarter_turns_needed, recognise
from yixian.toolkit.scans.inks import Inks, evened, parted
from yixian.toolkit.scans.pages import pixels_of
from yixian.toolkit.scans.paragraphs import text_of
from yixian.toolkit.scans.rows import rows_of
from yixian.toolkit.scans.shapes import PageRead, ReadLine
from yixian.toolkit.scans.straight import flattened, quarter_turned

SURELY_UPRIGHT, NOT_A_WORD = 0.8, 0.5
"""Lines read upside down come out less sure than the first, lines that lie on their side less than the second."""
SURELY_PRINT = 0.6


def read_page(content: bytes, *, upright: bool = False) -> PageRead:
    """Read a page; ``upright`` says that a person has turned it, so that nothing is guessed about that."""
    began = time.perf_counter()
    page = pixels_of(content)
    turn = 0 if upright else quarter_turns_needed(page)
    found = _read_turned(page, turn)
    if not upright and found.lines:
        found = _best(page, found)
    return PageRead(
        found.text, found.doubts, found.lines, found.turned, found.skew, time.perf_counter() - began
    )


def _best(page: np.ndarray, found: PageRead) -> PageRead:
    """A short page is sometimes taken for one that stands on its head: then the other way reads better."""
    for more, enough in ((180, SURELY_UPRIGHT), (90, NOT_A_WORD), (270, NOT_A_WORD)):
        if _mean(found) < enough:
            found = max(found, _read_turned(page, (found.turned + more) % 360), key=_mean)
    return found


def _mean(read: PageRead) -> float:
    return float(np.mean([line.mean for line in read.lines])) if read.lines else 0.0


def _read_turned(page: np.ndarray, turn: int) -> PageRead:
    flat = flattened(quarter_turned(page, turn))
    inks = parted(evened(flat.page))
    rows = rows_of(_lines(inks))
    text, doubts = text_of(rows)
    lines = tuple(ReadLine(*row.signs()) for row in rows)
    return PageRead(text, doubts, lines, turn, flat.skew)


def _lines(inks: Inks) -> list[RawLine]:
    """What is written in black, and then what is printed in red where nothing black stands."""
    black = recognise(inks.black)
    for left, top, right, bottom in inks.heads:
        strip = inks.red[top:bottom, left:right]
        for line in recognise(np.pad(strip, 20, constant_values=255)):
            moved = RawLine(
                line.text, line.sure, line.corners + np.array([left - 20, top - 20]), line.columns
            )
            if np.mean(line.sure) > SURELY_PRINT and not any(_overlap(moved, each) for each in black):
                black.append(moved)
    return black


def _overlap(one: RawLine, other: RawLine) -> bool:
    """Whether one line's middle lies within the other's box."""
    low, high = other.corners.min(axis=0), other.corners.max(axis=0)
    middle = one.corners.mean(axis=0)
    return bool(np.all(middle > low) and np.all(middle < high))
