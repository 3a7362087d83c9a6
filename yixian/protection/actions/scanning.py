"""Before a paper goes out: does it give the reporter away? (检控规则 47)"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from yixian.protection.actions.opening import NoKey, SealBroken
from yixian.protection.actions.permitting import require
from yixian.protection.actions.rings import ring_of
from yixian.protection.actions.sealing import BYTES, decoded
from yixian.protection.actions.watching import WORDS, bare, watched_in
from yixian.protection.officer import Officer
from yixian.trail.actions import leaves_trail
from yixian.vault import sealing
from yixian.vault.crypto import Broken
from yixian.vault.enums import Purpose
from yixian.vault.models import DataKey

PHRASE = 12
LETTER = "phrase"
LABELS = WORDS | {LETTER: "举报件原文"}


@dataclass(frozen=True)
class Finding:
    """A place in the outgoing text, and what it gives away. ``excerpt`` is the text's own words."""

    kind: str
    label: str
    start: int
    end: int
    excerpt: str


@leaves_trail("protection.scan_outgoing")
def scan_outgoing(*, by: Officer, text: str, seals: Iterable[UUID | None]) -> list[Finding]:
    """Hold a text against the letter (phrases of twelve characters) and the reporter's identity.

    ``seals`` are those of one report: its account, its messages and its identity. The identity is not opened:
    its watch is (see ``watching``). Blanks, punctuation and full width make no difference.
    """
    require(by, "protection.scan_outgoing")
    wanted = [seal for seal in seals if seal is not None]
    found = DataKey.objects.filter(pk__in=wanted).order_by("pk").values_list("pk", "watch")
    watches = {watch for _, watch in found if watch}
    letters = {seal for seal, watch in found if not watch}
    opened = _opened(by, watches | letters)
    spots = [
        *(spot for seal in watches for spot in _identity(opened[seal], text)),
        *(spot for seal in letters for spot in _phrases(opened[seal], text)),
    ]
    return [Finding(kind, LABELS[kind], a, b, text[a:b]) for kind, a, b in _merged(spots)]


def _opened(by: Officer, seals: set[UUID]) -> dict[UUID, dict[str, bytes]]:
    try:
        keys = sealing.keys_of(seals, ring_of(by), Purpose.OFFICE)
        if seals - set(keys):
            raise NoKey("您没有检查这份文书所需的密钥，请由承办人或者纪委书记检查后发出。")
        return sealing.read(keys)
    except Broken as error:
        raise SealBroken("密文校验未通过，可能被改动。请立即报告纪委书记并核验留痕。") from error


def _identity(slots: dict[str, bytes], text: str) -> Iterator[tuple[str, int, int]]:
    """A watch of before seal_many wrote it bare bears the mark of bytes; no JSON begins with one."""
    for spot in watched_in(slots["words"].removeprefix(BYTES), text):
        yield spot.slot, spot.start, spot.end


def _phrases(slots: dict[str, bytes], text: str) -> Iterator[tuple[str, int, int]]:
    letter = [bare(value)[0] for value in map(decoded, slots.values()) if isinstance(value, str)]
    known = {words[at : at + PHRASE] for words in letter for at in range(len(words) - PHRASE + 1)}
    plain, places = bare(text)
    for at in range(len(plain) - PHRASE + 1):
        if plain[at : at + PHRASE] in known:
            yield LETTER, places[at], places[at + PHRASE - 1] + 1


def _merged(spots: Iterable[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """Windows of one kind that overlap are one finding."""
    merged: list[tuple[str, int, int]] = []
    for kind, start, end in sorted(set(spots)):
        if merged and merged[-1][0] == kind and start <= merged[-1][2]:
            merged[-1] = (kind, merged[-1][1], max(end, merged[-1][2]))
        else:
            merged.append((kind, start, end))
    return sorted(merged, key=lambda spot: spot[1:])
