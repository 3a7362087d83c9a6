"""The one way in: a path to a Book, or a SpreadsheetProblem. Never another exception."""

from pathlib import Path

import python_calamine as calamine

from yixian.toolkit.spreadsheets.book import Book, Cell, Sheet, Span
from yixian.toolkit.spreadsheets.delimited import read_delimited
from yixian.toolkit.spreadsheets.guards import Form, read_form
from yixian.toolkit.spreadsheets.problems import SpreadsheetProblem
from yixian.toolkit.spreadsheets.survey import Survey, survey_workbook

_EXTENSIONS = {
    ".xlsx": Form.XLSX,
    ".xlsm": Form.XLSX,
    ".xlsb": Form.XLSX,
    ".xls": Form.XLS,
    ".et": Form.XLS,
    ".ods": Form.ODS,
    ".csv": Form.TEXT,
    ".tsv": Form.TEXT,
    ".txt": Form.TEXT,
}


def read_book(path: Path) -> Book:
    """Read every sheet of ``path``. Raises SpreadsheetProblem with the reason, in Chinese."""
    form = read_form(path)
    sheets, notes = _read(path, form)
    if _EXTENSIONS.get(path.suffix.lower()) is not form:
        notes = (f"文件扩展名“{path.suffix}”与内容不符，已按 {form.value} 格式读取。", *notes)
    if not any(_holds_something(sheet) for sheet in sheets):
        raise SpreadsheetProblem(f"“{path.name}”中没有任何内容。")
    return Book(sheets=sheets, notes=notes)


def _read(path: Path, form: Form) -> tuple[tuple[Sheet, ...], tuple[str, ...]]:
    if form is Form.TEXT:
        sheet, notes = read_delimited(path.read_bytes(), name=path.name)
        return (sheet,), notes
    surveys = survey_workbook(path) if form is Form.XLSX else {}
    return _read_workbook(path, surveys), ()


def _read_workbook(path: Path, surveys: dict[str, Survey]) -> tuple[Sheet, ...]:
    try:
        workbook = calamine.CalamineWorkbook.from_path(str(path))
        kept = [meta for meta in workbook.sheets_metadata if meta.typ == calamine.SheetTypeEnum.WorkSheet]
        return tuple(_read_sheet(workbook, meta, surveys.get(meta.name, Survey())) for meta in kept)
    except calamine.PasswordError as error:
        raise SpreadsheetProblem(f"“{path.name}”设有打开密码。请取消密码后另存一份再试。") from error
    except BaseException as error:
        # A damaged file can make the Rust reader panic, which arrives as a BaseException of its own.
        if isinstance(error, KeyboardInterrupt | SystemExit | MemoryError):
            raise
        raise SpreadsheetProblem(
            f"“{path.name}”已损坏或不是规范的 Excel 文件。请用 Excel 或 WPS 打开并另存一份再试。"
        ) from error


def _read_sheet(workbook: calamine.CalamineWorkbook, meta: calamine.SheetMetadata, survey: Survey) -> Sheet:
    raw = workbook.get_sheet_by_name(meta.name)
    rows: list[list[Cell]] = raw.to_python(skip_empty_area=False)
    spans: list[Span] = raw.merged_cell_ranges or []
    return Sheet(
        name=meta.name,
        rows=rows,
        merges=tuple(spans),
        unvalued=frozenset(survey.unvalued),
        faults=frozenset(survey.faults),
        visible=meta.visible == calamine.SheetVisibleEnum.Visible,
    )


def _holds_something(sheet: Sheet) -> bool:
    return bool(sheet.broken) or any(cell not in ("", None) for row in sheet.rows for cell in row)
