from io import BytesIO

from PIL import Image

from tests.toolkit.files import samples
from yixian.toolkit.files import FileKind
from yixian.toolkit.files.showing import page_picture, words_in


def test_a_pdf_is_shown_page_by_page() -> None:
    with Image.open(BytesIO(page_picture(samples.pdf(2), 2))) as picture:
        assert (picture.format, picture.size) == ("JPEG", (910, 1287))


def test_papers_are_shown_as_their_words() -> None:
    shown = [
        words_in(FileKind.DOCX, samples.docx()).strip(),
        words_in(FileKind.XLSX, samples.xlsx()),
        words_in(FileKind.TEXT, "账".encode()),
        words_in(FileKind.PNG, samples.png()),
    ]

    assert shown == ["反映的情况如下。", "【Sheet】\n金额", "账", ""]
