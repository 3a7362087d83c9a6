"""The empty workbook that an office fills in: a sheet for each noun, lists of what may be chosen, notes."""

import datetime as dt
from pathlib import Path

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

from yixian.roster.workbook.sheets import NOTES, SHEETS, Column, SheetPlan

STAMP = dt.datetime(2000, 1, 1)
"""Written into the file instead of the hour, so that the same program gives the same bytes."""
ROWS_WITH_LISTS = 2000
REMARKS = (
    "这是名册导入表。红色列名必须填写，黑色列名可以不填。",
    "只填需要的表：没有变化的表可以留空。重复导入时，已有的记录按名称更新，不会重复。",
    "表中没有写到的记录保持不变；干部离任请把“在职”填为“否”，不要只删除该行。",
    "同一单位内一名干部只改了职务的，直接改职务再导入即可。",
    "有一处问题，整个文件都不导入；请按提示的表和行改好再导入。",
    "名册只写公开的机构、单位和干部信息，不要写任何举报内容或者举报人信息。",
)


def write_roster_template(path: Path) -> None:
    """Write the template to ``path``, replacing what was there."""
    workbook = xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False})
    workbook.set_properties({"title": "一线名册导入表", "created": STAMP})
    plain = workbook.add_format({"font_name": "宋体", "font_size": 10.5, "text_wrap": True, "valign": "top"})
    _write_notes(workbook, plain)
    for plan in SHEETS:
        _write_sheet(workbook, plan, plain)
    workbook.close()


def _write_notes(workbook: Workbook, plain: Format) -> None:
    notes = workbook.add_worksheet(NOTES)
    notes.set_column(0, 1, 16)
    notes.set_column(2, 3, 52)
    for at, remark in enumerate(REMARKS):
        notes.merge_range(at, 0, at, 3, remark, plain)
    lines = [
        (plan.name, column.heading, column.help, "、".join(column.allowed))
        for plan in SHEETS
        for column in plan.columns
    ]
    for at, line in enumerate([("表", "列", "怎样填写", "可选值"), *lines], start=len(REMARKS) + 1):
        for column, text in enumerate(line):
            notes.write_string(at, column, text, plain)


def _write_sheet(workbook: Workbook, plan: SheetPlan, plain: Format) -> None:
    sheet = workbook.add_worksheet(plan.name)
    sheet.freeze_panes(1, 0)
    for at, column in enumerate(plan.columns):
        sheet.set_column(at, at, 18, plain)
        sheet.write_string(0, at, column.heading, _heading(workbook, column))
        if column.allowed:
            sheet.data_validation(
                1, at, ROWS_WITH_LISTS, at, {"validate": "list", "source": list(column.allowed)}
            )


def _heading(workbook: Workbook, column: Column) -> Format:
    colour = "#B3261E" if column.required else "#1F2328"
    return workbook.add_format(
        {"font_name": "宋体", "bold": True, "border": 1, "bg_color": "#E7EAED", "font_color": colour}
    )
