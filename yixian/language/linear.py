"""The arithmetic of a linear model: scores to probabilities."""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

Floats = NDArray[np.floating[Any]]


def scores(table: "sparse.csr_matrix | Floats", weights: Floats, bias: Floats) -> Floats:
    """table (n × columns) times weights (columns × classes) plus bias."""
    return np.asarray(table @ weights, dtype=np.float64) + bias


def softmax(logits: Floats) -> Floats:
    raised = np.exp(logits - logits.max(axis=1, keepdims=True))
    shares: Floats = raised / raised.sum(axis=1, keepdims=True)
    return shares


def logistic(logits: Floats) -> Floats:
    chances: Floats = 1.0 / (1.0 + np.exp(-np.clip(logits, -40, 40)))
    return chances
