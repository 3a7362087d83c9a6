import pytest

from yixian.toolkit.headings import recognise
from yixian.toolkit.spreadsheets import Sheet, SpreadsheetProblem

WORDS = {
    "id": ("编号", "信访编号", "序号"),
    "detail": ("详情", "反映内容"),
    "accused": ("被反映人", "被反映人姓名"),
    "sender": ("反映人", "反映人姓名", "姓名"),
}


def columns(rows, merges=(), **named):
    found = recognise(Sheet("台账", rows, merges), WORDS, named=named)
    return found.columns, found.first_row


def test_plain_headings_on_the_first_row():
    assert columns([["编号", "详情"], ["1", "甲"]]) == ({"id": 0, "detail": 1}, 1)


def test_headings_are_known_despite_stars_blanks_width_and_remarks():
    rows = [["＊信 访 编 号：", "反映内容（必填）", "反映人\n姓名"]]

    assert columns(rows)[0] == {"id": 0, "detail": 1, "sender": 2}


def test_a_long_remark_does_not_hide_a_heading_and_a_long_text_is_none():
    remark = "请写明时间、地点、人物和经过，" * 5

    assert columns([["编号", f"详情（{remark}）"], ["详情", remark]]) == ({"id": 0, "detail": 1}, 1)


def test_a_title_row_above_the_headings_is_passed_over():
    rows = [["某镇信访台账", "", ""], [], ["编号", "详情"], ["1", "甲"]]

    assert columns(rows, merges=(((0, 0), (0, 2)),)) == ({"id": 0, "detail": 1}, 3)


def test_where_nothing_is_known_the_headings_are_shown_and_not_the_title_above_them():
    rows = [["某镇信访台账", "", ""], ["甲", "乙", "丙"], ["1", "2", "3"]]

    found = recognise(Sheet("台账", rows, (((0, 0), (0, 2)),)), WORDS)

    assert (found.texts, found.columns) == (("甲", "乙", "丙"), {})


def test_two_row_headings_tell_the_reporter_from_the_reported():
    rows = [["编号", "反映人", "", "被反映人", "", "详情"], ["", "姓名", "电话", "姓名", "职务", ""], ["1"]]
    merges = (((0, 0), (1, 0)), ((0, 1), (0, 2)), ((0, 3), (0, 4)), ((0, 5), (1, 5)))

    assert columns(rows, merges) == ({"id": 0, "sender": 1, "accused": 3, "detail": 5}, 2)


def test_a_heading_merged_downwards_does_not_become_a_row():
    rows = [["编号", "详情"], ["", ""], ["1", "甲"]]

    assert columns(rows, merges=(((0, 0), (1, 0)), ((0, 1), (1, 1))))[1] == 2


def test_the_better_name_wins_over_the_weaker_one():
    assert columns([["序号", "编号", "详情"]])[0] == {"id": 1, "detail": 2}
    assert columns([["序号", "详情"]])[0] == {"id": 0, "detail": 1}


def test_a_named_column_overrules_what_would_be_recognised():
    rows = [["编号", "老编号", "详情", "诉求经过"]]

    assert columns(rows, id="老编号", detail="诉求经过")[0] == {"id": 1, "detail": 3}


def test_a_column_may_be_named_by_its_letter():
    assert columns([["甲", "乙", "详情"]], id="B", detail="C列")[0] == {"id": 1, "detail": 2}


def test_a_named_column_that_is_not_there_is_refused_with_those_that_are():
    with pytest.raises(SpreadsheetProblem) as caught:
        columns([["编号", "详情"]], detail="正文")

    assert str(caught.value) == "表中没有名为“正文”的列（用于“detail”）。表中的列有：编号、详情。"


def test_an_empty_sheet_has_no_headings():
    assert columns([]) == ({}, 0)
