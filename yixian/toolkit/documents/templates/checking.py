"""What is wrong with a template that an office hands in, said so that a clerk can put it right in Word."""

import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

import docx
from docx.document import Document
from docx.oxml.ns import qn

from yixian.toolkit.documents.packing import packed
from yixian.toolkit.documents.templates.filling import names_in, strays_in
from yixian.toolkit.documents.templates.mending import mend, text_in
from yixian.toolkit.documents.templates.placeholders import Placeholder
from yixian.toolkit.documents.typeset.unsupported import roots_of, unsupported

LARGEST = 1024 * 1024
"""Bytes of a template. One page with a picture is far below."""
AROUND = 12
ONLY_NAMES = "模板里只能写“{{名称}}”这样的占位符，不能写算式、条件、循环，也不能带点号、竖线。"
NEAR = 0.3


@dataclass(frozen=True, slots=True)
class Checked:
    """``content`` is the template mended, to be kept. It is fit for use where ``problems`` is empty."""

    content: bytes
    problems: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


def check_template(content: bytes, places: Sequence[Placeholder]) -> Checked:
    """Mend what can be mended, and name everything else at once."""
    if len(content) > LARGEST:
        return Checked(content, (f"模板超过 {LARGEST // 1024 // 1024} MB，请压缩里面的图片后再上传。",))
    try:
        document = docx.Document(io.BytesIO(content))
    except (ValueError, KeyError, SyntaxError, zipfile.BadZipFile) as error:  # lxml's are SyntaxErrors
        del error
        return Checked(content, ("不是能打开的 Word 文档（.docx）。请在 Word 里另存为 .docx 再上传。",))
    remarks = tuple(dict.fromkeys(said for root in roots_of(document) for said in mend(root)))
    mended = io.BytesIO()
    document.save(mended)
    problems = (*_problems(document, places), *unsupported(mended.getvalue()))
    return Checked(packed(mended), tuple(dict.fromkeys(problems)), remarks)


def _problems(document: Document, places: Sequence[Placeholder]) -> Iterator[str]:
    strays = strays_in(document)
    for stray in strays:
        yield f"“{stray}”不能使用。{ONLY_NAMES}"
    names, known = names_in(document), {each.name: each for each in places}
    for name in sorted(names - set(known)):
        yield _unknown(document, name, known)
    for each in places:
        if each.required and each.name not in names and each.name not in "".join(strays):
            yield f"缺少必需的占位符“{each.written}”（{each.meaning}）。"
    yield from _outside(document)


def _unknown(document: Document, name: str, known: dict[str, Placeholder]) -> str:
    near = get_close_matches(name, list(known), n=1, cutoff=NEAR)
    meant = f"是不是“{known[near[0]].written}”？" if near else "请看本页列出的占位符。"
    return f"没有“{{{{{name}}}}}”这个占位符（在{_where(document, name)}），{meant}"


def _where(document: Document, name: str) -> str:
    """Part of the document, and the words around the placeholder."""
    written = f"{{{{{name}}}}}"
    for number, root in enumerate(roots_of(document)):
        for paragraph in root.iter(qn("w:p")):
            text = text_in(paragraph)
            at = text.find(written)
            if at >= 0:
                around = text[max(at - AROUND, 0) : at + len(written) + AROUND]
                return f"{'页眉页脚' if number else '正文'}“{around}”处"
    return "文档属性里"


def _outside(document: Document) -> Iterator[str]:
    """Nothing may be fetched from elsewhere when a paper is opened, and no address may lead away from it."""
    for part in document.part.package.iter_parts():
        if any(link.is_external for link in part.rels.values()):
            yield "有超链接或者链接到外部的图片、模板。请选中后“取消超链接”，图片请改为“插入”而不是“链接到文件”。"
            return
