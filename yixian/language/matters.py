"""From likenesses of pairs to matters: groups of reports about one thing.

Bare connected components chain: A like B, B like C, and soon a whole town is one matter. So reports are
first gathered loosely, then every pair within a gathering is compared, also those that were not worth
comparing before, and the gathering is formed anew from nothing: two groups merge only while the average
likeness between all their members stays above a line. The likeliest merge comes first and ties go by the
order of the accounts, so the same input always gives the same matters.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from yixian.language.likeness import Account, Likeness, Likenesses, Trace
from yixian.language.likeness.merging import Link, Merging

GATHER = 0.15  # the average likeness that gathers reports for a closer look
MERGE = 0.22  # the average likeness above which two groups are one matter
UNSEEN = 0.1  # the likeness assumed of a pair that was not compared
_DOUBT = 3  # pairs not compared count at most so many times the compared ones
_WHOLE = 400  # members of a gathering up to which every pair is compared
_SAMPLE = 200  # beyond: so many others, evenly spaced, for each member
_MOST_SAMPLED = 2_000_000  # pairs of one crowd; a ledger of near-copies would else fill the memory

Rows = NDArray[np.int64]


class Comparing(Protocol):
    """Who can still compare pairs that were not compared: by row, both ways the same."""

    def chances(self, rows_a: Rows, rows_b: Rows) -> NDArray[np.float64]: ...


def cluster(
    accounts: Sequence[Account | Trace], likenesses: Likenesses | Iterable[Likeness]
) -> dict[str, str]:
    """The matter of every account; matters are numbered in the order of their first account.

    Given `Likenesses`, whose traces are the accounts in the same order, pairs within a gathering are
    compared on the way; given any others, what they say is all there is.
    """
    row = {account.id: place for place, account in enumerate(accounts)}
    size = len(accounts)
    if not isinstance(likenesses, Likenesses):
        links = [(row[one.id_a], row[one.id_b], one.probability) for one in likenesses]
        return numbered(accounts, Merging(size, links, line=MERGE, unseen=UNSEEN).groups())
    if [account.id for account in accounts] != [one.id for one in likenesses.traces]:
        raise ValueError("the accounts are not those that were compared, in their order")
    links = list(likenesses.links())
    return numbered(accounts, formed(size, links, likenesses))


def formed(size: int, links: list[Link], comparing: Comparing) -> list[int]:
    """The group of each row, named by its first row: gathered, compared whole, and merged within gatherings."""
    gathering = Merging(size, links, line=GATHER, unseen=UNSEEN, doubt=_DOUBT).groups()
    inside = [link for link in links if gathering[link[0]] == gathering[link[1]]]
    inside += missing(inside, gathering, comparing)
    return Merging(size, inside, line=MERGE, unseen=UNSEEN, doubt=_DOUBT).groups()


def missing(links: list[Link], gathering: list[int], comparing: Comparing) -> list[Link]:
    """Links for the pairs within gatherings that were not yet compared."""
    size = len(gathering)
    known = np.array([min(a, b) * size + max(a, b) for a, b, _ in links], dtype=np.int64)
    within = [pairs[:, 0] * size + pairs[:, 1] for pairs in _pairs_within(gathering)]
    keys = np.concatenate(within) if within else np.empty(0, dtype=np.int64)
    keys = keys[~np.isin(keys, known)]
    rows_a, rows_b = keys // size, keys % size
    chances = comparing.chances(rows_a, rows_b)
    return list(zip(rows_a.tolist(), rows_b.tolist(), chances.tolist(), strict=True))


def _pairs_within(gathering: list[int]) -> Iterator[Rows]:
    """The pairs of each gathering, n × 2, the smaller row first."""
    members: dict[int, list[int]] = {}
    for row, name in enumerate(gathering):
        members.setdefault(name, []).append(row)
    for rows in members.values():
        if len(rows) > 1:
            yield whole(rows) if len(rows) <= _WHOLE else sampled(rows)


def whole(rows: Sequence[int]) -> Rows:
    first, second = np.triu_indices(len(rows), k=1)
    here = np.asarray(rows, dtype=np.int64)
    return np.column_stack((here[first], here[second]))


def sampled(rows: Sequence[int]) -> Rows:
    """Each member with others at even distances, so that no part of a crowd goes unseen."""
    here = np.asarray(rows, dtype=np.int64)
    most = max(1, min(_SAMPLE, _MOST_SAMPLED // len(here)))
    far = (np.arange(most) * (len(here) / most)).astype(np.int64) + 1
    other = here[(np.arange(len(here))[:, None] + far[None, :]) % len(here)]
    pairs = np.column_stack((np.repeat(here, most), other.ravel()))
    ordered = np.sort(pairs[pairs[:, 0] != pairs[:, 1]], axis=1)
    return np.unique(ordered, axis=0)


def numbered(accounts: Sequence[Account | Trace], groups: list[int]) -> dict[str, str]:
    first: dict[int, str] = {}
    return {
        account.id: first.setdefault(group, f"M{len(first) + 1:06d}")
        for account, group in zip(accounts, groups, strict=True)
    }
