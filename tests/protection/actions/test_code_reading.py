"""Codes as people type them, and which group they are asked to compare."""

import pytest

from yixian.protection.actions import read_code
from yixian.vault.crypto.codes import grouped, with_check_digit

CODE = "144 293 244 333 681 727 261"
DIGITS = CODE.replace(" ", "")


@pytest.fixture
def code() -> str:
    """A code with a right check digit."""
    return grouped(with_check_digit(DIGITS[:20]))


@pytest.mark.parametrize(
    "written",
    [
        lambda code: code,
        lambda code: code.replace(" ", ""),
        lambda code: code.replace(" ", "-"),
        lambda code: f"  {code}\n",
        lambda code: code.translate(str.maketrans("0123456789", "０１２３４５６７８９")),
        lambda code: code.translate(str.maketrans("0123456789", "〇一二三四五六七八九")),
        lambda code: code.translate(str.maketrans("0125", "oIzs")),
        lambda code: code.translate(str.maketrans("168", "lGb")),
    ],
)
def test_however_it_is_written_the_code_is_understood(code, written):
    reading = read_code(typed=written(code))

    assert (reading.digits, reading.fault) == (code.replace(" ", ""), "")


def test_a_group_with_too_few_digits_is_named(code):
    groups = code.split()
    groups[3] = groups[3][:2]

    assert "请核对第4组，" in read_code(typed=" ".join(groups)).fault


def test_without_groups_only_the_number_of_digits_is_told(code):
    fault = read_code(typed=code.replace(" ", "")[:-1]).fault

    assert fault.startswith("查询码一共21个数字，现在是20个。")


@pytest.mark.parametrize("place", range(21))
def test_every_single_wrong_digit_is_found(code, place):
    digits = code.replace(" ", "")
    wrong = digits[:place] + str((int(digits[place]) + 1) % 10) + digits[place + 1 :]

    assert "逐组核对" in read_code(typed=wrong).fault


def test_a_reading_never_shows_itself(code):
    assert "293" not in repr(read_code(typed=code))


def test_nothing_typed_asks_for_the_code():
    assert read_code(typed="没有").fault == "请填写回执上的查询码"
