"""What papers to people and sheets for the file have beyond a report's pages: an addressee, a place for the seal,
lines to sign on, and forms with labelled fields.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass

from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.shared import Cm, Mm, Pt
from docx.table import _Cell, _Row

from yixian.toolkit.documents import Paper
from yixian.toolkit.documents import fonts as faces

SIZE, SMALL = Pt(16), Pt(12)
"""三号 for what is read, 小四 in forms."""
SEAL_RIGHT = Pt(64)
"""The day stands four characters from the right edge, under the middle of the seal."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A field of a form: ``wide`` columns. A label is centred, what is filled in stands left."""

    text: str
    wide: int
    is_label: bool


def cell(written: str) -> Cell:
    """As ``sheets`` writes it."""
    words, _, wide = (
        written.rpartition(":") if written[-2:-1] == ":" and written[-1:].isdigit() else (written, "", "1")
    )
    is_label = words.startswith("*")
    text = words[1:].replace("/", "\n") if words[:1] in ("*", "=") else f"{{{{{words}}}}}"
    return Cell(text, int(wide), is_label)


class Sheet(Paper):
    """A paper of the front line."""

    def heading_of_organ(self) -> None:
        """The organ over the title of a form, on a sheet with narrower margins."""
        section = self.document.sections[0]
        section.top_margin, section.bottom_margin = Mm(25), Mm(24)
        section.left_margin = section.right_margin = Mm(25)
        section.footer_distance = Mm(14)
        line = self._line("{{机关名称}}", faces.TITLE, Pt(18))
        line.alignment = WD_ALIGN_PARAGRAPH.CENTER

    def number_line(self, text: str) -> None:
        """The paper's number under its title, and room below."""
        line = self._line(text, faces.BODY, SIZE)
        line.alignment = WD_ALIGN_PARAGRAPH.CENTER
        line.paragraph_format.space_after = Pt(14)

    def addressee(self, text: str) -> None:
        self._line(text, faces.BODY, SIZE)

    def room(self) -> None:
        """A little room between a form and the text beside it."""
        self._gap()

    def seal_place(self, organ: str, day: str) -> None:
        """署名和成文日期: one line of room, so that the seal stands over both and near the text."""
        self._line("", faces.BODY, SIZE).paragraph_format.keep_with_next = True
        name = self._line(organ, faces.BODY, SIZE)
        name.paragraph_format.keep_with_next = True
        for line in (name, self._line(day, faces.BODY, SIZE)):
            line.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            line.paragraph_format.right_indent = SEAL_RIGHT

    def sign_line(self, text: str) -> None:
        """Where somebody signs."""
        line = self._line(text, faces.BODY, SIZE, indented=True)
        line.paragraph_format.space_before = Pt(10)

    def right_line(self, text: str) -> None:
        line = self._line(text, faces.BODY, SIZE)
        line.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        line.paragraph_format.right_indent = SEAL_RIGHT

    def small(self, text: str, *, right: bool = False) -> None:
        """A remark under a form."""
        line = self._line(text, faces.BODY, SMALL)
        line.paragraph_format.line_spacing = Pt(20)
        line.paragraph_format.space_before = Pt(6)
        if right:
            line.alignment = WD_ALIGN_PARAGRAPH.RIGHT

    def big(self, text: str) -> None:
        """The code of a receipt."""
        line = self._line(text, faces.HEADING, Pt(22))
        line.alignment = WD_ALIGN_PARAGRAPH.CENTER
        line.paragraph_format.line_spacing = Pt(40)

    def picture_line(self, name: str) -> None:
        """A placeholder of a picture; its line grows with it."""
        line = self._line(f"{{{{{name}}}}}", faces.BODY, SMALL)
        line.alignment = WD_ALIGN_PARAGRAPH.CENTER
        line.paragraph_format.line_spacing_rule = WD_LINE_SPACING.SINGLE

    def form(self, *rows: str, widths: Sequence[float]) -> None:
        """Rows as ``sheets`` writes them; ``widths`` of the columns in centimetres."""
        table = self.document.add_table(rows=0, cols=len(widths), style="Table Grid")
        table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Cm(width)
        for written in rows:
            height, *cells = written.split("|")
            row = table.add_row()
            row.height, row.height_rule = Mm(int(height.rstrip("!"))), WD_ROW_HEIGHT_RULE.AT_LEAST
            if height.endswith("!"):
                row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
            self._fill_row(row, [cell(each) for each in cells], widths)

    def _fill_row(self, row: _Row, cells: Sequence[Cell], widths: Sequence[float]) -> None:
        at = 0
        for each in cells:
            target = row.cells[at]
            if each.wide > 1:
                target = target.merge(row.cells[at + each.wide - 1])
            target.width = Cm(sum(widths[at : at + each.wide]))
            self._write(target, each)
            at += each.wide

    def _write(self, target: _Cell, cell: Cell) -> None:
        for at, text in enumerate(cell.text.split("\n")):
            line = target.paragraphs[0] if at == 0 else target.add_paragraph()
            run = line.add_run(text)
            faces.set_face(run, faces.HEADING if cell.is_label else faces.BODY)
            run.font.size = SMALL
            layout = line.paragraph_format
            layout.space_before = layout.space_after = Pt(2)
            if "二维码" in cell.text:
                layout.line_spacing_rule = WD_LINE_SPACING.SINGLE
                line.alignment = WD_ALIGN_PARAGRAPH.CENTER
            else:
                layout.line_spacing_rule, layout.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(19)
            if cell.is_label:
                line.alignment = WD_ALIGN_PARAGRAPH.CENTER
        target.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER

    def written(self) -> bytes:
        stream = io.BytesIO()
        self.save(stream)
        return stream.getvalue()
