import zipfile

import docx
from docx.oxml.ns import qn
from docx.shared import Pt

from yixian.toolkit.documents import Paper, bar_chart


def written(tmp_path, name="文.docx"):
    paper = Paper(subject="试印")
    paper.title("试印")
    paper.heading("一、总体情况")
    paper.body("路\x00坏了。")
    paper.table(["类别", "件数"], [["检举控告", "1,200"], ["申诉", "3.5%"]], widths=[8, 4])
    paper.picture(bar_chart(["甲"], [1]), alt="甲1件")
    paper.save(tmp_path / name)
    return tmp_path / name


def test_a_paper_has_the_sheet_and_margins_of_official_documents(tmp_path):
    section = docx.Document(written(tmp_path)).sections[0]

    edges = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert [round(edge.mm) for edge in edges] == [37, 35, 28, 26]


def test_body_text_is_fangsong_of_size_three_on_a_line_of_29_points(tmp_path):
    line = docx.Document(written(tmp_path)).paragraphs[2]
    run = line.runs[0]

    assert line.text == "路坏了。"
    assert run._element.rPr.rFonts.get(qn("w:eastAsia")) == "仿宋_GB2312"
    assert (run.font.size, line.paragraph_format.line_spacing) == (Pt(16), Pt(28.95))
    assert line.paragraph_format.first_line_indent == Pt(32)


def test_the_page_number_stands_between_dashes_outside(tmp_path):
    document = docx.Document(written(tmp_path))
    section = document.sections[0]

    assert document.settings.odd_and_even_pages_header_footer
    assert section.footer.paragraphs[0].text == "—  —"
    assert "PAGE" in section.footer._element.xml
    assert "PAGE" in section.even_page_footer._element.xml


def test_figures_stand_right_and_words_left_in_a_table_whose_heading_repeats(tmp_path):
    table = docx.Document(written(tmp_path)).tables[0]

    sides = [[cell.paragraphs[0].alignment for cell in row.cells] for row in table.rows]
    assert [[None if side is None else int(side) for side in row] for row in sides] == [
        [1, 1],
        [None, 2],
        [None, 2],
    ]
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None


def test_a_picture_says_in_words_what_it_shows(tmp_path):
    body = docx.Document(written(tmp_path)).element.xml

    assert 'descr="甲1件"' in body


def test_the_same_paper_gives_the_same_bytes_and_holds_no_clock(tmp_path):
    one, two = written(tmp_path, "一.docx"), written(tmp_path, "二.docx")

    with zipfile.ZipFile(one) as archive:
        moments = {member.date_time for member in archive.infolist()}
    assert one.read_bytes() == two.read_bytes()
    assert moments == {(1980, 1, 1, 0, 0, 0)}


def test_captions_are_numbered_by_their_kind():
    paper = Paper(subject="试印")

    assert [paper.number(word) for word in ("表", "图", "表")] == ["表1", "图1", "表2"]
