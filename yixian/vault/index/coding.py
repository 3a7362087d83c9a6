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
    return np.unique((keys << np.uint64(NUMBER_BITS)) | numbers)


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
class Page:
    """One page as it was read: ``ends`` says where the records of each token end."""

    tokens: Words
    ends: NDArray[np.int64]
    numbers: Words

    def holders(self, low: int) -> Words:
        """The numbers of the records that hold the token; none if nobody does."""
        at = int(np.searchsorted(self.tokens, np.uint64(low)))
        if at == len(self.tokens) or int(self.tokens[at]) != low:
            return np.zeros(0, np.uint64)
        start = int(self.ends[at - 1]) if at else 0
        held: Words = np.cumsum(self.numbers[start : int(self.ends[at])], dtype=np.uint64)
        return held

    def postings(self, bucket: int, bits: int) -> Words:
        """All of it, as it was before it was cut into pages."""
        counts = np.diff(np.concatenate(([0], self.ends)))
        firsts = self.ends - counts
        running: Words = np.cumsum(self.numbers, dtype=np.uint64)
        before = np.where(firsts > 0, running[firsts - 1], np.uint64(0))
        numbers = running - np.repeat(before, counts)
        keys = (np.uint64(bucket) << np.uint64(KEY_BITS - bits)) | self.tokens
        held: Words = (np.repeat(keys, counts) << np.uint64(NUMBER_BITS)) | numbers
        return held


def read_pages(pages: Sequence[bytes]) -> list[Page]:
    """Several pages at once: the bytes are read together, which is most of the work."""
    values = unpack(b"".join(pages))
    read, at = [], 0
    for _ in pages:
        count = int(values[at])
        tokens = np.cumsum(values[at + 1 : at + 1 + count], dtype=np.uint64)
        ends = np.cumsum(values[at + 1 + count : at + 1 + 2 * count].astype(np.int64))
        start = at + 1 + 2 * count
        at = start + int(ends[-1])
        read.append(Page(tokens, ends, values[start:at]))
    return read
