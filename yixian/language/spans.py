"""Named things in running text: find the ending, then walk back to where the name begins."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from yixian.language.words.names import COMMON_WORDS, SURNAMES
from yixian.language.words.units import NAME_STOPS

LONGEST_STEM = 12  # without an area before it; a longer run of words is a clause and not a name
_WINDOW = 24
_STEM = re.compile(r"[一-鿿A-Za-z0-9·]+\Z")
_STOPS = re.compile("|".join(sorted(map(re.escape, NAME_STOPS), key=len, reverse=True)))
_FAMILIES = SURNAMES - COMMON_WORDS
_AREA = r"(?:[A-Z]\d{0,2}(?:县市|市|区县|县|区))"
MASKED_PLACE = re.compile(_AREA + "|西地省")
_AREAS = re.compile(f"(?:西地省)?{_AREA}+")


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


def named(text: str, pattern: re.Pattern[str]) -> Iterator[Span]:
    """Every name that closes with one of the endings; it starts no earlier than the one before it ended."""
    before = 0
    for found in _runs(text, pattern):
        start = _beginning(text, found[0], before)
        if start < found[0]:
            yield Span(start, found[2], text[start : found[2]], text[found[1] : found[2]])
        before = found[2]


def _runs(text: str, pattern: re.Pattern[str]) -> Iterator[tuple[int, int, int]]:
    """Endings that touch are one (柳湾+村, not 村+村支书): where the first and the last begin, where all end."""
    run: tuple[int, int, int] | None = None
    for found in pattern.finditer(text):
        if run is not None and found.start() == run[2]:
            if found.group() != text[run[1] : run[2]]:
                run = (run[0], found.start(), found.end())
            continue
        if run is not None:
            yield run
        run = (found.start(), found.start(), found.end())
    if run is not None:
        yield run


def _beginning(text: str, end: int, earliest: int) -> int:
    """After the last stop word or mark before `end`, or at the area (A市A3区) that opens the name."""
    window = text[max(earliest, end - _WINDOW) : end]
    stem = _STEM.search(window)
    if stem is None:
        return end
    areas = list(_AREAS.finditer(window, stem.start()))
    cut = _after_stops(window, areas[-1].end() if areas else stem.start())
    if areas and cut == areas[-1].end():
        return end - len(window) + areas[-1].start()
    return end - len(window) + cut if len(window) - cut <= LONGEST_STEM else end


def _after_stops(window: str, cut: int) -> int:
    for stop in _STOPS.finditer(window, cut):
        family = stop.group() == "家" and window[cut : stop.start()][-1:] in _FAMILIES
        cut = stop.start() - 1 if family else stop.end()  # 李家庄村, but 我家 and 国家
    return cut
