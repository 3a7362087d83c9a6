"""Writing tables that other programs open, so that no cell of ours can run as a formula there.

The rule. In .csv a text that begins with = + - @ (also full-width), a tab or a line break gets an apostrophe
in front, unless it is a plain number such as -12 or +86139. Nothing else is changed: an identifier made of
letters, digits, Chinese and ordinary marks stays exactly as it was. In .xlsx every text is stored as a text
cell, unchanged; those same texts also carry Excel's own quote prefix, so that editing the cell or saving it
again as .csv does not bring the formula to life.
"""

import csv
import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from yixian.toolkit.spreadsheets import LONG_CELL, strip_controls

Value = str | int | float | bool | dt.date | None
_FIXED_DAY = dt.datetime(2000, 1, 1)
"""Stamped into every file, so that the same content gives the same bytes."""
_TRIGGER = re.compile(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n]")
_TEXT_STAYS_TEXT = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_NUMBER = re.compile(r"[+\-]?\d+(?:\.\d+)?%?")


def is_formula_like(text: str) -> bool:
    """Whether a spreadsheet program might run ``text`` when it opens a .csv."""
    return bool(_TRIGGER.match(text)) and not _NUMBER.fullmatch(text)


def neutral(text: str) -> str:
    """``text`` as it may stand in a .csv."""
    return f"'{text}" if is_formula_like(text) else text


def write_csv(path: Path, headings: Sequence[str], rows: Iterable[Sequence[Value]]) -> None:
    """UTF-8, line feeds, booleans as true/false, dates as 2026-03-01; the same rows give the same bytes."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(headings)
        writer.writerows([_plain(value) for value in row] for row in rows)


def _plain(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return neutral(strip_controls(value))
    return value.isoformat() if isinstance(value, dt.date) else str(value)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a workbook sheet: its heading and how wide it stands, in characters."""

    heading: str
    width: float = 12
    wraps: bool = False


def write_workbook(
    path: Path, title: str, columns: Sequence[Column], rows: Iterable[Sequence[Value]]
) -> None:
    """One sheet with a frozen heading and filters, row by row in constant memory."""
    _fill(xlsxwriter.Workbook(str(path), {"constant_memory": True, **_TEXT_STAYS_TEXT}), title, columns, rows)


def workbook_bytes(title: str, columns: Sequence[Column], rows: Iterable[Sequence[Value]]) -> bytes:
    """The same sheet without touching the disk: for what was opened and must not lie about in a temporary file."""
    stream = BytesIO()
    _fill(xlsxwriter.Workbook(stream, {"in_memory": True, **_TEXT_STAYS_TEXT}), title, columns, rows)
    return stream.getvalue()


def _fill(workbook: Workbook, title: str, columns: Sequence[Column], rows: Iterable[Sequence[Value]]) -> None:
    workbook.set_properties({"title": title, "created": _FIXED_DAY})
    sheet = workbook.add_worksheet(title[:31])
    styles = _Styles(workbook)
    _write_headings(sheet, styles, columns)
    last = 0
    for last, row in enumerate(rows, start=1):
        for at, (column, value) in enumerate(zip(columns, row, strict=True)):
            _write_cell(sheet, styles, column, last, at, value)
    sheet.autofilter(0, 0, max(last, 1), len(columns) - 1)
    workbook.close()


class _Styles:
    """The few formats of a sheet; xlsxwriter wants one object for each combination."""

    def __init__(self, workbook: Workbook) -> None:
        common = {"font_name": "宋体", "font_size": 10.5, "valign": "top"}
        self.heading = workbook.add_format(
            {**common, "bold": True, "bg_color": "#E7EAED", "border": 1, "text_wrap": True}
        )
        self.date = workbook.add_format({**common, "num_format": "yyyy-mm-dd", "align": "left"})
        self._text = {
            (wraps, quoted): workbook.add_format({**common, "text_wrap": wraps, "quote_prefix": quoted})
            for wraps in (False, True)
            for quoted in (False, True)
        }

    def text(self, *, wraps: bool, quoted: bool) -> Format:
        return self._text[wraps, quoted]


def _write_headings(sheet: Worksheet, styles: _Styles, columns: Sequence[Column]) -> None:
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(9)
    for at, column in enumerate(columns):
        sheet.set_column(at, at, column.width)
        sheet.write_string(0, at, column.heading, styles.heading)


def _write_cell(sheet: Worksheet, styles: _Styles, column: Column, row: int, at: int, value: Value) -> None:
    if value is None or value == "":
        return
    if isinstance(value, bool):
        sheet.write_string(row, at, "是" if value else "否", styles.text(wraps=False, quoted=False))
    elif isinstance(value, dt.date):
        sheet.write_datetime(row, at, dt.datetime(value.year, value.month, value.day), styles.date)
    elif isinstance(value, str):
        text = fitting(strip_controls(value))
        sheet.write_string(row, at, text, styles.text(wraps=column.wraps, quoted=is_formula_like(text)))
    else:
        sheet.write_number(row, at, value, styles.text(wraps=False, quoted=False))


def fitting(text: str) -> str:
    """``text``, or as much of it as Excel allows in a cell with a word that says so."""
    if len(text) <= LONG_CELL:
        return text
    mark = f"……（全文 {len(text)} 字，超出单元格上限，以下略）"
    return text[: LONG_CELL - len(mark)] + mark
