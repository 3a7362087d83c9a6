"""The figures by which finding one matter is judged, the same for every method."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

import numpy as np
from sklearn.metrics import average_precision_score

from training.likeness.gold import Gold
from yixian.language.likeness import Account

HARD = ("B", "C", "E")


def best_match(groups: Mapping[str, set[str]], members: Sequence[str]) -> tuple[float, float]:
    """F of the group that fits the given matter best, and its precision."""
    wanted = set(members)
    touching = [group for group in groups.values() if group & wanted]
    scored = [(2 * len(g & wanted) / (len(g) + len(wanted)), len(g & wanted) / len(g)) for g in touching]
    return max(scored)


def groups_of(matter_of: Mapping[str, str]) -> dict[str, set[str]]:
    groups: dict[str, set[str]] = {}
    for one, matter in matter_of.items():
        groups.setdefault(matter, set()).add(one)
    return groups


def pair_figures(found: Sequence[Gold], chances: np.ndarray) -> dict[str, float]:
    labelled = np.array([one.source == "pairs" for one in found])
    same = np.array([one.same for one in found])[labelled]
    chance = chances[labelled]
    hard = np.array([one.stratum in HARD for one in found])[labelled]
    f1, at = _best_f1(same, chance)
    return {
        "pairs_ap": float(average_precision_score(same, chance)),
        "pairs_hard_ap": float(average_precision_score(same[hard], chance[hard])),
        "pairs_f1_at_half": _f1(same, chance >= 0.5),
        "pairs_best_f1": f1,
        "pairs_best_f1_at": at,
        "pairs_brier": float(np.mean((chance - same) ** 2)),
    }


def _f1(same: np.ndarray, told: np.ndarray) -> float:
    return 2 * int(same[told].sum()) / max(int(told.sum()) + int(same.sum()), 1)


def _best_f1(same: np.ndarray, chance: np.ndarray) -> tuple[float, float]:
    """With hindsight: the best line and the F1 at it."""
    return max((_f1(same, chance >= line), float(line)) for line in np.unique(chance))


def matter_figures(scores: Mapping[str, float], precisions: Mapping[str, float]) -> dict[str, float]:
    each = {f"matter_f_{name}": score for name, score in scores.items()}
    return {
        "matter_f": mean(list(scores.values())),
        "matter_precision": mean(list(precisions.values())),
    } | each


def topic_figures(
    matter_of: Mapping[str, str], members: Sequence[str], accounts: Sequence[Account]
) -> dict[str, float]:
    """Shares of wrongly joined pairs, and of messages that share a matter with another person's question."""
    sender = {one.id: one.sender for one in accounts}
    pairs = [(a, b) for a, b in combinations(members, 2) if sender[a] != sender[b]]
    joined = [(a, b) for a, b in pairs if matter_of[a] == matter_of[b]]
    touched = {one for pair in joined for one in pair}
    return {
        "topic_pairs_joined": len(joined) / len(pairs),
        "topic_messages_joined": len(touched) / len(members),
    }


def recall(ranked: Sequence[str], members: Sequence[str], query: str) -> float:
    mates = set(members) - {query}
    return len(mates & set(ranked)) / min(len(mates), 10)


def mean(values: Sequence[float]) -> float:
    return float(np.mean(values))
