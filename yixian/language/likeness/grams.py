"""Character n-grams as numbers: no text is kept, and any text whatever can be compared.

Ids have 24 bits, so that rare n-grams rarely collide in a ledger of 100,000 reports; the shipped
frequency table folds them to 20.
"""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

BITS = 24
Ids = NDArray[np.uint32]
_MIX = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0x27D4EB2F165667C5)
_LAST = np.uint64(0xFF51AFD7ED558CCD)


def grams(text: str, lengths: tuple[int, ...] = (2, 3)) -> Ids:
    """The id of every n-gram of letters, digits and Han characters, in order, repeats included."""
    codes = np.frombuffer(text.encode("utf-32-le", "replace"), dtype=np.uint32).astype(np.uint64)
    solid = _solid(codes)
    found = [_of_length(codes, solid, length) for length in lengths]
    return np.concatenate(found) if found else np.empty(0, dtype=np.uint32)


@lru_cache(maxsize=1 << 18)
def word_id(word: str) -> int:
    """The id of a whole word: its own n-gram of full length, mixed with its length."""
    value = len(word)
    for character in word:
        value = ((value ^ ord(character)) * _MIX[0] + _MIX[1]) & 0xFFFFFFFFFFFFFFFF
        value ^= value >> 29
    return value >> (64 - BITS)


def _solid(codes: NDArray[np.uint64]) -> NDArray[np.bool_]:
    han = (codes >= 0x3400) & (codes < 0xA000)
    digit = (codes >= 48) & (codes <= 57)
    upper = (codes >= 65) & (codes <= 90)
    lower = (codes >= 97) & (codes <= 122)
    return np.asarray(han | digit | upper | lower)


def _of_length(codes: NDArray[np.uint64], solid: NDArray[np.bool_], length: int) -> Ids:
    width = max(len(codes) - length + 1, 0)
    value = np.full(width, length, dtype=np.uint64)
    whole = np.ones(width, dtype=bool)
    for place in range(length):
        value = (value ^ codes[place : place + width]) * np.uint64(_MIX[place])
        value ^= value >> np.uint64(29)
        whole &= solid[place : place + width]
    return ((value * _LAST) >> np.uint64(64 - BITS)).astype(np.uint32)[whole]
