"""Whom a report accuses: persons by name or post, and units. The principal first, five at most.

A unit is mentioned for many reasons; it is accused when the report says 举报 of it, puts it in the
subject with a charge, or lets a charging word follow it closely.
"""

import re
from dataclasses import dataclass

from yixian.language.normalise import fold
from yixian.language.people import Person, people
from yixian.language.spans import Span, endings, named
from yixian.language.words.cues import CUES
from yixian.language.words.units import PRIVATE_ENDINGS, UNIT_ENDINGS

MOST = 5
LONGEST_SUBJECT = 200
LONGEST = 3_000
LIGHTEST = 1.0
REACH = 14  # characters between a unit and the charge that follows it
UNITS = endings(UNIT_ENDINGS)
_CHARGES = re.compile(
    "|".join(
        CUES[name]
        for name in ("收钱受贿", "贪污侵占", "以权谋私", "包庇纵容", "不作为", "徇私枉法", "粗暴态度", "收费")
    )
    + "|违法|违规|违纪|非法|不公|涉嫌|强迫"
)
_ACCUSING = re.compile(r"(?:举报|控告|检举|投诉|状告|严惩|查处|揭发)[^,。;!?\n]{0,8}\Z")
_REPORTER = re.compile(
    r"(?<!被)(?:举报|投诉|控告|反映|申请|报告|联系|检举|申诉)人 ?[::]?\s*\Z|(?:我叫|我是|本人|尊敬的)\Z"
)
_VILLAGE = endings(("村", "社区", "街道", "镇", "乡"))
_PRIVATE_POST = re.compile("经理|董事长|医生|厂长")
_ADDRESSED = re.compile(r"[^,。;!?\n]{0,3}(?:[::]|您好|你好|,您|,你)")


@dataclass(frozen=True, slots=True)
class Accused:
    """Exact substrings of the report; what is not stated is empty."""

    name: str
    post: str
    unit: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where an accused stands in the text, before it is cut out of the original."""

    name: tuple[int, int]
    post: tuple[int, int]
    unit: tuple[int, int]
    weight: float


def accused(subject: str, detail: str) -> list[Accused]:
    """Read from the original strings; folding keeps places, so spans are cut from what was written."""
    subject = subject[:LONGEST_SUBJECT]
    raw = f"{subject}\n{detail[:LONGEST]}"
    text = fold(raw)
    ranked = charged_persons(text, len(subject)) + charged_units(text, len(subject)) or _mentioned(
        text, len(subject)
    )
    return _cut(raw, text, sorted(ranked, key=lambda place: -place.weight))


def _cut(raw: str, text: str, places: list[Place]) -> list[Accused]:
    found: dict[tuple[str, str], Accused] = {}
    units: list[str] = []
    for place in places:
        one = Accused(*(raw[slice(*span)] for span in (place.name, place.post, place.unit)))
        unit = text[slice(*place.unit)]
        key = (text[slice(*place.name)], "" if one.name else unit)
        if key in found or (not one.name and any(unit in other or other in unit for other in units)):
            continue
        found[key] = one
        units += [] if one.name else [unit]
    return list(found.values())[:MOST]


def charged_persons(text: str, subject: int) -> list[Place]:
    spoken = people(text)
    units = list(named(text, UNITS))
    talked_of = [one for one in spoken if not _is_reporter(text, one) and not _is_addressee(text, one)]
    found = [_person(text, one, units, subject, spoken) for one in talked_of]
    return [place for place in found if place.weight >= LIGHTEST]


def _person(text: str, one: Person, units: list[Span], subject: int, spoken: list[Person]) -> Place:
    post = _post_span(text, one)
    unit = _unit_before(text, min(one.start, post[0] if post[1] else one.start), units)
    repeats = sum(other.name == one.name for other in spoken)
    weight = 2.0 + 2.0 * one.labelled + 1.5 * (one.start < subject) + 0.3 * min(repeats, 5)
    weight -= 1.5 * bool(_PRIVATE_POST.search(one.post))
    weight += 1.0 * bool(_CHARGES.search(text, one.end, one.end + 30)) - one.start / 3_000
    return Place((one.start, one.end), post, unit, weight)


def _post_span(text: str, one: Person) -> tuple[int, int]:
    if not one.post:
        return (0, 0)
    start = text.rfind(one.post, max(0, one.start - len(one.post) - 1), one.start)
    start = start if start >= 0 else text.find(one.post, one.end)
    return (start, start + len(one.post))


def _unit_before(text: str, start: int, units: list[Span]) -> tuple[int, int]:
    """The unit that ends just before the post or name, or else a village that does."""
    for unit in units:
        if 0 <= start - unit.end <= 2 and "\n" not in text[unit.end : start]:
            return (unit.start, unit.end)
    for village in named(text[:start], _VILLAGE):
        if start - village.end <= 1:
            return (village.start, village.end)
    return _nearest(text, start, units)


def _nearest(text: str, start: int, units: list[Span]) -> tuple[int, int]:
    """The last official unit (or, where none is named, village) before, or else the first in the report."""
    official = [unit for unit in units if unit.ending not in PRIVATE_ENDINGS] or list(named(text, _VILLAGE))
    before = [unit for unit in official if unit.end <= start]
    chosen = before[-1:] or official[:1]
    return (chosen[0].start, chosen[0].end) if chosen else (0, 0)


def charged_units(text: str, subject: int) -> list[Place]:
    found = []
    for unit in named(text, UNITS):
        weight = _charge(text, unit, subject)
        if weight > 0 and unit.ending not in PRIVATE_ENDINGS:
            found.append(Place((0, 0), (0, 0), (unit.start, unit.end), weight - unit.start / 3_000))
    return found


def _mentioned(text: str, subject: int) -> list[Place]:
    """Nothing is charged in so many words: the first official unit of the subject, if there is one."""
    units = [unit for unit in named(text[:subject], UNITS) if unit.ending not in PRIVATE_ENDINGS]
    return [Place((0, 0), (0, 0), (unit.start, unit.end), 1.0) for unit in units[:1]]


def _charge(text: str, unit: Span, subject: int) -> float:
    weight = 1.5 * bool(_ACCUSING.search(text, max(0, unit.start - 16), unit.start))
    charge = _CHARGES.search(text, unit.end, min(unit.end + REACH, len(text)))
    weight += 1.0 * (charge is not None and not re.search("[。!?\n]", text[unit.end : charge.start()]))
    return weight + 0.8 * (unit.end <= subject and weight > 0)


def _is_reporter(text: str, one: Person) -> bool:
    return _REPORTER.search(text, max(0, one.start - 8), one.start) is not None


def _is_addressee(text: str, one: Person) -> bool:
    """胡书记您好: the letter is written to this person."""
    end = one.end + len(one.post) if text.startswith(one.post, one.end) else one.end
    return one.post != "" and not one.labelled and _ADDRESSED.match(text, end) is not None
