"""Texts that are nearly one text share a group, so that no fold is tested on what it was trained on."""

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.sparse.csgraph import connected_components

ALIKE = 0.6  # cosine of weighed 1-3-grams; exact repeats have 1, siblings about one estate some 0.4
_BLOCK = 500


def near_groups(grams: sparse.csr_matrix) -> NDArray[np.int64]:
    """One group number a row: the connected parts of "at least ALIKE alike"."""
    norms = np.sqrt(np.asarray(grams.multiply(grams).sum(axis=1)).ravel())
    unit = sparse.diags_array(1 / np.where(norms > 0, norms, 1)).tocsr() @ grams
    links = sparse.vstack([_links(unit, start) for start in range(0, unit.shape[0], _BLOCK)])
    return np.asarray(connected_components(links, directed=False)[1], dtype=np.int64)


def _links(unit: sparse.csr_matrix, start: int) -> sparse.csr_matrix:
    likeness = (unit[start : start + _BLOCK] @ unit.T).tocsr()
    likeness.data = (likeness.data >= ALIKE).astype(np.int8)
    likeness.eliminate_zeros()
    return likeness
