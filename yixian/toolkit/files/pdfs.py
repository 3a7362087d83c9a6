"""PDFs keep their pages and lose their maker, their scripts, their attachments and what happens on opening."""

from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf

from yixian.toolkit.files import pictures
from yixian.toolkit.files.refused import FileRefused

MOST_PAGES = 300
ROOT_GOES = (
    "/OpenAction",
    "/AA",
    "/Metadata",
    "/Names",
    "/AcroForm",
    "/PieceInfo",
    "/Collection",
    "/Outlines",
    "/AF",
)
PAGE_GOES = ("/AA", "/Thumb", "/Metadata", "/PieceInfo", "/AF", "/LastModified")
SEEN_MARKS = frozenset(
    {"/Highlight", "/Underline", "/StrikeOut", "/Squiggly", "/Ink", "/FreeText", "/Stamp", "/Square"}
)
"""Marks on a page that are part of what it shows; every other annotation may run, open or carry something."""


def strip(content: bytes) -> bytes:
    """The pages anew. One that wants a pass word, or has more than ``MOST_PAGES``, is refused."""
    try:
        with Pdf.open(BytesIO(content)) as opened:
            return _stripped(opened)
    except pikepdf.PasswordError as error:
        raise FileRefused("设有密码。请去掉密码后再交。") from error
    except (pikepdf.PdfError, ValueError, TypeError, RuntimeError) as error:
        raise FileRefused("已损坏，打不开。请重新导出后再交。") from error


def _stripped(opened: Pdf) -> bytes:
    if not 1 <= len(opened.pages) <= MOST_PAGES:
        raise FileRefused(f"有 {len(opened.pages)} 页，一份最多 {MOST_PAGES} 页，请拆分后再交。")
    _drop(opened.Root, ROOT_GOES)
    if Name.Info in opened.trailer:
        del opened.trailer[Name.Info]
    for page in opened.pages:
        _drop(page.obj, PAGE_GOES)
        _drop_marks(page.obj)
    for each in opened.objects:
        if isinstance(each, pikepdf.Stream):
            _drop(each, ("/Metadata", "/PieceInfo"))
            _without_notes(each)
    opened.remove_unreferenced_resources()
    written = BytesIO()
    opened.save(written, static_id=True, linearize=False)
    return written.getvalue()


def _without_notes(stream: pikepdf.Stream) -> None:
    """A photograph keeps its points and loses the camera's notes. Other ways of packing one in are refused."""
    held = stream.get("/Filter")
    names = [str(each) for each in held] if isinstance(held, Array) else [str(held)]
    if "/JPXDecode" in names or ("/DCTDecode" in names and len(names) > 1):
        raise FileRefused("里面的图片不能清理。请打印成 PDF，或者拍照后再交。")
    if names == ["/DCTDecode"]:
        told = stream.get("/DecodeParms")
        stream.write(pictures.without_notes(stream.read_raw_bytes()), filter=Name.DCTDecode)
        if told is not None:
            stream["/DecodeParms"] = told


def _drop(held: pikepdf.Object, names: tuple[str, ...]) -> None:
    for name in names:
        if name in held:
            del held[name]


def _drop_marks(page: pikepdf.Object) -> None:
    marks = page.get("/Annots")
    if marks is None:
        return
    kept = [
        _bare(each)
        for each in marks
        if isinstance(each, Dictionary) and str(each.get("/Subtype")) in SEEN_MARKS
    ]
    page[Name.Annots] = Array(kept)


def _bare(mark: Dictionary) -> Dictionary:
    """A mark without its author, its times and anything to do."""
    _drop(mark, ("/T", "/M", "/CreationDate", "/A", "/AA", "/Popup", "/NM", "/RC", "/FS"))
    return mark
