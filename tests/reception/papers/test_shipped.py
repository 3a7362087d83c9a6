"""The shipped templates: fit for use, on one sheet where one will do, with no day and no article of their own."""

import io
import re
from importlib.resources import files

import pypdfium2
import pytest
from docx import Document

from yixian.reception.enums import NoticeKind, PaperKind
from yixian.reception.papers import places_of, samples_of
from yixian.reception.papers.engine import FilledPaper, qr
from yixian.reception.papers.shipped import shipped_template
from yixian.toolkit.documents.templates import check_template, fill_template, words_of

TEXTS = [each for each in files("yixian.reception.papers.shipped").iterdir() if each.name.endswith(".txt")]
BY_HAND = re.compile(r"\d|第[一二三四五六七八九十]+条|[一二三四五六七八九十]+(日|个工作日|个月)")
TWO_PAGES = {PaperKind.PROMISE, PaperKind.INQUIRY}


def sample(kind: PaperKind) -> FilledPaper:
    pictures = {each.name: qr("2026-0012", 20) for each in places_of(kind) if each.is_picture}
    return FilledPaper(fill_template(shipped_template(kind), {**dict(samples_of(kind)), **pictures}))


def test_every_notice_is_a_paper_that_the_office_may_word():
    assert set(NoticeKind.values) <= set(PaperKind.values)


@pytest.mark.parametrize("kind", PaperKind)
def test_a_shipped_template_passes_the_check_that_offices_templates_pass(kind):
    checked = check_template(shipped_template(kind), places_of(kind))

    assert (checked.problems, checked.remarks) == ((), ())


@pytest.mark.parametrize("text", TEXTS, ids=lambda each: each.name)
def test_no_letter_has_a_day_or_an_article_typed_by_hand(text):
    assert BY_HAND.findall(text.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("kind", PaperKind)
def test_the_pdf_says_what_the_document_says_on_as_few_pages_as_it_may(kind):
    paper = sample(kind)

    document = pypdfium2.PdfDocument(paper.pdf)
    printed = "".join(page.get_textpage().get_text_bounded() for page in document)
    count = len(document)
    document.close()

    words = re.sub(r"\s", "", re.sub(r"— ?\d ?—", "", printed))
    expected = re.sub(r"\s", "", paper.words.whole)
    assert sorted(words) == sorted(expected.replace("——", ""))
    assert count == (2 if kind in TWO_PAGES else 1)


@pytest.mark.parametrize(("kind", "bold"), [(PaperKind.PROMISE, 2), (PaperKind.FEEDBACK, 0)])
def test_only_the_name_of_a_part_is_a_heading_and_no_sentence_that_ends_in_a_colon(kind, bold):
    paragraphs = Document(io.BytesIO(shipped_template(kind))).paragraphs

    headings = [each.text for each in paragraphs if each.style.name == "Heading 1"]

    assert len(headings) == bold
    assert all(each.endswith("承诺：") for each in headings)


@pytest.mark.parametrize("kind", PaperKind)
def test_every_sample_stands_on_the_paper_or_may_be_left_out(kind):
    words = words_of(shipped_template(kind)).whole

    assert [each.name for each in places_of(kind) if each.required and each.written not in words] == []
