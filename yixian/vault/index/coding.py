"""Numbers in few bytes, and a page of the index in such numbers. Pure: no database.

A page is one stream of variable-length integers (LEB128): how many tokens, the differences of their lower bits, how
many records hold each, and for each token the differences of the records' numbers.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Words = NDArray[np.uint64]
KEY_BITS, NUMBER_BITS = 40, 24
"""Of a token five bytes are kept: among a million letters one question in ten thousand meets a stranger, and what is
found is opened before anybody sees it. A segment holds at most 2²⁴ records.
"""
MOST_RECORDS = 1 << NUMBER_BITS
LEAST_BITS, MOST_BITS = 8, 18
PAGE_TOKENS = 256
"""Tokens on one page, about: some two kilobytes."""
_SEVEN, _LOW, _MORE = np.uint64(7), np.uint64(127), np.uint64(128)
_NUMBER = np.uint64(MOST_RECORDS - 1)


def keys_of(tokens: bytes) -> Words:
    """Tokens of five bytes side by side, as numbers."""
    raw = np.frombuffer(tokens, np.uint8).reshape(-1, KEY_BITS // 8).astype(np.uint64)
    keys = np.zeros(len(raw), np.uint64)
    for column in range(KEY_BITS // 8):
        keys = (keys << np.uint64(8)) | raw[:, column]
    return keys


def postings(keys: Words, numbers: Words) -> Words:
    """Token and record in one number, in order, each once."""
    held = np.sort((keys << np.uint64(NUMBER_BITS)) | numbers)
    return held[np.concatenate(([True], held[1:] != held[:-1]))] if len(held) else held


def key_and_number(held: Words) -> tuple[Words, Words]:
    return held >> np.uint64(NUMBER_BITS), held & _NUMBER


def bits_for(tokens: int) -> int:
    """By how many upper bits of a token its page is found, so that a page holds about ``PAGE_TOKENS``."""
    wanted = max(tokens // PAGE_TOKENS, 1).bit_length()
    return min(max(wanted, LEAST_BITS), MOST_BITS)


def pack(values: Words) -> tuple[bytes, NDArray[np.int64]]:
    """The numbers as bytes, and where each begins; one more for the end."""
    lengths = np.ones(len(values), np.int64)
    rest = values >> _SEVEN
    while rest.any():
        lengths += rest > 0
        rest = rest >> _SEVEN
    starts = np.concatenate(([0], np.cumsum(lengths)))
    out = np.zeros(int(starts[-1]), np.uint8)
    for at in range(int(lengths.max()) if len(lengths) else 0):
        here = lengths > at
        part = (values[here] >> np.uint64(7 * at)) & _LOW
        part |= np.where(lengths[here] > at + 1, _MORE, np.uint64(0))
        out[starts[:-1][here] + at] = part.astype(np.uint8)
    return out.tobytes(), starts


def unpack(data: bytes) -> Words:
    raw = np.frombuffer(data, np.uint8)
    ends = np.flatnonzero(raw < int(_MORE))
    if not len(ends):
        return np.zeros(0, np.uint64)
    starts = np.concatenate(([0], ends[:-1] + 1))
    lengths = ends - starts + 1
    values = raw[starts].astype(np.uint64) & _LOW
    for at in range(1, int(lengths.max())):
        here = np.flatnonzero(lengths > at)
        values[here] |= (raw[starts[here] + at].astype(np.uint64) & _LOW) << np.uint64(7 * at)
    return values


def pages_of(held: Words, bits: int) -> Iterator[tuple[int, bytes]]:
    """Bucket and page, for postings in order."""
    if not len(held):
        return
    keys, numbers = key_and_number(held)
    firsts = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1])))
    counts = np.diff(np.concatenate((firsts, [len(held)])))
    tokens = keys[firsts]
    buckets = tokens >> np.uint64(KEY_BITS - bits)
    opens = np.flatnonzero(np.concatenate(([True], buckets[1:] != buckets[:-1])))
    values, begins = _stream(tokens, counts, numbers, firsts, opens, bits)
    data, starts = pack(values)
    edges = starts[np.concatenate((begins, [len(values)]))]
    for at, bucket in enumerate(buckets[opens]):
        yield int(bucket), data[edges[at] : edges[at + 1]]


def _stream(
    tokens: Words,
    counts: NDArray[np.int64],
    numbers: Words,
    firsts: NDArray[np.int64],
    opens: NDArray[np.int64],
    bits: int,
) -> tuple[Words, NDArray[np.int64]]:
    """All pages one behind the other, and where each begins. Every part is put where it belongs at once."""
    sizes = np.diff(np.concatenate((opens, [len(tokens)])))
    totals = np.add.reduceat(counts, opens)
    begins = np.concatenate(([0], np.cumsum(1 + 2 * sizes + totals)[:-1]))
    page = np.repeat(np.arange(len(opens)), sizes)
    rank = np.arange(len(tokens)) - opens[page]
    values = np.zeros(int(np.sum(1 + 2 * sizes + totals)), np.uint64)
    values[begins] = sizes
    low = tokens & np.uint64((1 << (KEY_BITS - bits)) - 1)
    values[begins[page] + 1 + rank] = _steps(low, opens)
    values[begins[page] + 1 + sizes[page] + rank] = counts
    of_page = np.repeat(page, counts)
    since = np.arange(len(numbers)) - firsts[opens][of_page]
    values[begins[of_page] + 1 + 2 * sizes[of_page] + since] = _steps(numbers, firsts)
    return values, begins


def _steps(rising: Words, firsts: NDArray[np.int64]) -> Words:
    """Differences within each run; the first of a run as it is."""
    steps = rising.copy()
    steps[1:] -= rising[:-1]
    steps[firsts] = rising[firsts]
    return steps


@dataclass(frozen=True, slots=True)
class Found:
    """Which of the asked tokens somebody holds (their places in the question, rising), how many do, and the numbers of
    the records, those of each token one behind the other.
    """

    which: NDArray[np.int64]
    counts: NDArray[np.int64]
    numbers: Words

    def each(self) -> Iterator[tuple[int, Words]]:
        """A token's place in the question, and its holders."""
        ends = np.cumsum(self.counts)
        for at, end, count in zip(self.which.tolist(), ends.tolist(), self.counts.tolist(), strict=True):
            yield at, self.numbers[end - count : end]


