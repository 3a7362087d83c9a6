"""The rows that the element model learns from: the careful reader's 300 and the taught township letters."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from training.reading import corpus
from training.reading.township import taught
from yixian.language.cues import measured
from yixian.language.elements import FLAGS

TOWNSHIP_WEIGHT = 2.0


@dataclass(frozen=True)
class ElementRows:
    cues: NDArray[np.float32]
    flags: NDArray[np.bool_]
    motives: list[str]
    weights: NDArray[np.float64]

    def only(self, rows: NDArray) -> tuple[NDArray, NDArray, list[str], NDArray]:
        """The arguments of element_model.train for some of the rows."""
        return self.cues[rows], self.flags[rows], [self.motives[row] for row in rows], self.weights[rows]


def element_rows() -> ElementRows:
    """The careful reader's rows first."""
    dev, letters = corpus.kinds(), taught()
    flags = [[bool(row.label[flag]) for flag in FLAGS] for row in dev]
    flags += [[flag in letter.stated for flag in FLAGS] for letter in letters]
    return ElementRows(
        cues=measured([row.text for row in dev] + [letter.plain for letter in letters]),
        flags=np.array(flags),
        motives=[row.label["motive"] for row in dev] + [letter.motive for letter in letters],
        weights=np.array([1.0] * len(dev) + [TOWNSHIP_WEIGHT] * len(letters)),
    )
