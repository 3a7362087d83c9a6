"""Pairs with known answers, weighted so that no matter drowns the rest, and grouped for folds.

Beside the labelled pairs: members of one given matter are the same; a member and a near outsider are
different, because the given matters are complete; different people's questions on one topic are different.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np

from training.likeness.sources import matters, rows, same_topic
from yixian.language.likeness import Account

_MEMBERS = 60  # pairs drawn from one matter at most
_OUTSIDERS = 120  # near outsiders drawn for one matter at most
_MATTER_WEIGHT = 6.0  # all pairs of a matter together count like so many labelled pairs
_TOPIC_WEIGHT = 10.0


@dataclass(frozen=True, slots=True)
class Gold:
    """One pair: 1 same, 0 different; `source` is pairs, matter, outsider or topic."""

    id_a: str
    id_b: str
    same: int
    weight: float
    source: str
    stratum: str
    group: str = ""


def gold(pool: Sequence[Account], candidates: Iterable[tuple[str, str]]) -> list[Gold]:
    """All of it, with `group` set so that no message, sender or matter straddles two groups."""
    sender = {one.id: one.sender or one.id for one in pool}
    found = [*_labelled(), *_of_matters(list(candidates)), *_of_topic(sender)]
    return _grouped(found, sender)


def _labelled() -> list[Gold]:
    kept = (row for row in rows("pairs_dev.csv") if row["label"] != "related")
    return [
        Gold(row["id_a"], row["id_b"], int(row["label"] == "same"), 1.0, "pairs", row["stratum"])
        for row in kept
    ]


def _of_matters(candidates: list[tuple[str, str]]) -> list[Gold]:
    matter_of = {member: name for name, members in matters().items() for member in members}
    found: list[Gold] = []
    for name, members in matters().items():
        inside = _drawn(list(combinations(sorted(members), 2)), _MEMBERS)
        near = [
            pair
            for pair in candidates
            if (matter_of.get(pair[0]) == name) != (matter_of.get(pair[1]) == name)
        ]
        outside = _drawn(near, _OUTSIDERS)
        found += [Gold(a, b, 1, _MATTER_WEIGHT / len(inside), "matter", "M") for a, b in inside]
        found += [Gold(a, b, 0, _MATTER_WEIGHT / len(outside), "outsider", "O") for a, b in outside]
    return found


def _of_topic(sender: dict[str, str]) -> list[Gold]:
    pairs = [(a, b) for a, b in combinations(same_topic(), 2) if sender[a] != sender[b]]
    return [Gold(a, b, 0, _TOPIC_WEIGHT / len(pairs), "topic", "T") for a, b in pairs]


def _drawn(pairs: list[tuple[str, str]], most: int) -> list[tuple[str, str]]:
    if len(pairs) <= most:
        return pairs
    chosen = np.random.default_rng(2026).choice(len(pairs), most, replace=False)
    return [pairs[place] for place in sorted(chosen.tolist())]


def _grouped(found: list[Gold], sender: dict[str, str]) -> list[Gold]:
    """Groups join over members and their senders, not over the outsiders a matter was held against."""
    parent: dict[str, str] = {}

    def root(name: str) -> str:
        while parent.setdefault(name, name) != name:
            name = parent[name]
        return name

    for one in found:
        if one.source != "outsider":
            for other in (one.id_b, f"@{sender[one.id_a]}", f"@{sender[one.id_b]}"):
                parent[root(other)] = root(one.id_a)
    member = {name for members in matters().values() for name in members}
    return [replace(g, group=root(g.id_a if g.id_a in member else g.id_b)) for g in found]
