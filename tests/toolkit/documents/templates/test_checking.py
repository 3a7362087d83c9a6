"""Each thing that is wrong with a template is named, in Chinese, with what to do."""

import io
import zipfile

import docx
import pytest
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from tests.toolkit.documents.drafts import a_draft, saved, with_part
from yixian.toolkit.documents.templates import LARGEST, Placeholder, check_template, words_of

PLACES = (
    Placeholder("来件编号", "登记时编的号", "2026-0012", required=True),
    Placeholder("期限", "办结的最后一天", "2026年5月6日", required=True),
    Placeholder("落款机关", "本机关全称", "青禾镇纪委"),
)
GOOD = ("{{来件编号}}", "不迟于{{期限}}")


def problems(content: bytes) -> list[str]:
    return list(check_template(content, PLACES).problems)


def test_a_good_template_has_no_problem_and_no_remark():
    checked = check_template(a_draft("承诺书", *GOOD), PLACES)

    assert (checked.problems, checked.remarks) == ((), ())


def test_an_unknown_placeholder_is_named_with_its_place_and_the_nearest_known_one():
    assert problems(a_draft(*GOOD, "编号：{{来件号}}。")) == [
        "没有“{{来件号}}”这个占位符（在正文“编号：{{来件号}}。”处），是不是“{{来件编号}}”？"
    ]


def test_an_unknown_placeholder_like_no_other_points_to_the_list():
    assert problems(a_draft(*GOOD, "{{天气}}")) == [
        "没有“{{天气}}”这个占位符（在正文“{{天气}}”处），请看本页列出的占位符。"
    ]


def test_an_unknown_placeholder_in_a_footer_is_found():
    document = docx.Document(io.BytesIO(a_draft(*GOOD)))
    document.sections[0].footer.paragraphs[0].text = "{{落款单位}}"

    assert problems(saved(document)) == [
        "没有“{{落款单位}}”这个占位符（在页眉页脚“{{落款单位}}”处），是不是“{{落款机关}}”？"
    ]


def test_a_placeholder_in_a_header_counts():
    document = docx.Document(io.BytesIO(a_draft("{{来件编号}}")))
    document.sections[0].header.paragraphs[0].text = "期限：{{期限}}"

    assert problems(saved(document)) == []


def test_a_missing_required_placeholder_is_named_with_its_meaning():
    assert problems(a_draft("{{来件编号}}")) == ["缺少必需的占位符“{{期限}}”（办结的最后一天）。"]


@pytest.mark.parametrize(
    "attack",
    [
        "{{ ''.__class__ }}",
        "{{ 7*7 }}",
        "{{来件编号.__class__}}",
        "{{来件编号|upper}}",
        "{{来件编号()}}",
        "{% for x in 来件编号 %}",
        "{% include '/etc/passwd' %}",
        "{# 说明 #}",
        "{{r 来件编号.x}}",
        "{{来件编号",
    ],
)
def test_anything_but_a_name_is_refused(attack):
    found = problems(a_draft(*GOOD, attack))

    assert any(attack[:2] in each and "不能使用" in each for each in found)


def test_an_order_hidden_in_an_attribute_is_refused():
    draft = with_part(
        a_draft("名" + GOOD[0], GOOD[1]), "word/document.xml", "<w:p>", '<w:p w:rsidR="{{7*7}}">'
    )

    assert any("{{7*7}}" in each for each in problems(draft))


def test_an_order_broken_over_runs_is_refused():
    document = docx.Document(io.BytesIO(a_draft(*GOOD)))
    line = document.add_paragraph()
    for piece in ("{", "{ 7", "*7 }", "}"):
        line.add_run(piece)

    assert any("{{ 7*7 }}" in each for each in problems(saved(document)))


