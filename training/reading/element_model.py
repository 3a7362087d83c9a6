"""The element model: one regularised logistic regression for each flag, and one for the motive."""

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from training.reading.fitting import SEED, Arrays
from yixian.language.elements import FLAGS, MOTIVES

FLAG_STRENGTH = 0.1
MOTIVE_STRENGTH = 0.03


def train(cues: NDArray, flags: NDArray[np.bool_], motives: list[str], weights: NDArray) -> Arrays:
    """Arrays of models/elements.npz; `flags` is n × 6 in the order of FLAGS."""
    fits = [_fit(cues, flags[:, column], weights, FLAG_STRENGTH) for column in range(len(FLAGS))]
    motive = _fit(cues, np.array([MOTIVES.index(one) for one in motives]), weights, MOTIVE_STRENGTH)
    return {
        "flag_weights": np.hstack([weights for weights, _ in fits]),
        "flag_bias": np.concatenate([bias for _, bias in fits]),
        "motive_weights": motive[0],
        "motive_bias": motive[1],
    }


def _fit(cues: NDArray, target: NDArray, weights: NDArray, strength: float) -> tuple[NDArray, NDArray]:
    spread = cues.std(axis=0) + 0.05
    fit = LogisticRegression(C=strength, max_iter=5_000, random_state=SEED).fit(
        cues / spread, target, weights
    )
    return fit.coef_.T / spread[:, None], fit.intercept_
