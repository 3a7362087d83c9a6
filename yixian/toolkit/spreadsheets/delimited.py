"""Text tables: which delimiter, and records that survive a stray quotation mark."""

import csv
import io
from collections import Counter
from collections.abc import Iterator

from yixian.toolkit.spreadsheets.book import Sheet
from yixian.toolkit.spreadsheets.cells import strip_controls
from yixian.toolkit.spreadsheets.decoding import decode

MAX_CELL = 10_000_000
_DELIMITERS = {",": "逗号", "\t": "制表符", ";": "分号", "|": "竖线"}
_UNCLOSED = "本行的引号没有成对，无法确定单元格的起止"


def read_delimited(content: bytes, *, name: str) -> tuple[Sheet, tuple[str, ...]]:
    """One sheet from the bytes of a text table; a record that cannot be split is listed as broken."""
    text, notes = decode(content)
    text = strip_controls(text)
    delimiter, text = _delimiter(text)
    if delimiter != ",":
        notes = (*notes, f"列与列之间以{_DELIMITERS[delimiter]}分隔。")
    rows, broken = _records(text, delimiter)
    return Sheet(name=name, rows=rows, broken=broken), notes


def _delimiter(text: str) -> tuple[str, str]:
    """The delimiter that splits the first records most evenly; ``sep=;`` on the first line decides."""
    first, _, rest = text.partition("\n")
    if first.startswith("sep=") and first[4:5] in _DELIMITERS:
        return first[4], rest
    return max(_DELIMITERS, key=lambda mark: _evenness(text[:65_536], mark)), text


def _evenness(sample: str, delimiter: str) -> float:
    widths = Counter(len(row) for row in csv.reader(io.StringIO(sample), delimiter=delimiter) if any(row))
    width, times = max(widths.items(), key=lambda item: (item[1], item[0]), default=(1, 1))
    return 0.0 if width < 2 else times / widths.total() * min(width, 12)


def _records(text: str, delimiter: str) -> tuple[list[list[str]], dict[int, str]]:
    """Rows numbered as a spreadsheet would. A quote left open to the end costs its own line only."""
    csv.field_size_limit(MAX_CELL)
    lines = text.splitlines(keepends=True) if "\n" in text else [text]
    rows: list[list[str]] = []
    broken: dict[int, str] = {}
    at = 0
    while at < len(lines):
        for record, start, end in _parse(lines, at, delimiter):
            if end == len(lines) and _is_unclosed(lines[start:end], delimiter):
                broken[len(rows)] = _UNCLOSED
                rows.append([])
                at = start + 1
                break
            rows.append(record)
            at = end
    return rows, broken


def _parse(lines: list[str], at: int, delimiter: str) -> Iterator[tuple[list[str], int, int]]:
    reader = csv.reader(lines[at:], delimiter=delimiter)
    start = at
    for record in reader:
        yield record, start, at + reader.line_num
        start = at + reader.line_num


def _is_unclosed(raw: list[str], delimiter: str) -> bool:
    try:
        list(csv.reader(raw, delimiter=delimiter, strict=True))
    except csv.Error as error:
        return "unexpected end of data" in str(error)
    return False
