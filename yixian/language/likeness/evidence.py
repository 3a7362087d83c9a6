"""What speaks for and against one matter, as numbers, for many pairs at once.

Each measure belongs to a kind of evidence that a clerk knows; the scorer weighs them and adds up the
weights of each kind into one reason.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from yixian.language.likeness.account import Evidence
from yixian.language.likeness.background import Background
from yixian.language.likeness.tables import Names, Rows, Values, heaviest, names, products, weighted
from yixian.language.likeness.traces import Trace

_NAMED: dict[Evidence, Callable[[Trace], tuple[str, ...]]] = {
    Evidence.PLACE: lambda trace: trace.named.places,
    Evidence.UNIT: lambda trace: trace.named.units,
    Evidence.PERSON: lambda trace: trace.named.persons,
    Evidence.POST: lambda trace: trace.named.posts,
    Evidence.CONDUCT: lambda trace: trace.conduct,
    Evidence.AMOUNT: lambda trace: trace.named.amounts,
    Evidence.DATE: lambda trace: trace.named.dates,
    Evidence.CONTACT: lambda trace: trace.named.phones,
}
_FULL = 12.0  # the surprise of a name that occurs once among 160,000 texts: the unit of name measures
_UNKNOWN_GAP = 60.0  # days between two reports of which one has no date: the usual distance

MEASURES: tuple[tuple[str, Evidence], ...] = (
    ("wording", Evidence.WORDING),
    ("subject_wording", Evidence.WORDING),
    ("rarest_wording", Evidence.WORDING),
    ("place", Evidence.PLACE),
    ("rarest_place", Evidence.PLACE),
    ("other_places", Evidence.PLACE),
    ("unit", Evidence.UNIT),
    ("person", Evidence.PERSON),
    ("post", Evidence.POST),
    ("conduct", Evidence.CONDUCT),
    ("other_conduct", Evidence.CONDUCT),
    ("topic", Evidence.CONDUCT),
    ("conduct_at_place", Evidence.CONDUCT),
    ("amount", Evidence.AMOUNT),
    ("date", Evidence.DATE),
    ("contact", Evidence.CONTACT),
    ("sender", Evidence.SENDER),
    ("sender_topic", Evidence.SENDER),
    ("distance_in_time", Evidence.DATE),
)


@dataclass(frozen=True, slots=True, eq=False)
class Tables:
    """All traces of a ledger, laid out for comparing."""

    wording: sparse.csr_matrix
    subject: sparse.csr_matrix
    topic: sparse.csr_matrix
    surprise: sparse.csr_matrix
    named: dict[Evidence, Names]
    senders: NDArray[np.int64]
    days: Values


def tables(traces: Sequence[Trace], background: Background) -> Tables:
    """Lay the traces out once; every pair of them can then be measured."""
    wording = weighted(traces, lambda trace: trace.wording, background)
    return Tables(
        wording=wording,
        subject=weighted(traces, lambda trace: trace.subject, background),
        topic=weighted(traces, lambda trace: trace.topic, background),
        surprise=_surprise(wording, background),
        named={kind: names(traces, of, background) for kind, of in _NAMED.items()},
        senders=_senders(traces),
        days=np.array([_day(trace) for trace in traces], dtype=np.float64),
    )


def measures(laid: Tables, rows_a: Rows, rows_b: Rows) -> NDArray[np.float32]:
    """One row per pair, one column per name in MEASURES."""
    found = (
        _wordings(laid, rows_a, rows_b)
        | _names(laid, rows_a, rows_b)
        | _sender_and_time(laid, rows_a, rows_b)
    )
    found["conduct_at_place"] = found["rarest_place"] * (found["topic"] + found["conduct"])
    found["sender_topic"] = found["sender"] * (found["topic"] + found["subject_wording"])
    return np.stack([found[name] for name, _ in MEASURES], axis=1).astype(np.float32)


def _wordings(laid: Tables, rows_a: Rows, rows_b: Rows) -> dict[str, Values]:
    pattern = _pattern(laid.wording)
    return {
        "wording": products(laid.wording, laid.wording, rows_a, rows_b),
        "subject_wording": products(laid.subject, laid.subject, rows_a, rows_b),
        "topic": products(laid.topic, laid.topic, rows_a, rows_b),
        "rarest_wording": heaviest(laid.surprise, pattern, rows_a, rows_b) / _FULL,
    }


def _names(laid: Tables, rows_a: Rows, rows_b: Rows) -> dict[str, Values]:
    sums = {kind: _shared(laid.named[kind], rows_a, rows_b) for kind in _NAMED}
    place, conduct = laid.named[Evidence.PLACE], laid.named[Evidence.CONDUCT]
    found = {kind.key: np.log1p(total / _FULL) for kind, total in sums.items()}
    found["rarest_place"] = heaviest(_scaled(place), place.holds, rows_a, rows_b) / _FULL
    found["other_places"] = _apart(place, rows_a, rows_b)
    found["other_conduct"] = _apart(conduct, rows_a, rows_b)
    return found


def _sender_and_time(laid: Tables, rows_a: Rows, rows_b: Rows) -> dict[str, Values]:
    known = laid.senders[rows_a] >= 0
    gap = np.abs(laid.days[rows_a] - laid.days[rows_b])
    return {
        "sender": (known & (laid.senders[rows_a] == laid.senders[rows_b])).astype(np.float64),
        "distance_in_time": np.log1p(np.where(np.isnan(gap), _UNKNOWN_GAP, gap)) / 6,
    }


def _shared(table: Names, rows_a: Rows, rows_b: Rows) -> Values:
    return products(_scaled(table), table.holds, rows_a, rows_b)


def _apart(table: Names, rows_a: Rows, rows_b: Rows) -> Values:
    """1 where both name something of the kind and nothing in common."""
    counts = np.diff(table.holds.indptr)
    shared = products(table.holds, table.holds, rows_a, rows_b)
    apart = (counts[rows_a] > 0) & (counts[rows_b] > 0) & (shared == 0)
    return np.asarray(apart, dtype=np.float64)


def _scaled(table: Names) -> sparse.csr_matrix:
    return sparse.csr_matrix(
        (table.weights[table.holds.indices].astype(np.float32), table.holds.indices, table.holds.indptr),
        shape=table.holds.shape,
    )


def _pattern(table: sparse.csr_matrix) -> sparse.csr_matrix:
    return sparse.csr_matrix((np.ones_like(table.data), table.indices, table.indptr), shape=table.shape)


def _surprise(wording: sparse.csr_matrix, background: Background) -> sparse.csr_matrix:
    idf = background.idf(wording.indices.astype(np.uint32))
    return sparse.csr_matrix((idf, wording.indices, wording.indptr), shape=wording.shape)


def _senders(traces: Sequence[Trace]) -> NDArray[np.int64]:
    known = sorted({trace.sender for trace in traces if trace.sender is not None})
    number = {sender: place for place, sender in enumerate(known)}
    return np.array([-1 if t.sender is None else number[t.sender] for t in traces], dtype=np.int64)


def _day(trace: Trace) -> float:
    return float("nan") if trace.received_on is None else float(trace.received_on.toordinal())
