from pathlib import Path

import openpyxl
import pytest

from yixian.roster.enums import CadreLevel, OrganLevel, PetitionField
from yixian.roster.workbook import CadreRow, DepartmentRow, OrganRow, read_roster_book

CADRES = ["机构代码", "单位名称", "姓名", "职务", "管理层级", "中共党员", "在职"]


@pytest.fixture
def book(tmp_path: Path):
    """Write sheets of rows as a workbook and read it."""

    def read(**sheets):
        workbook = openpyxl.Workbook()
        workbook.remove(workbook.active)
        for name, rows in sheets.items():
            sheet = workbook.create_sheet(name)
            for row in rows:
                sheet.append(row)
        workbook.save(tmp_path / "名册.xlsx")
        return read_roster_book(tmp_path / "名册.xlsx")

    return read


def said(rows) -> list[str]:
    return [str(problem) for problem in rows.problems]


def test_rows_are_read_as_the_office_writes_them(book):
    rows = book(
        机构=[["机构代码", "机构名称", "文号简称", "层级", "上级机构代码", "片区"],
            ["YX", "云溪县纪委监委", "云纪信", "县（市、区）"]],
        干部=[["青禾镇干部名册"], CADRES, [], ["YX", "办公室", "甲大山", "主任", "县管干部", "是", "否"],
            ["YX", "办公室", "乙小河", "干事", "一般工作人员"]],
        部门=[["县级机构代码", "部门名称", "主管领域"], ["YX", "云溪县教育局", "教育文体"]],
    )  # fmt: skip

    assert rows.problems == ()
    assert rows.organs == (
        OrganRow(code="YX", name="云溪县纪委监委", short_name="云纪信", level=OrganLevel.COUNTY, row=2),
    )
    assert rows.cadres == (
        CadreRow(
            organ="YX",
            unit="办公室",
            name="甲大山",
            post="主任",
            level=CadreLevel.COUNTY,
            party_member=True,
            is_active=False,
            row=4,
        ),
        CadreRow(organ="YX", unit="办公室", name="乙小河", post="干事", level=CadreLevel.STAFF, row=5),
    )
    assert rows.departments == (
        DepartmentRow(organ="YX", name="云溪县教育局", field=PetitionField.EDUCATION, row=2),
    )


def test_a_missing_column_is_named_once_for_the_sheet(book):
    rows = book(干部=[["机构代码", "单位名称", "姓名"], ["YX", "办公室", "甲大山"]])

    assert said(rows) == ["“干部”表：缺少列：职务、管理层级、中共党员、在职。"]
    assert rows.cadres == ()


def test_cells_that_cannot_be_used_are_named_by_row_and_column(book):
    rows = book(
        干部=[
            CADRES,
            ["YX", "办公室", "", "主任", "省管干部", "党员", ""],
            ["YX", "办公室", "长" * 31, "主\n任", "县管干部"],
        ]
    )

    assert said(rows) == [
        "“干部”表第2行：“姓名”没有填写。",
        "“干部”表第2行：“管理层级”填的是“省管干部”，"
        "只能填：市管及以上干部、县管干部、镇管干部、村（社区）干部、一般工作人员。",
        "“干部”表第2行：“中共党员”填的是“党员”，只能填：是、否。",
        "“干部”表第3行：“姓名”有 31 个字，最多 30 个字。",
        "“干部”表第3行：“职务”中有换行，请写在一行里。",
    ]


def test_an_unknown_sheet_is_a_problem_and_an_empty_one_is_not(book):
    rows = book(人员=[["姓名"], ["甲大山"]], Sheet1=[], 部门=[["县级机构代码", "部门名称", "主管领域"]])

    assert said(rows) == [
        "“人员”表：不认识这张表，应为：机构、片区、村（社区）、单位、干部、部门。不需要导入的表请删除。"
    ]


def test_a_workbook_without_rows_says_so(book):
    rows = book(部门=[["县级机构代码", "部门名称", "主管领域"]])

    assert said(rows) == [
        "没有找到可以导入的行。工作簿中应有这些表中的一张或几张：机构、片区、村（社区）、单位、干部、部门。"
    ]


def test_a_formula_without_its_value_is_an_empty_cell_that_is_named(book):
    rows = book(干部=[CADRES, ["YX", "办公室", "=A1", "主任", "县管干部"]])

    assert said(rows) == ["“干部”表第2行：“姓名”没有填写。"]


def test_a_broken_file_is_one_plain_sentence(tmp_path: Path):
    path = tmp_path / "坏.xlsx"
    path.write_bytes(b"PK\x03\x04 not a workbook")

    rows = read_roster_book(path)

    assert len(rows.problems) == 1
    assert said(rows)[0].startswith("“坏.xlsx”已损坏")


def test_one_sheet_as_csv_is_known_by_its_file_name(tmp_path: Path):
    path = tmp_path / "部门.csv"
    path.write_text("县级机构代码,部门名称,主管领域\nYX,云溪县教育局,教育文体\n", encoding="utf-8")

    rows = read_roster_book(path)

    assert rows.problems == ()
    assert rows.departments == (
        DepartmentRow(organ="YX", name="云溪县教育局", field=PetitionField.EDUCATION, row=2),
    )


def test_a_broken_record_of_a_csv_is_named_and_not_dropped(tmp_path: Path):
    path = tmp_path / "部门.csv"
    path.write_text('县级机构代码,部门名称,主管领域\nYX,"云溪县教育局,教育文体\n', encoding="utf-8")

    rows = read_roster_book(path)

    assert [problem.row for problem in rows.problems] == [2]
