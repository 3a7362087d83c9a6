"""Whom a report accuses: persons by name or post, and units. The principal first, five at most.

A unit is mentioned for many reasons; it is accused when the report says 举报 of it, puts it in the
subject with a charge, or lets a charging word follow it closely.
"""

import re
from collections import Counter
from dataclasses import dataclass

from yixian.language.charging import MISDEEDS
from yixian.language.normalise import fold
from yixian.language.people import Person, people
from yixian.language.persons import names
from yixian.language.posts import charged_posts, post_after, post_before, split_post, villages, whole_post
from yixian.language.roles import Spoken, accused_chances, spoken
from yixian.language.spans import Span, endings, named
from yixian.language.words.cues import CUES
from yixian.language.words.names import POSTS
from yixian.language.words.units import PRIVATE_ENDINGS, UNIT_ENDINGS

MOST = 5
LONGEST_SUBJECT = 200
LONGEST = 3_000
LIGHTEST = 1.0
ACCUSED_FROM = 0.35  # chance from which a person named is taken for an accused
SHORT = 300
PLAIN_REACH = 20
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
_SEATS = frozenset(("村", "社区", "街道", "镇", "乡"))
_OF_VILLAGE = re.compile("村|支书|会计|组长|文书|社长|出纳|^书记$|^主任$|^支部书记$")
_GENERAL = re.compile("干部$|工作人员|领导|负责人|^队员$")
_POST_AFTER = re.compile("的?(?:" + "|".join(map(re.escape, POSTS)) + ")")
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
    persons, units = _persons(text, len(subject)), charged_units(text, len(subject))
    posts = _charged_posts(text, len(subject), persons)
    seats = [text[slice(*post.unit)] for post in posts]
    units = [one for one in units if text[slice(*one.unit)] not in seats]
    ranked = persons + posts + units or _mentioned(text, len(subject))
    return _cut(raw, text, sorted(ranked, key=lambda place: -place.weight))


def _cut(raw: str, text: str, places: list[Place]) -> list[Accused]:
    found: dict[tuple[str, str], Accused] = {}
    units: list[str] = []
    for place in places:
        one = Accused(*(raw[slice(*span)] for span in (place.name, place.post, place.unit)))
        unit = text[slice(*place.unit)]
        key = (text[slice(*place.name)], "" if one.name else text[slice(*place.post)] or unit)
        if key in found or (unit and not one.name and not one.post and _known(unit, units)):
            continue
        found[key] = one
        units += [] if one.name else [unit]
    return list(found.values())[:MOST]


def _known(unit: str, units: list[str]) -> bool:
    return any(unit in other or (other and other in unit) for other in units)


def _charged_posts(text: str, subject: int, persons: list[Place]) -> list[Place]:
    """Office-holders without a name, unless a named person holds the post, or another spot tells it better."""
    seats = villages(text)
    units = sorted([*named(text, UNITS), *seats], key=lambda span: span.start)
    held = [text[slice(*person.post)] for person in persons]
    found: dict[str, Place] = {}
    for start, end, weight in charged_posts(text, subject, [(one.post[0], one.name[1]) for one in persons]):
        post = split_post(text, start, end, seats)
        words = text[slice(*post)]
        if (persons and _GENERAL.search(words)) or _tail(words) in {_tail(one) for one in [*held, *found]}:
            continue
        found[words] = Place((0, 0), post, _unit_before(text, post[0], units, words), weight)
    return list(found.values())


def _tail(post: str) -> str:
    """One seat under several words: 支书 and 书记, 村长 and 村主任."""
    return {"支书": "书记", "村长": "主任"}.get(post[-2:], post[-2:])


def _persons(text: str, subject: int) -> list[Place]:
    """Those whom the learnt readers take for accused, and by rule those without a whole name (李所长, 张某).

    A short letter names few persons but the accused and says so plainly: there the rules read better.
    """
    if len(text) <= SHORT:
        return charged_persons(text, subject)
    found = spoken(text, names(text))
    charged = charged_persons(text, subject)
    chances = accused_chances(text, subject, found, weights_of(text, charged)).tolist()
    learnt = [(one, chance) for one, chance in zip(found, chances, strict=True) if chance >= ACCUSED_FROM]
    units = sorted([*named(text, UNITS), *villages(text)], key=lambda span: span.start)
    places = [_placed(text, subject, one, chance, units) for one, chance in learnt]
    return places + [one for one in charged if _without_name(text[slice(*one.name)])]


