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
Entries = tuple[NDArray[np.int32], NDArray[np.float32]]  # the columns of a row, ascending, and their values
_CHUNK = 20_000
_RARE_FROM, _RARE_TO = 5.5, 6.5  # surprise at which a word turns from common into rare, by degrees
_TELLING_FROM, _TELLING_TO = 2.5, 3.5  # surprise below which a word says nothing at all


@dataclass(frozen=True, slots=True, eq=False)
class Halves:
    """The same texts by their rare and by their common terms; rows have length one in each."""

    rare: sparse.csr_matrix
    common: sparse.csr_matrix


@dataclass(frozen=True, slots=True, eq=False)
class Names:
    """One kind of name over all traces: which row holds which, and how telling each is."""

    words: tuple[str, ...]
    weights: Values
    holds: sparse.csr_matrix
    scaled: sparse.csr_matrix  # the square root of the weight where `holds` has 1

    def shared(self, row_a: int, row_b: int) -> tuple[tuple[str, float], ...]:
        """The names both hold and their weights, most telling first."""
        both = _columns(self.holds, row_a) & _columns(self.holds, row_b)
        found = ((self.words[column], float(self.weights[column])) for column in both)
        return tuple(sorted(found, key=lambda one: (-one[1], one[0])))


def names(traces: Sequence[Trace], of: Callable[[Trace], tuple[str, ...]], background: Background) -> Names:
    """The table of one kind of name."""
    words = tuple(sorted({word for trace in traces for word in of(trace)}))
    column = {word: place for place, word in enumerate(words)}
    found = [np.array([column[word] for word in of(trace)], dtype=np.int64) for trace in traces]
    weights = np.array([telling(word, background) for word in words], dtype=np.float64)
    holds = table([_entries(row, np.ones(len(row))) for row in found], len(words))
    scaled = table([_entries(row, np.sqrt(weights[row])) for row in found], len(words))
    return Names(words, weights, holds, scaled)


def telling(word: str, background: Background) -> float:
    """The surprise of a name: that of its rarest three characters (two, if it has only two)."""
    ids = grams(word, (3,)) if len(word) > 2 else grams(word, (2,))
    return float(background.idf(ids).max()) if len(ids) else 0.0


def halves(traces: Sequence[Trace], of: Callable[[Trace], Bag], background: Background) -> Halves:
    """(1 + log count) * idf of every term, shared out between its rare and its common half."""
    rare, common = [], []
    for trace in traces:
        ids, surprise, weight = _weightiest(of(trace), background)
        share = np.clip((surprise - _RARE_FROM) / (_RARE_TO - _RARE_FROM), 0, 1)
        told = np.clip((surprise - _TELLING_FROM) / (_TELLING_TO - _TELLING_FROM), 0, 1)
        rare.append(_entries(ids, _unit(weight * share)))
        common.append(_entries(ids, _unit(weight * (1 - share) * told)))
    return Halves(table(rare, 1 << BITS), table(common, 1 << BITS))


def _weightiest(bag: Bag, background: Background) -> tuple[NDArray[np.int64], Values, Values]:
    surprise = background.idf(bag.ids).astype(np.float64)
    weight = (1 + np.log(bag.counts.astype(np.float64))) * surprise
    if len(weight) <= KEPT:
        return bag.ids.astype(np.int64), surprise, weight
    kept = np.sort(np.argsort(-weight, kind="stable")[:KEPT])
    return bag.ids[kept].astype(np.int64), surprise[kept], weight[kept]


def _unit(weights: Values) -> Values:
    length = float(np.sqrt(np.square(weights).sum()))
    return weights / length if length else weights


def _entries(columns: NDArray[np.integer], values: NDArray[np.floating]) -> Entries:
    """What is not zero, as small as it can be kept."""
    kept = values > 0
    return columns[kept].astype(np.int32), values[kept].astype(np.float32)


def table(rows: Sequence[Entries], width: int) -> sparse.csr_matrix:
    """One row each, columns in ascending order. A wide table costs no more than what it holds."""
    ends = np.cumsum([0, *(len(columns) for columns, _ in rows)]).astype(np.int64)
    columns = np.concatenate([*(columns for columns, _ in rows), np.empty(0, np.int32)])
    values = np.concatenate([*(values for _, values in rows), np.empty(0, np.float32)])
    return sparse.csr_matrix((values, columns, ends), shape=(len(rows), max(width, 1)))


def _columns(held: sparse.csr_matrix, row: int) -> set[int]:
    """A plain set: a row holds a handful of names, too few for numpy to pay, and millions of pairs ask."""
    return set(held.indices[held.indptr[row] : held.indptr[row + 1]].tolist())


def products(rows: sparse.csr_matrix, rows_a: Rows, rows_b: Rows) -> Values:
    """Row by row scalar products of rows[a] with rows[b]."""
    result = np.zeros(len(rows_a), dtype=np.float64)
    for start in range(0, len(rows_a), _CHUNK):
        part = slice(start, start + _CHUNK)
        both = rows[rows_a[part]].multiply(rows[rows_b[part]])
        result[part] = np.asarray(both.sum(axis=1), dtype=np.float64).ravel()
    return result
