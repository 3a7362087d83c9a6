import io

import docx
import pytest

from yixian.toolkit.documents import fill_template


@pytest.fixture
def template(tmp_path):
    document = docx.Document()
    document.add_paragraph("{{ number }}：{{ matter }}")
    document.save(tmp_path / "告知书.docx")
    return tmp_path / "告知书.docx"


def test_what_people_typed_is_printed_literally(template):
    filled = fill_template(template, {"number": "1号", "matter": "<b>路</b> & {{ number }}"})

    assert docx.Document(io.BytesIO(filled)).paragraphs[0].text == "1号：<b>路</b> & {{ number }}"


def test_a_gap_in_a_paper_is_an_error(template):
    with pytest.raises(KeyError, match=r"文书模板“告知书.docx”缺少：matter"):
        fill_template(template, {"number": "1号"})
