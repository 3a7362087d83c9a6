"""Whatever is pasted into a form must come out as one spelling, and never as an error."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yixian.language.normalise import fold, normalise

ANY_TEXT = st.text(st.characters(blacklist_categories=()), max_size=200)


def test_full_width_letters_digits_and_marks_become_half_width() -> None:
    assert normalise("Ａ３区，１２３４５！") == "A3区,12345!"


def test_traditional_characters_become_simplified() -> None:
    assert normalise("舉報青禾鎮幹部") == "举报青禾镇干部"


def test_control_characters_and_runs_of_space_are_closed_up() -> None:
    assert normalise(" 一\x00\u200b　　二\r\n\n 三\t") == "一 二\n三"


@pytest.mark.parametrize("empty", ["", " ", "\u3000", "\x00\x01", "\n\r\n"])
def test_nothing_is_left_of_nothing(empty: str) -> None:
    assert normalise(empty) == ""


@given(ANY_TEXT)
def test_folding_keeps_every_character_in_its_place(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(ANY_TEXT)
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    once = normalise(text)

    assert normalise(once) == once


@settings(max_examples=5, deadline=None)
@given(st.sampled_from(["舉，", " \n", "😀", "\u3000a", "。！"]))
def test_a_hundred_thousand_characters_take_well_under_a_second(unit: str) -> None:
    text = unit * 50_000
    started = time.perf_counter()

    normalise(text)

    assert time.perf_counter() - started < 1.0
