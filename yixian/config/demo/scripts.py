"""What the stories say, read from the .toml files beside: invented texts, people and villages.

A wording may hold the slots ``{village} {committee} {secretary} {director} {bookkeeper} {group}``, so that one
complaint is made in two villages by two people, as such complaints are.
"""

import tomllib
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

from yixian.config.demo.township_roster import VILLAGES
from yixian.reception.enums import CadreCategory, Channel, Signing, SourceKind
from yixian.regulations.classes import FourForms, ReportClass, Truth, VillageIssue
from yixian.regulations.classes import Outcome as Measure
from yixian.regulations.words import Word
from yixian.roster.enums import VillageKind

W = TypeVar("W", bound=Word)
GROUPS = "一二三四五六七八"


@dataclass(frozen=True, slots=True)
class Person:
    """Someone reported, and what becomes of them when the matter is settled."""

    name: str
    post: str
    unit: str
    category: CadreCategory
    truth: Truth = Truth.UNTRUE
    measure: Measure = Measure.NONE
    form: FourForms | None = None
    reason: str = ""
    losses: int = 0


@dataclass(frozen=True, slots=True)
class Telling:
    """One report: how it came, who signed, and its words; ``after`` counts days from the first."""

    title: str
    text: str
    channel: Channel
    signing: Signing = Signing.ANONYMOUS
    after: int = 0
    source: SourceKind = SourceKind.OWN
    people: int = 1
    new: bool = False
    kept: bool = False
    wish: str = ""
    names: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Script:
    """One matter: its reports, its people and the words of its papers."""

    key: str
    days_ago: int
    course: str
    village: str
    title: str
    tellings: tuple[Telling, ...]
    reported: tuple[Person, ...] = ()
    words: dict[str, str] = field(default_factory=dict)
    report_class: ReportClass = ReportClass.ACCUSATION
    issue: VillageIssue | None = None
    urgent: bool = False


@cache
def scripts() -> tuple[Script, ...]:
    """Every script of the year, in the order of the files."""
    folder = files("yixian.config.demo") / "stories"
    found = sorted(
        (each for each in folder.iterdir() if each.name.endswith(".toml")), key=lambda each: each.name
    )
    tables = [tomllib.loads(each.read_text(encoding="utf-8")) for each in found]
    return tuple(script for table in tables for row in table["story"] for script in _scripts(row))


def _scripts(row: dict[str, Any]) -> list[Script]:
    """A story told once, or one for each of its ``times``: ``[days ago, village, channel, signing]``, with the
    ``texts`` and, where it has any, the ``titles`` in turn.
    """
    if "times" not in row:
        return [
            _script(row, row["days_ago"], row["village"], [_telling(each, row) for each in row["telling"]])
        ]
    made = []
    for number, (days_ago, village, channel, signing) in enumerate(row["times"]):
        text = row["texts"][number % len(row["texts"])]
        told = {"text": text, "channel": channel, "signing": signing}
        if "titles" in row:
            told["title"] = row["titles"][number % len(row["titles"])]
        telling = _telling(told, row)
        made.append(_script(row | {"key": f"{row['key']}-{number}"}, days_ago, village, [telling]))
    return made


def _script(row: dict[str, Any], days_ago: int, village: str, tellings: list[Telling]) -> Script:
    slots = slots_of(village, row["key"])
    people = tuple(_person(each, slots) for each in row.get("reported", ()))
    return Script(
        key=row["key"],
        days_ago=days_ago,
        course=row["course"],
        village=village,
        title=row["title"].format(**slots),
        tellings=tuple(_filled(each, slots) for each in tellings),
        reported=people,
        words={name: text.format(**slots) for name, text in row.get("words", {}).items()},
        report_class=word(ReportClass, row.get("class", "accusation")),
        issue=word(VillageIssue, row["issue"]) if "issue" in row else None,
        urgent=row.get("urgent", False),
    )


def _telling(row: dict[str, Any], story: dict[str, Any]) -> Telling:
    return Telling(
        title=row.get("title", story["title"]),
        text=row["text"],
        channel=word(Channel, row["channel"]),
        signing=word(Signing, row.get("signing", "anonymous")),
        after=row.get("after", 0),
        source=word(SourceKind, row.get("source", story.get("source", "own"))),
        people=row.get("people", 1),
        new=row.get("new", False),
        kept=row.get("kept", False),
        wish=row.get("wish", ""),
        names=tuple(row["names"]) if "names" in row else None,
    )


def _filled(telling: Telling, slots: dict[str, str]) -> Telling:
    return replace(telling, title=telling.title.format(**slots), text=telling.text.format(**slots))


def _person(row: dict[str, Any], slots: dict[str, str]) -> Person:
    texts = {name: str(row.get(name, "")).format(**slots) for name in ("name", "post", "unit", "reason")}
    category = CadreCategory(row.get("category", CadreCategory.VILLAGE_CADRE))
    return Person(
        **texts,
        category=category,
        truth=word(Truth, row.get("truth", "untrue")),
        measure=word(Measure, row.get("measure", "none")),
        form=word(FourForms, row["form"]) if "form" in row else None,
        losses=row.get("losses", 0),
    )


def word(kind: type[W], value: str) -> W:
    """The word that is stored so; a misspelt one fails when the stories are read."""
    found = [each for each in kind if each.value == value]
    if not found:
        raise LookupError(f"{kind.__name__} has no word {value!r}")
    return found[0]


def slots_of(village: str, key: str) -> dict[str, str]:
    """The village's people for the slots; the group is chosen by the key, the same on every run."""
    people = {name: (kind, trio) for name, kind, trio in VILLAGES}
    kind, (secretary, director, bookkeeper) = people[village]
    group = GROUPS[sum(key.encode()) % len(GROUPS)]
    return {
        "village": village,
        "committee": f"{village}{'委会' if kind == VillageKind.VILLAGE else '居委会'}",
        "secretary": secretary,
        "director": director,
        "bookkeeper": bookkeeper,
        "group": group,
    }
