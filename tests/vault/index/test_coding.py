"""Numbers in few bytes, and pages of them: what is read is what was written, whatever the numbers."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from yixian.vault.index.coding import (
    KEY_BITS,
    NUMBER_BITS,
    bits_for,
    key_and_number,
    keys_of,
    pack,
    pages_of,
    postings,
    read_pages,
    unpack,
)

NUMBERS = st.lists(st.integers(0, 2**NUMBER_BITS - 1), max_size=60)
HELD = st.lists(
    st.tuples(st.integers(0, 2**KEY_BITS - 1) | st.integers(0, 40), st.integers(0, 2**NUMBER_BITS - 1)),
    min_size=1,
    max_size=200,
)


def words(numbers):
    return np.array(numbers, np.uint64)


@given(st.lists(st.integers(0, 2**63 - 1), max_size=80))
def test_numbers_come_back(numbers):
    data, starts = pack(words(numbers))

    assert unpack(data).tolist() == numbers
    assert len(starts) == len(numbers) + 1
    assert int(starts[-1]) == len(data)


def test_small_numbers_take_one_byte_and_large_ones_a_few():
    assert [len(pack(words([each]))[0]) for each in (0, 127, 128, 2**14, 2**24)] == [1, 1, 2, 3, 4]


@given(HELD, st.integers(8, 18))
def test_pages_hold_all_postings_and_nothing_else(held, bits):
    keys, numbers = words([key for key, _ in held]), words([number for _, number in held])
    written = postings(keys, numbers)
    pages = list(pages_of(written, bits))

    read = read_pages(pages, bits)

    assert read.postings().tolist() == written.tolist() == sorted({*written.tolist()})
    assert [bucket for bucket, _ in pages] == sorted({key >> (KEY_BITS - bits) for key, _ in held})


@given(HELD, st.sets(st.integers(0, 2**KEY_BITS - 1) | st.integers(0, 40), max_size=20))
def test_a_token_finds_its_records_and_another_finds_none(held, others):
    bits = 8
    keys, numbers = words([key for key, _ in held]), words([number for _, number in held])
    wanted: dict[int, set[int]] = {}
    for key, number in held:
        wanted.setdefault(key, set()).add(number)
    asked = sorted({*wanted, *others})

    found = read_pages(list(pages_of(postings(keys, numbers), bits)), bits).holders(words(asked))

    told = {asked[at]: every.tolist() for at, every in found.each()}
    assert told == {key: sorted(holders) for key, holders in wanted.items()}


def test_no_page_holds_nothing():
    assert list(read_pages([], 8).holders(words([1, 2])).each()) == []


@given(NUMBERS)
def test_a_posting_is_a_token_and_a_number(numbers):
    keys, back = key_and_number(postings(words([7] * len(numbers)), words(numbers)))

    assert back.tolist() == sorted(set(numbers))
    assert set(keys.tolist()) <= {7}


def test_tokens_are_read_as_numbers_in_the_order_of_their_bytes():
    assert keys_of(bytes.fromhex("0000000001" + "ff00000000")).tolist() == [1, 0xFF << 32]


def test_a_page_holds_some_hundred_tokens():
    assert [bits_for(each) for each in (0, 1000, 256 * 1024, 10**9)] == [8, 8, 11, 18]
