import wave
import zipfile
from io import BytesIO

import pikepdf
import pytest
from docx import Document
from openpyxl import load_workbook
from PIL import Image

from tests.toolkit.files import samples
from tests.toolkit.files.samples import SECRET
from yixian.toolkit.files import EVIDENCE, PICTURES, FileKind, FileRefused, take_in

MADE = {
    FileKind.JPEG: samples.jpeg(),
    FileKind.PNG: samples.png(),
    FileKind.WEBP: samples.webp(),
    FileKind.PDF: samples.pdf(),
    FileKind.DOCX: samples.docx(),
    FileKind.XLSX: samples.xlsx(),
    FileKind.TEXT: "村里的账".encode("gb18030"),
    FileKind.MP3: samples.mp3(),
    FileKind.WAV: samples.wav(),
    FileKind.AMR: samples.amr(),
    FileKind.M4A: samples.iso(b"M4A "),
    FileKind.MP4: samples.iso(),
}


def everything_in(content: bytes) -> bytes:
    """The bytes, and those packed inside."""
    if not content.startswith(b"PK"):
        return content
    with zipfile.ZipFile(BytesIO(content)) as parts:
        return b"".join(name.encode() + parts.read(name) for name in parts.namelist())


@pytest.mark.parametrize("kind", MADE, ids=lambda kind: kind.name)
def test_each_kind_is_known_by_its_content(kind: FileKind) -> None:
    assert take_in(f"材料.{kind.ending}", MADE[kind], EVIDENCE).kind is kind


@pytest.mark.parametrize("kind", [kind for kind in MADE if kind not in (FileKind.TEXT, FileKind.AMR)])
def test_what_names_the_maker_is_gone(kind: FileKind) -> None:
    assert SECRET.encode() in everything_in(MADE[kind])

    clean = take_in(f"材料.{kind.ending}", MADE[kind], EVIDENCE)

    assert SECRET.encode() not in everything_in(clean.content)


def test_a_photo_stands_as_the_camera_was_held_and_says_nothing_else() -> None:
    clean = take_in("a.JPG", samples.jpeg((60, 40), orientation=6), EVIDENCE)

    with Image.open(BytesIO(clean.content)) as picture:
        assert (picture.size, dict(picture.getexif())) == ((40, 60), {})


def test_a_pdf_keeps_its_pages_and_runs_nothing() -> None:
    clean = take_in("a.pdf", samples.pdf(3), EVIDENCE)

    with pikepdf.open(BytesIO(clean.content)) as opened:
        left = {"/OpenAction", "/Names", "/Metadata"} & set(opened.Root.keys())
        assert (len(opened.pages), left, len(opened.pages[0].get("/Annots", []))) == (3, set(), 0)


def test_office_papers_still_open_with_their_text_and_pictures() -> None:
    paper = Document(BytesIO(take_in("a.docx", samples.docx(), EVIDENCE).content))
    book = load_workbook(BytesIO(take_in("a.xlsx", samples.xlsx(), EVIDENCE).content))

    assert (paper.paragraphs[0].text, len(paper.inline_shapes)) == ("反映的情况如下。", 1)
    assert (book.active["A1"].value, book.active["A1"].comment.text) == ("金额", "核对")


def test_a_recording_still_plays() -> None:
    with wave.open(BytesIO(take_in("a.wav", samples.wav(), EVIDENCE).content)) as sound:
        assert (sound.getnframes(), sound.getframerate()) == (800, 8000)


def test_an_mp4_keeps_its_offsets_and_loses_its_times() -> None:
    before, after = samples.iso(), take_in("a.mp4", samples.iso(), EVIDENCE).content

    assert (len(after), b"\xe5" in after, after.endswith(b"sound")) == (len(before), False, True)


def test_text_is_kept_in_one_encoding() -> None:
    assert take_in("a.txt", "村里的账".encode("gb18030"), EVIDENCE).content.decode() == "村里的账"


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("a.jpg", b"", "是空文件"),
        ("a.jpg", b"MZ\x90\0" + bytes(200), "不是可以接收的文件"),
        ("a.jpg", b"<html><script>alert(1)</script>", "不是可以接收的文件"),
        ("a.svg", b'<svg xmlns="http://www.w3.org/2000/svg"/>', "不是可以接收的文件"),
        ("a.doc", b"\xd0\xcf\x11\xe0" + bytes(600), "另存为 docx"),
        ("a.zip", samples.with_part(b"", "a.txt", b"x"), "压缩包请解开"),
        ("a.heic", bytes(4) + b"ftypheic" + bytes(40), "HEIC"),
        ("a.pdf", samples.jpeg(), "与文件名的结尾不符"),
        ("a.jpg", b"\xff\xd8\xff\xe0" + bytes(300), "已损坏"),
        ("a.pdf", b"%PDF-1.7 nothing", "已损坏"),
        ("a.pdf", samples.pdf(password="秘密"), "设有密码"),
        ("a.pdf", samples.pdf(301), "一份最多 300 页"),
        ("a.docx", samples.with_part(samples.docx(), "word/vbaProject.bin", b"x"), "宏"),
        ("a.docx", samples.with_part(samples.docx(), "word/media/a.bin", bytes(250 * 2**20)), "展开后过大"),
        ("a.wav", b"RIFF\x04\0\0\0WAVE", "已损坏"),
        ("a.mp4", samples.box(b"ftyp", b"isom") + b"\0\0\xff\xffmoov", "已损坏"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_refused_says_why(name: str, content: bytes, why: str) -> None:
    with pytest.raises(FileRefused, match=why):
        take_in(name, content, EVIDENCE)


def test_a_template_on_another_machine_is_refused() -> None:
    link = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
        b'Type="http://x/attachedTemplate" Target="http://evil.example/t.dotm" TargetMode="External"/></Relationships>'
    )
    paper = samples.with_part(samples.docx(), "word/_rels/settings.xml.rels", link)

    with pytest.raises(FileRefused, match="引用了外部"):
        take_in("a.docx", paper, EVIDENCE)


def test_a_kind_that_is_not_asked_for_is_refused() -> None:
    with pytest.raises(FileRefused, match="可以交：jpg、png、webp。"):
        take_in("a.pdf", samples.pdf(), PICTURES)


def test_a_picture_larger_than_a_bomb_is_refused() -> None:
    written = BytesIO()
    Image.new("1", (10_000, 7_000)).save(written, "PNG")

    with pytest.raises(FileRefused, match="百万像素"):
        take_in("a.png", written.getvalue(), EVIDENCE)


def test_a_name_keeps_neither_folders_nor_control_characters() -> None:
    clean = take_in("C:\\Users\\wang\\照\u202e片\n.png", samples.png(), EVIDENCE)

    assert clean.name == "照片.png"


def test_a_name_is_cut_before_its_ending() -> None:
    assert take_in("长" * 200 + ".png", samples.png(), EVIDENCE).name == "长" * 76 + ".png"


@pytest.mark.parametrize(
    ("tracks", "kind"),
    [((b"soun",), FileKind.M4A), ((b"soun", b"vide"), FileKind.MP4), ((), FileKind.MP4)],
    ids=["sound alone", "sound and picture", "unknown"],
)
def test_what_a_telephone_records_without_a_picture_is_a_recording(tracks, kind):
    taken = take_in("口述.mp4", samples.iso(b"mp42", tracks), EVIDENCE)

    assert taken.kind is kind
