"""The rows that the department model learns from: the labelled messages, and the taught half of the township letters.

The messages hold seven of fifteen classes and nothing else; the letters alone show what 其他 looks like.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from training.reading import corpus
from training.reading.groups import near_groups
from training.reading.township import taught
from yixian.language.features import counts, weighed

TOWNSHIP_WEIGHT = 2.0


@dataclass(frozen=True)
class DepartmentRows:
    texts: list[corpus.Text]
    labels: list[str]
    weights: NDArray[np.float64]
    idf: NDArray[np.float32]

    @cached_property
    def grams(self) -> sparse.csr_matrix:
        return weighed(counts(self.texts), self.idf)

    @cached_property
    def groups(self) -> NDArray[np.int64]:
        return near_groups(self.grams)

    @property
    def real(self) -> NDArray[np.int64]:
        """The messages; the letters come after them."""
        return np.arange(len(corpus.departments()[1]))

    def only(self, rows: NDArray[np.int64]) -> tuple[sparse.csr_matrix, list[str], NDArray, NDArray]:
        """The arguments of department_model.train for some of the rows."""
        return self.grams[rows], [self.labels[row] for row in rows], self.groups[rows], self.weights[rows]


def department_rows(idf: NDArray[np.float32]) -> DepartmentRows:
    """The messages first, in file order."""
    texts, labels = corpus.departments()
    letters = taught()
    return DepartmentRows(
        texts=[*texts, *(letter.plain for letter in letters)],
        labels=[*labels, *(letter.department for letter in letters)],
        weights=np.array([1.0] * len(texts) + [TOWNSHIP_WEIGHT] * len(letters)),
        idf=idf,
    )
