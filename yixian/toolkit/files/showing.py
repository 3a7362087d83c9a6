"""Showing a file without handing it to the browser: the pages of a PDF as pictures, a paper as its words."""

from io import BytesIO

from docx import Document
from python_calamine import CalamineWorkbook

from yixian.toolkit.drawing import Paper, drawn
from yixian.toolkit.files.kinds import FileKind

SCREEN = Paper(dots=110, longest=3000, quality=82)
MOST_ROWS = 2_000


def page_picture(content: bytes, number: int) -> bytes:
    """Page ``number`` (from 1) as a JPEG, as large as a screen asks; ``NotDrawn`` where there is none to be had."""
    return drawn(content, SCREEN, [number])[0]


def words_in(kind: FileKind, content: bytes) -> str:
    """The words of a text, a Word paper or a workbook; nothing for what is seen or heard."""
    if kind is FileKind.TEXT:
        return content.decode()
    if kind is FileKind.DOCX:
        return _paper(content)
    return _book(content) if kind is FileKind.XLSX else ""


def _paper(content: bytes) -> str:
    """Paragraphs and the cells of tables, in their order."""
    lines = []
    for each in Document(BytesIO(content)).iter_inner_content():
        if hasattr(each, "rows"):
            lines += ["\t".join(cell.text for cell in row.cells) for row in each.rows]
        else:
            lines.append(each.text)
    return "\n".join(lines)


def _book(content: bytes) -> str:
    """Each sheet under its name, cells between tabs."""
    lines = []
    book = CalamineWorkbook.from_filelike(BytesIO(content))
    for name in book.sheet_names:
        rows = book.get_sheet_by_name(name).to_python()
        lines += [f"【{name}】", *("\t".join(str(cell) for cell in row) for row in rows[:MOST_ROWS])]
    return "\n".join(lines)
