"""What speaks for and against one matter, as numbers, for many pairs at once.

One matter is a name and a conduct together: two complaints about one estate share the name, two
strangers' night-time building sites share the conduct. So wording is split by rarity. Rare words and n-grams are
names in the widest sense (of a road, an estate, a company, a nickname); the middling ones say what was
done. Each half is compared on its own and on a logarithmic scale, on which adding means "and": a pair
needs both.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from yixian.language.likeness.account import Evidence
from yixian.language.likeness.background import Background
from yixian.language.likeness.tables import Halves, Names, Rows, Values, halves, names, products
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
_TIES = 6.0  # the surprise of shared names from which two questions are about one thing
_SOFT = 0.1  # cosines well below this are all the same to us

MEASURES: tuple[tuple[str, Evidence], ...] = (
    ("rare_wording", Evidence.WORDING),
    ("common_wording", Evidence.CONDUCT),
    ("other_conduct", Evidence.CONDUCT),
    ("own_questions", Evidence.CONDUCT),
    ("other_places", Evidence.PLACE),
    ("person", Evidence.PERSON),
    ("post", Evidence.POST),
    ("amount", Evidence.AMOUNT),
    ("date", Evidence.DATE),
    ("distance_in_time", Evidence.DATE),
    ("contact", Evidence.CONTACT),
    ("sender", Evidence.SENDER),
)


@dataclass(frozen=True, slots=True, eq=False)
class Tables:
    """All traces of a ledger, laid out for comparing."""

    words: Halves
    grams: Halves
    named: dict[Evidence, Names]
    senders: NDArray[np.int64]
    days: Values
    asks: NDArray[np.bool_]


def tables(traces: Sequence[Trace], background: Background) -> Tables:
    """Lay the traces out once; every pair of them can then be measured."""
    return Tables(
        words=halves(traces, lambda trace: trace.topic, background),
        grams=halves(traces, lambda trace: trace.wording, background),
        named={kind: names(traces, of, background) for kind, of in _NAMED.items()},
        senders=_senders(traces),
        days=np.array([_day(trace) for trace in traces], dtype=np.float64),
        asks=np.array([trace.asks for trace in traces], dtype=np.bool_),
    )


def measures(laid: Tables, rows_a: Rows, rows_b: Rows) -> NDArray[np.float32]:
    """One row per pair, one column per name in MEASURES."""
    found = {
        "rare_wording": _both(laid.words.rare, laid.grams.rare, rows_a, rows_b),
        "common_wording": _both(laid.words.common, laid.grams.common, rows_a, rows_b),
        "other_conduct": _apart(laid.named[Evidence.CONDUCT], rows_a, rows_b),
        "own_questions": _own_questions(laid, rows_a, rows_b),
        "other_places": _apart(laid.named[Evidence.PLACE], rows_a, rows_b),
        "distance_in_time": _distance(laid.days[rows_a], laid.days[rows_b]),
        "sender": _same_sender(laid.senders[rows_a], laid.senders[rows_b]),
    }
    for kind in (Evidence.PERSON, Evidence.POST, Evidence.AMOUNT, Evidence.DATE, Evidence.CONTACT):
        found[kind.key] = _shared(laid.named[kind], rows_a, rows_b)
    return np.stack([found[name] for name, _ in MEASURES], axis=1).astype(np.float32)


def _both(words: sparse.csr_matrix, grams: sparse.csr_matrix, rows_a: Rows, rows_b: Rows) -> Values:
    """0 to 2: how alike the words are plus how alike the n-grams are, each on the soft log scale."""
    by_word, by_gram = products(words, rows_a, rows_b), products(grams, rows_a, rows_b)
    soft = np.log1p(by_word / _SOFT) + np.log1p(by_gram / _SOFT)
    return np.asarray(soft / np.log1p(1 / _SOFT))


def _shared(table: Names, rows_a: Rows, rows_b: Rows) -> Values:
    return np.log1p(products(table.scaled, rows_a, rows_b) / _FULL)


def _apart(table: Names, rows_a: Rows, rows_b: Rows) -> Values:
    """1 where both name something of the kind and nothing in common."""
    counts = np.diff(table.holds.indptr)
    shared = products(table.holds, rows_a, rows_b)
    apart = (counts[rows_a] > 0) & (counts[rows_b] > 0) & (shared == 0)
    return np.asarray(apart, dtype=np.float64)


def _own_questions(laid: Tables, rows_a: Rows, rows_b: Rows) -> Values:
    """1 where two people each ask how a rule applies to them, and neither place nor unit ties them."""
    tied = sum(products(laid.named[kind].scaled, rows_a, rows_b) for kind in (Evidence.PLACE, Evidence.UNIT))
    strangers = (laid.senders[rows_a] < 0) | (laid.senders[rows_a] != laid.senders[rows_b])
    apart = laid.asks[rows_a] & laid.asks[rows_b] & strangers & (tied < _TIES)
    return np.asarray(apart, dtype=np.float64)


def _distance(day_a: Values, day_b: Values) -> Values:
    """1 is a little over a year; on a logarithmic scale, since a week matters less after a year."""
    gap = np.abs(day_a - day_b)
    return np.log1p(np.where(np.isnan(gap), _UNKNOWN_GAP, gap)) / 6


def _same_sender(sender_a: NDArray[np.int64], sender_b: NDArray[np.int64]) -> Values:
    return np.asarray((sender_a >= 0) & (sender_a == sender_b), dtype=np.float64)


def _senders(traces: Sequence[Trace]) -> NDArray[np.int64]:
    known = sorted({trace.sender for trace in traces if trace.sender is not None})
    number = {sender: place for place, sender in enumerate(known)}
    return np.array([-1 if t.sender is None else number[t.sender] for t in traces], dtype=np.int64)


def _day(trace: Trace) -> float:
    return float("nan") if trace.received_on is None else float(trace.received_on.toordinal())
