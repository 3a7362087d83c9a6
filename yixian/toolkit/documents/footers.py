"""Page numbers as official papers carry them: — 1 —, right on odd pages, left on even ones."""

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Pt
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from yixian.toolkit.documents import fonts

_SIDE = Pt(14)
"""One character of white space to the outer margin."""


def number_pages(document: Document) -> None:
    """Put the number at the outer foot of every page of the first section."""
    document.settings.odd_and_even_pages_header_footer = True
    section = document.sections[0]
    odd, even = section.footer.paragraphs[0], section.even_page_footer.paragraphs[0]
    odd.alignment, odd.paragraph_format.right_indent = WD_ALIGN_PARAGRAPH.RIGHT, _SIDE
    even.alignment, even.paragraph_format.left_indent = WD_ALIGN_PARAGRAPH.LEFT, _SIDE
    for line in (odd, even):
        _write_number(line)


def _write_number(line: Paragraph) -> None:
    _styled(line.add_run("— "))
    field = _styled(line.add_run())
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        field._element.append(_mark(kind) if kind else _instruction(text))
    _styled(line.add_run(" —"))


def _styled(run: Run) -> Run:
    fonts.set_face(run, fonts.PAGE)
    run.font.size = Pt(14)
    return run


def _mark(kind: str) -> BaseOxmlElement:
    mark = OxmlElement("w:fldChar")
    mark.set(qn("w:fldCharType"), kind)
    return mark


def _instruction(text: str) -> BaseOxmlElement:
    instruction = OxmlElement("w:instrText")
    instruction.set(qn("xml:space"), "preserve")
    instruction.text = text
    return instruction
