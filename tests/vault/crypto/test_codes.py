import pytest
from hypothesis import given
from hypothesis import strategies as st

from yixian.vault.crypto.codes import (
    join_halves,
    new_one_time_phrase,
    new_receipt_code,
    read_receipt_code,
    split_in_halves,
    with_check_digit,
)

digits = st.text("0123456789", min_size=20, max_size=20)


def test_a_code_has_twenty_one_digits_in_seven_groups():
    code = new_receipt_code()

    assert [len(group) for group in code.split(" ")] == [3] * 7


def test_ten_thousand_codes_are_all_different():
    assert len({new_receipt_code() for _ in range(10_000)}) == 10_000


def test_the_check_digit_is_verhoeffs():
    assert with_check_digit("236") == "2363"


@pytest.mark.parametrize(
    "as_typed",
    [
        "012 345 678 901 234 567 894",
        "012-345-678-901-234-567-894",
        "012345678901234567894",
        "０１２ ３４５ ６７８ ９０１ ２３４ ５６７ ８９４",
        "零一二三四五六七八九〇幺二三四五六七八九四",
    ],
)
def test_a_code_is_read_however_it_is_typed(as_typed):
    assert with_check_digit("01234567890123456789") == "012345678901234567894"
    assert read_receipt_code(as_typed) == "012345678901234567894"


@given(digits, st.integers(0, 20), st.integers(1, 9))
def test_one_wrong_digit_is_always_noticed(body, place, shift):
    code = with_check_digit(body)
    wrong = code[:place] + str((int(code[place]) + shift) % 10) + code[place + 1 :]

    assert read_receipt_code(wrong) is None


@given(digits, st.integers(0, 19))
def test_two_neighbours_that_changed_places_are_always_noticed(body, place):
    code = with_check_digit(body)
    swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]

    assert read_receipt_code(swapped) == (code if swapped == code else None)


@pytest.mark.parametrize("typed", ["", "123", "我忘了", "0" * 40])
def test_what_is_no_code_is_not_read(typed):
    assert read_receipt_code(typed) is None


@given(st.binary(min_size=32, max_size=32))
def test_two_halves_give_the_secret_back_in_either_order(secret):
    one, other = split_in_halves(secret)

    assert join_halves(one, other) == join_halves(other, one) == secret


def test_halves_are_read_in_small_letters_with_lookalikes_and_without_dashes():
    secret = bytes(range(32))
    one, other = split_in_halves(secret)

    typed = one.lower().replace("-", " ").replace("0", "o").replace("1", "l")

    assert join_halves(typed, other) == secret


def test_a_mistyped_half_is_noticed():
    one, other = split_in_halves(bytes(32))
    wrong = ("7" if one[0] != "7" else "8") + one[1:]

    assert join_halves(wrong, other) is None


def test_one_half_printed_twice_is_not_the_secret():
    one, _ = split_in_halves(bytes(range(32)))

    assert join_halves(one, one) == bytes(32)


def test_one_time_phrases_have_four_groups_of_four():
    assert [len(group) for group in new_one_time_phrase().split("-")] == [4] * 4
