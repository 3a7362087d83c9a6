"""How far a figure may be chance: its 95 % interval when whole groups of near-duplicates are drawn again."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

TIMES = 400


def interval(score: Callable[[NDArray[np.int64]], float], groups: NDArray[np.int64]) -> tuple[float, float]:
    """`score` of row numbers; the rows of one group are drawn together, with replacement."""
    chance = np.random.default_rng(0)
    kinds, members = np.unique(groups), _members(groups)
    drawn = (chance.choice(len(kinds), len(kinds)) for _ in range(TIMES))
    found = [score(np.concatenate([members[one] for one in draw])) for draw in drawn]
    low, high = np.quantile(found, (0.025, 0.975))
    return float(low), float(high)


def _members(groups: NDArray[np.int64]) -> list[NDArray[np.int64]]:
    order = np.argsort(groups, kind="stable")
    edges = np.flatnonzero(np.diff(groups[order])) + 1
    return list(np.split(order, edges))
