"""The kinds of files that are taken in, and nothing besides (an allow list).

A kind is known by its first bytes; the ending of the name must fit it, because a name that says otherwise is a
mistake or a trap. Old .doc and .xls, archives, programs, SVG and HTML are on no list.
"""

from dataclasses import dataclass
from enum import Enum


@dataclass(frozen=True, slots=True)
class _Kind:
    label: str
    media_type: str
    endings: tuple[str, ...]


class FileKind(Enum):
    """``media_type`` is what the viewer is told; ``endings`` are the ways in which names of this kind end."""

    JPEG = _Kind("照片", "image/jpeg", ("jpg", "jpeg", "jpe", "jfif"))
    PNG = _Kind("图片", "image/png", ("png",))
    WEBP = _Kind("图片", "image/webp", ("webp",))
    PDF = _Kind("PDF 文件", "application/pdf", ("pdf",))
    DOCX = _Kind(
        "Word 文档", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ("docx",)
    )
    XLSX = _Kind("Excel 表格", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ("xlsx",))
    TEXT = _Kind("文本", "text/plain", ("txt",))
    MP3 = _Kind("录音", "audio/mpeg", ("mp3",))
    WAV = _Kind("录音", "audio/wav", ("wav",))
    AMR = _Kind("录音", "audio/amr", ("amr",))
    M4A = _Kind("录音", "audio/mp4", ("m4a", "aac", "mp4", "3gp"))
    MP4 = _Kind("视频", "video/mp4", ("mp4", "m4v", "3gp", "mov"))

    @property
    def label(self) -> str:
        return self.value.label

    @property
    def media_type(self) -> str:
        return self.value.media_type

    @property
    def endings(self) -> tuple[str, ...]:
        return self.value.endings

    @property
    def ending(self) -> str:
        """The ending under which it is given out again."""
        return self.value.endings[0]


PICTURES = frozenset({FileKind.JPEG, FileKind.PNG, FileKind.WEBP})
DOCUMENTS = frozenset({FileKind.PDF, FileKind.DOCX, FileKind.XLSX, FileKind.TEXT})
SOUNDS = frozenset({FileKind.MP3, FileKind.WAV, FileKind.AMR, FileKind.M4A})
VIDEOS = frozenset({FileKind.MP4})
EVIDENCE = PICTURES | DOCUMENTS | SOUNDS | VIDEOS
"""What a reporter may hand in."""

MEGABYTE = 1024 * 1024
LARGEST = {
    **dict.fromkeys(PICTURES | DOCUMENTS, 20 * MEGABYTE),
    **dict.fromkeys(SOUNDS, 20 * MEGABYTE),
    **dict.fromkeys(VIDEOS, 50 * MEGABYTE),
}


def endings_of(kinds: frozenset[FileKind]) -> str:
    """For a file input's ``accept``: .jpg,.jpeg,.pdf…"""
    return ",".join(f".{ending}" for kind in FileKind if kind in kinds for ending in kind.endings)


def words_for(kinds: frozenset[FileKind]) -> str:
    """What may be handed in, in words: 照片（jpg、png、webp）、PDF…"""
    return "、".join(kind.ending for kind in FileKind if kind in kinds)
