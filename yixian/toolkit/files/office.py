"""Word and Excel files keep their text and pictures and lose who wrote them, macros and links to the outside.

The parts are copied one by one; what is on no list is left out, and a file that needs it does not pass.
"""

import re
import zipfile
import zlib
from io import BytesIO

from yixian.toolkit.files import pictures
from yixian.toolkit.files.refused import FileRefused

MOST_PARTS, MOST_UNPACKED, MOST_RATIO = 2_000, 200 * 1024 * 1024, 200
MACROS = re.compile(
    r"vbaProject|vbaData|activeX|/macrosheets/|/dialogsheets/|customUI|embeddings/|oleObject", re.I
)
MAKERS = re.compile(
    r"^docProps/|/people\.xml$|persons/|/commentAuthors|printerSettings|customXml/|webextensions/", re.I
)
NAMED = re.compile(
    rb'\b(w:author|w:initials|w15:author|w:userId|userName|displayName|lastModifiedBy|author)="[^"]*"'
)
AUTHOR = re.compile(rb"<author>[^<]*</author>")
RELATIONSHIP = re.compile(rb"<Relationship\b[^>]*?/>|<Relationship\b[^>]*?>.*?</Relationship>", re.S)
OUTSIDE = re.compile(rb'TargetMode\s*=\s*"External"', re.I)
LINK = re.compile(rb'relationships/hyperlink"', re.I)
OVERRIDE = re.compile(rb'<Override\b[^>]*?PartName="(?P<part>[^"]+)"[^>]*?/>')
DRAWN = {".jpg": pictures.as_jpeg, ".jpeg": pictures.as_jpeg, ".png": pictures.as_png}
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
    if len(infos) > MOST_PARTS or unpacked > MOST_UNPACKED or unpacked / packed > MOST_RATIO:
        raise FileRefused("展开后过大，不能接收。请另存为 PDF 再交。")
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
    """One part, cleaned by what it is: a picture, the list of parts, links, or text."""
    ending = f".{name.rpartition('.')[2].lower()}"
    if ending in DRAWN:
        return DRAWN[ending](content)
    if name == "[Content_Types].xml":
        return OVERRIDE.sub(
            lambda found: b"" if found["part"].decode().lstrip("/") in gone else found[0], content
        )
    if name.endswith(".rels"):
        return RELATIONSHIP.sub(lambda found: _link(found[0], gone), content)
    return AUTHOR.sub(b"<author></author>", NAMED.sub(rb'\1=""', content)) if ending == ".xml" else content


def _link(link: bytes, gone: set[str]) -> bytes:
    """A web address in the text may stay, since nobody follows it by itself; anything else outside is refused."""
    if OUTSIDE.search(link):
        if not LINK.search(link):
            raise FileRefused("引用了外部的文件或者模板，不能接收。请另存为 PDF 再交。")
        return link
    target = re.search(rb'Target="/?([^"]*)"', link)
    last = target[1].decode().replace("../", "") if target else ""
    return b"" if any(part == last or part.endswith(f"/{last}") for part in gone) else link
