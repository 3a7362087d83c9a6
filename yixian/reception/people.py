"""Reported persons: tied to the roster where they are on it, kept under keyed tokens, and kept apart.

Who is of the reported side must not find the report. On a registered report that is decided by tokens, without
opening anything; on one that waits in the inbox, nothing is known until a session opens it, so there the names
are compared inside the session before anything is shown.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from yixian.protection.actions import token, tokens_ever
from yixian.protection.officer import Officer
from yixian.protection.queries import tokens_of
from yixian.reception.enums import CadreCategory
from yixian.reception.facts import ReportedFacts
from yixian.reception.models import Report, ReportedPerson
from yixian.reception.naming import bare, known_as
from yixian.reception.refusals import ReportedSide, SeveralOfThatName
from yixian.reception.sealing import AccountContent, seal_name
from yixian.roster.queries import cadres_of, kin_cadre_ids, organ_of, staff_by_id, units_under

if TYPE_CHECKING:
    from yixian.roster.models import Unit


def on_the_roster(organ_id: int, reported: Sequence[ReportedFacts]) -> list[ReportedFacts]:
    """Tie each name to the one cadre or unit of that name; a person chooses where there are several."""
    return [_found(organ_id, each) for each in reported]


def _found(organ_id: int, reported: ReportedFacts) -> ReportedFacts:
    if reported.category == CadreCategory.UNIT:
        return _found_unit(organ_id, reported)
    if reported.cadre_id is not None:
        cadre = cadres_of(organ_id).get(pk=reported.cadre_id)
        return replace(reported, unit_id=cadre.unit_id)
    same_name = list(
        cadres_of(organ_id).filter(name__in={reported.name.strip(), known_as(reported.name)})[:2]
    )
    if reported.not_on_roster or not same_name:
        return _found_unit(organ_id, reported)
    if len(same_name) > 1:
        raise SeveralOfThatName(f"名册中有不止一名“{reported.name}”，请选定是哪一位，或者注明都不是。")
    return replace(reported, cadre_id=same_name[0].pk, unit_id=same_name[0].unit_id)


def _found_unit(organ_id: int, reported: ReportedFacts) -> ReportedFacts:
    """Without a cadre, the unit alone: by id, or by its name however typed."""
    name = reported.name if reported.category == CadreCategory.UNIT else reported.unit
    wanted = bare(name) if reported.unit_id is None else ""
    unit = _unit_named(organ_id, wanted) if wanted else None
    return replace(reported, cadre_id=None, unit_id=reported.unit_id or (unit.pk if unit else None))


def _unit_named(organ_id: int, wanted: str) -> "Unit | None":
    """The own unit of that name; for a county also the one unit of its townships that bears it."""
    named = [each for each in units_under(organ_id) if bare(each.name) == wanted]
    own = [each for each in named if each.organ_id == organ_id]
    if own:
        return own[0]
    return named[0] if len(named) == 1 else None


def register_people(
    by: Officer, report: Report, reported: Sequence[ReportedFacts], *, after: int = 0
) -> list[ReportedPerson]:
    """Seal each name and keep its tokens; refuse when the one who registers is of the reported side."""
    people = [
        _person(by, report, position, each)
        for position, each in enumerate(on_the_roster(report.organ_id, reported), start=after + 1)
    ]
    for person in people:
        _refuse_own_side(by, person)
    return ReportedPerson.objects.bulk_create(people)


def tie(by: Officer, person: ReportedPerson, reported: ReportedFacts) -> ReportedPerson:
    """Set the tokens of a person who is now known; not saved."""
    (found,) = on_the_roster(person.report.organ_id, [reported])
    person.category = found.category
    person.cadre_token = _token(by, "cadre", found.cadre_id)
    person.unit_token = _token(by, "unit", found.unit_id)
    _refuse_own_side(by, person)
    return person


def _refuse_own_side(by: Officer, person: ReportedPerson) -> None:
    if tokens_of(by) & set(person.tokens()):
        raise ReportedSide.registering()


def _person(by: Officer, report: Report, position: int, reported: ReportedFacts) -> ReportedPerson:
    return ReportedPerson(
        report=report,
        position=position,
        category=reported.category,
        name_seal=seal_name(reported, report.organ_id, report.pk),
        cadre_token=_token(by, "cadre", reported.cadre_id),
        unit_token=_token(by, "unit", reported.unit_id),
    )


def _token(by: Officer, kind: str, value: int | None) -> bytes | None:
    return None if value is None else token(by=by, kind=kind, value=str(value))


def tokens_of_staff(
    by: Officer, staff_id: int, cadre_id: int | None, unit_id: int | None
) -> frozenset[bytes]:
    """The tokens of another member of staff, computed in this session, for checking an assignment: by each version
    of the key, since a report registered before the key was changed bears those of then.
    """
    cadres = [str(each) for each in (cadre_id, *kin_cadre_ids(staff_id)) if each is not None]
    units = [str(unit_id)] if unit_id is not None else []
    kinds = (("cadre", cadres), ("unit", units))
    return frozenset(made for kind, values in kinds for made in tokens_ever(by=by, kind=kind, values=values))


@dataclass(frozen=True, slots=True)
class OwnNames:
    """The names by which an officer, the relatives and the unit may stand in a report not yet registered."""

    persons: frozenset[str]
    unit: str

    def stand_in(self, content: AccountContent) -> bool:
        """Whether the report names them, however written: a person anywhere in it, the unit as reported."""
        fields = bare("".join(f"{each.name}\n{each.post}\n{each.unit}" for each in content.reported))
        told = bare(f"{content.title}\n{content.account}") + fields
        if any(bare(name) in told for name in self.persons):
            return True
        return bool(self.unit) and bare(self.unit) in fields


def names_of(by: Officer) -> OwnNames:
    """Two queries, whatever the number of reports that are then compared."""
    staff = staff_by_id(by.staff_id)
    organ = organ_of(by.organ_id)
    kin = cadres_of(organ.parent_id or organ.pk).filter(pk__in=by.kin_cadre_ids)
    persons = {by.name, *kin.values_list("name", flat=True)}
    return OwnNames(frozenset(persons), staff.unit.name if staff and staff.unit else "")
