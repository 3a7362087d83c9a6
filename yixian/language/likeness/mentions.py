"""Places, units, people, posts, sums, days and numbers named in a report.

A name's left edge cannot be seen in Chinese, so a place or unit is known by the two characters before
its kind word and that word (柳溪路, 青禾苑): two reports that write the same name always agree on it,
however the sentence runs on before it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

import rjieba

from yixian.language.likeness.name_kinds import LOOSE, NOT_NAMES, PLACE_KINDS, POSTS, SURNAMES, UNIT_KINDS

_LOOSE = frozenset(LOOSE)
_SURNAMES = frozenset(SURNAMES)
_NOT_NAMES = frozenset(NOT_NAMES.split())


def _kinds(words: str) -> str:
    return "|".join(sorted(words.split(), key=lambda word: (-len(word), word)))


_HEAD = r"(?=([\u4e00-\u9fffA-Za-z0-9]{2}(?:%s)))"
_PLACE = re.compile(_HEAD % _kinds(PLACE_KINDS))
_UNIT = re.compile(_HEAD % _kinds(UNIT_KINDS))
_POST = re.compile(_kinds(POSTS))
_AFTER_POST = re.compile(rf"(?:{_kinds(POSTS)})([{SURNAMES}][\u4e00-\u9fff]{{2}})")
_AMOUNT = re.compile(r"\d[\d,]*(?:\.\d+)?\s?(?:多|余)?(?:万|亿|千|百)?元|\d+(?:\.\d+)?(?:万|亿)")
_DATE = re.compile(r"(?:\d{4}年)?\d{1,2}月\d{1,2}[日号]|\d{4}年(?:\d{1,2}月)?|\d{4}[-./]\d{1,2}[-./]\d{1,2}")
_PHONE = re.compile(r"(?<!\d)(?:1[3-9]\d{9}|0\d{2,3}-?\d{7,8})(?!\d)")


@dataclass(frozen=True, slots=True)
class Mentions:
    """Each a sorted tuple without repeats, so that equal texts give equal bytes."""

    places: tuple[str, ...]
    units: tuple[str, ...]
    persons: tuple[str, ...]
    posts: tuple[str, ...]
    amounts: tuple[str, ...]
    dates: tuple[str, ...]
    phones: tuple[str, ...]


def mentions(text: str) -> Mentions:
    """Everything of these kinds in a normalised text."""
    places, units = _named(_PLACE, text), _named(_UNIT, text)
    return Mentions(
        places=places,
        units=units,
        persons=_persons(text, "|".join([*places, *units])),
        posts=_sorted(_POST.findall(text)),
        amounts=_sorted(found.replace(",", "").replace(" ", "") for found in _AMOUNT.findall(text)),
        dates=_sorted(_DATE.findall(text)),
        phones=_sorted(found.replace("-", "") for found in _PHONE.findall(text)),
    )


def _named(pattern: re.Pattern[str], text: str) -> tuple[str, ...]:
    found = (match.group(1) for match in pattern.finditer(text))
    return _sorted(name for name in found if name[0] not in _LOOSE and name[1] not in _LOOSE)


def _persons(text: str, elsewhere: str) -> tuple[str, ...]:
    """Words tagged as names and what follows a post (书记郑甲乙), unless they are part of a place or unit."""
    tagged = [word for word, tag in rjieba.tag(text) if tag == "nr"]
    words = tagged + _AFTER_POST.findall(text)
    return _sorted(word for word in words if _is_name(word) and word not in elsewhere)


def _is_name(word: str) -> bool:
    return (
        2 <= len(word) <= 3 and word[0] in _SURNAMES and word not in _NOT_NAMES and not _LOOSE & {*word[1:]}
    )


def _sorted(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(words)))
