from pathlib import Path

import openpyxl

from yixian.roster.workbook import read_roster_book, write_roster_template
from yixian.roster.workbook.sheets import SHEETS


def test_the_template_has_every_sheet_and_every_column(tmp_path: Path):
    write_roster_template(tmp_path / "名册.xlsx")

    workbook = openpyxl.load_workbook(tmp_path / "名册.xlsx")

    headings = {sheet.title: [cell.value for cell in sheet[1]] for sheet in workbook.worksheets[1:]}
    assert workbook.sheetnames[0] == "填写说明"
    assert headings == {plan.name: [column.heading for column in plan.columns] for plan in SHEETS}


def test_the_template_explains_every_column(tmp_path: Path):
    write_roster_template(tmp_path / "名册.xlsx")

    notes = openpyxl.load_workbook(tmp_path / "名册.xlsx")["填写说明"]

    explained = [(row[0].value, row[1].value, row[2].value) for row in notes.iter_rows(min_row=9)]
    assert explained == [
        (plan.name, column.heading, column.help) for plan in SHEETS for column in plan.columns
    ]


def test_an_unfilled_template_is_read_without_any_fault_but_that_it_is_empty(tmp_path: Path):
    write_roster_template(tmp_path / "名册.xlsx")

    rows = read_roster_book(tmp_path / "名册.xlsx")

    assert [problem.says[:13] for problem in rows.problems] == ["没有找到可以导入的行。工作"]


def test_the_same_program_writes_the_same_bytes(tmp_path: Path):
    write_roster_template(tmp_path / "a.xlsx")
    write_roster_template(tmp_path / "b.xlsx")

    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
