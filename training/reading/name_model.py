"""The finder of persons: a hashed linear reader of candidates, and one that sees a text's candidates together."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.linear_model import LogisticRegression, SGDClassifier
from sklearn.model_selection import GroupKFold

from training.reading.fitting import Arrays, half
from training.reading.name_rows import SWAPS, Judged, Text, judged, swapped
from yixian.language.namesakes import BITS
from yixian.language.persons import in_context

STRENGTH = 1e-5
ROUNDS = 8
INNER_PARTS = 2


class Workbench:
    """Candidates of all texts and of their swapped copies, made once."""

    def __init__(self, texts: Sequence[Text]) -> None:
        chance = np.random.default_rng(0)
        self.texts = texts
        self.plain = [judged(one) for one in texts]
        self.copies = [
            [judged(swapped(one, chance)) for _ in range(SWAPS)] if one.names else [] for one in texts
        ]

    def fit(self, rows: NDArray[np.int64]) -> tuple[NDArray, NDArray]:
        """Weights of the first reader from these texts and their copies."""
        parts = [self.plain[row] for row in rows] + [copy for row in rows for copy in self.copies[row]]
        parts = [part for part in parts if len(part.true)]
        truth = np.concatenate([part.true for part in parts])
        fit = SGDClassifier(
            "log_loss", alpha=STRENGTH, average=True, max_iter=ROUNDS, tol=None, random_state=0
        )
        fit.fit(table(parts), truth)
        return half(fit.coef_[0]).astype(np.float32), fit.intercept_

    def scores(self, row: int, weights: NDArray, bias: NDArray) -> NDArray:
        buckets = self.plain[row].here.buckets
        return weights[buckets].sum(axis=1) + bias[0] if len(buckets) else np.zeros(0)

    def contexts(self, row: int, weights: NDArray, bias: NDArray) -> NDArray:
        return in_context(self.texts[row].text, self.plain[row].here, self.scores(row, weights, bias))


def table(parts: Sequence[Judged]) -> sparse.csr_matrix:
    buckets = np.concatenate([part.here.buckets for part in parts])
    rows, columns = buckets.shape
    ones = np.ones(rows * columns, dtype=np.float32)
    return sparse.csr_matrix(
        (ones, buckets.ravel(), np.arange(0, rows * columns + 1, columns)), shape=(rows, 1 << BITS)
    )


def train(bench: Workbench, rows: NDArray[np.int64], groups: NDArray[np.int64]) -> Arrays:
    """Arrays of models/persons.npz; the second reader learns from scores of texts that the first had not seen."""
    tables, truths = [], []
    for train_on, test_on in GroupKFold(INNER_PARTS).split(rows, groups=groups[rows]):
        weights, bias = bench.fit(rows[train_on])
        told = [row for row in rows[test_on] if len(bench.plain[row].true)]
        tables += [bench.contexts(row, weights, bias) for row in told]
        truths += [bench.plain[row].true for row in told]
    fit = LogisticRegression(max_iter=3_000, random_state=0).fit(
        np.concatenate(tables), np.concatenate(truths)
    )
    weights, bias = bench.fit(rows)
    return {
        "weights": half(weights),
        "bias": bias,
        "context_weights": fit.coef_[0],
        "context_bias": fit.intercept_,
    }
