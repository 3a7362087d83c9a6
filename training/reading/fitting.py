"""The few fits that all models share; every one seeded, single-threaded and so repeatable."""

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedGroupKFold

from yixian.language.features import counts

SEED = 0
Arrays = dict[str, NDArray[np.floating]]


def idf_of(texts: list[tuple[str, str]]) -> NDArray[np.float32]:
    """Smoothed inverse document frequency; a gram seen in one text only counts nothing."""
    table = counts(texts)
    seen = np.bincount(table.indices, minlength=table.shape[1])
    idf = np.log((1 + len(texts)) / (1 + seen)) + 1
    return np.where(seen >= 2, idf, 0).astype(np.float16).astype(np.float32)


def folds(labels: list[str], groups: NDArray[np.int64], *, parts: int = 5) -> list[tuple[NDArray, NDArray]]:
    splitter = StratifiedGroupKFold(parts, shuffle=True, random_state=SEED)
    return list(splitter.split(np.zeros(len(labels)), labels, groups))


def calibration(scores: NDArray, classes: NDArray, weights: NDArray) -> tuple[NDArray, NDArray]:
    """A (k × k) and b such that softmax(scores @ A + b) is calibrated on scores never trained on."""
    fit = LogisticRegression(max_iter=2_000).fit(scores, classes, weights)
    return fit.coef_.T, fit.intercept_


def half(array: NDArray | sparse.spmatrix) -> NDArray[np.float16]:
    return np.asarray(array, dtype=np.float16)
