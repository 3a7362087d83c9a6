"""Whom a register sheet names: as registered, and what the roster knows of those who are on it.

Who stands on the roster is found by the keyed tokens, in the session of whoever prints. What is not known is left
blank, or as two empty boxes, to be filled by hand.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from yixian.protection.actions import tokens_ever
from yixian.protection.officer import Officer
from yixian.reception.enums import CadreCategory
from yixian.reception.naming import bare, known_as
from yixian.reception.opening import PersonContent, ReportContent
from yixian.reception.papers.engine import Value
from yixian.roster.queries import cadres_of, units_of

if TYPE_CHECKING:
    from yixian.roster.models import Cadre, Unit

NOBODY = "没有指明具体的人或者单位"
OPEN_BOXES, YES, NO = "□是　□否", "■是　□否", "□是　■否"
NOT_OF_A_UNIT = "——"


@dataclass(frozen=True, slots=True)
class Entry:
    """One person or unit reported, with what the roster has of it."""

    person: PersonContent
    cadre: "Cadre | None"
    unit: "Unit | None"

    @property
    def is_unit(self) -> bool:
        return self.person.category == CadreCategory.UNIT


def about_reported(by: Officer, content: ReportContent) -> dict[str, Value]:
    """A line for each, numbered alike in every field where there are several."""
    entries = _entries(by, content)

    def each(say: Callable[[Entry], str], nobody: str = "") -> str:
        return _numbered([say(entry) for entry in entries]) or nobody

    return {
        "被反映人": each(lambda entry: _named(entry.person), NOBODY),
        "级别": each(_level),
        "所在地区": each(lambda entry: str(entry.unit.village) if entry.unit and entry.unit.village else ""),
        "单位类别": each(lambda entry: entry.unit.get_kind_display() if entry.unit else ""),
        "中共党员": each(_party_member, OPEN_BOXES),
        "监察对象": each(_supervised, OPEN_BOXES),
    }


def _numbered(lines: Sequence[str]) -> str:
    return (
        "\n".join(f"{at}. {line}" for at, line in enumerate(lines, start=1))
        if len(lines) > 1
        else "".join(lines)
    )


def _named(person: PersonContent) -> str:
    told = "，".join(part for part in (person.name, person.post, person.unit) if part)
    return f"{told}；{person.category.label}"


def _level(entry: Entry) -> str:
    if entry.is_unit:
        return NOT_OF_A_UNIT
    return entry.cadre.get_level_display() if entry.cadre else ""


def _party_member(entry: Entry) -> str:
    if entry.is_unit:
        return NOT_OF_A_UNIT
    if entry.cadre is None:
        return OPEN_BOXES
    return YES if entry.cadre.party_member else NO


def _supervised(entry: Entry) -> str:
    """The roster is of supervised persons; of anybody else it is for a person to say."""
    if entry.is_unit:
        return NOT_OF_A_UNIT
    return YES if entry.cadre else OPEN_BOXES


def _entries(by: Officer, content: ReportContent) -> list[Entry]:
    organ_id, held = content.report.organ_id, {each.pk: each for each in content.report.people.all()}
    names = {name for each in content.people for name in (each.name.strip(), known_as(each.name))}
    cadres = {str(each.pk): each for each in cadres_of(organ_id).filter(name__in=names)}
    called = {bare(name) for each in content.people for name in (each.name, each.unit) if name}
    units = {str(each.pk): each for each in units_of(organ_id) if bare(each.name) in called}
    cadre_of = tokens_ever(by=by, kind="cadre", values=cadres)
    unit_of = tokens_ever(by=by, kind="unit", values=units)
    found = []
    for person in content.people:
        row = held[person.person_id]
        cadre = cadres.get(cadre_of.get(_bytes(row.cadre_token), ""))
        unit = cadre.unit if cadre else units.get(unit_of.get(_bytes(row.unit_token), ""))
        found.append(Entry(person, cadre, unit))
    return found


def _bytes(token: bytes | memoryview | None) -> bytes:
    return b"" if token is None else bytes(token)
