"""The text of a page cut into pieces, so that the doubtful places can be marked and listed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from yixian.toolkit.scans import Doubt

AROUND = 8


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text; ``number`` is set where it is doubtful, and ``text`` is empty where a sign may be missing."""

    text: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    """One doubtful place as it is listed: what was read, between what stands around it."""

    number: int
    start: int
    end: int
    before: str
    text: str
    after: str


def pieces_of(text: str, doubts: Sequence[Doubt]) -> Iterator[Piece]:
    at = 0
    for number, each in enumerate(doubts, start=1):
        if each.start > at:
            yield Piece(text[at : each.start])
        yield Piece(text[each.start : each.end], number)
        at = each.end
    if at < len(text):
        yield Piece(text[at:])


def places_of(text: str, doubts: Sequence[Doubt]) -> list[Place]:
    return [
        Place(
            number,
            each.start,
            each.end,
            _line(text[max(each.start - AROUND, 0) : each.start], last=True),
            text[each.start : each.end],
            _line(text[each.end : each.end + AROUND]),
        )
        for number, each in enumerate(doubts, start=1)
    ]


def _line(text: str, *, last: bool = False) -> str:
    """What stands on the same line."""
    lines = text.split("\n")
    return lines[-1] if last else lines[0]
