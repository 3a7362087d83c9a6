"""Logistic regression whose signs are held to sense: sharing never speaks against, differing never for.

Written out on scipy, so that training needs nothing that is not at run time, and gives the same bytes.
"""

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from yixian.language.likeness.evidence import MEASURES
from yixian.language.likeness.weights import Weights

Array = NDArray[np.float64]
RIDGE = 3.0
THRESHOLD = 0.5
_AGAINST = frozenset({"own_questions", "other_places", "other_conduct", "distance_in_time"})
# Stated, not learnt. Phones are masked in the real messages. Posts are in every second one. And who writes
# often, writes of many things: the data would trust a sender more than an office should.
_BOUNDS = {"contact": (2.0, 2.0), "post": (0.0, 0.3), "sender": (0.3, 0.6)}


def fit(measured: Array, same: Array, weight: Array, usual: Array, *, ridge: float = RIDGE) -> Weights:
    """Weighted, L2 on scaled measures; `usual` only moves the point from which reasons are told."""
    scale = np.sqrt(np.average(np.square(measured), axis=0, weights=weight)) + 1e-3
    centred = measured - usual

    def loss(point: Array) -> tuple[float, Array]:
        odds = centred @ point[:-1] + point[-1]
        chance = 1 / (1 + np.exp(-odds))
        stretched = point[:-1] * scale
        value = weight @ (np.logaddexp(0, odds) - same * odds) + ridge * stretched @ stretched / 2
        slope = weight * (chance - same)
        return float(value), np.append(centred.T @ slope + ridge * stretched * scale, slope.sum())

    start = np.zeros(measured.shape[1] + 1)
    found = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=_bounds(), options={"maxiter": 5000})
    weights = tuple(round(float(one), 4) for one in found.x[:-1])
    return Weights(round(float(found.x[-1]), 4), weights, tuple(usual.tolist()), THRESHOLD)


def _bounds() -> list[tuple[float | None, float | None]]:
    found: list[tuple[float | None, float | None]] = []
    for name, _ in MEASURES:
        found.append(_BOUNDS.get(name, (None, 0.0) if name in _AGAINST else (0.0, None)))
    return [*found, (None, None)]


def straight_line(odds: Array, same: Array) -> tuple[float, float]:
    """Slope and shift of a one-measure logistic model (Platt's calibration)."""

    def loss(point: Array) -> tuple[float, Array]:
        line = odds * point[0] + point[1]
        chance = 1 / (1 + np.exp(-line))
        value = (np.logaddexp(0, line) - same * line).sum()
        slope = chance - same
        return float(value), np.array([slope @ odds, slope.sum()])

    found = minimize(
        loss, np.array([1.0, 0.0]), jac=True, method="L-BFGS-B", bounds=[(0.1, None), (None, None)]
    )
    return float(found.x[0]), float(found.x[1])
