import datetime as dt

from openpyxl import Workbook

from tests.toolkit.spreadsheets.making import HEADINGS, make_xlsx
from yixian.toolkit.spreadsheets import read_book


def test_rows_keep_the_numbers_that_excel_shows(tmp_path):
    path = make_xlsx(tmp_path / "台账.xlsx", [[], HEADINGS, [], ["1", "修路", "路坏了", dt.date(2026, 3, 1)]])

    sheet = read_book(path).sheets[0]

    assert [bool(any(row)) for row in sheet.rows] == [False, True, False, True]
    assert sheet.rows[3] == ["1", "修路", "路坏了", dt.date(2026, 3, 1)]


def test_merged_cells_are_reported_by_their_corners(tmp_path):
    path = make_xlsx(tmp_path / "台账.xlsx", [["台账"], HEADINGS], merges=("A1:D1",))

    assert read_book(path).sheets[0].merges == (((0, 0), (0, 3)),)


def test_every_sheet_is_read_with_its_name_and_whether_it_is_hidden(tmp_path):
    book = Workbook()
    book.active.append(HEADINGS)
    book.create_sheet("说明").sheet_state = "hidden"
    book.save(tmp_path / "两.xlsx")

    sheets = read_book(tmp_path / "两.xlsx").sheets

    assert [(sheet.name, sheet.visible) for sheet in sheets] == [("Sheet", True), ("说明", False)]


def test_the_content_decides_and_a_wrong_extension_is_said(tmp_path):
    path = tmp_path / "其实是文本.xlsx"
    path.write_text("编号,主题\n1,修路\n", encoding="utf-8")

    book = read_book(path)

    assert book.sheets[0].rows == [["编号", "主题"], ["1", "修路"]]
    assert book.notes == ("文件扩展名“.xlsx”与内容不符，已按 csv 格式读取。",)
