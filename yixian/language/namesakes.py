"""Every stretch of a text that could be the name of a person, and what stands in and around it, as numbers.

A candidate begins with a surname and has two or three characters (four after a compound surname). Whether it is
a name is told by its characters, its neighbours, how the segmenter cuts there, how rare its grams are in
complaints, and how often it comes back. All columns are hashed: what is learnt is weights and no list of names.
"""

from dataclasses import dataclass

import numpy as np
import rjieba
from numpy.typing import NDArray

from yixian.language.artefacts import load
from yixian.language.features import BODY_BITS, hashed
from yixian.language.words.names import COMMON_WORDS, COMPOUND_SURNAMES, SURNAMES

BITS = 16
_ROUND = 4  # characters of context on each side that a column may ask for
_HAN = (0x4E00, 0x9FFF)
_RARITY_STEP = 1.0
_PRIMES = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9], dtype=np.uint64)
_FINAL = np.uint64(0xFF51AFD7ED558CCD)

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Candidates:
    """Starts and ends in the text, and for each candidate the buckets of its columns (n × columns)."""

    starts: Ints
    ends: Ints
    buckets: Ints


def candidates(text: str) -> Candidates:
    """From folded text, in order of place."""
    codes = np.frombuffer(text.encode("utf-32-le", "replace"), dtype=np.uint32).astype(np.int64)
    starts, ends = _places(text, codes)
    if not len(starts):
        return Candidates(starts, ends, np.zeros((0, 0), dtype=np.int64))
    return Candidates(starts, ends, _buckets(text, codes, starts, ends))


def _places(text: str, codes: Ints) -> tuple[Ints, Ints]:
    han = (codes >= _HAN[0]) & (codes <= _HAN[1])
    run = np.zeros(len(codes) + 4, dtype=bool)
    run[: len(codes)] = han
    family = np.flatnonzero(np.isin(codes, _codes_of(SURNAMES)) & han)
    found = [(family[run[family + 1]], 2), (family[run[family + 1] & run[family + 2]], 3)]
    compound = [place for place in range(len(text) - 3) if text[place : place + 2] in COMPOUND_SURNAMES]
    doubles = np.array([place for place in compound if run[place : place + 4].all()], dtype=np.int64)
    found.append((doubles, 4))
    starts = np.concatenate([places for places, _ in found])
    ends = np.concatenate([places + length for places, length in found])
    order = np.lexsort((ends, starts))
    return starts[order], ends[order]


def _codes_of(characters: frozenset[str]) -> Ints:
    return np.array([ord(character) for character in characters], dtype=np.int64)


def _buckets(text: str, codes: Ints, starts: Ints, ends: Ints) -> Ints:
    """One hashed column for each template; the template's number is part of the hash."""
    templates = [*_letters(codes, starts, ends), *_cuts(text, starts, ends), *_rarity(codes, starts, ends)]
    templates += _repeats(codes, starts, ends)
    columns = [_hash(number, values) for number, values in enumerate(templates)]
    return np.stack(columns, axis=1)


def _hash(number: int, values: tuple[Ints, ...]) -> Ints:
    mixed = np.full(len(values[0]), number + 1, dtype=np.uint64) * _FINAL
    for place, value in enumerate(values):
        mixed = (mixed ^ (value.astype(np.uint64) + np.uint64(place + 1))) * _PRIMES[place % 3]
        mixed ^= mixed >> np.uint64(29)
    return ((mixed * _FINAL) >> np.uint64(64 - BITS)).astype(np.int64)


def _letters(codes: Ints, starts: Ints, ends: Ints) -> list[tuple[Ints, ...]]:
    around = np.pad(_classes(codes), _ROUND)
    first, last = starts + _ROUND, ends + _ROUND - 1

    def at(places: Ints, step: int) -> Ints:
        return np.asarray(around[places + step])

    length = ends - starts
    family, given = at(first, 0), at(first, 1)
    closing = np.where(length > 2, at(last, 0), 0)
    before, after = at(first, -1), at(last, 1)
    return [
        (length, family),
        (length, given),
        (length, closing),
        (length, given, closing),
        (family, given),
        (length, before),
        (at(first, -2), before),
        (at(first, -3), at(first, -2), before),
        (length, after),
        (after, at(last, 2)),
        (after, at(last, 2), at(last, 3)),
        (before, after),
        (before, family),
        (at(last, 0), after),
        (length, np.isin(codes[starts], _codes_of(COMMON_WORDS)).astype(np.int64)),
    ]


