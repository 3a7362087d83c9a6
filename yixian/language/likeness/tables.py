"""Traces side by side as sparse tables, so that a million pairs are compared by a few multiplications."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from yixian.language.likeness.background import Background
from yixian.language.likeness.grams import BITS, grams
from yixian.language.likeness.traces import Bag, Trace

KEPT = 256  # the weightiest n-grams of a text carry nearly all of its cosine
Rows = NDArray[np.int64]
Values = NDArray[np.float64]
_CHUNK = 20_000


@dataclass(frozen=True, slots=True, eq=False)
class Names:
    """One kind of name over all traces: which row holds which, and how telling each is."""

    words: tuple[str, ...]
    weights: Values
    holds: sparse.csr_matrix

    def shared(self, row_a: int, row_b: int) -> tuple[str, ...]:
        """The names both hold, most telling first."""
        both = np.intersect1d(_columns(self.holds, row_a), _columns(self.holds, row_b))
        order = sorted(both.tolist(), key=lambda column: (-self.weights[column], self.words[column]))
        return tuple(self.words[column] for column in order)


def names(traces: Sequence[Trace], of: Callable[[Trace], tuple[str, ...]], background: Background) -> Names:
    """The table of one kind of name."""
    words = tuple(sorted({word for trace in traces for word in of(trace)}))
    column = {word: place for place, word in enumerate(words)}
    found = [[column[word] for word in of(trace)] for trace in traces]
    weights = np.array([telling(word, background) for word in words], dtype=np.float64)
    return Names(words, weights, _table(found, [np.ones(len(row)) for row in found], len(words)))


def telling(word: str, background: Background) -> float:
    """The surprise of a name: that of its rarest three characters (two, if it has only two)."""
    ids = grams(word, (3,)) if len(word) > 2 else grams(word, (2,))
    return float(background.idf(ids).max()) if len(ids) else 0.0


def weighted(
    traces: Sequence[Trace], of: Callable[[Trace], Bag], background: Background
) -> sparse.csr_matrix:
    """Unit rows of (1 + log count) * idf over n-grams, the weightiest KEPT of each."""
    columns, values = [], []
    for trace in traces:
        ids, weights = _weightiest(of(trace), background)
        columns.append(ids)
        values.append(weights)
    return _table(columns, values, 1 << BITS)


def _weightiest(bag: Bag, background: Background) -> tuple[NDArray[np.int32], NDArray[np.float32]]:
    weights = (1 + np.log(bag.counts.astype(np.float32))) * background.idf(bag.ids)
    norm = float(np.sqrt(np.square(weights).sum())) or 1.0
    if len(weights) > KEPT:
        kept = np.sort(np.argsort(-weights, kind="stable")[:KEPT])
        return bag.ids[kept].astype(np.int32), weights[kept] / norm
    return bag.ids.astype(np.int32), weights / norm


def _table(
    columns: Sequence[Sequence[int] | NDArray[np.int32]], values: Sequence[object], width: int
) -> sparse.csr_matrix:
    starts = np.concatenate([[0], np.cumsum([len(row) for row in columns])]).astype(np.int64)
    flat = np.concatenate([np.asarray(row, dtype=np.int32) for row in columns] or [np.empty(0, np.int32)])
    data = np.concatenate([np.asarray(row, dtype=np.float32) for row in values] or [np.empty(0, np.float32)])
    return sparse.csr_matrix((data, flat, starts), shape=(len(columns), max(width, 1)))


def _columns(table: sparse.csr_matrix, row: int) -> NDArray[np.int32]:
    return np.asarray(table.indices[table.indptr[row] : table.indptr[row + 1]])


def products(left: sparse.csr_matrix, right: sparse.csr_matrix, rows_a: Rows, rows_b: Rows) -> Values:
    """Row by row scalar products of left[a] with right[b]."""
    return _by_pair(left, right, rows_a, rows_b, lambda both: both.sum(axis=1))


def heaviest(left: sparse.csr_matrix, right: sparse.csr_matrix, rows_a: Rows, rows_b: Rows) -> Values:
    """The largest single term of each scalar product."""
    return _by_pair(left, right, rows_a, rows_b, lambda both: both.max(axis=1).toarray())


def _by_pair(
    left: sparse.csr_matrix,
    right: sparse.csr_matrix,
    rows_a: Rows,
    rows_b: Rows,
    reduce: Callable[[sparse.csr_matrix], NDArray[np.float64]],
) -> Values:
    result = np.zeros(len(rows_a), dtype=np.float64)
    for start in range(0, len(rows_a), _CHUNK):
        part = slice(start, start + _CHUNK)
        both = left[rows_a[part]].multiply(right[rows_b[part]]).tocsr()
        result[part] = np.asarray(reduce(both), dtype=np.float64).ravel()
    return result
