"""The department model: linear support vectors over weighed grams, then calibrated on held-out scores."""

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.svm import LinearSVC

from training.reading.fitting import SEED, Arrays, calibration, folds, half
from yixian.language.departments import DEPARTMENTS
from yixian.language.linear import softmax

STRENGTH = 1.0
ACCURACY_WHEN_SURE = 0.97


def train(grams: sparse.csr_matrix, labels: list[str], groups: NDArray[np.int64]) -> Arrays:
    """Arrays of models/departments.npz: weights (columns × 7), bias, thresholds (other below, sure from)."""
    classes = np.array([DEPARTMENTS.index(label) for label in labels])
    held_out = _held_out_scores(grams, classes, groups)
    turn, shift = calibration(held_out, classes)
    weights, bias = margins(grams, classes)
    chances = softmax(held_out @ turn + shift)
    limits = np.array([0.3, _sure_from(chances, classes)])
    return {"weights": half(weights @ turn), "bias": bias @ turn + shift, "thresholds": limits}


def margins(grams: sparse.csr_matrix, classes: NDArray[np.int64]) -> tuple[NDArray, NDArray]:
    fit = LinearSVC(C=STRENGTH, random_state=SEED).fit(grams, classes)
    return fit.coef_.T, fit.intercept_


def _held_out_scores(
    grams: sparse.csr_matrix, classes: NDArray[np.int64], groups: NDArray[np.int64]
) -> NDArray:
    found = np.zeros((len(classes), len(DEPARTMENTS)))
    for train_on, test_on in folds([str(one) for one in classes], groups, parts=4):
        weights, bias = margins(grams[train_on], classes[train_on])
        found[test_on] = grams[test_on] @ weights + bias
    return found


def _sure_from(chances: NDArray, classes: NDArray[np.int64]) -> float:
    """The lowest probability from which the sure ones are right often enough."""
    order = np.argsort(-chances.max(axis=1), kind="stable")
    right = (chances.argmax(axis=1) == classes)[order]
    accuracy = np.cumsum(right) / np.arange(1, len(right) + 1)
    last = np.flatnonzero(accuracy >= ACCURACY_WHEN_SURE)[-1]
    return float(chances.max(axis=1)[order][last])
