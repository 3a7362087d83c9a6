"""What outgoing papers are scanned for, when the reporter's identity itself stays closed.

The digests are salted for each reporter and sealed to the office key: a thief sees nothing. They keep the
identity from being read by whoever holds the office key and not the identity key; they cannot keep such a
person, with a copy of the database and a program of their own, from testing a guessed name. That is the
price of scanning every paper without opening an identity; docs/threats.md says so.
"""

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from nacl.utils import random

from yixian.vault.crypto import suite

DIGEST, SHORTEST = 4, 2
WORDS = {"name": "举报人姓名", "phone": "举报人电话", "address": "举报人住址", "id_number": "举报人证件号"}
NUMBERS = ("phone", "id_number")
TAIL, PIECE = 7, 6
"""A phone number is recognised by seven digits in a row, an address by six characters in a row."""


@dataclass(frozen=True)
class Spot:
    """Where a watched word stands in a text."""

    slot: str
    start: int
    end: int


def bare(text: str) -> tuple[str, list[int]]:
    """The text without blanks and punctuation, full width made half; and where each sign stood."""
    kept = [
        (folded, place)
        for place, sign in enumerate(text)
        for folded in unicodedata.normalize("NFKC", sign).upper()
        if folded.isalnum()
    ]
    return "".join(sign for sign, _ in kept), [place for _, place in kept]


def watch_words(slots: Mapping[str, str]) -> bytes:
    """Salted digests of the pieces by which each slot would be recognised."""
    salt = random(16)
    entries = {
        (slot, len(piece), _digest(salt, slot, piece))
        for slot, text in slots.items()
        if slot in WORDS
        for piece in _pieces(slot, text)
    }
    return json.dumps([salt.hex(), sorted(entries)]).encode()


def watched_in(watch: bytes, text: str) -> Iterator[Spot]:
    """Where the text holds a piece that the watch knows."""
    salt_hex, entries = json.loads(watch)
    salt, plain, places = bytes.fromhex(salt_hex), *bare(text)
    known = {(slot, digest) for slot, _, digest in entries}
    for slot, length in sorted({(slot, length) for slot, length, _ in entries}):
        for start in range(len(plain) - length + 1):
            if (slot, _digest(salt, slot, plain[start : start + length])) in known:
                yield Spot(slot, places[start], places[start + length - 1] + 1)


def _pieces(slot: str, text: str) -> Iterator[str]:
    if slot in NUMBERS:
        for digits in re.findall(r"[0-9]+[0-9X]?", bare(text)[0]):
            yield from _windows(digits, TAIL)
    elif slot == "address":
        yield from _windows(bare(text)[0], PIECE)
    else:
        yield from _names(text)


def _names(text: str) -> Iterator[str]:
    """Each name of a field that may hold several (张某、李某)."""
    for name in re.split(r"[、,，;；/\s]+", text):
        if len(plain := bare(name)[0]) >= SHORTEST:
            yield plain


def _windows(plain: str, length: int) -> Iterator[str]:
    for start in range(max(1, len(plain) - length + 1)):
        if len(piece := plain[start : start + length]) >= SHORTEST:
            yield piece


def _digest(salt: bytes, slot: str, piece: str) -> str:
    return suite().digest(salt, f"{slot}|{piece}".encode(), 16)[:DIGEST].hex()
