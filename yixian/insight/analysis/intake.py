"""From a file to reports: which sheet, which columns, which rows, and why a row could not be used.

Rows in = reports + problems, always: a row is dropped only with its number and its reason. A row that is
wholly empty, or that repeats the heading, is no report and is counted in a note.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from yixian.insight.analysis.columns import FIELDS, VOCABULARY
from yixian.insight.analysis.sheets import Found, choose_sheet
from yixian.toolkit.spreadsheets import (
    LONG_CELL,
    Book,
    Cell,
    SpreadsheetProblem,
    cell_text,
    read_book,
    read_day,
)

_NEEDED = ("id", "subject", "detail")


@dataclass(frozen=True, slots=True)
class Report:
    """One usable row. ``row`` is its number in the file, as Excel shows it; ``cells`` the other fields' text."""

    row: int
    id: str
    subject: str
    detail: str
    received_on: dt.date | None
    closed_on: dt.date | None
    cells: Mapping[str, str]

    def cell(self, field: str) -> str:
        return self.cells.get(field, "")


@dataclass(frozen=True, slots=True)
class Problem:
    """A row that could not be used, and why."""

    row: int
    reason: str


@dataclass(frozen=True, slots=True)
class Intake:
    """What was taken in. ``recognised`` maps field → heading; ``notes`` are sentences for the user."""

    reports: tuple[Report, ...]
    problems: tuple[Problem, ...]
    recognised: Mapping[str, str]
    unrecognised: tuple[str, ...]
    sheet: str
    notes: tuple[str, ...]

    @property
    def rows_in(self) -> int:
        return len(self.reports) + len(self.problems)


def take_in(path: Path, *, named: Mapping[str, str] | None = None, sheet: str | None = None) -> Intake:
    """Read ``path``. ``named`` maps fields to headings where the office's are unusual.

    Raises SpreadsheetProblem where the file cannot be used as a whole.
    """
    book = read_book(path)
    found = choose_sheet(book, VOCABULARY, named=named or {}, wanted=sheet)
    _check_columns(found)
    return _Reader(book, found).intake()


def _check_columns(found: Found) -> None:
    if {"subject", "detail"} & set(found.headings.columns):
        return
    seen = "、".join(text.replace("\n", "") for text in found.headings.texts if text)[:200]
    raise SpreadsheetProblem(
        f"没有认出“主题”或“详情”列。表中的列有：{seen}。"
        '请用 --columns 指明，例如 --columns "编号=A列名,主题=B列名,详情=C列名"。'
    )


