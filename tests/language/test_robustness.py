"""Whatever is sent in is read, in time that grows with its length and no faster."""

import time
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yixian.language import answer_guess, hints, mask, read
from yixian.language.masking import personal

READERS: tuple[Callable[[str], object], ...] = (
    lambda text: read(text[:50], text),
    mask,
    hints,
    answer_guess,
)
ODD = (
    "",
    " \n\t\u3000",
    "。" * 100_000,
    "，、；：！？…—" * 12_500,
    "😀👨‍👩‍👧‍👦🏳️‍🌈" * 8_000,
    "举报村支书王建军贪污，" * 9_000,
    "王李张刘陈" * 20_000,
    "the village secretary 王某 took 3,000元 مرحبا สวัสดี " * 2_500,
    "13800000000" * 9_000,
    "a@b." * 25_000,
    "\ud800\udfff\x00\x07" * 5_000,
    "感谢感谢转交转交" * 12_000,
    "村村村村镇镇局局" * 12_000,
)
SLOWEST = 12.0  # seconds for 100,000 characters on a shared core; a quadratic reader needs minutes


@pytest.mark.parametrize("place", range(len(ODD)))
def test_odd_and_long_texts_are_read_in_time(place: int) -> None:
    for reader in READERS:
        started = time.process_time()
        reader(ODD[place])

        assert time.process_time() - started < SLOWEST


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400))
def test_any_text_is_read(text: str) -> None:
    for reader in READERS:
        reader(text)


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="王李张村书记局长、，。举报我叫0123456789栋单元号@某", max_size=300))
def test_what_is_hidden_lies_within_the_text_and_apart(text: str) -> None:
    found = personal(text)

    edges = [edge for one in found for edge in (one.start, one.end)]
    assert edges == sorted(edges)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
