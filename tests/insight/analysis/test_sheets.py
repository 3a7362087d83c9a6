import pytest
from openpyxl import Workbook

from yixian.insight.analysis import take_in
from yixian.toolkit.spreadsheets import SpreadsheetProblem


@pytest.fixture
def book(tmp_path):
    made = Workbook()
    made.active.title = "说明"
    made.active.append(["本表由青禾镇填写"])
    for name, count in (("一月", 1), ("二月", 3)):
        sheet = made.create_sheet(name)
        sheet.append(["编号", "主题", "详情"])
        for number in range(count):
            sheet.append([f"{name}{number}", "修路", "路坏了"])
    made.save(tmp_path / "台账.xlsx")
    return tmp_path / "台账.xlsx"


def test_the_sheet_with_the_headings_and_most_rows_is_read_and_the_other_is_named(book):
    intake = take_in(book)

    assert (intake.sheet, len(intake.reports)) == ("二月", 3)
    assert intake.notes == ("本次分析工作表“二月”；另有“一月”也像台账，未读取，可用 --sheet 指定。",)


def test_a_sheet_can_be_named(book):
    assert take_in(book, sheet="一月").reports[0].id == "一月0"


def test_a_sheet_that_is_not_there_is_refused_with_those_that_are(book):
    with pytest.raises(SpreadsheetProblem) as caught:
        take_in(book, sheet="三月")

    assert str(caught.value) == "没有名为“三月”的工作表。文件中的工作表有：说明、一月、二月。"
