"""Reading a spreadsheet that was uploaded without writing it to the disk.

The readers want a path. On Linux, where an office runs this, a file in memory has one; elsewhere (an engineer's
laptop) a private temporary file stands in for it and is removed at once.
"""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path, PurePath

from yixian.toolkit.spreadsheets.book import Book
from yixian.toolkit.spreadsheets.problems import SpreadsheetProblem
from yixian.toolkit.spreadsheets.reading import read_book


def book_of(name: str, content: bytes) -> Book:
    """Every sheet of an uploaded file; ``name`` is only for what is said about it."""
    shown = PurePath(name.replace("\\", "/")).name or "文件"
    with _path_of(content) as path:
        try:
            book = read_book(path)
        except SpreadsheetProblem as problem:
            raise SpreadsheetProblem(str(problem).replace(f"“{path.name}”", f"“{shown}”")) from problem
    notes = tuple(note for note in book.notes if "扩展名" not in note)
    sheets = (replace(sheet, name=shown) if sheet.name == path.name else sheet for sheet in book.sheets)
    return Book(tuple(sheets), notes)


@contextmanager
def _path_of(content: bytes) -> Iterator[Path]:
    if hasattr(os, "memfd_create"):
        with os.fdopen(os.memfd_create("ledger"), "wb") as held:
            held.write(content)
            held.flush()
            yield Path(f"/proc/self/fd/{held.fileno()}")
        return
    with tempfile.TemporaryDirectory(prefix="yixian-") as folder:
        path = Path(folder) / "ledger"
        path.write_bytes(content)
        yield path
