"""A report as a short row of numbers that mean something: which groups of words it uses, how much, and beside whom."""

import math
import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from yixian.language import charging, structure
from yixian.language.words.cues import CUES
from yixian.language.words.elements import ELEMENT_CUES, LONG_TEXT, STATED
from yixian.language.words.misconduct import MISCONDUCT

LONGEST = 1_500
LONGEST_SUBJECT = 200
_ALL = {**CUES, **ELEMENT_CUES, **MISCONDUCT}
_PATTERNS = {name: re.compile(words) for name, words in _ALL.items()}
_STATED = {name: re.compile(words) for name, words in STATED.items()}
NAMES: tuple[str, ...] = (
    *_PATTERNS,
    *(f"主题:{name}" for name in CUES),
    *(f"长于{limit}字" for limit in LONG_TEXT),
    "长度",
    *structure.NAMES,
    *charging.NAMES,
    *STATED,
)


def measured(texts: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
    """One row per (subject, detail), normalised beforehand; columns as in NAMES."""
    return np.array(
        [_row(subject[:LONGEST_SUBJECT], detail[:LONGEST]) for subject, detail in texts], dtype=np.float32
    ).reshape(len(texts), len(NAMES))


def _row(subject: str, detail: str) -> list[float]:
    whole = f"{subject}\n{detail}"
    amounts = [math.log1p(len(pattern.findall(whole))) for pattern in _PATTERNS.values()]
    in_subject = [float(_PATTERNS[name].search(subject) is not None) for name in CUES]
    lengths = [float(len(detail) > limit) for limit in LONG_TEXT]
    return [
        *amounts,
        *in_subject,
        *lengths,
        math.log1p(len(detail)) / 5,
        *structure.standing(subject, detail),
        *charging.charging(subject, detail),
        *(float(pattern.search(whole) is not None) for pattern in _STATED.values()),
    ]
