"""Grouped cross-validation: each group's pairs are scored by a model that never saw the group."""

from collections.abc import Sequence

import numpy as np

from training.likeness.gold import Gold
from training.likeness.model import Array, fit, straight_line
from yixian.language.likeness.weights import Weights, probability

FOLDS = 10


def held_out(found: Sequence[Gold], measured: Array, usual: Array) -> Array:
    """Log-odds of every pair from the folds that do not hold its group, not yet calibrated."""
    fold = folds(found)
    odds = np.zeros(len(found))
    for number in range(FOLDS):
        inside = fold == number
        odds[inside] = fitted(found, measured, ~inside, usual).log_odds(measured[inside])
    return odds


def calibrated(found: Sequence[Gold], odds: Array) -> Array:
    """Probabilities; the calibration of a fold comes from the labelled pairs of the others."""
    fold = folds(found)
    chances = np.zeros(len(found))
    for number in range(FOLDS):
        inside = fold == number
        slope, shift = calibration(found, odds, ~inside)
        chances[inside] = probability(slope * odds[inside] + shift)
    return chances


def calibration(found: Sequence[Gold], odds: Array, kept: np.ndarray) -> tuple[float, float]:
    """Slope and shift that turn held-out log-odds into probabilities: the labelled pairs alone speak here,
    since the pairs derived from matters were not drawn as a clerk would meet them."""
    chosen = kept & np.array([one.source == "pairs" for one in found])
    same = np.array([one.same for one in found], dtype=np.float64)[chosen]
    return straight_line(odds[chosen], same)


def fitted(found: Sequence[Gold], measured: Array, kept: np.ndarray, usual: Array) -> Weights:
    """The model of the kept pairs, not yet calibrated."""
    same = np.array([one.same for one in found], dtype=np.float64)
    weight = np.array([one.weight for one in found])
    return fit(measured[kept], same[kept], weight[kept], usual)


def folds(found: Sequence[Gold]) -> np.ndarray:
    """Groups dealt out by weight, heaviest first, each to the lightest fold."""
    weight: dict[str, float] = {}
    for one in found:
        weight[one.group] = weight.get(one.group, 0.0) + one.weight
    load = [0.0] * FOLDS
    fold_of: dict[str, int] = {}
    for group in sorted(weight, key=lambda name: (-weight[name], name)):
        fold_of[group] = load.index(min(load))
        load[fold_of[group]] += weight[group]
    return np.array([fold_of[one.group] for one in found])
