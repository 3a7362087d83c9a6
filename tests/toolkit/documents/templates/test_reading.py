import docx

from tests.toolkit.documents.drafts import saved
from yixian.toolkit.documents.templates import words_of


def test_words_are_read_with_tables_and_edges():
    document = docx.Document()
    document.add_paragraph("")
    document.add_paragraph("受理告知书")
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "编号", "1号"
    document.add_paragraph("甲\t乙\n丙")
    document.sections[0].footer.paragraphs[0].text = "页脚"

    words = words_of(saved(document))

    assert (words.title, words.text, words.edges) == ("受理告知书", "编号　1号\n甲　乙\n丙", ("页脚",))
    assert "页脚" in words.whole
