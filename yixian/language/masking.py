"""Personal data in a text, and the text without it: names, telephones, numbers of cards, homes, plates, addresses.

Whatever is printed, shown in a list or handed on goes through here. A name wrongly hidden costs a word, a name
printed may cost its bearer much, so names are looked for with a lower bar than elsewhere, and one found once is
hidden wherever it stands.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from yixian.language.normalise import fold
from yixian.language.people import people
from yixian.language.persons import names as learnt_names

LEAST = 0.3  # chance from which a stretch is hidden as a name
COMMON = (
    4.0  # in some sixty of ten thousand complaints or more: a word, and not a name to hide wherever it stands
)
PART, SEAM = 3_000, 12


class Personal(StrEnum):
    """What kind of personal data stands there."""

    NAME = "name"
    TELEPHONE = "telephone"
    NUMBER = "number"
    HOME = "home"
    PLATE = "plate"
    ADDRESS = "address"


@dataclass(frozen=True, slots=True)
class Found:
    start: int
    end: int
    kind: Personal


_BUILDING = r"(?:[A-Za-z]?\d{1,4}|[一二三四五六七八九十]{1,3})(?:栋|幢|座|号楼|号)"
_ROOM = (
    r"(?:[\dA-Za-z一二三四五六七八九十]{1,3}单元)?(?:\d{1,2}[层楼])?"
    r"(?:\d{3,4}|\*{3})(?:号房|号|室|房)?(?![\d.]|[平元㎡万亩])"
)
_PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼楚"
_PATTERNS = (
    (
        Personal.ADDRESS,
        re.compile(
            r"(?<![A-Za-z0-9_.+-])[A-Za-z0-9_.+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}"
        ),
    ),
    (Personal.ADDRESS, re.compile(r"(?:微信号?|[Qq]{2}号?)[:: ]{0,2}([A-Za-z0-9_-]{5,20})")),
    (Personal.NUMBER, re.compile(r"(?<![\d*])(?:\d[\d*]{14,18}[Xx]?|\d{13,19})(?![\dXx*])")),
    (Personal.NUMBER, re.compile(r"证书?(?:编?号)?[为::]{0,2}([一-鿿]?\d{4,}(?:-\d{4,})?)")),
    (Personal.TELEPHONE, re.compile(r"(?<![\d*-])1[3-9]\d[- ]?[\d*]{4}[- ]?\d{4}(?!\d)")),
    (Personal.TELEPHONE, re.compile(r"(?<![\d*-])0\d{2,3}[-— ]?(?:\d{4}-)?\d{7,8}(?![\dA-Za-z])")),
    (Personal.TELEPHONE, re.compile(r"(?:电话|手机|致电|拨打|来电|联系)[^\d\n。]{0,4}(\d{7,8})(?!\d)")),
    (Personal.PLATE, re.compile(rf"[{_PROVINCES}][A-Za-z][·.]?(?=[A-Za-z*]*\d)[A-Za-z0-9*]{{4,6}}[警学挂]?")),
    (Personal.HOME, re.compile(rf"{_BUILDING}{_ROOM}")),
    (Personal.HOME, re.compile(r"[一二三四五六七八九十\d]{1,3}单元(?:[\d*]{1,4}(?:号房|号|室|房)?)?")),
)
_SIGNS = {
    Personal.TELEPHONE: "（号码略）",
    Personal.NUMBER: "（证号略）",
    Personal.HOME: "（门牌略）",
    Personal.PLATE: "（车牌略）",
    Personal.ADDRESS: "（网址略）",
}


def personal(text: str, known: Iterable[str] = ()) -> list[Found]:
    """In order of place, none over another; `known` are names that the record itself states."""
    plain = fold(text)
    found = [
        Found(*match.span(match.lastindex or 0), kind)
        for kind, pattern in _PATTERNS
        for match in pattern.finditer(plain)
    ]
    return _apart([*found, *_names(plain, known)])


def _names(text: str, known: Iterable[str]) -> list[Found]:
    """What the learnt reader finds, wherever it stands; by rule only where a post stands beside it."""
    words = {fold(name) for name in known if len(name) > 1 and name.strip()}
    words |= {text[one.start : one.end] for one in learnt_names(text, least=LEAST)}
    return _everywhere(text, {word for word in words if "某" not in word}) + list(_beside_posts(text))


def _beside_posts(text: str) -> Iterator[Found]:
    """In parts short enough for rules that look at the whole text for each name."""
    for start in range(0, len(text), PART):
        first = max(0, start - SEAM)
        for one in people(text[first : start + PART + SEAM]):
            if one.post and len(one.name) > 1 and "某" not in one.name:
                yield Found(first + one.start, first + one.end, Personal.NAME)


def _everywhere(text: str, words: set[str]) -> list[Found]:
    """Every place of every word, the longest first; one look-up a place and length, however many words."""
    lengths = sorted({len(word) for word in words}, reverse=True)
    found: list[Found] = []
    place = 0
    while lengths and place < len(text):
        length = next((one for one in lengths if text[place : place + one] in words), 0)
        if length:
            found.append(Found(place, place + length, Personal.NAME))
        place += length or 1
    return found


def _apart(found: list[Found]) -> list[Found]:
    """The first and longest of those that overlap."""
    kept: list[Found] = []
    for one in sorted(found, key=lambda each: (each.start, -each.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def mask(text: str, known: Iterable[str] = ()) -> str:
    """The text with a sign in the place of each."""
    pieces, last = [], 0
    for one in personal(text, known):
        pieces += [text[last : one.start], _sign(text[one.start : one.end], one.kind)]
        last = one.end
    return "".join([*pieces, text[last:]])


def _sign(words: str, kind: Personal) -> str:
    return masked(words) if kind is Personal.NAME else _SIGNS[kind]


def masked(name: str) -> str:
    """张某某 for three characters or more, 张某 for two."""
    return name[0] + "某" * min(len(name) - 1, 2)