def weights_of(text: str, charged: list[Place]) -> dict[str, float]:
    """How heavily the rules weigh each name, the heaviest mention counting."""
    ordered = sorted(charged, key=lambda place: place.weight)
    return {text[slice(*place.name)]: place.weight for place in ordered}


def _without_name(word: str) -> bool:
    return "某" in word or len(word) == 1


def _placed(text: str, subject: int, one: Spoken, chance: float, units: list[Span]) -> Place:
    """At the mention that tells the post, or else the first."""
    posts = [(place, post_before(text, place[0]) or post_after(text, place[1])) for place in one.places]
    place, post = next(((place, post) for place, post in posts if post), (one.places[0], (0, 0)))
    post = post or (0, 0)
    if post[1]:
        post = split_post(text, *post, [unit for unit in units if unit.ending in _SEATS])
        post = whole_post(text, *post)
    unit = _unit_before(
        text, post[0] if post[1] and post[0] < place[0] else place[0], units, text[slice(*post)]
    )
    in_subject = one.places[0][0] < subject
    return Place(place, post, unit, 1.0 + 2.0 * chance + 1.0 * in_subject - place[0] / 3_000)


def charged_persons(text: str, subject: int) -> list[Place]:
    spoken = people(text)
    seats = villages(text)
    units = sorted([*named(text, UNITS), *seats], key=lambda span: span.start)
    talked_of = [one for one in spoken if not _is_reporter(text, one) and not _is_addressee(text, one)]
    found = [_person(text, one, units, subject, spoken) for one in talked_of]
    return [place for place in found if place.weight >= LIGHTEST]


def _person(text: str, one: Person, units: list[Span], subject: int, spoken: list[Person]) -> Place:
    post = _post_span(text, one)
    post = split_post(text, *post, [unit for unit in units if unit.ending in _SEATS]) if post[1] else post
    unit = _unit_before(text, min(one.start, post[0] if post[1] else one.start), units, text[slice(*post)])
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


def _unit_before(text: str, start: int, units: list[Span], post: str) -> tuple[int, int]:
    """The unit that ends just before the post or name, or else the likeliest of those named."""
    touching = [unit for unit in units if 0 <= start - unit.end <= 2 and "\n" not in text[unit.end : start]]
    if touching:
        longest = min(touching, key=lambda unit: (start - unit.end, unit.start))
        return (longest.start, longest.end)
    return _nearest(start, units, post)


def _nearest(start: int, units: list[Span], post: str) -> tuple[int, int]:
    """A village for a village post (the one most spoken of), else an organ: the last before, or else the first."""
    villages_named = [unit for unit in units if unit.ending in {"村", "社区"}]
    organs = [unit for unit in units if unit.ending not in PRIVATE_ENDINGS | _SEATS]
    fitting = villages_named if _OF_VILLAGE.search(post) else organs or villages_named
    if fitting is villages_named:
        often = Counter(unit.text for unit in fitting)
        fitting = [unit for unit in fitting if often[unit.text] == max(often.values())]
    before = [unit for unit in fitting if unit.end <= start]
    chosen = before[-1:] or fitting[:1]
    return (chosen[0].start, chosen[0].end) if chosen else (0, 0)


def charged_units(text: str, subject: int) -> list[Place]:
    found = []
    for unit in named(text, UNITS):
        weight = _charge(text, unit, subject)
        if weight > 0 and unit.ending not in PRIVATE_ENDINGS and _POST_AFTER.match(text, unit.end) is None:
            found.append(Place((0, 0), (0, 0), (unit.start, unit.end), weight - unit.start / 3_000))
    return found


def _mentioned(text: str, subject: int) -> list[Place]:
    """Nobody is charged in so many words: the unit whose sentence goes on to a misconduct, or the subject's first."""
    units = [unit for unit in named(text, UNITS) if unit.ending not in PRIVATE_ENDINGS]
    plainly = [unit for unit in units if MISDEEDS.search(_rest(text, unit.end))]
    chosen = plainly[:1] or [unit for unit in units if unit.end <= subject][:1]
    return [Place((0, 0), (0, 0), (unit.start, unit.end), 1.0) for unit in chosen]


def _rest(text: str, start: int) -> str:
    return re.split(r"[。!?\n]", text[start : start + 2 * PLAIN_REACH], maxsplit=1)[0]


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
