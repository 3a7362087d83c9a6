"""A paper in the layout of GB/T 9704: A4, its margins, 22 lines a page, its page numbers.

The methods are the vocabulary of official writing (title, first-level heading 一、, second-level （一）, body,
table, picture), so that a report reads as what it says and not as how Word is driven.
"""

import datetime as dt
import io
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import IO

import docx
from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Mm, Pt
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

from yixian.toolkit.documents import fonts
from yixian.toolkit.documents.footers import number_pages
from yixian.toolkit.documents.packing import packed
from yixian.toolkit.spreadsheets.cells import strip_controls

_FIXED_MOMENT = dt.datetime(2000, 1, 1)
_FIGURE = re.compile(r"[+\-−]?[\d,.]+\s?(?:%|个百分点|件|人|天)?|—")
_SHORT_TABLE = 14
TEXT_WIDTH = 15.6
"""Centimetres between the margins: 210 − 28 − 26 mm."""
_SIZE_2, _SIZE_3, _SIZE_4, _SIZE_5 = Pt(22), Pt(16), Pt(14), Pt(10.5)


class Paper:
    """A document being written, from top to bottom."""

    def __init__(self, *, subject: str) -> None:
        self.document: Document = docx.Document()
        self._numbers: Counter[str] = Counter()
        self._clear_template()
        self._lay_out()
        self._speak_chinese()
        self.document.core_properties.title = subject
        number_pages(self.document)

    def _clear_template(self) -> None:
        properties = self.document.core_properties
        properties.author = properties.last_modified_by = properties.comments = ""
        properties.created = properties.modified = _FIXED_MOMENT

    def _speak_chinese(self) -> None:
        """Mark the text as mainland Chinese, which shapes its punctuation; drop the title's rule."""
        styles = self.document.styles
        for language in styles.element.iter(qn("w:lang")):
            language.set(qn("w:eastAsia"), "zh-CN")
        for border in list(styles["Title"].element.iter(qn("w:pBdr"))):
            border.getparent().remove(border)

    def _lay_out(self) -> None:
        section = self.document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.top_margin, section.bottom_margin = Mm(37), Mm(35)
        section.left_margin, section.right_margin = Mm(28), Mm(26)
        section.footer_distance = Mm(25)

    def number(self, word: str) -> str:
        """The next running number of a kind of caption: 表1, 表2, 图1."""
        self._numbers[word] += 1
        return f"{word}{self._numbers[word]}"

    def title(self, text: str) -> None:
        """二号小标宋, centred."""
        line = self._line(text, fonts.TITLE, _SIZE_2, style="Title")
        line.alignment = WD_ALIGN_PARAGRAPH.CENTER
        line.paragraph_format.line_spacing = Pt(34)

    def subtitle(self, text: str) -> None:
        """三号楷体 under the title, and an empty line before the text."""
        line = self._line(text, fonts.SUBHEADING, _SIZE_3)
        line.alignment = WD_ALIGN_PARAGRAPH.CENTER
        line.paragraph_format.space_after = Pt(14)

    def heading(self, text: str) -> None:
        """First level, 一、: 三号黑体."""
        line = self._line(text, fonts.HEADING, _SIZE_3, style="Heading 1", indented=True)
        line.paragraph_format.keep_with_next = True

    def subheading(self, text: str) -> None:
        """Second level, （一）: 三号楷体."""
        line = self._line(text, fonts.SUBHEADING, _SIZE_3, style="Heading 2", indented=True)
        line.paragraph_format.keep_with_next = True

    def body(self, text: str) -> None:
        """三号仿宋, first line indented by two characters."""
        line = self._line(text, fonts.BODY, _SIZE_3, indented=True)
        line.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY

    def note(self, text: str) -> None:
        """A remark or definition in an appendix, 四号 on a closer line."""
        line = self._line(text, fonts.BODY, _SIZE_4, indented=True)
        line.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        line.paragraph_format.line_spacing = Pt(24)

    def caption(self, text: str, *, below: bool = False) -> None:
        """What a table (above it) or a picture (below it) shows; stays with it on one page."""
        line = self._line(text, fonts.HEADING, Pt(12))
        line.alignment = WD_ALIGN_PARAGRAPH.CENTER
        line.paragraph_format.line_spacing = Pt(22)
        line.paragraph_format.space_before = Pt(2 if below else 8)
        line.paragraph_format.space_after = Pt(6 if below else 2)
        line.paragraph_format.keep_with_next = not below

    def table(
        self, headings: Sequence[str], rows: Sequence[Sequence[str]], *, widths: Sequence[float]
    ) -> None:
        """Text left, figures right; the heading repeats on each page and no row breaks across pages."""
        table = self.document.add_table(rows=0, cols=len(headings), style="Table Grid")
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        table.autofit = False
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Cm(width)
        self._add_row(table, headings, widths, is_heading=True)
        for row in rows:
            self._add_row(table, row, widths, is_heading=False)
        if len(rows) <= _SHORT_TABLE:
            _keep_together(table)
        self._gap()

    def picture(self, png: bytes, *, alt: str, width: float = TEXT_WIDTH) -> None:
        """A chart over the width of the text; ``alt`` says it in words."""
        line = self.document.add_paragraph()
        line.alignment = WD_ALIGN_PARAGRAPH.CENTER
        line.paragraph_format.keep_with_next = True
        drawn = line.add_run().add_picture(io.BytesIO(png), width=Cm(width))
        drawn._inline.docPr.set("descr", alt)

    def new_page(self) -> None:
        self.document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)

    def content(self) -> bytes:
        """The same paper gives the same bytes: no clock is written into the package."""
        draft = io.BytesIO()
        self.document.save(draft)
        return packed(draft)

    def save(self, path: Path | IO[bytes]) -> None:
        if isinstance(path, Path):
            path.write_bytes(self.content())
        else:
            path.write(self.content())

    def _line(
        self, text: str, face: str, size: Pt, *, style: str = "Normal", indented: bool = False
    ) -> Paragraph:
        line = self.document.add_paragraph(style=style)
        run = line.add_run(strip_controls(text))
        fonts.set_face(run, face)
        run.font.size, run.font.bold, run.font.italic = size, False, False
        run.font.color.rgb = docx.shared.RGBColor(0, 0, 0)
        _space(line, indent=size * 2 if indented else 0)
        return line

    def _gap(self) -> None:
        line = self._line("", fonts.BODY, _SIZE_5)
        line.paragraph_format.line_spacing = Pt(10)

    def _add_row(
        self, table: Table, texts: Sequence[str], widths: Sequence[float], *, is_heading: bool
    ) -> None:
        row = table.add_row()  # type: ignore[no-untyped-call] # python-docx gives no types here
        _keep_row(row, repeats=is_heading)
        for at, (cell, text, width) in enumerate(zip(row.cells, texts, widths, strict=True)):
            cell.width = Cm(width)
            _fill_cell(cell, text, is_heading=is_heading, is_first=at == 0)


def _space(line: Paragraph, *, indent: int) -> None:
    layout = line.paragraph_format
    layout.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    layout.line_spacing = Pt(28.95)
    layout.space_before = layout.space_after = Pt(0)
    layout.first_line_indent = indent


def _keep_together(table: Table) -> None:
    """A short table stays on one page: each row holds on to the next."""
    for row in table.rows[:-1]:
        for cell in row.cells:
            cell.paragraphs[0].paragraph_format.keep_with_next = True


def _keep_row(row: _Row, *, repeats: bool) -> None:
    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if repeats:
        properties.append(OxmlElement("w:tblHeader"))


def _fill_cell(cell: _Cell, text: str, *, is_heading: bool, is_first: bool) -> None:
    line = cell.paragraphs[0]
    run = line.add_run(strip_controls(text))
    fonts.set_face(run, fonts.HEADING if is_heading else fonts.BODY)
    run.font.size = _SIZE_5
    line.paragraph_format.line_spacing = Pt(17)
    line.paragraph_format.space_before = line.paragraph_format.space_after = Pt(1)
    if is_heading:
        line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    elif not is_first and _is_figure(text):
        line.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _is_figure(text: str) -> bool:
    return bool(_FIGURE.fullmatch(text))
