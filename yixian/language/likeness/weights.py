"""The learnt numbers. The model is a sum, so a reason's weight is exactly what it added to the log-odds."""

import json
from dataclasses import dataclass
from functools import cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from yixian.language.likeness.account import Evidence
from yixian.language.likeness.evidence import MEASURES


@dataclass(frozen=True, slots=True)
class Weights:
    """One weight a measure; `usual` is the measure's mean over candidates, against which it is told.

    `intercept` is the log-odds of a pair that is usual in everything, `threshold` the probability from
    which a pair is proposed as one matter.
    """

    intercept: float
    weights: tuple[float, ...]
    usual: tuple[float, ...]
    threshold: float

    def added(self, measured: NDArray[np.floating]) -> NDArray[np.float64]:
        """What each measure adds to the log-odds, one column a measure."""
        return np.asarray((measured.astype(np.float64) - np.array(self.usual)) * np.array(self.weights))

    def log_odds(self, measured: NDArray[np.floating]) -> NDArray[np.float64]:
        return np.asarray(self.added(measured).sum(axis=-1) + self.intercept)

    def calibrated(self, slope: float, shift: float) -> "Weights":
        """The same order of pairs with log-odds slope * x + shift, so that reasons still add up."""
        weights = tuple(round(weight * slope, 4) for weight in self.weights)
        return Weights(round(self.intercept * slope + shift, 4), weights, self.usual, self.threshold)

    def by_kind(self, measured: NDArray[np.floating]) -> dict[Evidence, float]:
        """The same for one pair, added up over the measures of a kind."""
        added: dict[Evidence, float] = {}
        for (_, kind), weight in zip(MEASURES, self.added(measured).tolist(), strict=True):
            added[kind] = added.get(kind, 0.0) + weight
        return added


def probability(log_odds: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(1 / (1 + np.exp(-np.clip(log_odds, -40, 40))))


@cache
def shipped_weights() -> Weights:
    """The weights that come with the package."""
    stored = json.loads(resources.files(__package__).joinpath("weights.json").read_text("utf-8"))
    weights = tuple(float(stored["weights"][name]) for name, _ in MEASURES)
    usual = tuple(float(stored["usual"][name]) for name, _ in MEASURES)
    return Weights(float(stored["intercept"]), weights, usual, float(stored["threshold"]))
