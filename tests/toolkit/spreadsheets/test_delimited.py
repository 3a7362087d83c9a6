import pytest

from yixian.toolkit.spreadsheets.delimited import read_delimited


def rows_of(text, name="甲.csv"):
    return read_delimited(text.encode(), name=name)[0].rows


@pytest.mark.parametrize(
    ("mark", "notes"),
    [
        (",", ()),
        ("\t", ("列与列之间以制表符分隔。",)),
        (";", ("列与列之间以分号分隔。",)),
        ("|", ("列与列之间以竖线分隔。",)),
    ],
)
def test_the_delimiter_is_the_one_that_splits_evenly(mark, notes):
    text = f"编号{mark}主题\n1{mark}修路，占地\n2{mark}低保\n"

    sheet, said = read_delimited(text.encode(), name="甲.csv")

    assert sheet.rows == [["编号", "主题"], ["1", "修路，占地"], ["2", "低保"]]
    assert said == notes


def test_a_declared_delimiter_decides():
    assert rows_of("sep=;\n编号;主题\n1;甲,乙\n") == [["编号", "主题"], ["1", "甲,乙"]]


def test_a_cell_may_hold_line_breaks_and_quotes():
    assert rows_of('编号,详情\n1,"一、路\n二、""桥"""\n2,好\n') == [
        ["编号", "详情"],
        ["1", '一、路\n二、"桥"'],
        ["2", "好"],
    ]


def test_a_quote_left_open_costs_its_own_line_only():
    sheet, _ = read_delimited('编号,详情\n1,"没有关上\n2,好\n3,也好\n'.encode(), name="甲.csv")

    assert sheet.rows == [["编号", "详情"], [], ["2", "好"], ["3", "也好"]]
    assert sheet.broken == {1: "本行的引号没有成对，无法确定单元格的起止"}


def test_a_cell_of_a_hundred_thousand_characters_is_read_whole():
    assert rows_of("编号,详情\n1," + "路" * 100_000 + "\n")[1] == ["1", "路" * 100_000]


def test_control_characters_do_not_reach_the_rows():
    assert rows_of("编号,详情\n1,修\x00路\x08\n") == [["编号", "详情"], ["1", "修路"]]
