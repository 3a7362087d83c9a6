"""From evidence to a probability, for one pair or a ledger's worth of them."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from yixian.language.likeness.account import Account, Likeness, Progress
from yixian.language.likeness.background import Background, shipped
from yixian.language.likeness.blocking import candidate_rows, traced
from yixian.language.likeness.evidence import MEASURES, Tables, measures, tables
from yixian.language.likeness.reasons import reasons
from yixian.language.likeness.tables import Rows
from yixian.language.likeness.traces import Trace
from yixian.language.likeness.weights import probability, shipped_weights

_CHUNK = 50_000


class Likenesses(Sequence[Likeness]):
    """Many likenesses kept as numbers; reasons are put into words when one is looked at."""

    def __init__(
        self,
        traces: Sequence[Trace],
        background: Background,
        rows: tuple[Rows, Rows],
        progress: Progress | None,
    ) -> None:
        self.traces = traces
        self.background = background
        self.rows_a, self.rows_b = rows
        self._laid = tables(traces, background)
        self._measured = _measured(self._laid, rows, progress)
        self.probabilities = np.round(probability(shipped_weights().log_odds(self._measured)), 4)

    def __len__(self) -> int:
        return len(self.rows_a)

    def __getitem__(self, place: int) -> Likeness:  # type: ignore[override]  # slices are not needed
        row_a, row_b = int(self.rows_a[place]), int(self.rows_b[place])
        pair = self.traces[row_a], self.traces[row_b]
        told = reasons(self._laid, self.background, pair, (row_a, row_b), self._measured[place])
        return Likeness(pair[0].id, pair[1].id, float(self.probabilities[place]), told)

    def __iter__(self) -> Iterator[Likeness]:
        return (self[place] for place in range(len(self)))

    def chances(self, rows_a: Rows, rows_b: Rows) -> NDArray[np.float64]:
        """The probabilities of other pairs of the same traces, by row, without their reasons."""
        return np.round(
            probability(shipped_weights().log_odds(_measured(self._laid, (rows_a, rows_b), None))), 4
        )

    def links(self) -> Iterator[tuple[int, int, float]]:
        """Row numbers and probability of every pair: all that clustering needs."""
        return iter(zip(self.rows_a.tolist(), self.rows_b.tolist(), self.probabilities.tolist(), strict=True))


def compare(trace_a: Trace, trace_b: Trace) -> Likeness:
    """Two reports, with no ledger around them."""
    rows = np.array([0]), np.array([1])
    return Likenesses([trace_a, trace_b], shipped(), rows, None)[0]


def compare_many(
    traces: Sequence[Trace],
    pairs: Sequence[tuple[str, str]],
    *,
    background: Background | None = None,
    progress: Progress | None = None,
) -> Likenesses:
    """The likeness of each pair of ids, in the order given. Ids are unique within `traces`."""
    row = {trace.id: place for place, trace in enumerate(traces)}
    rows_a = np.array([row[a] for a, _ in pairs], dtype=np.int64)
    rows_b = np.array([row[b] for _, b in pairs], dtype=np.int64)
    return Likenesses(traces, background or shipped(), (rows_a, rows_b), progress)


def likenesses(accounts: Sequence[Account | Trace], *, progress: Progress | None = None) -> Likenesses:
    """Read, find candidates and compare: the whole of linking before matters are formed."""
    traces = traced(accounts)
    background = shipped().joined_by(traces)
    return Likenesses(traces, background, candidate_rows(traces, background), progress)


def _measured(laid: Tables, rows: tuple[Rows, Rows], progress: Progress | None) -> NDArray[np.float32]:
    parts = [np.empty((0, len(MEASURES)), dtype=np.float32)]
    for start in range(0, len(rows[0]), _CHUNK):
        part = slice(start, start + _CHUNK)
        parts.append(measures(laid, rows[0][part], rows[1][part]))
        if progress:
            progress(min(start + _CHUNK, len(rows[0])), len(rows[0]))
    return np.concatenate(parts)
