"""Average-link merging on a graph: near-linear in its links, since only linked groups are ever looked at."""

import heapq
import math
from collections.abc import Iterable
from dataclasses import dataclass

Link = tuple[int, int, float]
ROOM = 1_000_000  # offers on the heap before the outdated ones are looked for


@dataclass(slots=True)
class _Between:
    """What is known between two groups: the sum of likenesses and how many pairs were compared."""

    total: float = 0.0
    compared: int = 0


class Merging:
    """Rows 0 to size-1 merge, likeliest first, while the average between two groups reaches `line`.

    A pair that was not compared counts as `unseen`; all such pairs together count at most `doubt` times
    the compared ones, since a crowd whose members keep a few candidates each could else never meet.
    """

    def __init__(
        self, size: int, links: Iterable[Link], *, line: float, unseen: float, doubt: float = math.inf
    ) -> None:
        self._line, self._unseen, self._doubt = line, unseen, doubt
        self._members = [1] * size
        self._parent = list(range(size))
        self._between: list[dict[int, _Between]] = [{} for _ in range(size)]
        for a, b, likeness in links:
            self._between[a][b] = self._between[b][a] = _Between(likeness, 1)
        self._heap: list[tuple[float, int, int]] = []
        self._room = ROOM
        for a, known in enumerate(self._between):
            for b in known:
                if a < b:
                    self._offer(a, b)

    def groups(self) -> list[int]:
        """Merge until nothing is left to merge; the group of each row, named by its first row."""
        while self._heap:
            average, a, b = heapq.heappop(self._heap)
            if self._holds(average, a, b):
                self._merge(a, b)
        return [self._root(row) for row in range(len(self._parent))]

    def _holds(self, average: float, a: int, b: int) -> bool:
        """Whether an offer is still what is known: each merge outdates the offers of its neighbours."""
        return self._parent[a] == a and self._parent[b] == b and -average == self._average(a, b)

    def _tidy(self) -> None:
        """Drop the outdated offers. A crowd of near-copies would else pile up an offer a neighbour a merge."""
        self._heap = sorted({offer for offer in self._heap if self._holds(*offer)})
        self._room = max(ROOM, 2 * len(self._heap))

    def _average(self, a: int, b: int) -> float:
        known = self._between[a][b]
        missing = self._members[a] * self._members[b] - known.compared
        doubted = min(missing, self._doubt * known.compared)
        return (known.total + self._unseen * doubted) / (known.compared + doubted)

    def _merge(self, a: int, b: int) -> None:
        """b goes into a, the smaller row, so that a group bears its first row's name."""
        self._parent[b] = a
        mine, theirs = self._between[a], self._between[b]
        del mine[b], theirs[a]
        for other, known in theirs.items():
            ours = mine.get(other, _Between())
            joined = _Between(ours.total + known.total, ours.compared + known.compared)
            mine[other] = self._between[other][a] = joined
            del self._between[other][b]
        self._between[b] = {}
        self._members[a] += self._members[b]
        for other in mine:
            self._offer(a, other)
        if len(self._heap) > self._room:
            self._tidy()

    def _offer(self, a: int, b: int) -> None:
        average = self._average(a, b)
        if average >= self._line:
            heapq.heappush(self._heap, (-average, min(a, b), max(a, b)))

    def _root(self, row: int) -> int:
        while self._parent[row] != row:
            self._parent[row] = row = self._parent[self._parent[row]]
        return row
