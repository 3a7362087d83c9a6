import csv
import datetime as dt
from io import BytesIO

import pytest
from openpyxl import load_workbook

from yixian.toolkit.exports import Column, fitting, neutral, workbook_bytes, write_csv, write_workbook
from yixian.toolkit.spreadsheets import LONG_CELL

FORMULAS = [
    "=1+1",
    "+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "＝1+1",
    " =1+1",
    "=HYPERLINK(1)",
]
PLAIN = ["188801", "-12", "+8613900000000", "-12.5%", "00123", "某纪信〔2026〕12号", "A-3", "a=b", "", "甲"]


@pytest.mark.parametrize("text", FORMULAS)
def test_what_could_run_as_a_formula_gets_an_apostrophe(text):
    assert neutral(text) == "'" + text


@pytest.mark.parametrize("text", PLAIN)
def test_identifiers_numbers_and_prose_stay_exactly_as_they_were(text):
    assert neutral(text) == text


def test_csv_is_plain_utf8_with_booleans_and_dates_in_words(tmp_path):
    write_csv(
        tmp_path / "表.csv",
        ["id", "sure", "on", "n", "none"],
        [["甲,1", True, dt.date(2026, 3, 1), 0.5, None]],
    )

    assert (tmp_path / "表.csv").read_bytes() == 'id,sure,on,n,none\n"甲,1",true,2026-03-01,0.5,\n'.encode()


def test_csv_neutralises_every_text_cell(tmp_path):
    write_csv(tmp_path / "表.csv", ["id"], [[text] for text in FORMULAS])

    with (tmp_path / "表.csv").open(encoding="utf-8", newline="") as stream:
        cells = [row[0] for row in csv.reader(stream)][1:]
    assert cells == ["'" + text.replace("\r", "\n") for text in FORMULAS]


def test_a_workbook_keeps_texts_as_texts_unchanged_and_quoted(tmp_path):
    path = tmp_path / "账.xlsx"
    write_workbook(path, "台账", [Column("编号")], [["=1+1"], ["00123"], ["http://example.invalid"]])

    cells = [row[0] for row in load_workbook(path).active.iter_rows(min_row=2)]

    assert [(cell.value, cell.data_type, cell.quotePrefix) for cell in cells] == [
        ("=1+1", "s", True),
        ("00123", "s", False),
        ("http://example.invalid", "s", False),
    ]
    assert cells[2].hyperlink is None


def test_the_same_rows_give_the_same_workbook(tmp_path):
    for name in ("一.xlsx", "二.xlsx"):
        write_workbook(
            tmp_path / name, "台账", [Column("编号")], [["1"], [dt.date(2026, 3, 1)], [True], [2.5], [None]]
        )

    assert (tmp_path / "一.xlsx").read_bytes() == (tmp_path / "二.xlsx").read_bytes()


def test_a_workbook_in_memory_is_the_same_sheet():
    content = workbook_bytes("台账", [Column("编号")], [["=1+1"], [dt.date(2026, 3, 1)]])

    cells = [row[0] for row in load_workbook(BytesIO(content)).active.iter_rows(min_row=2)]

    assert [(cell.value, cell.quotePrefix) for cell in cells] == [
        ("=1+1", True),
        (dt.datetime(2026, 3, 1), False),
    ]


def test_a_text_longer_than_a_cell_is_cut_and_says_so():
    shown = fitting("路" * 100_000)

    assert len(shown) == LONG_CELL
    assert shown.endswith("路……（全文 100000 字，超出单元格上限，以下略）")
    assert fitting("路" * LONG_CELL) == "路" * LONG_CELL
