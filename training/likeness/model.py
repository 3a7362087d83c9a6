"""Logistic regression whose signs are held to sense: sharing never speaks against, differing never for.

Written out on scipy, so that training needs nothing that is not at run time, and gives the same bytes.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from yixian.language.likeness.evidence import MEASURES

Array = NDArray[np.float64]
AGAINST = frozenset({"other_places", "other_conduct", "distance_in_time"})
RIDGE = 3.0


@dataclass(frozen=True, slots=True)
class Fit:
    weights: Array
    intercept: float

    def log_odds(self, measured: Array) -> Array:
        return np.asarray(measured @ self.weights + self.intercept)


def fit(measured: Array, same: Array, weight: Array, *, ridge: float = RIDGE) -> Fit:
    """Weighted, L2 on scaled measures; classes as they come, since the gold is about balanced."""
    scale = np.sqrt(np.average(np.square(measured), axis=0, weights=weight)) + 1e-9
    scaled = measured / scale
    bounds = [(None, 0.0) if name in AGAINST else (0.0, None) for name, _ in MEASURES] + [(None, None)]

    def loss(point: Array) -> tuple[float, Array]:
        odds = scaled @ point[:-1] + point[-1]
        chance = 1 / (1 + np.exp(-odds))
        value = float(weight @ (np.logaddexp(0, odds) - same * odds) + ridge * point[:-1] @ point[:-1] / 2)
        slope = weight * (chance - same)
        return value, np.append(scaled.T @ slope + ridge * point[:-1], slope.sum())

    found = minimize(
        loss, np.zeros(len(bounds)), jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 2000}
    )
    return Fit(found.x[:-1] / scale, float(found.x[-1]))
