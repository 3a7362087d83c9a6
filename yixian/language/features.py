"""Characters in, numbers out: hashed 1-3-grams of many texts at once.

The hash is written out here, so that a model trained today fits the text read tomorrow, and a stored
model holds numbers alone. Grams of the subject count twice among the others and once more in columns
of their own, since a subject says in ten characters what a detail says in a thousand.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

BODY_BITS = 19
SUBJECT_BITS = 18
COLUMNS = (1 << BODY_BITS) + (1 << SUBJECT_BITS)
SUBJECT_WEIGHT = 0.5
LONGEST = 1_500  # characters of the detail that are read for classification, as in the rubric
_BREAK = "\x00"
_MULTIPLIERS = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9], dtype=np.uint64)
_FINAL = np.uint64(0xFF51AFD7ED558CCD)

Ints = NDArray[np.int64]


def counts(texts: Sequence[tuple[str, str]]) -> sparse.csr_matrix:
    """How often each gram stands in each (subject, detail), normalised beforehand."""
    bodies = [_BREAK.join((subject, subject, detail[:LONGEST])) for subject, detail in texts]
    body = table(bodies, BODY_BITS)
    subject = table([subject for subject, _ in texts], SUBJECT_BITS)
    return sparse.hstack([body, subject], format="csr")


def weighed(table: sparse.csr_matrix, idf: NDArray[np.float32]) -> sparse.csr_matrix:
    """Rare grams count more; each row's body has length 1, its subject length SUBJECT_WEIGHT."""
    scaled = table.multiply(idf[None, :]).tocsr()
    edge = 1 << BODY_BITS
    halves = [_unit(scaled[:, :edge]), _unit(scaled[:, edge:]) * SUBJECT_WEIGHT]
    return sparse.hstack(halves, format="csr", dtype=np.float32)


def _unit(table: sparse.csr_matrix) -> sparse.csr_matrix:
    squares = np.asarray(table.multiply(table).sum(axis=1)).ravel()
    lengths = np.sqrt(np.where(squares > 0, squares, 1.0))
    return sparse.diags_array(1.0 / lengths).tocsr() @ table


def table(texts: Sequence[str], bits: int) -> sparse.csr_matrix:
    """How often each 1-3-gram stands in each text."""
    codes, rows = _codes(texts)
    found = [_grams(codes, rows, length, bits) for length in (1, 2, 3)]
    row = np.concatenate([part for part, _ in found])
    bucket = np.concatenate([part for _, part in found])
    ones = np.ones(len(row), dtype=np.float32)
    return sparse.coo_matrix((ones, (row, bucket)), shape=(len(texts), 1 << bits)).tocsr()


def _codes(texts: Sequence[str]) -> tuple[NDArray[np.uint64], Ints]:
    """Code points of all texts end to end, and the row that each belongs to."""
    joined = _BREAK.join(texts)
    codes = np.frombuffer(joined.encode("utf-32-le", "replace"), dtype=np.uint32).astype(np.uint64)
    lengths = np.fromiter((len(text) + 1 for text in texts), dtype=np.int64, count=len(texts))
    return codes, np.repeat(np.arange(len(texts), dtype=np.int64), lengths)[: len(codes)]


def _grams(codes: NDArray[np.uint64], rows: Ints, length: int, bits: int) -> tuple[Ints, Ints]:
    """Row and bucket of every gram of this length that crosses no space, line end or break."""
    width = max(len(codes) - length + 1, 0)
    whole = np.ones(width, dtype=bool)
    for place in range(length):
        whole &= codes[place : place + width] > 32
    return rows[:width][whole], hashed(codes, length, bits)[whole]


def hashed(codes: NDArray[np.uint64], length: int, bits: int) -> Ints:
    """The bucket of the gram that begins at each place."""
    width = max(len(codes) - length + 1, 0)
    value = np.zeros(width, dtype=np.uint64)
    for place in range(length):
        value = (value ^ (codes[place : place + width] + np.uint64(length))) * _MULTIPLIERS[place]
        value ^= value >> np.uint64(29)
    return ((value * _FINAL) >> np.uint64(64 - bits)).astype(np.int64)