NOTHING = Found(np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0, np.uint64))


@dataclass(frozen=True, slots=True)
class Pages:
    """Pages as they were read, one behind the other by bucket: ``ends`` says where the records of each token end,
    ``steps`` are the differences of their numbers.
    """

    keys: Words
    ends: NDArray[np.int64]
    steps: Words

    def holders(self, keys: Words) -> Found:
        """Who holds these tokens, which rise."""
        if not len(self.keys):
            return NOTHING
        at = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
        which = np.flatnonzero(self.keys[at] == keys)
        return self._taken(at[which], which)

    def postings(self) -> Words:
        """All of it, as it was before it was cut into pages."""
        found = self._taken(np.arange(len(self.keys)), np.arange(len(self.keys)))
        held: Words = (np.repeat(self.keys, found.counts) << np.uint64(NUMBER_BITS)) | found.numbers
        return held

    def _taken(self, places: NDArray[np.int64], which: NDArray[np.int64]) -> Found:
        if not len(places):
            return NOTHING
        counts = np.diff(np.concatenate(([0], self.ends)))[places]
        starts = self.ends[places] - counts
        shift = np.concatenate(([0], np.cumsum(counts)[:-1]))
        steps = self.steps[np.arange(int(counts.sum())) + np.repeat(starts - shift, counts)]
        running = np.cumsum(steps, dtype=np.uint64)
        before = np.where(shift > 0, running[shift - 1], np.uint64(0))
        return Found(which, counts, running - np.repeat(before, counts))


def read_pages(pages: Sequence[tuple[int, bytes]], bits: int) -> Pages:
    """Pages by rising bucket, all at once: reading the bytes is most of the work."""
    values, at = unpack(b"".join(data for _, data in pages)), 0
    keys, ends, steps, before = [], [], [], 0
    for bucket, _ in pages:
        count = int(values[at])
        low = np.cumsum(values[at + 1 : at + 1 + count], dtype=np.uint64)
        keys.append(low | np.uint64(bucket << (KEY_BITS - bits)))
        end = np.cumsum(values[at + 1 + count : at + 1 + 2 * count].astype(np.int64))
        ends.append(end + before)
        start = at + 1 + 2 * count
        at = start + int(end[-1])
        steps.append(values[start:at])
        before += int(end[-1])
    if not keys:
        return Pages(np.zeros(0, np.uint64), np.zeros(0, np.int64), np.zeros(0, np.uint64))
    return Pages(np.concatenate(keys), np.concatenate(ends), np.concatenate(steps))