def _classes(codes: Ints) -> Ints:
    """Digits are one class and Latin letters another; Chinese characters and marks stand for themselves."""
    digits = (codes >= 48) & (codes <= 57)
    latin = ((codes >= 65) & (codes <= 90)) | ((codes >= 97) & (codes <= 122))
    return np.where(digits, 48, np.where(latin, 97, codes))


def _cuts(text: str, starts: Ints, ends: Ints) -> list[tuple[Ints, ...]]:
    """How the segmenter cuts and tags here; it knows many words and guesses names."""
    words = rjieba.tag(text)
    lengths = np.array([len(word) for word, _ in words], dtype=np.int64)
    tags = np.array([int.from_bytes(tag.encode()[:6], "little") for _, tag in words], dtype=np.int64)
    of = np.repeat(np.arange(len(words)), lengths)
    begins = np.concatenate([[0], np.cumsum(lengths)])
    tags = np.concatenate([tags, [0, 0]])
    word, until = of[starts], of[ends - 1]
    opens, closes = (begins[word] == starts).astype(np.int64), (begins[until + 1] == ends).astype(np.int64)
    inner, length = until - word, ends - starts
    before = tags[np.where(opens == 1, word - 1, word)]
    after = tags[np.where(closes == 1, until + 1, until)]
    return [
        (opens * 2 + closes, inner, length),
        (tags[word], opens * 2 + closes, inner * 4 + length),
        (before, length),
        (after, length),
        (before, after, opens * 2 + closes),
    ]


def _rarity(codes: Ints, starts: Ints, ends: Ints) -> list[tuple[Ints, ...]]:
    """How rare the name, its halves and the seams on both sides are in complaints."""
    padded = np.concatenate([codes, np.zeros(4, dtype=np.int64)]).astype(np.uint64)
    pairs, triples = _rare(padded, 2), _rare(padded, 3)
    length, last = ends - starts, ends - 1
    whole = np.where(length == 2, pairs[starts], triples[starts])
    left, right = pairs[np.maximum(starts - 1, 0)], pairs[last]
    return [
        (length, whole),
        (length, pairs[starts]),
        (length, pairs[last - 1]),
        (length, left),
        (length, right),
        (whole, left, right),
        (length, triples[last]),
        (length, triples[np.maximum(starts - 2, 0)]),
    ]


def _rare(codes: NDArray[np.uint64], size: int) -> Ints:
    buckets = hashed(codes, size, BODY_BITS)
    return np.asarray(load("grams")["idf"][buckets] / _RARITY_STEP, dtype=np.int64)


def _repeats(codes: Ints, starts: Ints, ends: Ints) -> list[tuple[Ints, ...]]:
    """How often the candidate stands in the text, and whether a longer or shorter one always stands there too."""
    padded = np.concatenate([codes, np.zeros(3, dtype=np.int64)])
    pair = padded[starts] << 21 | padded[starts + 1]
    triple = pair << 21 | padded[starts + 2]
    pairs, triples = _times(pair, starts), _times(triple, starts)
    length = ends - starts
    mine = np.where(length == 2, pairs, triples)
    return [(length, np.minimum(mine, 4)), (length, np.minimum(pairs, 3), np.minimum(triples, 3))]


def _times(keys: Ints, starts: Ints) -> Ints:
    """Occurrences at different places; a start that heads two candidates counts once."""
    heads, first = np.unique(starts, return_index=True)
    _, back, counts = np.unique(keys[first], return_inverse=True, return_counts=True)
    return np.asarray(counts[back][np.searchsorted(heads, starts)], dtype=np.int64)
