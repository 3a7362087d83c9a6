"""The department model: linear support vectors over weighed grams, then calibrated on held-out scores."""

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.svm import LinearSVC

from training.reading.fitting import SEED, Arrays, calibration, folds, half
from yixian.language.departments import LABELS
from yixian.language.linear import softmax

STRENGTH = 1.0
ACCURACY_WHEN_SURE = 0.98


def train(grams: sparse.csr_matrix, labels: list[str], groups: NDArray[np.int64], weights: NDArray) -> Arrays:
    """Arrays of models/departments.npz: weights (columns × 8), bias, thresholds (other below, sure from)."""
    classes = np.array([LABELS.index(label) for label in labels])
    held_out = _held_out_scores(grams, classes, groups, weights)
    turn, shift = calibration(held_out, classes, weights)
    margin_weights, bias = margins(grams, classes, weights)
    chances = softmax(held_out @ turn + shift)
    limits = np.array([0.3, _sure_from(chances, classes)])
    return {"weights": half(margin_weights @ turn), "bias": bias @ turn + shift, "thresholds": limits}


def margins(
    grams: sparse.csr_matrix, classes: NDArray[np.int64], weights: NDArray
) -> tuple[NDArray, NDArray]:
    fit = LinearSVC(C=STRENGTH, random_state=SEED).fit(grams, classes, weights)
    return fit.coef_.T, fit.intercept_


def _held_out_scores(
    grams: sparse.csr_matrix, classes: NDArray[np.int64], groups: NDArray[np.int64], weights: NDArray
) -> NDArray:
    found = np.zeros((len(classes), len(LABELS)))
    for train_on, test_on in folds([str(one) for one in classes], groups, parts=4):
        coefficients, bias = margins(grams[train_on], classes[train_on], weights[train_on])
        found[test_on] = grams[test_on] @ coefficients + bias
    return found


def _sure_from(chances: NDArray, classes: NDArray[np.int64]) -> float:
    """The lowest probability from which the sure ones are right often enough."""
    order = np.argsort(-chances.max(axis=1), kind="stable")
    right = (chances.argmax(axis=1) == classes)[order]
    accuracy = np.cumsum(right) / np.arange(1, len(right) + 1)
    last = np.flatnonzero(accuracy >= ACCURACY_WHEN_SURE)[-1]
    return float(chances.max(axis=1)[order][last])
