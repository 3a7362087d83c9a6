import pytest
from openpyxl import Workbook

from tests.toolkit.spreadsheets.making import HEADINGS, make_xlsx, rewrite_part
from yixian.toolkit.spreadsheets import SpreadsheetProblem, read_book


def test_a_formula_without_a_value_is_marked(tmp_path):
    path = make_xlsx(tmp_path / "式.xlsx", [HEADINGS, ["1", '="修"&"路"', "路坏了", "2026/3/1"]])

    sheet = read_book(path).sheets[0]

    assert sheet.unvalued == {(1, 1)}


def test_a_formula_with_its_value_is_read_as_the_value(tmp_path):
    path = make_xlsx(tmp_path / "式.xlsx", [HEADINGS, ["1", "=A2", "路坏了", "2026/3/1"]])
    part = (
        b'<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        b'<sheetData><row r="1"><c r="A1" t="str"><f>1&amp;2</f><v>12</v></c></row></sheetData></worksheet>'
    )
    rewrite_part(path, "xl/worksheets/sheet1.xml", part)

    sheet = read_book(path).sheets[0]

    assert sheet.rows == [["12"]]
    assert sheet.unvalued == frozenset()


def test_an_error_value_is_marked(tmp_path):
    path = make_xlsx(tmp_path / "错.xlsx", [HEADINGS, ["1", "#REF!", "路坏了", "2026/3/1"]])

    assert read_book(path).sheets[0].faults == {(1, 1)}


def test_a_stray_cell_at_the_far_corner_is_refused_before_it_is_loaded(tmp_path):
    book = Workbook()
    book.active["A1"] = "编号"
    book.active["XFD1048576"] = "远"
    book.save(tmp_path / "远.xlsx")

    with pytest.raises(SpreadsheetProblem) as caught:
        read_book(tmp_path / "远.xlsx")

    assert str(caught.value) == (
        "“远.xlsx”的工作表“Sheet”伸展到第 1048576 行、第 16384 列，范围异常。"
        "请在 Excel 中删除数据以外的空行、空列，保存后再试。"
    )


def test_a_worksheet_with_a_document_type_is_refused(tmp_path):
    path = make_xlsx(tmp_path / "体.xlsx", [HEADINGS])
    rewrite_part(path, "xl/worksheets/sheet1.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><worksheet/>')

    with pytest.raises(SpreadsheetProblem) as caught:
        read_book(path)

    assert str(caught.value) == "“体.xlsx”的工作表“台账”内容已损坏。请用 Excel 打开并另存一份再试。"
