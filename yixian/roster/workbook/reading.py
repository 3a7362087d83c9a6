"""Reading a filled roster workbook into rows, with every fault named by sheet and row as Excel shows them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from yixian.roster.workbook.rows import Problem, RosterRows
from yixian.roster.workbook.sheets import NOTES, SHEETS, YES_NO, Column, SheetPlan
from yixian.toolkit.headings import Headings, plain, recognise
from yixian.toolkit.spreadsheets import Sheet, SpreadsheetProblem, cell_text, read_book


def read_roster_book(path: Path) -> RosterRows:
    """A file that cannot be opened at all is one problem without sheet or row, in the reader's words."""
    try:
        book = read_book(path)
    except SpreadsheetProblem as problem:
        return RosterRows(problems=(Problem("", 0, str(problem)),))
    rows: dict[str, list[Any]] = {}
    problems: list[Problem] = []
    for sheet in book.sheets:
        _read_sheet(sheet, rows, problems)
    if not rows and not problems:
        names = "、".join(plan.name for plan in SHEETS)
        problems.append(Problem("", 0, f"没有找到可以导入的行。工作簿中应有这些表中的一张或几张：{names}。"))
    return RosterRows(**{target: tuple(found) for target, found in rows.items()}, problems=tuple(problems))


def _read_sheet(sheet: Sheet, rows: dict[str, list[Any]], problems: list[Problem]) -> None:
    if plain(sheet.name) == NOTES or not any(_texts(row) for row in sheet.rows):
        return
    plan = _plan_of(sheet)
    if plan is None:
        names = "、".join(each.name for each in SHEETS)
        problems.append(Problem(sheet.name, 0, f"不认识这张表，应为：{names}。不需要导入的表请删除。"))
        return
    headings = recognise(sheet, {column.key: (column.heading, *column.also) for column in plan.columns})
    missing = [column.heading for column in plan.columns if column.key not in headings.columns]
    if missing:
        problems.append(Problem(sheet.name, 0, f"缺少列：{'、'.join(missing)}。"))
        return
    problems += [Problem(plan.name, at + 1, f"{why}。") for at, why in sorted(sheet.broken.items())]
    for number, values in _filled_rows(sheet, headings):
        _read_row(plan, number, values, rows, problems)


def _plan_of(sheet: Sheet) -> SheetPlan | None:
    wanted = plain(sheet.name.removesuffix(".csv"))
    for plan in SHEETS:
        if wanted in {plain(name) for name in (plan.name, *plan.also)}:
            return plan
    return None


def _filled_rows(sheet: Sheet, headings: Headings) -> Iterator[tuple[int, dict[str, str]]]:
    """Row number as Excel shows it, and the texts by column key; wholly empty rows are passed over."""
    for at, row in enumerate(sheet.rows[headings.first_row :], start=headings.first_row):
        values = {
            key: cell_text(row[column]) if column < len(row) else ""
            for key, column in headings.columns.items()
        }
        if any(values.values()):
            yield at + 1, values


def _texts(row: Any) -> list[str]:
    return [text for text in map(cell_text, row) if text]


def _read_row(
    plan: SheetPlan, number: int, values: dict[str, str], rows: dict[str, list[Any]], problems: list[Problem]
) -> None:
    faults = [fault for column in plan.columns if (fault := _fault(column, values[column.key]))]
    problems += [Problem(plan.name, number, fault) for fault in faults]
    if not faults:
        read = {column.key: _value(column, values[column.key]) for column in plan.columns}
        rows.setdefault(plan.target, []).append(plan.row_type(**read, row=number))


def _fault(column: Column, text: str) -> str:
    """A sentence when the cell cannot be used, else nothing."""
    if not text:
        return f"“{column.heading}”没有填写。" if column.required else ""
    if column.allowed and text not in column.allowed:
        return f"“{column.heading}”填的是“{text[:20]}”，只能填：{'、'.join(column.allowed)}。"
    if len(text) > column.longest:
        return f"“{column.heading}”有 {len(text)} 个字，最多 {column.longest} 个字。"
    if "\n" in text:
        return f"“{column.heading}”中有换行，请写在一行里。"
    return ""


def _value(column: Column, text: str) -> str | bool:
    if column.yes_no is not None:
        return YES_NO.get(text, column.yes_no)
    if column.choices is not None:
        return {member.label: member for member in column.choices}[text]
    return text
