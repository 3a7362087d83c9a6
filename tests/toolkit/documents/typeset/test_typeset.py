"""The PDF says what the .docx says, on as many pages, with its fonts in it."""

import io
import re

import docx
import pikepdf
import pypdfium2
import pytest
from docx.enum.text import WD_BREAK
from docx.shared import Mm, Pt
from PIL import Image

from tests.toolkit.documents.drafts import saved
from yixian.toolkit.documents import Paper, as_pdf
from yixian.toolkit.documents.templates import words_of
from yixian.toolkit.documents.typeset.compiling import NotSet, compile_sheet

SENTENCE = "现将反映下列问题的信访举报件交你单位办理，于2026年3月2日登记。"


def bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def pages(content: bytes) -> list[str]:
    """The text of each page of a PDF."""
    document = pypdfium2.PdfDocument(content)
    try:
        return [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()


def a_paper(lines: int = 3) -> bytes:
    paper = Paper(subject="试印")
    paper.title("受理告知书")
    paper.heading("一、情况")
    for _ in range(lines):
        paper.body(SENTENCE)
    paper.table(["类别", "件数"], [["检举控告", "1,200"], ["申诉", "3"]], widths=[8, 4])
    written = io.BytesIO()
    paper.save(written)
    return written.getvalue()


def test_the_pdf_says_word_for_word_what_the_document_says():
    content = a_paper()

    (page,) = pages(as_pdf(content))

    assert bare(page) == bare("".join(words_of(content).lines)) + "—1—"


def test_a_long_paper_has_its_pages_numbered_on_the_outer_side():
    content = a_paper(lines=30)

    found = pages(as_pdf(content))

    assert [bare(page)[-3:] for page in found] == ["—1—", "—2—", "—3—", "—4—"]


def test_every_font_is_embedded_and_the_file_says_it_is_pdf_a():
    content = as_pdf(a_paper())

    with pikepdf.open(io.BytesIO(content)) as pdf:
        fonts = [font for page in pdf.pages for font in page.Resources.Font.values()]
        held = [
            "/FontFile3" in each.DescendantFonts[0].FontDescriptor
            or "/FontFile2" in each.DescendantFonts[0].FontDescriptor
            for each in fonts
        ]
        metadata = bytes(pdf.Root.Metadata.read_bytes()).decode()
    assert held == [True] * len(fonts) != []
    assert "<pdfaid:part>2</pdfaid:part>" in metadata


def test_the_same_paper_gives_the_same_pdf_and_tells_no_time():
    assert as_pdf(a_paper()) == as_pdf(a_paper())


def test_markup_in_the_text_is_printed_literally():
    document = docx.Document()
    document.add_paragraph('#import "x": * $1^2$ *粗* `码` [甲] \\u{41} {{编号}}')

    (page,) = pages(as_pdf(saved(document)))

    assert bare(page) == bare('#import "x": * $1^2$ *粗* `码` [甲] \\u{41} {{编号}}')


def test_a_page_break_inside_a_paragraph_begins_a_page():
    document = docx.Document()
    line = document.add_paragraph("前")
    line.add_run().add_break(WD_BREAK.PAGE)
    line.add_run("后")

    assert [bare(page) for page in pages(as_pdf(saved(document)))] == ["前", "后"]


def test_a_heading_row_stands_on_each_page_and_merged_cells_keep_their_words():
    document = docx.Document()
    table = document.add_table(rows=60, cols=2, style="Table Grid")
    table.cell(0, 0).merge(table.cell(0, 1)).text = "表头"
    table.rows[0]._tr.get_or_add_trPr().append(docx.oxml.OxmlElement("w:tblHeader"))
    table.cell(1, 0).merge(table.cell(2, 0)).text = "并格"
    for row in table.rows[1:]:
        row.cells[1].text = "行"

    found = pages(as_pdf(saved(document)))

    assert len(found) == 2
    assert [page.count("表头") for page in found] == [1, 1]
    assert sum(page.count("并格") for page in found) == 1
    assert sum(page.count("行") for page in found) == 59


def test_sheet_and_margins_are_those_of_the_document():
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height, section.left_margin = Mm(297), Mm(210), Mm(50)
    document.add_paragraph("横")

    pdf = pypdfium2.PdfDocument(as_pdf(saved(document)))

    (width, height), left = pdf[0].get_size(), pdf[0].get_textpage().get_charbox(0)[0]
    pdf.close()
    assert (round(width / 72 * 25.4), round(height / 72 * 25.4)) == (297, 210)
    assert 50 <= left / 72 * 25.4 < 51


def test_a_picture_in_the_line_is_drawn():
    drawn = io.BytesIO()
    Image.new("RGB", (60, 60), "black").save(drawn, "PNG")
    document = docx.Document()
    document.add_paragraph().add_run().add_picture(io.BytesIO(drawn.getvalue()), width=Mm(40))

    pdf = pypdfium2.PdfDocument(as_pdf(saved(document)))
    picture = pdf[0].render(scale=1).to_pil().convert("L")
    pdf.close()

    dark = sum(picture.histogram()[:40])
    assert dark == pytest.approx((40 / 25.4 * 72) ** 2, rel=0.05)


def test_lines_stand_as_far_apart_as_the_paper_says():
    document = docx.Document()
    for text in ("一", "二"):
        line = document.add_paragraph(text)
        line.paragraph_format.line_spacing, line.paragraph_format.space_after = Pt(30), Pt(0)

    pdf = pypdfium2.PdfDocument(as_pdf(saved(document)))
    page = pdf[0].get_textpage()
    tops = [page.get_charbox(at)[1] for at in range(page.count_chars()) if page.get_text_range(at, 1).strip()]
    pdf.close()

    assert tops[0] - tops[1] == pytest.approx(30, abs=8)


def test_a_fault_of_the_template_is_an_error_and_not_an_empty_page():
    with pytest.raises(NotSet):
        compile_sheet(b"#unknown-word", {})
