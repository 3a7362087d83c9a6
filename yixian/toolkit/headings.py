"""Finding the heading row of a table and what each column means, whatever the office calls it.

The vocabulary (field → its usual headings) is given by the caller: this module knows how headings are
written (title rows above, two-row headings, merged cells, remarks in brackets), not what they are about.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from yixian.toolkit.spreadsheets import Sheet, SpreadsheetProblem, cell_text

SEARCHED_ROWS = 20
LONGEST = 40
Vocabulary = Mapping[str, Sequence[str]]
_REMARK = re.compile(r"[（(\[【].*?[）)\]】]")
_NOISE = re.compile(r"[\s*＊:：_·\-—/、\"'“”]+")


@dataclass(frozen=True, slots=True)
class Headings:
    """Where the data begin and which column (from 0) holds which field."""

    columns: dict[str, int]
    texts: tuple[str, ...]
    first_row: int
    """Row (from 0) of the first data row."""

    def text(self, field: str) -> str:
        """The heading as the office wrote it."""
        return self.texts[self.columns[field]]


def recognise(sheet: Sheet, vocabulary: Vocabulary, *, named: Mapping[str, str] | None = None) -> Headings:
    """The headings of ``sheet``; ``named`` (field → heading or column letter) overrules the vocabulary.

    Tries each of the first rows alone and joined with the next, and keeps what recognises most fields.
    """
    tries = [
        Headings(_columns(texts, vocabulary, named or {}), texts, after)
        for texts, after in _candidates(sheet)
    ]
    if not tries:
        return Headings({}, (), 0)
    best = max(tries, key=lambda found: (len(found.columns), _breadth(found)))
    return _checked(best, tries, named or {})


def _breadth(found: Headings) -> int:
    """Where nothing is recognised, the first of the widest rows is shown as the headings, and not a title."""
    return 0 if found.columns else len({text for text in found.texts if text})


def _candidates(sheet: Sheet) -> list[tuple[tuple[str, ...], int]]:
    """(texts, first data row) of each possible heading; single rows first, so that ties go to them."""
    top = [_texts(sheet, row) for row in range(min(SEARCHED_ROWS, len(sheet.rows)))]
    single = [(texts, _after(sheet, row)) for row, texts in enumerate(top) if any(texts)]
    double = [
        (_joined(_spread(sheet, row, top[row]), top[row + 1]), _after(sheet, row + 1))
        for row in range(len(top) - 1)
        if any(top[row]) and any(top[row + 1])
    ]
    return single + double


def _texts(sheet: Sheet, row: int) -> tuple[str, ...]:
    return tuple(cell_text(cell) for cell in sheet.rows[row])


def _after(sheet: Sheet, row: int) -> int:
    """The row below a heading, below its merged cells too."""
    ends = [last for (first, _), (last, _) in sheet.merges if first == row and last < SEARCHED_ROWS]
    return max([row, *ends]) + 1


def _spread(sheet: Sheet, row: int, texts: tuple[str, ...]) -> tuple[str, ...]:
    """An upper heading merged over several columns stands over each of them."""
    spread = list(texts)
    for (top, left), (bottom, right) in sheet.merges:
        if top <= row <= bottom and left < len(spread):
            spread[left : right + 1] = [texts[left]] * (min(right + 1, len(spread)) - left)
    return tuple(spread)


def _joined(upper: tuple[str, ...], lower: tuple[str, ...]) -> tuple[str, ...]:
    width = max(len(upper), len(lower))
    pairs = zip(upper + ("",) * (width - len(upper)), lower + ("",) * (width - len(lower)), strict=True)
    return tuple(f"{top}\n{low}" if top and low else top or low for top, low in pairs)


def _columns(texts: tuple[str, ...], vocabulary: Vocabulary, named: Mapping[str, str]) -> dict[str, int]:
    readings = [_readings(text) for text in texts]
    columns = {field: _named_column(readings, heading) for field, heading in named.items()}
    found = {field: column for field, column in columns.items() if column is not None}
    for rank in range(max((len(names) for names in vocabulary.values()), default=0)):
        _take_rank(found, readings, vocabulary, rank, named)
    return found


def _take_rank(
    found: dict[str, int],
    readings: Sequence[set[str]],
    vocabulary: Vocabulary,
    rank: int,
    named: Mapping[str, str],
) -> None:
    """Give each field still open its ``rank``-th usual heading, so that better names win over weaker ones."""
    for field, names in vocabulary.items():
        if field in found or field in named or rank >= len(names):
            continue
        column = _column_called(readings, names[rank], taken=set(found.values()))
        if column is not None:
            found[field] = column


def _column_called(readings: Sequence[set[str]], name: str, *, taken: set[int]) -> int | None:
    wanted = plain(name)
    for column, heading in enumerate(readings):
        if column not in taken and wanted in heading:
            return column
    return None


def _readings(text: str) -> set[str]:
    """How a heading may be read: whole, its lower line alone, and without its remarks in brackets.

    A text too long to be a heading is a cell of data and is read as nothing.
    """
    parts = (text, text.rpartition("\n")[2], _REMARK.sub("", text))
    return {plain(part) for part in parts if 0 < len(part) <= LONGEST}


def plain(text: str) -> str:
    """A heading without what offices vary: width, case, blanks, stars, colons, dashes."""
    return _NOISE.sub("", unicodedata.normalize("NFKC", text)).lower()


def _named_column(readings: Sequence[set[str]], heading: str) -> int | None:
    column = _column_called(readings, heading, taken=set())
    return column if column is not None else _lettered_column(heading, len(readings))


def _lettered_column(heading: str, width: int) -> int | None:
    """A column named by its letter, as Excel shows it: B or B列."""
    match = re.fullmatch(r"([A-Za-z]{1,2})列?", heading.strip())
    if not match:
        return None
    number = 0
    for letter in match[1].upper():
        number = number * 26 + ord(letter) - 64
    return number - 1 if number <= width else None


def _checked(best: Headings, tries: Sequence[Headings], named: Mapping[str, str]) -> Headings:
    for field, heading in named.items():
        if field not in best.columns:
            shown = "、".join(text.replace("\n", "") for text in best.texts if text)
            raise SpreadsheetProblem(f"表中没有名为“{heading}”的列（用于“{field}”）。表中的列有：{shown}。")
    return best


def merged_into(sheet: Sheet, headings: Headings) -> dict[tuple[int, int], int]:
    """Each cell that a merged cell of the data covers → the row in which that cell stands."""
    return {
        (row, left): top
        for (top, left), (bottom, _) in sheet.merges
        if top >= headings.first_row
        for row in range(top + 1, bottom + 1)
    }
