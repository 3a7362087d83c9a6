"""Word and Excel files keep their text and pictures and lose who wrote them, macros and links to the outside.

The parts are copied one by one; what is on no list is left out, and a file that needs it does not pass.
"""

import re
import zipfile
import zlib
from io import BytesIO
from typing import Any

from lxml import etree

from yixian.toolkit.files import pictures
from yixian.toolkit.files.refused import FileRefused

MOST_PARTS, MOST_UNPACKED, MOST_RATIO = 2_000, 200 * 1024 * 1024, 200
MOST_MARKUP = 16 * 1024 * 1024
"""Bytes of all that is parsed: six megabytes take a second, and some ten times their size in memory."""
TOO_LARGE = "展开后过大，不能接收。请拆分，或者另存为 PDF 再交。"
MACROS = re.compile(
    r"vbaProject|vbaData|activeX|/macrosheets/|/dialogsheets/|customUI|embeddings/|oleObject", re.I
)
MAKERS = re.compile(
    r"^docProps/|/people\.xml$|persons/|/commentAuthors|printerSettings|customXml/|webextensions/", re.I
)
NAMED = frozenset({"author", "initials", "userId", "userName", "displayName", "lastModifiedBy"})
"""Attributes, of whatever name space, that say who wrote it."""
WHERE = frozenset({"absPath"})
"""Elements that say in whose folder it lay."""
PLACE = re.compile(r"[A-Za-z]:\\|\\\\|/(?:Users|home)/|\bfile:", re.I)
"""In any attribute: a path on somebody's machine."""
MARKUP = (".xml", ".rels", ".vml")
PHOTOGRAPHS = (".jpg", ".jpeg", ".jpe", ".jfif")
PICTURES = (".png", ".gif", ".tif", ".tiff", ".bmp", ".webp")
FONTS = (".odttf", ".fntdata", ".ttf")
ADDRESS = re.compile(r"(?:https?|mailto):", re.I)
DAMAGED = "已损坏，打不开。请重新导出后再交。"
A_DAY = (2020, 1, 1, 0, 0, 0)


def strip(content: bytes) -> bytes:
    """The file anew. Macros, embedded objects, and links by which it would fetch something are refused."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as parts:
            _check_size(parts)
            return _copied(parts)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, KeyError) as error:
        raise FileRefused("已损坏或者设有密码，打不开。请另存一份不设密码的再交。") from error


def _check_size(parts: zipfile.ZipFile) -> None:
    infos = parts.infolist()
    unpacked = sum(each.file_size for each in infos)
    packed = max(sum(each.compress_size for each in infos), 1)
    if sum(each.file_size for each in infos if each.filename.lower().endswith(MARKUP)) > MOST_MARKUP:
        raise FileRefused(TOO_LARGE)
    if len(infos) > MOST_PARTS or unpacked > MOST_UNPACKED or unpacked / packed > MOST_RATIO:
        raise FileRefused(TOO_LARGE)
    if any(MACROS.search(each.filename) for each in infos):
        raise FileRefused("带有宏或者嵌入的程序，不能接收。请另存为不带宏的文档或者 PDF 再交。")


def _copied(parts: zipfile.ZipFile) -> bytes:
    written = BytesIO()
    gone = {name for name in parts.namelist() if MAKERS.search(name)}
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as copy:
        for name in parts.namelist():
            if name not in gone and not name.endswith("/"):
                copy.writestr(
                    zipfile.ZipInfo(name, A_DAY), _part(name, parts.read(name), gone), zipfile.ZIP_DEFLATED
                )
    return written.getvalue()


def _part(name: str, content: bytes, gone: set[str]) -> bytes:
    """One part, cleaned by what it is: markup, a picture, a font. There is no fourth."""
    ending = f".{name.rpartition('.')[2].lower()}"
    if ending in MARKUP:
        return _markup(content, gone)
    if ending in PHOTOGRAPHS:
        return pictures.as_jpeg(content)
    if ending in PICTURES:
        return pictures.as_png(content)
    if ending in FONTS:
        return content
    raise FileRefused("里面有不能清理的图片或者附件，不能接收。请另存为 PDF 再交。")


def _markup(content: bytes, gone: set[str]) -> bytes:
    """Parsed and written anew; nothing is fetched, and no entity is resolved. XML that is none is refused."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise FileRefused(DAMAGED) from error
    if root.getroottree().docinfo.doctype:
        raise FileRefused("带有外来的定义，不能接收。请另存为 PDF 再交。")
    for each in [each for each in root.iter("*") if _has_to_go(each, gone)]:
        holder = each.getparent()
        if holder is None:  # a part that is nothing but this
            raise FileRefused(DAMAGED)
        holder.remove(each)
    for each in root.iter("*"):
        _forget_who(each)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _has_to_go(each: Any, gone: set[str]) -> bool:
    """Where it lay, and what names a part that is left out. Outward links are looked at on the way."""
    local = _bare(each.tag)
    if local == "Override":
        return each.get("PartName", "").lstrip("/") in gone
    return local in WHERE or (local == "Relationship" and _leads_nowhere(each, gone))


def _forget_who(each: Any) -> None:
    local = _bare(each.tag)
    if local == "author":
        each.text = ""
    if local != "Relationship":
        for name, value in each.attrib.items():
            if _bare(name) in NAMED or PLACE.search(value):
                each.set(name, "")


def _bare(name: str) -> str:
    return name.rpartition("}")[2]


def _leads_nowhere(link: Any, gone: set[str]) -> bool:
    """A web address in the text may stay, since nobody follows it by itself; anything else outside is refused."""
    target = link.get("Target", "")
    if link.get("TargetMode", "").lower() == "external":
        if not link.get("Type", "").endswith("/hyperlink"):
            raise FileRefused("引用了外部的文件或者模板，不能接收。请另存为 PDF 再交。")
        if not ADDRESS.match(target):
            link.set("Target", "about:blank")
        return False
    last = target.lstrip("/").replace("../", "")
    return any(part == last or part.endswith(f"/{last}") for part in gone)
