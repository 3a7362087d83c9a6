"""Which pairs are worth comparing: those that share something rare.

Every account is filed under its rarest n-grams, its places, units, people, numbers and its sender. A file
that holds more than `_CROWD` accounts says nothing and is skipped, except that equal texts are always
paired with their neighbours, so that work grows with the number of accounts and not with its square.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from yixian.language.likeness.account import Account, Progress
from yixian.language.likeness.background import Background, shipped
from yixian.language.likeness.traces import Trace, trace

_RAREST = 40  # n-grams an account is filed under
_CROWD = 150  # accounts a file may hold
_MATES = 30  # candidates kept for an account: fewer for a large ledger
_LARGE = 20_000
_MATES_OF_LARGE = 12
_CHUNK = 2_000
Pairs = tuple[NDArray[np.int64], NDArray[np.int64]]


def traced(accounts: Sequence[Account | Trace]) -> list[Trace]:
    """Read what has not been read yet."""
    return [account if isinstance(account, Trace) else trace(account) for account in accounts]


def candidates(
    accounts: Sequence[Account | Trace], *, progress: Progress | None = None
) -> list[tuple[str, str]]:
    """Pairs of ids, each once, the smaller row first, in the order of the accounts."""
    traces = traced(accounts)
    rows_a, rows_b = candidate_rows(traces, shipped().joined_by(traces), progress=progress)
    return [(traces[a].id, traces[b].id) for a, b in zip(rows_a.tolist(), rows_b.tolist(), strict=True)]


def candidate_rows(
    traces: Sequence[Trace], background: Background, *, progress: Progress | None = None
) -> Pairs:
    """The same as row numbers, a < b, sorted."""
    files = _files(traces, background)
    mates = _MATES if len(traces) <= _LARGE else _MATES_OF_LARGE
    found: list[NDArray[np.int64]] = [np.empty(0, dtype=np.int64)]
    turned = files.T.tocsr()
    for start in range(0, len(traces), _CHUNK):
        found.append(_best(files[start : start + _CHUNK] @ turned, start, mates, len(traces)))
        if progress:
            progress(min(start + _CHUNK, len(traces)), len(traces))
    keys = np.unique(np.concatenate(found))
    return keys // len(traces), keys % len(traces)


def _best(scores: sparse.csr_matrix, first: int, mates: int, size: int) -> NDArray[np.int64]:
    """For each row its `mates` best columns, as a * size + b with a < b."""
    keys = []
    for offset in range(scores.shape[0]):
        part = slice(scores.indptr[offset], scores.indptr[offset + 1])
        columns, values, row = scores.indices[part].astype(np.int64), scores.data[part], first + offset
        other = columns != row
        columns, values = columns[other], values[other]
        kept = columns[np.lexsort((columns, -values))[:mates]]
        keys.append(np.minimum(kept, row) * size + np.maximum(kept, row))
    return np.concatenate(keys) if keys else np.empty(0, dtype=np.int64)


def _files(traces: Sequence[Trace], background: Background) -> sparse.csr_matrix:
    """Rows are accounts, columns are files, values the square root of what sharing the file says."""
    grams = _gram_files(traces, background)
    named = _named_files(traces)
    rows = np.concatenate([grams[0], named[0]])
    columns = np.concatenate([grams[1], named[1]])
    distinct, column, sizes = np.unique(columns, return_inverse=True, return_counts=True)
    kept = (sizes[column] > 1) & (sizes[column] <= _CROWD)
    weights = np.sqrt(np.log((len(traces) + 1) / sizes[column][kept]))
    shape = (len(traces), len(distinct))
    return sparse.csr_matrix((weights.astype(np.float32), (rows[kept], column[kept])), shape=shape)


def _gram_files(traces: Sequence[Trace], background: Background) -> Pairs:
    """The rarest n-grams that occur in at least two accounts."""
    own = background.own_frequencies()
    rows, columns = [], []
    for row, one in enumerate(traces):
        ids = one.wording.ids
        frequency = own[ids]
        shared = ids[(frequency > 1) & (frequency <= _CROWD)]
        rarest = shared[np.argsort(own[shared], kind="stable")[:_RAREST]]
        columns.append(rarest.astype(np.int64))
        rows.append(np.full(len(rarest), row, dtype=np.int64))
    return _joined(rows), _joined(columns)


def _named_files(traces: Sequence[Trace]) -> Pairs:
    names = [(row, name) for row, one in enumerate(traces) for name in _names(one)]
    number = {name: place for place, name in enumerate(sorted({name for _, name in names}))}
    rows = np.array([row for row, _ in names], dtype=np.int64)
    columns = np.array([(1 << 32) + number[name] for _, name in names], dtype=np.int64)
    return rows, columns


def _names(one: Trace) -> list[str]:
    named = one.named
    found = {*named.places, *named.units, *named.persons, *named.phones}
    return sorted(found) + ([f"\x00{one.sender}"] if one.sender else [])


def _joined(parts: list[NDArray[np.int64]]) -> NDArray[np.int64]:
    return np.concatenate(parts) if parts else np.empty(0, dtype=np.int64)
