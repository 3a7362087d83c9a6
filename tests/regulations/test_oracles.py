"""The oracles' own reader: what staff get to read when a row is wrong."""

import pytest

from tests.regulations.oracles import BadRow, agree, read, word
from yixian.regulations.classes import ReportClass

HEADINGS = ("说明", "类别")


def complaint(call) -> str:
    with pytest.raises(BadRow) as fault:
        call()
    return str(fault.value)


def test_rows_come_with_their_line_numbers():
    found = read("样表.csv", "说明,类别\n甲,申诉\n乙,检举控告\n", HEADINGS)

    assert found == [(2, {"说明": "甲", "类别": "申诉"}), (3, {"说明": "乙", "类别": "检举控告"})]


def test_a_row_with_too_few_cells_is_named_by_its_number():
    assert complaint(lambda: read("样表.csv", "说明,类别\n甲\n", HEADINGS)) == (
        "样表.csv第2行：应当有2格，现在有1格"
    )


def test_other_headings_are_refused():
    assert complaint(lambda: read("样表.csv", "说明,分类\n", HEADINGS)) == (
        "样表.csv第1行：表头应当是“说明、类别”"
    )


def test_an_unknown_word_is_named_with_the_words_that_may_be_used():
    assert complaint(lambda: word(ReportClass, "投诉", "样表.csv第2行")) == (
        "样表.csv第2行：“投诉”不是可用的说法，应当是：检举控告、申诉、批评建议、业务范围外"
    )


def test_a_disagreement_shows_both_sides():
    assert complaint(lambda: agree("样表.csv第2行", ["申诉"], ["检举控告"])) == (
        "样表.csv第2行：表里写的是“申诉”，程序给出的是“检举控告”"
    )
