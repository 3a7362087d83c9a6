"""Which sheet of a workbook holds the reports: the one whose headings say most, then the one with most rows."""

from collections.abc import Mapping
from dataclasses import dataclass

from yixian.toolkit.headings import Headings, Vocabulary, merged_into, recognise
from yixian.toolkit.spreadsheets import Book, Sheet, SpreadsheetProblem


@dataclass(frozen=True, slots=True)
class Found:
    """The chosen sheet with its headings; ``merged_into`` maps a covered cell to the row of its merged cell."""

    sheet: Sheet
    headings: Headings
    merged_into: Mapping[tuple[int, int], int]
    notes: tuple[str, ...]


def choose_sheet(
    book: Book, vocabulary: Vocabulary, *, named: Mapping[str, str], wanted: str | None = None
) -> Found:
    """The sheet ``wanted`` by name, or the best one; others that look alike are named in a note."""
    sheets = [sheet for sheet in book.sheets if any(any(row) for row in sheet.rows) or sheet.broken]
    if wanted is not None:
        sheets = [_by_name(book, wanted)]
    tried = [(sheet, *_recognised(sheet, vocabulary, named)) for sheet in sheets]
    sound = [(sheet, headings) for sheet, headings, problem in tried if headings is not None]
    if not sound:
        raise next(problem for _, _, problem in tried if problem)
    sheet, headings = max(sound, key=lambda one: _worth(*one))
    return Found(sheet, headings, merged_into(sheet, headings), _notes(sheet, sound))


def _by_name(book: Book, wanted: str) -> Sheet:
    for sheet in book.sheets:
        if sheet.name == wanted:
            return sheet
    names = "、".join(sheet.name for sheet in book.sheets)
    raise SpreadsheetProblem(f"没有名为“{wanted}”的工作表。文件中的工作表有：{names}。")


def _recognised(
    sheet: Sheet, vocabulary: Vocabulary, named: Mapping[str, str]
) -> tuple[Headings | None, SpreadsheetProblem | None]:
    try:
        return recognise(sheet, vocabulary, named=named), None
    except SpreadsheetProblem as problem:
        return None, problem


def _worth(sheet: Sheet, headings: Headings) -> tuple[bool, bool, int, int]:
    columns = set(headings.columns)
    return bool(columns & {"subject", "detail"}), sheet.visible, len(columns), len(sheet.rows)


def _notes(chosen: Sheet, sound: list[tuple[Sheet, Headings]]) -> tuple[str, ...]:
    alike = [sheet.name for sheet, headings in sound if sheet is not chosen and _worth(sheet, headings)[0]]
    if not alike:
        return ()
    others = "、".join(f"“{name}”" for name in alike)
    return (f"本次分析工作表“{chosen.name}”；另有{others}也像台账，未读取，可用 --sheet 指定。",)
