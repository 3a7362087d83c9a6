"""What a file is by its content. Two looks must agree: our own table of first bytes and puremagic's."""

import re
import zipfile
from io import BytesIO

import puremagic

from yixian.toolkit.files.kinds import FileKind

ISO_SOUND = (b"M4A ", b"M4B ")
ISO_VIDEO = (
    b"isom",
    b"iso2",
    b"iso4",
    b"iso5",
    b"iso6",
    b"mp41",
    b"mp42",
    b"avc1",
    b"M4V ",
    b"qt  ",
    b"3gp",
    b"MSNV",
    b"dash",
)
HANDLER = re.compile(rb"hdlr.{8}(soun|vide)", re.DOTALL)
"""What a track of an ISO file holds, behind the version and a field of zeros."""
FOREIGN = frozenset({".svg", ".html", ".htm", ".xml", ".exe", ".dll", ".js", ".php", ".sh", ".elf", ".msi"})
"""Endings that puremagic gives to what runs, whatever its first bytes pretend."""


def sniff(content: bytes) -> FileKind | None:
    """The kind of the content; None for what is on no list, or on which the two looks differ."""
    kind = _by_first_bytes(content)
    return kind if kind is not None and not _is_foreign(content, kind) else None


def _by_first_bytes(content: bytes) -> FileKind | None:
    head = content[:32]
    if head.startswith(b"\xff\xd8\xff"):
        return FileKind.JPEG
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return FileKind.PNG
    if head[:4] == b"RIFF":
        return {b"WEBP": FileKind.WEBP, b"WAVE": FileKind.WAV}.get(head[8:12])
    if head.startswith(b"%PDF-"):
        return FileKind.PDF
    if head.startswith(b"PK\x03\x04"):
        return _by_members(content)
    if head[4:8] == b"ftyp":
        return _by_brand(head[8:12], content)
    if head.startswith(b"#!AMR"):
        return FileKind.AMR
    if head.startswith(b"ID3") or (head[:1] == b"\xff" and len(head) > 1 and head[1] & 0xE6 == 0xE2):
        return FileKind.MP3
    return FileKind.TEXT if _is_text(content) else None


def _by_brand(brand: bytes, content: bytes) -> FileKind | None:
    """Telephones and browsers name a recording like a film: what has sound and no picture is a recording."""
    if brand in ISO_SOUND:
        return FileKind.M4A
    if not brand.startswith(ISO_VIDEO):
        return None
    tracks = set(HANDLER.findall(content))
    return FileKind.M4A if b"soun" in tracks and b"vide" not in tracks else FileKind.MP4


def _by_members(content: bytes) -> FileKind | None:
    try:
        with zipfile.ZipFile(BytesIO(content)) as parts:
            names = set(parts.namelist())
    except (zipfile.BadZipFile, NotImplementedError):
        return None
    if "word/document.xml" in names:
        return FileKind.DOCX
    return FileKind.XLSX if "xl/workbook.xml" in names else None


def _is_text(content: bytes) -> bool:
    """Plain words in UTF-8 or the Chinese national encoding, and no markup."""
    if not content or b"\0" in content or content.lstrip()[:1] == b"<":
        return False
    return any(_decodes(content, encoding) for encoding in ("utf-8", "gb18030"))


def _decodes(content: bytes, encoding: str) -> bool:
    try:
        content.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _is_foreign(content: bytes, kind: FileKind) -> bool:
    try:
        found = puremagic.magic_string(content[: 64 * 1024])
    except (puremagic.PureError, ValueError):
        return False
    surest = found[0].extension.lower() if found else ""
    return surest in FOREIGN and surest.lstrip(".") not in kind.endings