def test_a_placeholder_in_pieces_is_mended_without_a_word_when_its_look_is_one():
    document = docx.Document()
    line = document.add_paragraph("编号")
    for piece in ("{", "{来件 ", "编号", "}", "}（", "完）"):
        line.add_run(piece)
    document.add_paragraph("{{期限}}")

    checked = check_template(saved(document), PLACES)

    assert (checked.problems, checked.remarks) == ((), ())
    assert words_of(checked.content).lines[0] == "编号{{来件编号}}（完）"


def test_a_placeholder_in_several_looks_is_mended_and_told():
    document = docx.Document()
    line = document.add_paragraph("{{来件")
    line.add_run("编号}}").bold = True
    document.add_paragraph("{{期限}}")

    assert check_template(saved(document), PLACES).remarks == (
        "“{{来件编号}}”里的字用了几种格式，已按第一个字的格式接成一个。",
    )


def test_full_width_braces_are_understood():
    checked = check_template(a_draft("｛｛来件编号｝｝", "｛｛ 期 限 ｝｝"), PLACES)

    assert checked.problems == ()
    assert words_of(checked.content).lines == ("{{来件编号}}", "{{期限}}")


def test_a_link_to_the_outside_is_refused():
    document = docx.Document(io.BytesIO(a_draft(*GOOD)))
    document.part.relate_to(
        "https://example.invalid/",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image",
        True,
    )

    assert ["超链接" in each for each in problems(saved(document))] == [True]


def test_a_word_document_with_broken_markup_is_refused():
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(a_draft(*GOOD))) as parts, zipfile.ZipFile(written, "w") as copy:
        for name in parts.namelist():
            copy.writestr(name, b"<w:document" if name == "word/document.xml" else parts.read(name))

    assert ["不是能打开的 Word 文档" in each for each in problems(written.getvalue())] == [True]


def test_what_is_no_word_document_is_refused():
    assert problems(b"PK\x03\x04 not a package") == [
        "不是能打开的 Word 文档（.docx）。请在 Word 里另存为 .docx 再上传。"
    ]


def test_a_template_over_the_limit_is_refused():
    assert problems(b"x" * (LARGEST + 1)) == ["模板超过 1 MB，请压缩里面的图片后再上传。"]


def _floating(document):
    run = document.add_paragraph().add_run()
    drawing = OxmlElement("w:drawing")
    drawing.append(OxmlElement("wp:anchor"))
    run._r.append(drawing)


def _numbered(document):
    properties = document.add_paragraph("一项")._p.get_or_add_pPr()
    properties.append(OxmlElement("w:numPr"))


def _tracked(document):
    document.add_paragraph()._p.append(OxmlElement("w:ins"))


def _commented(document):
    document.add_paragraph().add_run()._r.append(OxmlElement("w:commentReference"))


def _a_field(document):
    instruction, begin = OxmlElement("w:instrText"), OxmlElement("w:fldChar")
    instruction.text, run = " DATE ", document.add_paragraph().add_run()
    begin.set(qn("w:fldCharType"), "begin")
    run._r.append(begin)
    run._r.append(instruction)


def _sections(document):
    document.add_section()


def _columns(document):
    found = document.sections[0]._sectPr.find(qn("w:cols"))
    found.set(qn("w:num"), "2")


def _object(document):
    document.add_paragraph().add_run()._r.append(OxmlElement("w:object"))


@pytest.mark.parametrize(
    ("add", "word"),
    [
        (_floating, "浮动"),
        (_numbered, "自动编号"),
        (_tracked, "修订"),
        (_commented, "批注"),
        (_a_field, "域（DATE）"),
        (_sections, "几节"),
        (_columns, "分了栏"),
        (_object, "其他程序的对象"),
    ],
)
def test_what_the_pdf_would_lose_is_named(add, word):
    document = docx.Document(io.BytesIO(a_draft(*GOOD)))
    add(document)

    assert [word in each for each in problems(saved(document))] == [True]


def test_a_page_break_is_no_problem():
    document = docx.Document(io.BytesIO(a_draft(*GOOD)))
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)

    assert problems(saved(document)) == []
