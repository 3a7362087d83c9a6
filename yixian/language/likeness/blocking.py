"""Which pairs are worth comparing: those that share something rare.

Three files are kept. Wording: the weightiest n-grams, by cosine. Names: places, units, people, numbers,
the sender. Copies: reports equal to the letter. A drawer that more than a few hundred accounts share says
nothing and is skipped, so that work grows with the number of accounts and not with its square.
"""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from yixian.language.likeness.account import Account, Progress
from yixian.language.likeness.background import Background, shipped
from yixian.language.likeness.grams import BITS
from yixian.language.likeness.tables import Entries, table
from yixian.language.likeness.traces import Trace, trace

_TERMS = 128  # n-grams an account is filed under
_CROWD = 300  # accounts an n-gram's drawer may hold
_NAMESAKES = 150  # accounts a name's drawer may hold
_LARGE = 20_000  # accounts from which fewer candidates are kept for each
_MATES, _MATES_OF_LARGE = 30, 12  # by wording
_KIN, _KIN_OF_LARGE = 8, 4  # by names
_COPIES = 5  # neighbours that an exact copy is paired with
_CHUNK = 1_000
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
    size, large = len(traces), len(traces) > _LARGE
    found = [np.empty(0, dtype=np.int64), _copies(traces)]
    for done, keys in _nearest(_wording(traces, background), _MATES_OF_LARGE if large else _MATES):
        found.append(keys)
        if progress:
            progress(done, size)
    found += [keys for _, keys in _nearest(_names(traces), _KIN_OF_LARGE if large else _KIN)]
    keys = np.unique(np.concatenate(found))
    return keys // max(size, 1), keys % max(size, 1)


def _nearest(files: sparse.csr_matrix, mates: int) -> Iterator[tuple[int, NDArray[np.int64]]]:
    """Rows done so far, and each row's best mates as keys a * size + b with a < b."""
    turned, size = files.T.tocsr(), files.shape[0]
    for start in range(0, size, _CHUNK):
        scores = (files[start : start + _CHUNK] @ turned).tocsr()
        yield min(start + _CHUNK, size), _best(scores, start, mates, size)


def _best(scores: sparse.csr_matrix, first: int, mates: int, size: int) -> NDArray[np.int64]:
    """Equal scores go to the earlier account."""
    keys = [np.empty(0, dtype=np.int64)]
    for offset in range(scores.shape[0]):
        part = slice(scores.indptr[offset], scores.indptr[offset + 1])
        columns, values, row = scores.indices[part].astype(np.int64), scores.data[part], first + offset
        other = columns != row
        columns, values = columns[other], np.round(values[other], 5)
        kept = columns[np.lexsort((columns, -values))[:mates]]
        keys.append(np.minimum(kept, row) * size + np.maximum(kept, row))
    return np.concatenate(keys)


def _wording(traces: Sequence[Trace], background: Background) -> sparse.csr_matrix:
    """Unit rows over n-grams that some, but not too many, other accounts hold."""
    own = background.own_frequencies()
    rows: list[Entries] = []
    for one in traces:
        found, counts = one.wording.ids, one.wording.counts
        kept = (own[found] > 1) & (own[found] <= _CROWD)
        weight = (1 + np.log(counts[kept].astype(np.float64))) * background.idf(found[kept])
        best = np.sort(np.argsort(-weight, kind="stable")[:_TERMS])
        unit = weight[best] / (np.sqrt(np.square(weight[best]).sum()) or 1.0)
        rows.append((found[kept][best].astype(np.int32), unit.astype(np.float32)))
    return table(rows, 1 << BITS)


def _names(traces: Sequence[Trace]) -> sparse.csr_matrix:
    """Each name weighs by how few share it."""
    held = [_names_of(one) for one in traces]
    number = {name: place for place, name in enumerate(sorted({name for names in held for name in names}))}
    ids = [np.array([number[name] for name in names], dtype=np.int32) for names in held]
    sizes = np.bincount(np.concatenate([*ids, np.empty(0, np.int32)]), minlength=1)
    kept = [row[(sizes[row] > 1) & (sizes[row] <= _NAMESAKES)] for row in ids]
    weights = np.sqrt(np.log((len(traces) + 2) / np.maximum(sizes, 1))).astype(np.float32)
    return table([(np.sort(row), weights[np.sort(row)]) for row in kept], len(number))


def _names_of(one: Trace) -> list[str]:
    named = one.named
    found = {*named.places, *named.units, *named.persons, *named.phones}
    return sorted(found) + ([f"\x00{one.sender}"] if one.sender else [])


def _copies(traces: Sequence[Trace]) -> NDArray[np.int64]:
    """Each account with the next few that say the same to the letter."""
    same: dict[bytes, list[int]] = {}
    for row, one in enumerate(traces):
        same.setdefault(one.wording.ids.tobytes() + one.wording.counts.tobytes(), []).append(row)
    keys = [
        row * len(traces) + other
        for rows in same.values()
        for place, row in enumerate(rows)
        for other in rows[place + 1 : place + 1 + _COPIES]
    ]
    return np.array(keys, dtype=np.int64)
