"""Showing a file without handing it to the browser: the pages of a PDF as pictures, a paper as its words."""

import threading
from io import BytesIO

import pypdfium2 as pdfium
from docx import Document
from python_calamine import CalamineWorkbook

from yixian.toolkit.files.kinds import FileKind

DOTS_AN_INCH, POINTS_AN_INCH = 110, 72
LONGEST_SIDE = 3000
QUALITY = 82
MOST_ROWS = 2_000
_one_at_a_time = threading.Lock()
"""PDFium is not made for several threads."""


def page_count(content: bytes) -> int:
    with _one_at_a_time, pdfium.PdfDocument(content) as opened:
        return len(opened)


def page_picture(content: bytes, number: int, dots: int = DOTS_AN_INCH) -> bytes:
    """Page ``number`` (from 1) as a JPEG, at ``dots`` an inch unless that would be enormous."""
    with _one_at_a_time, pdfium.PdfDocument(content) as opened:
        page = opened[number - 1]
        scale = min(dots / POINTS_AN_INCH, LONGEST_SIDE / max(page.get_size()))
        picture = page.render(scale=scale).to_pil()
    written = BytesIO()
    picture.convert("RGB").save(written, "JPEG", quality=QUALITY)
    return written.getvalue()


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
