from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner

from tests.roster.conftest import year_text
from yixian.config.commands.roster import command
from yixian.roster.queries import departments_of, organ_by_code, working_calendar


@pytest.fixture(autouse=True)
def _installation(db) -> None:
    """Each command needs a database."""


def run(*arguments: object):
    return CliRunner().invoke(command, [str(argument) for argument in arguments])


def filled(path: Path, *, field: str = "教育文体") -> Path:
    """The template, filled with one county and one department."""
    run("template", path)
    workbook = openpyxl.load_workbook(path)
    workbook["机构"].append(["YX", "云溪县纪委监委", "云纪信", "县（市、区）"])
    workbook["部门"].append(["YX", "云溪县教育局", field])
    workbook.save(path)
    return path


def test_a_filled_template_is_checked_and_then_imported(tmp_path: Path):
    book = filled(tmp_path / "名册.xlsx")

    checked = run("import", "--check", book)
    before = organ_by_code("YX")
    imported = run("import", book)

    assert before is None
    assert (
        checked.output == "机构：新增 1，更新 0，不变 0\n部门：新增 1，更新 0，不变 0\n核对无误，可以导入。\n"
    )
    assert imported.output == checked.output.replace("核对无误，可以导入。", "名册已导入。")
    assert [each.name for each in departments_of(organ_by_code("YX").pk)] == ["云溪县教育局"]


def test_problems_are_listed_and_the_command_fails(tmp_path: Path):
    book = filled(tmp_path / "名册.xlsx", field="教育")

    result = run("import", book)

    assert result.exit_code == 1
    assert result.output.splitlines()[0].startswith("“部门”表第2行：“主管领域”填的是“教育”，只能填：")
    assert result.output.splitlines()[-1] == "错误：名册没有导入：有 1 处问题，请改好后重新导入。"
    assert organ_by_code("YX") is None


def test_a_filled_file_is_never_overwritten_by_the_template(tmp_path: Path):
    book = filled(tmp_path / "名册.xlsx")

    result = run("template", book)

    assert result.exit_code == 2
    assert run("import", "--check", book).exit_code == 0


def test_the_template_must_be_an_excel_file(tmp_path: Path):
    assert run("template", tmp_path / "名册.csv").exit_code == 2


def test_a_year_is_entered_from_a_file_in_the_office_s_encoding(tmp_path: Path):
    file = tmp_path / "2031.csv"
    file.write_bytes(year_text(2031).encode("gb18030"))

    result = run("calendar", file)

    assert result.output == "已录入2031年工作日年历。\n"
    assert working_calendar().is_published(2031) is True


def test_a_year_at_fault_is_told_line_by_line(tmp_path: Path):
    file = tmp_path / "2031.csv"
    file.write_text(year_text(2031).replace("上班", "加班"), encoding="utf-8")

    result = run("calendar", file)

    assert result.exit_code == 1
    assert result.output.splitlines()[0] == "第4行：安排只能写“放假”或“上班”，现在是“加班”"
    assert working_calendar().is_published(2031) is False
