"""Named things in running text: find the ending, then walk back to where the name begins."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from yixian.language.words.units import NAME_STOPS

LONGEST_STEM = 14
_STEM = re.compile(r"[一-鿿A-Za-z0-9·]+\Z")
_STOPS = re.compile("|".join(sorted(map(re.escape, NAME_STOPS), key=len, reverse=True)))
_MASKED = r"(?:[A-Z]\d{0,2}(?:市|县市|区县|县|区))"
MASKED_PLACE = re.compile(_MASKED + "|西地省")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the folded text; `text` is cut from it, `ending` is what gave it away."""

    start: int
    end: int
    text: str
    ending: str


def endings(words: Iterable[str]) -> re.Pattern[str]:
    """One pattern that finds the longest of the endings at each place."""
    return re.compile("|".join(sorted(map(re.escape, words), key=len, reverse=True)))


def named(text: str, pattern: re.Pattern[str], *, shortest: int = 1) -> Iterator[Span]:
    """Every name that closes with one of the endings and has at least `shortest` characters before it."""
    for found in pattern.finditer(text):
        start = _beginning(text, found.start())
        if found.start() - start >= shortest:
            yield Span(start, found.end(), text[start : found.end()], found.group())


def _beginning(text: str, end: int) -> int:
    """Where the stem before `end` begins: after the last stop word, or the last mark, in the window."""
    window = text[max(0, end - LONGEST_STEM) : end]
    stem = _STEM.search(window)
    if stem is None:
        return end
    cut = stem.start()
    for stop in _STOPS.finditer(window, cut):
        cut = stop.end()
    return end - len(window) + cut
