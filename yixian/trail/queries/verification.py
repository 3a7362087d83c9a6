"""Is the trail whole? Each kind of tampering is named with the place where it shows."""

from collections.abc import Iterator
from dataclasses import dataclass

from yixian.trail.enums import BreachKind
from yixian.trail.heads import read_heads
from yixian.trail.models import Entry
from yixian.trail.models.entry import GENESIS


@dataclass(frozen=True)
class Breach:
    """``seq`` is the first entry at which the breach shows; ``text`` is fit for the screen."""

    kind: BreachKind
    seq: int
    text: str


SEALING = "trail.seal_head"


def verify() -> list[Breach]:
    """Walk the whole chain, then hold it against every sealed head. An empty list means it is whole."""
    digests: dict[int, str] = {}
    found = [*_walk(digests), *_against_heads(digests)]
    return sorted(found, key=lambda breach: (breach.seq, breach.kind))


def _walk(digests: dict[int, str]) -> Iterator[Breach]:
    expected, prev = 1, GENESIS
    edited: list[Entry] = []
    for entry in Entry.objects.order_by("seq").iterator(chunk_size=2000):
        if entry.seq != expected:
            yield _breach(BreachKind.MISSING, expected, f"第{expected}至{entry.seq - 1}条不见了")
        elif entry.digest() == entry.hash and entry.prev != prev:
            yield _breach(BreachKind.BROKEN, entry.seq, f"第{entry.seq}条与前一条不相接")
        if entry.digest() != entry.hash:
            edited.append(entry)
        digests[entry.seq] = entry.hash
        expected, prev = entry.seq + 1, entry.hash
    yield from (_edited_or_moved(entry, edited) for entry in edited)


def _edited_or_moved(entry: Entry, suspects: list[Entry]) -> Breach:
    """An entry that would be whole at the place of another suspect was moved, not rewritten."""
    if any(entry.digest(seq=other.seq) == entry.hash for other in suspects if other.seq != entry.seq):
        return _breach(BreachKind.REORDERED, entry.seq, f"第{entry.seq}条的次序被调换")
    return _breach(BreachKind.EDITED, entry.seq, f"第{entry.seq}条的内容被改动")


def _against_heads(digests: dict[int, str]) -> Iterator[Breach]:
    last, heads = max(digests, default=0), list(read_heads())
    if not heads and Entry.objects.filter(act=SEALING).exists():
        yield _breach(BreachKind.TRUNCATED, last + 1, "留痕记载链头曾经封存，封存的文件却一份也没有")
    for name, head in heads:
        if head is None:
            yield _breach(BreachKind.HEAD_EDITED, 0, f"链头文件{name}有读不懂的行")
        elif head.seq > last:
            yield _breach(BreachKind.TRUNCATED, last + 1, f"{name}封存到第{head.seq}条，现只到第{last}条")
        elif digests.get(head.seq) not in (head.hash, None):
            yield _breach(BreachKind.REBUILT, head.seq, f"第{head.seq}条与{name}封存的链头不符")


def _breach(kind: BreachKind, seq: int, text: str) -> Breach:
    return Breach(kind, seq, text + "。")
