"""How well the accused are found: names, posts and units, each counted only if the words are exactly the same."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from yixian.language.accused import Accused

PARTS = ("name", "post", "unit")
Pair = tuple[Sequence[Accused], Sequence[tuple[str, str, str]]]


@dataclass(frozen=True)
class Tally:
    """Hits, found and wanted of each text: sums of any choice of texts give a figure."""

    counts: NDArray[np.int64]  # n × 3

    def f1(self, rows: NDArray[np.int64] | None = None) -> float:
        hits, found, wanted = (self.counts if rows is None else self.counts[rows]).sum(axis=0)
        return float(2 * hits / (found + wanted)) if found + wanted else 0.0

    def recall_of(self, rows: NDArray[np.int64]) -> float:
        hits, _, wanted = self.counts[rows].sum(axis=0)
        return float(hits / wanted) if wanted else 0.0

    @property
    def precision(self) -> float:
        hits, found, _ = self.counts.sum(axis=0)
        return float(hits / found) if found else 0.0

    @property
    def recall(self) -> float:
        hits, _, wanted = self.counts.sum(axis=0)
        return float(hits / wanted) if wanted else 0.0


def tally(pairs: Sequence[Pair], part: str) -> Tally:
    place = PARTS.index(part)
    rows = [
        count({getattr(one, part) for one in found}, {target[place] for target in wanted})
        for found, wanted in pairs
    ]
    return Tally(np.array(rows, dtype=np.int64).reshape(-1, 3))


def count(found: set[str], wanted: set[str]) -> tuple[int, int, int]:
    found, wanted = found - {""}, wanted - {""}
    return len(found & wanted), len(found), len(wanted)
