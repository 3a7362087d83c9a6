import datetime as dt

import pytest

from tests.insight.analysis.making import HEADINGS, REPORTS, make_ledger
from yixian.insight.analysis import Problem, take_in
from yixian.toolkit.spreadsheets import SpreadsheetProblem

SHORT = ["编号", "主题", "详情", "时间"]


def taken(tmp_path, rows, headings=SHORT, **options):
    return take_in(make_ledger(tmp_path / "台账.xlsx", rows, headings), **options)


def test_the_usual_headings_are_recognised(tmp_path):
    intake = taken(tmp_path, REPORTS, HEADINGS)

    assert intake.recognised == {
        "id": "编号",
        "subject": "主题",
        "detail": "反映内容",
        "received_on": "来信日期",
        "sender": "反映人",
        "channel": "信访方式",
        "source": "来源",
        "signed": "署名情况",
        "closed_on": "办结日期",
        "outcome": "处理结果",
    }
    assert [report.id for report in intake.reports] == ["QH-001", "QH-002", "QH-003", "QH-004"]
    assert [report.received_on.isoformat() for report in intake.reports] == [
        *("2026-01-05", "2026-01-09", "2026-01-12", "2026-01-28")
    ]


def test_rows_in_are_rows_out_and_problems_and_each_problem_has_its_row(tmp_path):
    rows = [
        ["1", "修路", "路坏了", "2026/3/1"],
        ["2", "", "", "2026/3/1"],
        [],
        ["1", "又是修路", "路又坏了", "2026/3/2"],
        ["3", '="修"&"路"', "路坏了", "2026/3/1"],
        SHORT,
        ["4", "桥", "", "去年"],
    ]

    intake = taken(tmp_path, rows)

    assert intake.problems == (
        Problem(3, "主题和详情都是空的。"),
        Problem(5, "编号“1”与第 2 行重复。"),
        Problem(6, "“主题”列是没有计算结果的公式，请在 Excel 中打开并保存一次，或粘贴为数值。"),
    )
    assert [report.row for report in intake.reports] == [2, 8]
    assert intake.rows_in == 5
    assert intake.notes == (
        "跳过空行 1 行。",
        "跳过重复的表头 1 行。",
        "有 1 行的日期无法识别，已照常分析，但不计入任何时段。",
    )


def test_numbers_and_leading_zeros_of_an_id_stay_exact(tmp_path):
    intake = taken(
        tmp_path, [[188801, "甲", "乙", ""], ["00123", "甲", "乙", ""], [" 某信〔2026〕1号 ", "甲", "乙", ""]]
    )

    assert [report.id for report in intake.reports] == ["188801", "00123", "某信〔2026〕1号"]


def test_a_row_without_an_id_is_called_by_its_row(tmp_path):
    intake = taken(tmp_path, [["", "修路", "路坏了", ""], ["7", "桥", "桥坏了", ""]])

    assert [report.id for report in intake.reports] == ["行2", "7"]
    assert intake.notes == ("有 1 行没有编号，以“行”加行号代替。",)


def test_a_cell_beyond_excels_limit_is_taken_whole_and_said(tmp_path):
    path = tmp_path / "台账.csv"
    path.write_text("编号,主题,详情\n1,长,{}\n".format("路" * 100_000), encoding="utf-8")

    intake = take_in(path)

    assert len(intake.reports[0].detail) == 100_000
    assert intake.notes == (
        "有 1 行含超过 32767 字的单元格：已接收，阅读其前 20000 字，台账中显示前一部分。",
    )


def test_a_merged_cell_stands_for_each_of_its_rows_but_an_id_for_one(tmp_path):
    from tests.toolkit.spreadsheets.making import make_xlsx

    rows = [SHORT, ["1", "修路", "路坏了", "2026/3/1"], ["", "桥", "桥坏了", ""]]
    path = make_xlsx(tmp_path / "台账.xlsx", rows, merges=("A2:A3", "D2:D3"))

    reports = take_in(path).reports

    assert [(report.id, report.received_on) for report in reports] == [
        ("1", dt.date(2026, 3, 1)),
        ("行3", dt.date(2026, 3, 1)),
    ]


def test_error_values_and_uncomputed_formulas_are_told_apart_from_empty_cells(tmp_path):
    rows = [["1", "#REF!", "", ""], ["#N/A", "修路", "路坏了", ""], ["3", "#REF!", "路坏了", "=TODAY()"]]

    intake = taken(tmp_path, rows)

    assert intake.problems == (
        Problem(2, "“主题”列是错误值（如 #REF!、#N/A），请在 Excel 中改正。"),
        Problem(3, "“编号”列是错误值（如 #REF!、#N/A），请在 Excel 中改正。"),
    )
    assert [report.id for report in intake.reports] == ["3"]
    assert intake.notes == ("有 1 行的日期等栏目是没有计算结果的公式，按未填处理。",)


def test_an_id_that_excel_has_rounded_is_said(tmp_path):
    intake = taken(tmp_path, [[530123202601010001, "修路", "路坏了", ""]])

    assert intake.notes == (
        "有 1 行的编号是超过 15 位的数字，Excel 已丢失末位，请把原表该列设为文本后重新录入。",
    )


def test_columns_can_be_named(tmp_path):
    headings = ["甲", "乙", "丙"]

    intake = taken(
        tmp_path, [["1", "修路", "路坏了"]], headings, named={"id": "甲", "subject": "乙", "detail": "C"}
    )

    assert intake.recognised == {"id": "甲", "subject": "乙", "detail": "丙"}
    assert intake.reports[0].detail == "路坏了"


def test_a_table_without_any_text_column_says_what_it_saw_and_what_to_do(tmp_path):
    with pytest.raises(SpreadsheetProblem) as caught:
        taken(tmp_path, [["1", "x"]], ["甲", "乙"])

    assert str(caught.value) == (
        "没有认出“主题”或“详情”列。表中的列有：甲、乙。"
        '请用 --columns 指明，例如 --columns "编号=A列名,主题=B列名,详情=C列名"。'
    )


def test_a_broken_record_of_a_text_table_is_a_problem_with_its_row(tmp_path):
    path = tmp_path / "台账.csv"
    path.write_text('编号,主题,详情\n1,"修路,路坏了\n2,桥,桥坏了\n', encoding="utf-8")

    intake = take_in(path)

    assert intake.problems == (Problem(2, "本行的引号没有成对，无法确定单元格的起止。"),)
    assert [report.id for report in intake.reports] == ["2"]
