"""What a document holds that would be lost or look otherwise in the PDF, each in a sentence that says what to do."""

import io
from collections.abc import Iterator

import docx
from docx.document import Document
from docx.oxml.ns import qn
from lxml import etree

from yixian.toolkit.documents.typeset.runs import FIELDS, PICTURES

DRAWING = {
    "wp:anchor": "有浮动的图片或者图形，生成 PDF 时会丢失。请在 Word 里把它的环绕方式改为“嵌入型”。",
    "w:pict": "有旧式图形或者水印，生成 PDF 时会丢失。请删去，或者换成嵌入型的图片。",
    "w:object": "嵌入了其他程序的对象，不能使用。请删去，或者换成图片。",
    "w:numPr": "用了 Word 的自动编号，生成 PDF 时编号会丢失。请改为直接输入“一、”“（一）”等序号。",
    "w:footnoteReference": "有脚注，生成 PDF 时会丢失。请把脚注的内容写进正文。",
    "w:endnoteReference": "有尾注，生成 PDF 时会丢失。请把尾注的内容写进正文。",
    "w:ins": "有修订痕迹。请在“审阅”里接受或者拒绝全部修订后再上传。",
    "w:del": "有修订痕迹。请在“审阅”里接受或者拒绝全部修订后再上传。",
    "w:commentReference": "有批注。请在“审阅”里删除全部批注后再上传。",
    "w:framePr": "有图文框，生成 PDF 时位置会改变。请去掉图文框。",
    "w:altChunk": "引入了另一份文件的内容，不能使用。请把内容直接写在模板里。",
    "w:sym": "有用符号字体插入的符号，生成 PDF 时会丢失。请用输入法输入这个符号，例如“□”“√”。",
}
MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath"
GRAPHIC = "{http://schemas.openxmlformats.org/drawingml/2006/main}graphicData"
PICTURE_URI = "http://schemas.openxmlformats.org/drawingml/2006/picture"


def unsupported(content: bytes) -> list[str]:
    """One sentence for each kind of thing; empty where the PDF will hold everything."""
    document = docx.Document(io.BytesIO(content))
    found: list[str] = []
    for sentence in (*_in_parts(document), *_on_pages(document)):
        if sentence not in found:
            found.append(sentence)
    return found


def _in_parts(document: Document) -> Iterator[str]:
    for root in roots_of(document):
        for tag, sentence in DRAWING.items():
            if next(root.iter(qn(tag)), None) is not None:
                yield sentence
        if next(root.iter(MATHS), None) is not None:
            yield "有公式，生成 PDF 时会丢失。请改写成文字。"
        if any(each.get("uri") != PICTURE_URI for each in root.iter(GRAPHIC)):
            yield "有图表、智能图形或者文本框，生成 PDF 时会丢失。请删去，或者换成嵌入型的图片。"
        if any(each.get(qn("w:fldCharType")) == "begin" for each in root.iter(qn("w:fldChar"))):
            yield from _fields(root)
        yield from _alignment(root)


def _fields(root: etree._Element) -> Iterator[str]:
    names = {
        (each.text or "").split()[0].upper()
        for each in root.iter(qn("w:instrText"))
        if (each.text or "").strip()
    }
    strange = sorted(names - set(FIELDS) - {"HYPERLINK", "\\*"})
    if strange:
        yield f"有会自动变化的域（{'、'.join(strange)}），不能使用。只可以用页码和总页数。"


def _alignment(root: etree._Element) -> Iterator[str]:
    for each in root.iter(qn("w:textDirection")):
        if each.get(qn("w:val")) not in (None, "lrTb"):
            yield "有竖排的文字，生成 PDF 时会变成横排。请改为横排，或者每行写一个字。"
            return


def _on_pages(document: Document) -> Iterator[str]:
    if len(document.sections) > 1:
        yield "分成了几节，生成 PDF 时只按最后一节的纸张和页边距。请改为一节，换页用分页符。"
    for section in document.sections:
        columns = section._sectPr.find(qn("w:cols"))
        if columns is not None and (columns.get(qn("w:num")) or "1") not in ("0", "1"):
            yield "分了栏，生成 PDF 时会变成一栏。请改为一栏，或者用表格排。"
    for part in document.part.package.iter_parts():
        name = str(part.partname)
        if name.startswith("/word/media/") and part.partname.ext.lower() not in PICTURES:
            yield f"有 {part.partname.ext} 格式的图片，生成 PDF 时会丢失。请换成 PNG 或者 JPG 图片。"


def roots_of(document: Document) -> list[etree._Element]:
    """The body and every header and footer that the document has, also those not in use now."""
    kinds = ("header+xml", "footer+xml")
    edges = [part for part in document.part.package.iter_parts() if part.content_type.endswith(kinds)]
    edges.sort(key=lambda part: str(part.partname))
    return [document.element.body, *(part.element for part in edges)]
