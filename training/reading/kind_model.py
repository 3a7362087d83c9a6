"""The kind model: a gram reader and a cue reader, stacked on scores that neither was trained on."""

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import precision_recall_curve

from training.reading.fitting import SEED, Arrays, folds, half
from yixian.language.kinds import KINDS
from yixian.language.linear import softmax

GRAM_STRENGTH = 10.0
CUE_STRENGTH = 0.05
RANK_FLOOR = 1e-6


def train(
    grams: sparse.csr_matrix, cues: NDArray, labels: list[str], groups: NDArray[np.int64], weights: NDArray
) -> Arrays:
    """Arrays of models/kinds.npz; `weights` says how much each label counts."""
    classes = np.array([KINDS.index(label) for label in labels])
    opinions = held_out_opinions(grams, classes, groups, weights)
    table = np.hstack([opinions, cues])
    gram_weights, gram_bias = gram_reader(grams, classes, weights)
    stack = _stack(table, classes, weights)
    chances = _held_out_chances(table, classes, groups, weights)
    return {
        "gram_weights": half(gram_weights),
        "gram_bias": gram_bias,
        "weights": stack[0],
        "bias": stack[1],
        "thresholds": np.array([best_threshold(chances, classes == 0, weights)]),
    }


def gram_reader(grams: sparse.csr_matrix, classes: NDArray, weights: NDArray) -> tuple[NDArray, NDArray]:
    """Fitted in the few hundred directions that the rows span: the same optimum as over all columns."""
    sizes, turns = np.linalg.eigh((grams @ grams.T).toarray().astype(np.float64))
    kept = sizes > RANK_FLOOR
    sizes, turns = np.sqrt(sizes[kept]), turns[:, kept]
    fit = LogisticRegression(C=GRAM_STRENGTH, max_iter=500).fit(turns * sizes, classes, weights)
    return grams.T @ (turns / sizes @ fit.coef_.T), fit.intercept_


def held_out_opinions(
    grams: sparse.csr_matrix, classes: NDArray, groups: NDArray, weights: NDArray
) -> NDArray:
    found = np.zeros((len(classes), len(KINDS)))
    for train_on, test_on in folds([str(one) for one in classes], groups):
        coefficients, bias = gram_reader(grams[train_on], classes[train_on], weights[train_on])
        found[test_on] = grams[test_on] @ coefficients + bias
    return found


def _stack(table: NDArray, classes: NDArray, weights: NDArray) -> tuple[NDArray, NDArray]:
    """Columns are scaled while fitting and the scale is folded into the weights, so reading needs none."""
    spread = table.std(axis=0) + 0.05
    fit = LogisticRegression(C=CUE_STRENGTH, max_iter=5_000, random_state=SEED).fit(
        table / spread, classes, weights
    )
    return fit.coef_.T / spread[:, None], fit.intercept_


def _held_out_chances(table: NDArray, classes: NDArray, groups: NDArray, weights: NDArray) -> NDArray:
    found = np.zeros((len(classes), len(KINDS)))
    for train_on, test_on in folds([str(one) for one in classes], groups):
        coefficients, bias = _stack(table[train_on], classes[train_on], weights[train_on])
        found[test_on] = softmax(table[test_on] @ coefficients + bias)
    return found


def best_threshold(chances: NDArray, accusation: NDArray, weights: NDArray) -> float:
    precision, recall, limits = precision_recall_curve(accusation, chances[:, 0], sample_weight=weights)
    f1 = 2 * precision * recall / np.maximum(precision + recall, 1e-9)
    smooth = np.convolve(f1[:-1], np.ones(5) / 5, mode="same")
    return float(limits[int(np.argmax(smooth))])