@dataclass(slots=True)
class _Reader:
    """Goes down the rows once and keeps what it meets."""

    book: Book
    found: Found
    reports: list[Report] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    seen: dict[str, int] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)

    def intake(self) -> Intake:
        headings = self.found.headings
        for row in range(headings.first_row, len(self.found.sheet.rows)):
            self._take(row)
        known = set(headings.columns.values())
        return Intake(
            reports=tuple(self.reports),
            problems=tuple(self.problems),
            recognised={
                name: headings.text(name).replace("\n", "") for name in FIELDS if name in headings.columns
            },
            unrecognised=tuple(text for at, text in enumerate(headings.texts) if text and at not in known),
            sheet=self.found.sheet.name,
            notes=(*self.book.notes, *self.found.notes, *self._notes()),
        )

    def _take(self, row: int) -> None:
        sheet = self.found.sheet
        if row in sheet.broken:
            self.problems.append(Problem(row + 1, sheet.broken[row] + "。"))
            return
        texts = [cell_text(cell) for cell in sheet.rows[row]]
        if not any(texts) and not self._unvalued(row):
            self._count("empty")
        elif self._repeats_heading(texts):
            self._count("heading")
        else:
            self._take_texts(row, texts)

    def _take_texts(self, row: int, texts: list[str]) -> None:
        cells = {name: self._filled(name, row, at, texts) for name, at in self.found.headings.columns.items()}
        if reason := self._reason(row, cells):
            self.problems.append(Problem(row + 1, reason))
            return
        report = self._report(row, cells)
        self.seen[report.id] = report.row
        self.reports.append(report)
        self._count("long", any(len(text) > LONG_CELL for text in cells.values()))

    def _filled(self, name: str, row: int, at: int, texts: list[str]) -> str:
        """The cell's text; a merged cell stands for each of its rows, except where it is the number."""
        if at < len(texts) and texts[at]:
            return texts[at]
        top = self.found.merged_into.get((row, at))
        return cell_text(self.found.sheet.rows[top][at]) if top is not None and name != "id" else ""

    def _is_among(self, row: int, name: str, cells: frozenset[tuple[int, int]]) -> bool:
        at = self.found.headings.columns.get(name)
        return at is not None and (row, at) in cells

    def _unvalued(self, row: int) -> list[str]:
        columns = self.found.headings.columns
        return [
            name for name in _NEEDED if name in columns and (row, columns[name]) in self.found.sheet.unvalued
        ]

    def _reason(self, row: int, cells: Mapping[str, str]) -> str:
        if unvalued := self._unvalued(row):
            return (
                f"“{'、'.join(FIELDS[name] for name in unvalued)}”列是没有计算结果的公式，"
                "请在 Excel 中打开并保存一次，或粘贴为数值。"
            )
        faulty = [name for name in _NEEDED if self._is_among(row, name, self.found.sheet.faults)]
        if "id" in faulty or (faulty and not cells.get("subject") and not cells.get("detail")):
            return f"“{'、'.join(FIELDS[name] for name in faulty)}”列是错误值（如 #REF!、#N/A），请在 Excel 中改正。"
        if not cells.get("subject") and not cells.get("detail"):
            return "主题和详情都是空的。"
        if "\ufffd" in cells.get("id", ""):
            return "编号含有无法识别的字符。"
        if first := self.seen.get(cells.get("id") or self._own_id(row)):
            return f"编号“{_short(cells.get('id', ''))}”与第 {first} 行重复。"
        return ""

    def _report(self, row: int, cells: Mapping[str, str]) -> Report:
        self._count("numbered", not cells.get("id"))
        self._count("rounded", self._is_rounded(row))
        self._count("uncomputed", self._is_uncomputed(row))
        received_on = self._day("received_on", row, cells)
        return Report(
            row=row + 1,
            id=cells.get("id") or self._own_id(row),
            subject=cells.get("subject", ""),
            detail=cells.get("detail", ""),
            received_on=received_on,
            closed_on=self._day("closed_on", row, cells),
            cells={name: text for name, text in cells.items() if text and name not in _TAKEN},
        )

    def _is_rounded(self, row: int) -> bool:
        """Excel keeps 15 digits of a number: a longer id that was typed as one has lost its end."""
        at = self.found.headings.columns.get("id")
        cells = self.found.sheet.rows[row]
        cell = cells[at] if at is not None and at < len(cells) else ""
        return isinstance(cell, float) and abs(cell) >= 1e15

    def _is_uncomputed(self, row: int) -> bool:
        others = [name for name in self.found.headings.columns if name not in _NEEDED]
        return any(self._is_among(row, name, self.found.sheet.unvalued) for name in others)

    def _own_id(self, row: int) -> str:
        return f"行{row + 1}"

    def _day(self, name: str, row: int, cells: Mapping[str, str]) -> dt.date | None:
        if not cells.get(name):
            return None
        at = self.found.headings.columns[name]
        cell: Cell = self.found.sheet.rows[row][at] if at < len(self.found.sheet.rows[row]) else ""
        day = read_day(cell or cells[name])
        self._count(f"unread {name}", day is None)
        return day

    def _repeats_heading(self, texts: list[str]) -> bool:
        headings = self.found.headings
        pairs = [(headings.texts[at], texts[at]) for at in headings.columns.values() if at < len(texts)]
        return bool(pairs) and all(heading == text for heading, text in pairs)

    def _count(self, what: str, happened: bool = True) -> None:
        self.counts[what] = self.counts.get(what, 0) + happened

    def _notes(self) -> list[str]:
        return [sentence.format(n) for what, sentence in _NOTES.items() if (n := self.counts.get(what))]


_TAKEN = {"id", "subject", "detail", "received_on", "closed_on"}
_NOTES = {
    "empty": "跳过空行 {} 行。",
    "heading": "跳过重复的表头 {} 行。",
    "numbered": "有 {} 行没有编号，以“行”加行号代替。",
    "unread received_on": "有 {} 行的日期无法识别，已照常分析，但不计入任何时段。",
    "unread closed_on": "有 {} 行的办结日期无法识别，按未填处理。",
    "rounded": "有 {} 行的编号是超过 15 位的数字，Excel 已丢失末位，请把原表该列设为文本后重新录入。",
    "uncomputed": "有 {} 行的日期等栏目是没有计算结果的公式，按未填处理。",
    "long": "有 {} 行含超过 32767 字的单元格：已接收，阅读其前 20000 字，台账中显示前一部分。",
}


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:40] + "…"
