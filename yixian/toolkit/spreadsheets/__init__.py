"""Reading whatever an office calls a spreadsheet, or saying in Chinese why it cannot be read.

``read_book`` is the one way in. It looks at the content and not at the extension, refuses what would
harm the machine before parsing it, and gives plain rows of cells with what it noticed on the way.
"""

from yixian.toolkit.spreadsheets.book import Book, Cell, Sheet
from yixian.toolkit.spreadsheets.cells import LONG_CELL, cell_text, strip_controls
from yixian.toolkit.spreadsheets.dates import read_day
from yixian.toolkit.spreadsheets.problems import SpreadsheetProblem
from yixian.toolkit.spreadsheets.reading import read_book

__all__ = [
    "LONG_CELL",
    "Book",
    "Cell",
    "Sheet",
    "SpreadsheetProblem",
    "cell_text",
    "read_book",
    "read_day",
    "strip_controls",
]
