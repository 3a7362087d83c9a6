"""What an attacker of November 2026 found in files: notes that stayed, readers that broke, loops that took minutes."""

import time
from contextlib import suppress
from io import BytesIO
from os import urandom

import pikepdf
import pytest
from docx import Document
from PIL import Image

from tests.toolkit.files import samples
from tests.toolkit.files.samples import SECRET, box
from tests.toolkit.files.test_taking_in import everything_in
from yixian.toolkit.files import EVIDENCE, FileRefused, take_in

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
LINKS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
)
HOME = f"C:\\Users\\{SECRET}\\Desktop"
WORKBOOK = (
    '<x xmlns:a="urn:ac"><a:AlternateContent><a:Choice>'
    f'<a:absPath url="{HOME}"/></a:Choice></a:AlternateContent></x>'
)
SLOW = 1.0
"""Seconds; what was quadratic took hours of them."""


def told(part: str, content: str | bytes) -> bytes:
    written = content if isinstance(content, bytes) else content.encode()
    paper = samples.with_part(samples.docx(), part, written)
    return everything_in(take_in("a.docx", paper, EVIDENCE).content)


def tiff() -> bytes:
    written = BytesIO()
    Image.new("RGB", (8, 8)).save(written, "TIFF", description=SECRET)
    return written.getvalue()


def pdf_of_a_photo(photograph: bytes) -> bytes:
    written = BytesIO()
    with pikepdf.new() as made:
        page = made.add_blank_page(page_size=(200, 200))
        named = {"Type": pikepdf.Name.XObject, "Subtype": pikepdf.Name.Image, "Width": 60, "Height": 40}
        packed = {
            "ColorSpace": pikepdf.Name.DeviceRGB,
            "BitsPerComponent": 8,
            "Filter": pikepdf.Name.DCTDecode,
        }
        photo = pikepdf.Stream(made, photograph, **named, **packed)
        page.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(P=made.make_indirect(photo)))
        page.obj.Contents = pikepdf.Stream(made, b"q 100 0 0 100 0 0 cm /P Do Q")
        made.save(written)
    return written.getvalue()


@pytest.mark.parametrize(
    ("part", "content"),
    [
        ("xl/workbook.xml", WORKBOOK),
        ("word/a.xml", f"<w:p {WORD} w:author='{SECRET}'/>"),
        ("word/a.xml", f'<w:p {WORD} w:author = "{SECRET}"/>'),
        ("word/a.xml", f'<w:p {WORD} descr="{HOME}"/>'),
        ("word/a.xml", f"<w:p {WORD}><!-- {SECRET} --></w:p>"),
        (
            "word/_rels/a.xml.rels",
            LINKS.format(
                '<Relationship Id="r1" Type="x/relationships/hyperlink" TargetMode="External" '
                f'Target="file:///C:/Users/{SECRET}/a.docx"/>'
            ),
        ),
        ("word/media/a.jfif", samples.jpeg()),
        ("word/media/a.tiff", tiff()),
    ],
)
def test_an_office_paper_does_not_tell_whose_machine_it_was(part: str, content: str | bytes) -> None:
    assert SECRET.encode() not in told(part, content)


@pytest.mark.parametrize("behind", [b"", samples.jpeg(), b"a note: " + SECRET.encode()])
def test_a_photo_inside_a_pdf_loses_the_cameras_notes_and_is_still_a_photo(behind: bytes) -> None:
    before = pdf_of_a_photo(samples.jpeg() + behind)

    clean = take_in("a.pdf", before, EVIDENCE).content

    with pikepdf.open(BytesIO(clean)) as opened:
        photo = opened.pages[0].obj.Resources.XObject.P.read_raw_bytes()
    assert (SECRET.encode() in before, SECRET.encode() in photo) == (True, False)
    with Image.open(BytesIO(photo)) as picture:
        picture.load()
        assert (picture.size, dict(picture.getexif())) == ((60, 40), {})


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.mp4", samples.iso() + box(b"moov", box(b"mvhd", b""))),
        (
            "a.mp4",
            samples.iso() + b"".join((8 * (3000 - at)).to_bytes(4, "big") + b"moov" for at in range(3000)),
        ),
        ("a.docx", samples.with_part(samples.docx(), "word/a.xml", b"no markup")),
        (
            "a.docx",
            samples.with_part(samples.docx(), "word/a.xml", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"),
        ),
        ("a.docx", samples.with_part(samples.docx(), "word/a.xml", b"<absPath/>")),
        ("a.docx", samples.with_part(samples.docx(), "word/media/a.emf", b"EMF")),
        (
            "a.docx",
            samples.with_part(samples.docx(), "word/a.xml", b"<a>" + urandom(2**23 + 1).hex().encode()),
        ),
        ("a.pdf", pdf_of_a_photo(samples.jpeg()[:30])),
        ("a.xlsx", samples.with_part(samples.docx(), "xl/workbook.xml", b"<a/>")),
    ],
)
def test_what_the_office_could_not_open_is_refused_on_arrival(name: str, content: bytes) -> None:
    with pytest.raises(FileRefused):
        take_in(name, content, EVIDENCE)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.docx", samples.with_part(samples.docx(), "word/_rels/a.xml.rels", b"<Relationship>" * 20_000)),
        ("a.docx", samples.with_part(samples.docx(), "word/a.xml", b"<Override " * 20_000)),
        ("a.wav", samples.wav() + b"fact\0\0\0\0" * 100_000),
    ],
)
def test_no_file_holds_the_office_up(name: str, content: bytes) -> None:
    began = time.process_time()

    with suppress(FileRefused):
        take_in(name, content, EVIDENCE)

    assert time.process_time() - began < SLOW


def test_markup_that_would_take_minutes_to_parse_is_too_large() -> None:
    lines = b"".join(b"<b>%s</b>" % urandom(2**10).hex().encode() for _ in range(2**13 + 1))

    with pytest.raises(FileRefused, match="展开后过大"):
        take_in("a.docx", samples.with_part(samples.docx(), "word/a.xml", b"<a>%s</a>" % lines), EVIDENCE)


def test_a_link_to_a_page_stays_a_link() -> None:
    link = '<Relationship Id="r1" Type="x/relationships/hyperlink" TargetMode="External" Target="https://a.example/"/>'

    assert b"https://a.example/" in told("word/_rels/a.xml.rels", LINKS.format(link))


def test_what_was_cleaned_still_reads() -> None:
    clean = take_in("a.docx", samples.docx(), EVIDENCE).content

    assert "反映的情况如下。" in [each.text for each in Document(BytesIO(clean)).paragraphs]
