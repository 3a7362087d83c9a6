"""Recordings keep their sound and lose their tags: title, device, place, time."""

from collections.abc import Iterator

from yixian.toolkit.files.refused import FileRefused

WAV_KEEPS = frozenset({b"fmt ", b"data", b"fact"})
ISO_HOLDS = frozenset({b"moov", b"trak", b"mdia", b"minf", b"stbl", b"edts", b"moof", b"traf"})
ISO_BLANKED = frozenset({b"udta", b"meta", b"uuid", b"free", b"skip", b"loci", b"Xtra"})
ISO_TIMED = frozenset({b"mvhd", b"tkhd", b"mdhd"})
DEEPEST, TIMES = 12, 20
"""Boxes within boxes; and the least bytes of a box that holds times."""
BROKEN = "已损坏，打不开。请重新导出后再交。"


def strip_mp3(content: bytes) -> bytes:
    """Without the ID3 tags before and behind the sound, and APE tags."""
    start = 0
    while content[start : start + 3] == b"ID3" and len(content) > start + 10:
        size = 0
        for each in content[start + 6 : start + 10]:
            size = size << 7 | each & 0x7F
        start += 10 + size + (10 if content[start + 5] & 0x10 else 0)
    end = len(content)
    if content[end - 128 : end - 125] == b"TAG":
        end -= 128
    ape = content.rfind(b"APETAGEX", max(start, end - 64 * 1024), end)
    sound = _from_first_frame(
        content[start:end] if ape < 0 else content[start : content.find(b"APETAGEX", start)]
    )
    if len(sound) < 64:
        raise FileRefused(BROKEN)
    return sound


def _from_first_frame(sound: bytes) -> bytes:
    for at in range(min(len(sound) - 1, 64 * 1024)):
        if sound[at] == 0xFF and sound[at + 1] & 0xE6 == 0xE2:
            return sound[at:]
    raise FileRefused(BROKEN)


def strip_wav(content: bytes) -> bytes:
    """Only the chunks that make the sound, one of each."""
    found, at = dict[bytes, bytes](), 12
    while at + 8 <= len(content):
        name, size = content[at : at + 4], int.from_bytes(content[at + 4 : at + 8], "little")
        body = content[at + 8 : at + 8 + size]
        if name in WAV_KEEPS:
            found.setdefault(name, name + len(body).to_bytes(4, "little") + body + b"\0" * (len(body) % 2))
        at += 8 + size + size % 2
    if next(iter(found), b"") != b"fmt " or b"data" not in found:
        raise FileRefused(BROKEN)
    kept = b"".join(found.values())
    return b"RIFF" + (4 + len(kept)).to_bytes(4, "little") + b"WAVE" + kept


def keep_amr(content: bytes) -> bytes:
    """AMR has a head of six or nine bytes, and frames: no room for tags."""
    if not content.startswith((b"#!AMR\n", b"#!AMR-WB\n")):
        raise FileRefused(BROKEN)
    return content


def strip_iso(content: bytes) -> bytes:
    """MP4 and M4A: boxes of tags are blanked in place and times set to nothing, so that no offset moves.

    A track that a phone records beside the picture (``meta``: places, movements) loses its description, without
    which its samples in ``mdat`` belong to nothing; the samples themselves stay. docs/threats.md says so.
    """
    blank = bytearray(content)
    seen = set(_clean(blank, 0, len(blank)))
    if not {b"moov", b"mdat"} <= seen:
        raise FileRefused(BROKEN)
    return bytes(blank)


def _clean(blank: bytearray, start: int, end: int, deep: int = 0) -> Iterator[bytes]:
    """Walk the boxes; yields their names."""
    if deep > DEEPEST:
        raise FileRefused(BROKEN)
    for at, name, head, stop in _boxes(blank, start, end):
        yield name
        if name in ISO_BLANKED:
            blank[at + 4 : at + 8] = b"free"
            blank[head:stop] = bytes(stop - head)
        elif name in ISO_TIMED:
            if stop - head < TIMES:
                raise FileRefused(BROKEN)
            wide = 8 if blank[head] == 1 else 4
            blank[head + 4 : head + 4 + 2 * wide] = bytes(2 * wide)
        elif name in ISO_HOLDS:
            yield from _clean(blank, head, stop, deep + 1)


def _boxes(blank: bytearray, start: int, end: int) -> Iterator[tuple[int, bytes, int, int]]:
    """Start, name, start of the body, end; a box that reaches out of its holder is refused."""
    at = start
    while at + 8 <= end:
        size, name, head = int.from_bytes(blank[at : at + 4], "big"), bytes(blank[at + 4 : at + 8]), at + 8
        if size == 1:
            size, head = int.from_bytes(blank[at + 8 : at + 16], "big"), at + 16
        stop = at + size if size else end
        if stop > end or stop < head:
            raise FileRefused(BROKEN)
        yield at, name, head, stop
        at = stop
