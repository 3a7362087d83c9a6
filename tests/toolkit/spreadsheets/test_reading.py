import datetime as dt

import olefile
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from tests.toolkit.spreadsheets.making import HEADINGS, make_xlsx, rewrite_part
from yixian.toolkit.spreadsheets import SpreadsheetProblem, read_book


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


def outcome(path):
    """A book or a refusal in Chinese; anything else is the failure that these tests look for."""
    try:
        return type(read_book(path)).__name__
    except SpreadsheetProblem as problem:
        return "refused" if str(problem).endswith("。") else str(problem)


@settings(max_examples=150, deadline=None)
@given(
    content=st.binary(max_size=400),
    head=st.sampled_from([b"", b"PK\x03\x04", olefile.MAGIC, b"\xff\xfe", b"a,b\n"]),
)
def test_no_bytes_whatever_lead_to_another_exception(tmp_path_factory, content, head):
    path = tmp_path_factory.mktemp("甲") / "甲.xlsx"
    path.write_bytes(head + content)

    assert outcome(path) in ("Book", "refused")


@settings(max_examples=100, deadline=None)
@given(where=st.floats(0, 0.999), what=st.binary(min_size=1, max_size=8))
def test_a_workbook_damaged_anywhere_is_read_or_refused(tmp_path_factory, where, what):
    path = make_xlsx(tmp_path_factory.mktemp("甲") / "甲.xlsx", [HEADINGS, ["1", "修路", "路坏了", 46082]])
    content = bytearray(path.read_bytes())
    at = int(len(content) * where)
    content[at : at + len(what)] = what
    path.write_bytes(bytes(content))

    assert outcome(path) in ("Book", "refused")


@settings(max_examples=100, deadline=None)
@given(inner=st.text(max_size=200))
def test_a_workbook_with_any_xml_inside_is_read_or_refused(tmp_path_factory, inner):
    path = make_xlsx(tmp_path_factory.mktemp("甲") / "甲.xlsx", [HEADINGS])
    rewrite_part(
        path, "xl/worksheets/sheet1.xml", b"<worksheet><sheetData>" + inner.encode("utf-8", "replace")
    )

    assert outcome(path) in ("Book", "refused")
