"""The element model: one regularised logistic regression for each flag, and one for the motive."""

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import StratifiedKFold

from training.reading.fitting import SEED, Arrays
from yixian.language.elements import FLAGS, MOTIVES
from yixian.language.linear import logistic, scores

FLAG_STRENGTH = 0.1
MOTIVE_STRENGTH = 0.03
LIMITED = ("what",)  # the others tell yes from no at one half, where a limit of their own adds noise
LIMITS = np.linspace(0.25, 0.9, 14)


def train(cues: NDArray, flags: NDArray[np.bool_], motives: list[str], weights: NDArray) -> Arrays:
    """Arrays of models/elements.npz; `flags` is n × 6 in the order of FLAGS."""
    limits = [
        _limit(cues, flags[:, column], weights) if flag in LIMITED else 0.5
        for column, flag in enumerate(FLAGS)
    ]
    fits = [_fit(cues, flags[:, column], weights, FLAG_STRENGTH) for column in range(len(FLAGS))]
    motive = _fit(cues, np.array([MOTIVES.index(one) for one in motives]), weights, MOTIVE_STRENGTH)
    return {
        "flag_weights": np.hstack([weights for weights, _ in fits]),
        "flag_bias": np.concatenate([bias for _, bias in fits]),
        "flag_limits": np.array(limits),
        "motive_weights": motive[0],
        "motive_bias": motive[1],
    }


def _fit(cues: NDArray, target: NDArray, weights: NDArray, strength: float) -> tuple[NDArray, NDArray]:
    spread = cues.std(axis=0) + 0.05
    fit = LogisticRegression(C=strength, max_iter=5_000, random_state=SEED).fit(
        cues / spread, target, weights
    )
    return fit.coef_.T / spread[:, None], fit.intercept_


def _limit(cues: NDArray, flag: NDArray[np.bool_], weights: NDArray) -> float:
    """From which chance to say yes, so that yes and no are told equally well on texts not learnt from.

    Almost every report says what happened; at one half the rare one that does not would never be noticed.
    """
    chances = np.zeros(len(flag))
    for train_on, test_on in StratifiedKFold(5, shuffle=True, random_state=SEED).split(cues, flag):
        coefficients, bias = _fit(cues[train_on], flag[train_on], weights[train_on], FLAG_STRENGTH)
        chances[test_on] = logistic(scores(cues[test_on], coefficients, bias))[:, 0]
    found = [
        f1_score(flag, chances >= limit, average="macro", sample_weight=weights, zero_division=0)
        for limit in LIMITS
    ]
    return float(LIMITS[int(np.argmax(np.convolve(found, np.ones(3) / 3, mode="same")))])
