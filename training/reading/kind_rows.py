"""The rows that the kind model learns from: the careful reader's 300, and labels of our own.

Our own labels (own_labels/kinds.csv: ids and labels, no text) were given by the same rubric to messages
chosen because the model of the day doubted them, by one quick reader: they count half. Township letters (invented, the
taught half) teach what the urban messages lack: short and plain accusations, and villages that ask for help.
"""

import csv
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from training.reading import corpus
from training.reading.groups import near_groups
from training.reading.township import taught
from yixian.language.cues import measured
from yixian.language.features import counts, weighed
from yixian.language.kinds import KINDS

OWN = Path(__file__).parent / "own_labels" / "kinds.csv"
OWN_WEIGHT = 0.5
TOWNSHIP_WEIGHT = 1.0


@dataclass(frozen=True)
class KindRows:
    texts: list[corpus.Text]
    labels: list[str]
    weights: NDArray[np.float64]
    careful: NDArray[np.bool_]
    idf: NDArray[np.float32]

    @cached_property
    def grams(self) -> sparse.csr_matrix:
        return weighed(counts(self.texts), self.idf)

    @cached_property
    def cues(self) -> NDArray[np.float32]:
        return measured(self.texts)

    @cached_property
    def groups(self) -> NDArray[np.int64]:
        return near_groups(self.grams)

    def only(self, rows: NDArray[np.int64]) -> tuple[sparse.csr_matrix, NDArray, list[str], NDArray, NDArray]:
        """The arguments of kind_model.train for some of the rows."""
        labels = [self.labels[row] for row in rows]
        return self.grams[rows], self.cues[rows], labels, self.groups[rows], self.weights[rows]


def kind_rows(idf: NDArray[np.float32], *, with_own: bool = True) -> KindRows:
    """The careful reader's rows first; `with_own` adds our labels and the township letters of the taught half."""
    dev = [(row.text, row.label["kind"], 1.0) for row in corpus.kinds()]
    ours = _ours({row.id for row in corpus.kinds()}) if with_own else []
    texts, labels, weights = zip(*dev, *ours, strict=True)
    careful = np.arange(len(texts)) < len(dev)
    return KindRows(list(texts), list(labels), np.array(weights), careful, idf)


def _ours(taken: set[str]) -> list[tuple[corpus.Text, str, float]]:
    own = [(corpus.messages()[key], kind, OWN_WEIGHT) for key, kind in _own(taken)]
    letters = [letter for letter in taught() if letter.kind in KINDS]
    return own + [(letter.plain, letter.kind, TOWNSHIP_WEIGHT) for letter in letters]


def _own(taken: set[str]) -> list[tuple[str, str]]:
    if not OWN.exists():
        return []
    with OWN.open(encoding="utf-8", newline="") as file:
        rows = [(row["id"], row["kind"]) for row in csv.DictReader(file)]
    return [row for row in rows if row[0] not in taken]
