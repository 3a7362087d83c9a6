"""Names of persons anywhere in a text, by two small learnt models.

The first weighs each candidate by what stands in and around it (`namesakes`). The second looks at all candidates
of the text together: a name that comes back, a neighbour in a list (甲、乙和丙), a longer or shorter rival.
"""

from dataclasses import dataclass

import numpy as np

from yixian.language.artefacts import load
from yixian.language.linear import Floats, logistic
from yixian.language.namesakes import Candidates, candidates

FROM = 0.3  # chance from which a stretch is taken for a name; masking asks for less
_JOINTS = frozenset("、,和与及 ")
_NOBODY = -8.0
_PARTS = 1_500  # characters read at a time: repeats far apart are joined again by their words
CONTEXT_NAMES = (
    *("own", "mean", "best", "repeats", "rival", "left", "right", "both sides", "two characters"),
    *("own if likely", "rival if likely", "left if likely", "right if likely"),
)


@dataclass(frozen=True, slots=True)
class Name:
    start: int
    end: int
    chance: float


def names(text: str, *, least: float = FROM) -> list[Name]:
    """From folded text, in order of place; none overlaps another."""
    found: list[Name] = []
    for start in range(0, len(text), _PARTS):
        part = text[max(0, start - 4) : start + _PARTS + 4]
        found += _names(part, max(0, start - 4), least)
    return without_overlaps(found)


def _names(text: str, offset: int, least: float) -> list[Name]:
    here = candidates(text)
    if not len(here.starts):
        return []
    model = load("persons")
    rows = in_context(text, here, first_scores(here))
    chances = logistic(rows @ model["context_weights"] + model["context_bias"])
    likely = np.flatnonzero(chances >= least)
    return [
        Name(int(here.starts[row]) + offset, int(here.ends[row]) + offset, float(chances[row]))
        for row in likely
    ]


def first_scores(here: Candidates) -> Floats:
    model = load("persons")
    return np.asarray(model["weights"][here.buckets].sum(axis=1) + model["bias"][0], dtype=np.float64)


def without_overlaps(found: list[Name]) -> list[Name]:
    """The likeliest first; what overlaps it is dropped."""
    kept: list[Name] = []
    taken: set[int] = set()
    for one in sorted(found, key=lambda name: (-name.chance, name.start)):
        if taken.isdisjoint(range(one.start, one.end)):
            taken.update(range(one.start, one.end))
            kept.append(one)
    return sorted(kept, key=lambda name: name.start)


def in_context(text: str, here: Candidates, scores: Floats) -> Floats:
    """n × len(CONTEXT_NAMES) from the first model's scores."""
    starts, ends, own = here.starts.tolist(), here.ends.tolist(), scores.tolist()
    words = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    same: dict[str, list[float]] = {}
    opening: dict[int, list[int]] = {}
    closing: dict[int, list[int]] = {}
    for row, word in enumerate(words):
        same.setdefault(word, []).append(own[row])
        opening.setdefault(starts[row], []).append(row)
        closing.setdefault(ends[row], []).append(row)
    best = {word: max(values) for word, values in same.items()}

    def rival(row: int) -> float:
        near = (other for place in range(starts[row] - 3, ends[row]) for other in opening.get(place, ()))
        return max(
            (best[words[other]] for other in near if other != row and ends[other] > starts[row]),
            default=_NOBODY,
        )

    def beside(rows: list[int], joint: str) -> float:
        return max((own[row] for row in rows), default=_NOBODY) if joint in _JOINTS else _NOBODY

    table = np.empty((len(own), len(CONTEXT_NAMES)))
    for row, (start, end, word) in enumerate(zip(starts, ends, words, strict=True)):
        left = beside(closing.get(start - 1, []), text[start - 1 : start] or "。")
        right = beside(opening.get(end + 1, []), text[end : end + 1] or "。")
        other, values = rival(row), same[word]
        table[row] = (
            *(own[row], sum(values) / len(values), best[word], np.log(len(values)), other),
            *(max(left, _NOBODY), max(right, _NOBODY)),
            *(max(left, _NOBODY) * max(right, _NOBODY) / 8, float(end - start == 2)),
            *(max(own[row], 0.0), max(other, 0.0), max(left, 0.0), max(right, 0.0)),
        )
    return table
