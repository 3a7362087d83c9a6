"""Rows become paragraphs again, as a person would type them: by indents, by lines that end early, by wide gaps."""

from itertools import pairwise

import numpy as np

from yixian.toolkit.scans.rows import SLIM, Row
from yixian.toolkit.scans.shapes import DOUBTFUL_BELOW, DOUBTFUL_STOP, Doubt

INDENT, EARLY, APART = 1.2, 3.0, 1.7
SIGN_TO_HEIGHT = 0.85
"""A character is a little less wide than its line's box is high."""


def text_of(rows: list[Row]) -> tuple[str, tuple[Doubt, ...]]:
    """The text with a line for each paragraph, and the doubtful places in it."""
    text, doubts = "", []
    for row, begins in zip(rows, beginnings(rows), strict=True):
        text += "\n" if text and begins else ""
        letters, sure, gaps = row.signs()
        doubts += _doubts(len(text), letters, sure, gaps)
        text += letters
    return text, tuple(sorted(doubts, key=lambda each: (each.start, each.end)))


def beginnings(rows: list[Row]) -> list[bool]:
    """Whether each row begins a paragraph."""
    if not rows:
        return []
    sign = float(np.median([row.height for row in rows])) * SIGN_TO_HEIGHT
    left = float(np.percentile([row.left for row in rows], 20))
    right = float(np.percentile([row.right for row in rows], 80))
    pitch = float(np.median(np.diff([row.middle for row in rows]))) if len(rows) > 2 else np.inf
    return [True] + [
        row.left > left + INDENT * sign
        or before.right < right - EARLY * sign
        or row.middle - before.middle > APART * pitch
        for before, row in pairwise(rows)
    ]


def _doubts(offset: int, letters: str, sure: tuple[float, ...], gaps: tuple[int, ...]) -> list[Doubt]:
    """Neighbouring doubtful characters are one place."""
    found = [Doubt(offset + at, offset + at, 0.0) for at in gaps]
    start: int | None = None
    for at, (sign, how_sure) in enumerate(zip(letters + " ", (*sure, 1.0), strict=True)):
        enough = DOUBTFUL_STOP if sign in SLIM else DOUBTFUL_BELOW
        doubtful = how_sure < enough and not sign.isspace()
        if doubtful and start is None:
            start = at
        if not doubtful and start is not None:
            found.append(Doubt(offset + start, offset + at, min(sure[start:at])))
            start = None
    return found
