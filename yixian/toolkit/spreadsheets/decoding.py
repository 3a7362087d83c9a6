"""Bytes of a text table to text: UTF-8, UTF-16 and GB18030, also where one file mixes them line by line.

GB18030 decodes much UTF-8 without complaint into nonsense, so UTF-8 is asked first, line by line. Only what
neither reads goes to charset-normalizer, and what that cannot read stays marked with U+FFFD, line named.
"""

import codecs
import re

import charset_normalizer

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
_HAN = re.compile("[\u3000-\u9fff\uff00-\uffef]")


def decode(content: bytes) -> tuple[str, tuple[str, ...]]:
    """The text and sentences about its encoding (none where it is plain UTF-8)."""
    for bom, codec, name in _BOMS:
        if content.startswith(bom):
            return _with_bom(content, codec, name)
    if wide := _wide_codec(content):
        return content.decode(wide, "replace"), ("文件编码为 UTF-16。",)
    try:
        return content.decode("utf-8"), ()
    except UnicodeDecodeError:
        return _by_line(content)


def _with_bom(content: bytes, codec: str, name: str) -> tuple[str, tuple[str, ...]]:
    try:
        return content.decode(codec), () if name == "UTF-8" else (f"文件编码为 {name}。",)
    except UnicodeDecodeError:
        if name != "UTF-8":
            return content.decode(codec, "replace"), (f"文件编码为 {name}，其中有无法识别的字节。",)
        return _by_line(content.removeprefix(codecs.BOM_UTF8))


def _wide_codec(content: bytes) -> str | None:
    """UTF-16 without its mark: line feeds and commas leave a zero in every other byte."""
    sample = content[:4096]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if max(even, odd) * 20 < len(sample):
        return None
    return "utf-16-be" if even > odd else "utf-16-le"


def _by_line(content: bytes) -> tuple[str, tuple[str, ...]]:
    lines = content.split(b"\n")
    decoded = [_line(line) for line in lines]
    unread = [index for index, (_, codec) in enumerate(decoded) if codec == ""]
    if len(unread) * 20 > sum(codec != "ascii" for _, codec in decoded) and (text := _guess(content)):
        return text
    return "\n".join(text for text, _ in decoded), _notes([codec for _, codec in decoded], unread)


def _line(line: bytes) -> tuple[str, str]:
    if line.isascii():
        return line.decode("ascii"), "ascii"
    for codec in ("utf-8", "gb18030"):
        try:
            text = line.decode(codec)
        except UnicodeDecodeError:
            continue
        # A few GBK words happen to be valid UTF-8, as Latin or Arabic letters: those are not Chinese.
        if codec == "gb18030" or _HAN.search(text):
            return text, codec
    return line.decode("utf-8", "replace"), ""


def _guess(content: bytes) -> tuple[str, tuple[str, ...]] | None:
    best = charset_normalizer.from_bytes(content[:200_000]).best()
    if best is None or best.encoding in ("utf_8", "gb18030"):
        return None
    return content.decode(best.encoding, "replace"), (
        f"文件编码按 {best.encoding} 识别，请核对预览中的文字。",
    )


def _notes(codecs_used: list[str], unread: list[int]) -> tuple[str, ...]:
    notes = []
    if "utf-8" in codecs_used and "gb18030" in codecs_used:
        notes.append("文件混用了 UTF-8 与 GB18030 两种编码，已逐行识别。")
    elif "gb18030" in codecs_used:
        notes.append("文件编码为 GB18030（GBK）。")
    if unread:
        shown = "、".join(str(index + 1) for index in unread[:5])
        notes.append(f"有 {len(unread)} 行含无法识别的字节（文本第 {shown} 行等），以“\ufffd”标出。")
    return tuple(notes)
