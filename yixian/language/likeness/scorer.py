"""From evidence to a probability: a logistic model whose weights were learnt in training/likeness.

The model is a sum, so a reason's weight is exactly what it added to the log-odds.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from yixian.language.likeness.account import Account, Evidence, Likeness, Progress, Reason
from yixian.language.likeness.background import Background, shipped
from yixian.language.likeness.blocking import candidate_rows, traced
from yixian.language.likeness.evidence import MEASURES, Tables, measures, tables
from yixian.language.likeness.tables import Rows
from yixian.language.likeness.traces import Trace

_CHUNK = 50_000
_TOLD = 0.15  # a reason lighter than this, in log-odds, is not worth a clerk's eye


@dataclass(frozen=True, slots=True)
class Weights:
    """The learnt numbers: one weight a measure, the intercept, and the probability that links."""

    intercept: float
    weights: tuple[float, ...]
    threshold: float

    def log_odds(self, measured: NDArray[np.float32]) -> NDArray[np.float64]:
        return np.asarray(measured.astype(np.float64) @ np.array(self.weights) + self.intercept)


@cache
def shipped_weights() -> Weights:
    """The weights that come with the package."""
    stored = json.loads(resources.files(__package__).joinpath("weights.json").read_text("utf-8"))
    weights = tuple(float(stored["weights"][name]) for name, _ in MEASURES)
    return Weights(float(stored["intercept"]), weights, float(stored["threshold"]))


class Likenesses(Sequence[Likeness]):
    """Many likenesses kept as numbers; reasons are put into words when one is looked at."""

    def __init__(
        self, traces: Sequence[Trace], laid: Tables, rows: tuple[Rows, Rows], measured: NDArray[np.float32]
    ) -> None:
        self.ids = [trace.id for trace in traces]
        self.rows_a, self.rows_b = rows
        self._laid = laid
        self._measured = measured
        self.probabilities = probability(shipped_weights().log_odds(measured))

    def __len__(self) -> int:
        return len(self.rows_a)

    def __getitem__(self, place: int) -> Likeness:  # type: ignore[override]  # slices are not needed
        row_a, row_b = int(self.rows_a[place]), int(self.rows_b[place])
        chance = round(float(self.probabilities[place]), 4)
        reasons = _reasons(self._laid, row_a, row_b, self._measured[place])
        return Likeness(self.ids[row_a], self.ids[row_b], chance, reasons)

    def links(self, row: Mapping[str, int]) -> Iterator[tuple[int, int, float]]:
        """Row numbers of another order of the accounts, and the probability: all that clustering needs."""
        place = np.array([row[name] for name in self.ids], dtype=np.int64)
        chances = np.round(self.probabilities, 4)
        pairs = zip(place[self.rows_a].tolist(), place[self.rows_b].tolist(), chances.tolist(), strict=True)
        return iter(pairs)

    def __iter__(self) -> Iterator[Likeness]:
        return (self[place] for place in range(len(self)))


def compare(trace_a: Trace, trace_b: Trace) -> Likeness:
    """Two reports, with no ledger around them."""
    return compare_many([trace_a, trace_b], [(trace_a.id, trace_b.id)])[0]


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
    return _compared(traces, (rows_a, rows_b), background or shipped(), progress)


def likenesses(accounts: Sequence[Account | Trace], *, progress: Progress | None = None) -> Likenesses:
    """Read, find candidates and compare: the whole of linking before a matter is formed."""
    traces = traced(accounts)
    background = shipped().joined_by(traces)
    return _compared(traces, candidate_rows(traces, background), background, progress)


def _compared(
    traces: Sequence[Trace], rows: tuple[Rows, Rows], background: Background, progress: Progress | None
) -> Likenesses:
    laid = tables(traces, background)
    parts = [np.empty((0, len(MEASURES)), dtype=np.float32)]
    for start in range(0, len(rows[0]), _CHUNK):
        part = slice(start, start + _CHUNK)
        parts.append(measures(laid, rows[0][part], rows[1][part]))
        if progress:
            progress(min(start + _CHUNK, len(rows[0])), len(rows[0]))
    return Likenesses(traces, laid, rows, np.concatenate(parts))


def probability(log_odds: NDArray[np.float64]) -> NDArray[np.float64]:
    return 1 / (1 + np.exp(-np.clip(log_odds, -40, 40)))


def _reasons(laid: Tables, row_a: int, row_b: int, measured: NDArray[np.float32]) -> tuple[Reason, ...]:
    """One reason a kind of evidence, heaviest first, words where the kind has words."""
    added: Mapping[Evidence, float] = _by_kind(measured)
    order = list(Evidence)
    told = [(kind, weight) for kind, weight in added.items() if abs(weight) >= _TOLD]
    told.sort(key=lambda one: (-abs(one[1]), order.index(one[0])))
    return tuple(Reason(kind, round(weight, 2), _words(laid, kind, row_a, row_b)) for kind, weight in told)


def _by_kind(measured: NDArray[np.float32]) -> dict[Evidence, float]:
    added: dict[Evidence, float] = {}
    for (_, kind), weight, value in zip(MEASURES, shipped_weights().weights, measured.tolist(), strict=True):
        added[kind] = added.get(kind, 0.0) + weight * value
    return added


def _words(laid: Tables, kind: Evidence, row_a: int, row_b: int) -> tuple[str, ...]:
    return laid.named[kind].shared(row_a, row_b)[:5] if kind in laid.named else ()
