"""Filling: what people typed is printed as typed, and nothing in a template is carried out."""

import io

import docx
import pytest
from PIL import Image

from tests.toolkit.documents.drafts import a_draft, saved
from yixian.toolkit.documents.templates import Forbidden, Picture, fill_template, words_of


def test_what_people_typed_is_printed_literally():
    filled = fill_template(
        a_draft("{{编号}}：{{事由}}"), {"编号": "1号", "事由": "<b>路</b> & {{编号}} {% x %}"}
    )

    assert words_of(filled).lines == ("1号：<b>路</b> & {{编号}} {% x %}",)


def test_a_line_typed_anew_is_a_paragraph_of_the_same_kind():
    document = docx.Document()
    document.add_paragraph("{{结果}}", style="Heading 1")

    lines = docx.Document(io.BytesIO(fill_template(saved(document), {"结果": "一\n二"}))).paragraphs

    assert [(line.text, line.style.name) for line in lines] == [("一", "Heading 1"), ("二", "Heading 1")]


def test_a_gap_in_a_paper_is_an_error():
    with pytest.raises(KeyError, match="文书模板缺少：事由"):
        fill_template(a_draft("{{编号}}：{{事由}}"), {"编号": "1号"})


@pytest.mark.parametrize("attack", ["{{ ''.__class__ }}", "{% for x in [1] %}a{% endfor %}", "{{ 7*7 }}"])
def test_a_template_with_orders_is_not_filled_even_unchecked(attack):
    with pytest.raises(Forbidden, match="不能使用的写法"):
        fill_template(a_draft(attack), {})


def test_a_picture_stands_in_its_place_at_its_width():
    drawn = io.BytesIO()
    Image.new("RGB", (40, 20)).save(drawn, "PNG")

    filled = docx.Document(
        io.BytesIO(fill_template(a_draft("{{码}}"), {"码": Picture(drawn.getvalue(), 20.0)}))
    )

    (shape,) = filled.inline_shapes
    assert (round(shape.width.mm), round(shape.height.mm)) == (20, 10)


def test_header_and_footer_are_filled():
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "{{编号}}"

    assert words_of(fill_template(saved(document), {"编号": "1号"})).edges == ("1号",)


def test_who_wrote_the_template_is_no_part_of_the_paper():
    document = docx.Document()
    document.core_properties.author = "{{ 7*7 }}某人"

    told = docx.Document(io.BytesIO(fill_template(saved(document), {}, title="告知书"))).core_properties

    assert (told.author, told.title) == ("", "告知书")


def test_the_same_values_give_the_same_bytes():
    template = a_draft("{{编号}}")

    assert fill_template(template, {"编号": "1"}) == fill_template(template, {"编号": "1"})
