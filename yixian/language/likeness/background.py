"""How common each n-gram is: what makes a shared 柳溪路 count for more than a shared 小区.

The shipped table holds document frequencies of hashed n-grams in public complaints, as numbers alone.
A ledger being linked adds its own frequencies, so that what is common here counts for little here.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from io import BytesIO

import numpy as np
from numpy.typing import NDArray

from yixian.language.likeness.grams import BITS, Ids
from yixian.language.likeness.traces import Trace

FOLDED_BITS = 20
_FOLD = np.uint32(BITS - FOLDED_BITS)
_STEP = 16  # the table stores round(16 * log2(1 + df)) in a byte


@dataclass(frozen=True, slots=True, eq=False)
class Background:
    """Document frequencies by folded n-gram, out of `size` documents."""

    frequencies: NDArray[np.float32]
    size: int
    own: NDArray[np.int32] | None = None  # of the ledger at hand, unfolded
    own_size: int = 0

    def idf(self, ids: Ids) -> NDArray[np.float32]:
        """Natural logarithm of documents per document that holds the n-gram; never below zero."""
        seen = self.frequencies[ids >> _FOLD] + np.float32(0.5)
        if self.own is not None:
            seen = seen + self.own[ids]
        rarity = np.log((self.size + self.own_size + 1) / seen)
        return np.asarray(np.maximum(rarity, 0), dtype=np.float32)

    def own_frequencies(self) -> NDArray[np.int32]:
        """Those of the ledger at hand; asking before it was counted is a mistake of the caller."""
        if self.own is None:
            raise ValueError("the ledger's own frequencies were not counted: use joined_by first")
        return self.own

    def joined_by(self, traces: Sequence[Trace]) -> "Background":
        """The same with the frequencies of these accounts added."""
        own = document_frequencies(map(all_ids, traces), bits=BITS)
        return Background(self.frequencies, self.size, own, len(traces))


def all_ids(trace: Trace) -> Ids:
    """N-grams and whole words of one account, each once; they live in one space of ids."""
    return np.union1d(trace.wording.ids, trace.topic.ids)


def document_frequencies(texts: Iterable[Ids], *, bits: int) -> NDArray[np.int32]:
    """How many texts hold each id; each text's ids are distinct."""
    frequencies = np.zeros(1 << bits, dtype=np.int32)
    for ids in texts:
        frequencies[ids] += 1
    return frequencies


def packed(frequencies: NDArray[np.float32]) -> NDArray[np.uint8]:
    """One byte an n-gram, exact enough for a logarithm."""
    return np.minimum(np.round(_STEP * np.log2(1 + frequencies)), 255).astype(np.uint8)


@cache
def shipped() -> Background:
    """The table that comes with the package."""
    stored = resources.files(__package__).joinpath("background.npz").read_bytes()
    with np.load(BytesIO(stored), allow_pickle=False) as arrays:
        frequencies = np.exp2(arrays["frequencies"].astype(np.float32) / _STEP) - 1
        return Background(frequencies, int(arrays["size"]))
