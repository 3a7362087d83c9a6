"""From likenesses of pairs to matters: groups of reports about one thing.

Bare connected components chain: A like B, B like C, and soon a whole town is one matter. Here two groups
merge only while the average likeness between all their members, pairs never compared included, stays
above a line; the likeliest merge first, ties by the order of the accounts, so the same input always gives
the same matters.
"""

import heapq
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from yixian.language.likeness import Account, Likeness, Likenesses, Trace

MERGE = 0.4  # the average likeness above which two groups are one matter
UNSEEN = 0.1  # the likeness assumed of a pair that was not worth comparing
_FAINT = 0.02  # links below this are remembered as compared, and count as nothing

Link = tuple[int, int, float]


def cluster(
    accounts: Sequence[Account | Trace], likenesses: Likenesses | Iterable[Likeness]
) -> dict[str, str]:
    """The matter of every account; matters are numbered in the order of their first account."""
    row = {account.id: place for place, account in enumerate(accounts)}
    groups = _Groups(len(accounts), _links(row, likenesses)).settled()
    first: dict[int, str] = {}
    return {
        account.id: first.setdefault(groups[place], f"M{len(first) + 1:06d}")
        for place, account in enumerate(accounts)
    }


def _links(row: dict[str, int], likenesses: Likenesses | Iterable[Likeness]) -> Iterator[Link]:
    if isinstance(likenesses, Likenesses):
        yield from likenesses.links(row)
    else:
        for one in likenesses:
            yield row[one.id_a], row[one.id_b], one.probability


@dataclass(slots=True)
class _Between:
    """What is known between two groups: the sum of likenesses and how many pairs were compared."""

    total: float = 0.0
    compared: int = 0


@dataclass(slots=True)
class _Groups:
    """Average-link merging on the graph of compared pairs, with a heap of possible merges."""

    size: int
    links: Iterable[Link]
    members: list[int] = field(init=False)
    parent: list[int] = field(init=False)
    between: list[dict[int, _Between]] = field(init=False)
    heap: list[tuple[float, int, int]] = field(init=False)

    def __post_init__(self) -> None:
        self.members = [1] * self.size
        self.parent = list(range(self.size))
        self.between = [{} for _ in range(self.size)]
        for a, b, likeness in self.links:
            one = _Between(likeness if likeness >= _FAINT else 0.0, 1)
            self.between[a][b] = self.between[b][a] = one
        self.heap = [
            (-self._average(a, b), a, b)
            for a in range(self.size)
            for b in self.between[a]
            if a < b and self._average(a, b) >= MERGE
        ]
        heapq.heapify(self.heap)

    def settled(self) -> list[int]:
        """Merge until nothing is left to merge; the group of each row, named by its first row."""
        while self.heap:
            average, a, b = heapq.heappop(self.heap)
            if self.parent[a] == a and self.parent[b] == b and -average == self._average(a, b):
                self._merge(a, b)
        return [self._root(row) for row in range(self.size)]

    def _average(self, a: int, b: int) -> float:
        known = self.between[a][b]
        pairs = self.members[a] * self.members[b]
        return (known.total + UNSEEN * (pairs - known.compared)) / pairs

    def _merge(self, a: int, b: int) -> None:
        """b goes into a (a < b)."""
        self.parent[b] = a
        mine, theirs = self.between[a], self.between[b]
        del mine[b], theirs[a]
        for other, known in theirs.items():
            ours = mine.get(other, _Between())
            joined = _Between(ours.total + known.total, ours.compared + known.compared)
            mine[other] = self.between[other][a] = joined
            del self.between[other][b]
        self.between[b] = {}
        self.members[a] += self.members[b]
        for other in mine:
            self._offer(a, other)

    def _offer(self, a: int, b: int) -> None:
        average = self._average(a, b)
        if average >= MERGE:
            heapq.heappush(self.heap, (-average, min(a, b), max(a, b)))

    def _root(self, row: int) -> int:
        while self.parent[row] != row:
            self.parent[row] = row = self.parent[self.parent[row]]
        return row
