"""The way in for one file: known, bounded, cleaned."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from yixian.toolkit.files import office, pdfs, pictures, recordings, texts
from yixian.toolkit.files.kinds import LARGEST, MEGABYTE, FileKind, words_for
from yixian.toolkit.files.refused import FileRefused
from yixian.toolkit.files.showing import words_in
from yixian.toolkit.files.sniffing import sniff

LONGEST_NAME = 80
CLEANERS: Mapping[FileKind, Callable[[bytes], bytes]] = {
    FileKind.JPEG: pictures.as_jpeg,
    FileKind.PNG: pictures.as_png,
    FileKind.WEBP: pictures.as_webp,
    FileKind.PDF: pdfs.strip,
    FileKind.DOCX: office.strip,
    FileKind.XLSX: office.strip,
    FileKind.TEXT: texts.as_utf8,
    FileKind.MP3: recordings.strip_mp3,
    FileKind.WAV: recordings.strip_wav,
    FileKind.AMR: recordings.keep_amr,
    FileKind.M4A: recordings.strip_iso,
    FileKind.MP4: recordings.strip_iso,
}


@dataclass(frozen=True, slots=True)
class CleanFile:
    """A file that may be sealed. ``name`` is its sender's, without any folder; it is sealed with the content."""

    kind: FileKind
    name: str
    content: bytes = field(repr=False)

    @property
    def media_type(self) -> str:
        return self.kind.media_type


def take_in(name: str, content: bytes, allowed: frozenset[FileKind]) -> CleanFile:
    """Clean a file that was handed in, or refuse it with a sentence (``FileRefused``).

    What the content is decides; a name that ends otherwise is refused. Cleaning fails closed: what cannot be
    drawn or parsed anew is not taken.
    """
    shown = plain_name(name)
    if not content:
        raise FileRefused(f"“{shown}”是空文件，请重新选择。")
    kind = sniff(content)
    if kind is None or kind not in allowed:
        raise FileRefused(f"“{shown}”不是可以接收的文件。可以交：{words_for(allowed)}。{_way_out(content)}")
    if len(content) > LARGEST[kind]:
        raise FileRefused(
            f"“{shown}”超过 {LARGEST[kind] // MEGABYTE} MB，请压缩、拆分，或者把原件送到本机关。"
        )
    _check_ending(shown, kind)
    try:
        cleaned = CleanFile(kind, shown, CLEANERS[kind](content))
        _check_it_opens(cleaned)
    except FileRefused as refused:
        raise FileRefused(f"“{shown}”{refused.message}") from refused
    return cleaned


def _check_it_opens(cleaned: CleanFile) -> None:
    """What the office could not read is refused while whoever brings it is still there."""
    try:
        words_in(cleaned.kind, cleaned.content)
    except Exception as error:  # readers of other people's files, each with failures of its own
        raise FileRefused("已损坏，打不开。请重新导出后再交。") from error


def plain_name(name: str) -> str:
    """The last part of a name, without control characters, short enough to show."""
    last = PurePosixPath(name.replace("\\", "/")).name
    printable = "".join(letter for letter in last if letter.isprintable())
    stem, dot, ending = printable.rpartition(".")
    return (
        f"{stem[: LONGEST_NAME - len(ending) - 1]}.{ending}"
        if dot and stem
        else printable[:LONGEST_NAME] or "文件"
    )


def _check_ending(name: str, kind: FileKind) -> None:
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    if ending not in kind.endings:
        raise FileRefused(
            f"“{name}”的内容是{kind.label}（{kind.ending}），与文件名的结尾不符。请改正文件名或者重新导出后再交。"
        )


def _way_out(content: bytes) -> str:
    """What to do with the commonest of what is refused."""
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        return "旧版 Word、Excel 文件请另存为 docx、xlsx 或者 PDF。"
    if content[4:12] in (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftyphevc"):
        return "苹果手机的 HEIC 照片请在“设置－相机－格式”里选“兼容性最佳”，或者截屏后再交。"
    if content[:4] in (b"PK\x03\x04", b"Rar!", b"7z\xbc\xaf"):
        return "压缩包请解开后逐个交。"
    return ""
