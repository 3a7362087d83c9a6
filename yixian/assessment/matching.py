"""What the optimiser is told: the ties of every possible handler to one report, worked out in a session of the county.

Ties are found by keyed tokens, as recusal is everywhere, by every version of the key; and, for those reported who
stand on no roster, by name. What comes out is ids and kinds of ties, never a word of the report.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from yixian.assessment.crossing import LEAD_POINTS, SECOND_POINTS, HandlerFacts, MatterFacts
from yixian.assessment.crossing_workflow import CROSSING
from yixian.assessment.enums import CrossingGround, CrossingState
from yixian.assessment.models import CrossHandling
from yixian.assessment.queries.matters import matter_of
from yixian.protection.actions import tokens_ever
from yixian.protection.officer import Officer
from yixian.protection.queries import recused_staff_ids
from yixian.reception.naming import bare, known_as
from yixian.reception.opening import read_whole
from yixian.roster.enums import OrganLevel, Role, Skill
from yixian.roster.queries import cadres_of, kin_cadre_ids, organs_under, suited_staff, units_under

if TYPE_CHECKING:
    from yixian.reception.models import Report
    from yixian.roster.models import Organ, Staff

CAPACITY = 8
"""So many cross-handlings at once, as lead or second."""
S = CrossingState
IN_HAND = frozenset(S) - CROSSING.final


@dataclass(frozen=True, slots=True, kw_only=True)
class CrossingFacts:
    """What the county says of a report when it asks for handlers; ``difficulty`` runs from 1 to 5."""

    ground: CrossingGround
    township_id: int
    difficulty: int = 2
    skills: frozenset[Skill] = frozenset()


@dataclass(frozen=True, slots=True)
class _Reported:
    """Those reported, as far as the roster knows them, and the names of all."""

    cadres: frozenset[int]
    units: frozenset[int]
    organs: frozenset[int]
    names: frozenset[str]


def matter_facts(by: Officer, report: "Report", facts: CrossingFacts) -> MatterFacts:
    """The ties of every handler and of every chief of the county to those reported."""
    townships = {each.pk: each for each in organs_under(report.organ_id) if each.level == OrganLevel.TOWNSHIP}
    reported = _reported(by, report)
    people = [each for organ_id in townships for each in suited_staff(organ_id)]
    ties = {each.pk: _ties(each, reported) for each in people}
    earlier = CrossHandling.objects.filter(report__in=_same_matter(report)).order_by("pk")
    refused = [each for each in earlier if each.report_id == report.pk and each.state == S.REFUSED]
    return MatterFacts(
        id=str(report.pk),
        township=facts.township_id,
        area=townships[facts.township_id].area_id or 0,
        difficulty=facts.difficulty,
        skills=frozenset(str(each.label) for each in facts.skills),
        previous=frozenset(who for each in earlier if each.handed_on for who in each.pair_ids()),
        recused=_recused(report),
        related=_with("related", ties),
        of_unit=_with("of_unit", ties),
        served=_with("served", ties),
        declined=frozenset(each.answered_by_id or 0 for each in refused),
        closed_townships=reported.organs
        | _led_by(people, ties)
        | frozenset(each.to_organ_id for each in refused if each.answered_by_id not in each.pair_ids()),
    )


def _is_chief(staff: Any) -> bool:
    return Role.CHIEF in {Role(grant.role) for grant in staff.current_grants}


def handler_facts(county_id: int, on: date) -> list[HandlerFacts]:
    """Every handler of the county's townships, with the load of this year and what is in hand."""
    load, in_hand = loads_of(on.year)
    return [
        _handler(each, organ, load.get(each.pk, 0), in_hand.get(each.pk, 0))
        for organ in organs_under(county_id)
        if organ.level == OrganLevel.TOWNSHIP
        for each in suited_staff(organ.pk, Role.HANDLER)
        if not _is_chief(each)
    ]


def loads_of(year: int) -> tuple[dict[int, int], dict[int, int]]:
    """Points of the year and cross-handlings in hand, by member of staff. What was not taken counts for nobody."""
    points: dict[int, int] = {}
    in_hand: dict[int, int] = {}
    for each in CrossHandling.objects.order_by("pk"):
        open_now = each.state in IN_HAND
        counts = each.proposed_on.year == year and (open_now or each.handed_on is not None)
        for who, worth in ((each.lead_id, LEAD_POINTS), (each.second_id, SECOND_POINTS)):
            points[who] = points.get(who, 0) + worth * each.difficulty * counts
            in_hand[who] = in_hand.get(who, 0) + open_now
    return points, in_hand


def _handler(staff: "Staff", organ: "Organ", load: int, in_hand: int) -> HandlerFacts:
    return HandlerFacts(
        id=staff.pk,
        name=staff.name,
        township=organ.pk,
        township_name=organ.name,
        area=organ.area_id or 0,
        skills=frozenset(str(Skill(each.skill).label) for each in _skills(staff)),
        load=load,
        in_hand=in_hand,
        capacity=CAPACITY,
    )


def _skills(staff: Any) -> list[Any]:
    return list(staff.current_skills)


def _reported(by: Officer, report: "Report") -> _Reported:
    """Who on the roster is meant: the tokens of everybody of the county against those of the report."""
    borne = report.reported_tokens()
    matter = matter_of(report.pk)
    borne |= matter.reported_tokens() if matter else frozenset()
    cadres = {each.pk: each for each in cadres_of(report.organ_id)}
    units = {each.pk: each for each in units_under(report.organ_id)}
    hit_cadres = _hit(by, "cadre", cadres, borne)
    hit_units = _hit(by, "unit", units, borne)
    names = {
        bare(name) for each in read_whole(by, report).people for name in (each.name, known_as(each.name))
    }
    organs = {cadres[each].unit.organ_id for each in hit_cadres} | {
        units[each].organ_id for each in hit_units
    }
    return _Reported(hit_cadres, hit_units, frozenset(organs), frozenset(names - {""}))


def _hit(by: Officer, kind: str, ids: Iterable[int], borne: frozenset[bytes]) -> frozenset[int]:
    made = tokens_ever(by=by, kind=kind, values=[str(each) for each in ids])
    return frozenset(int(value) for token, value in made.items() if token in borne)


def _ties(staff: Any, reported: _Reported) -> frozenset[str]:
    """Kinds of ties of one member of staff to those reported."""
    kin = kin_cadre_ids(staff)
    kin_names = {
        bare(each)
        for each in cadres_of(staff.organ.parent_id).filter(pk__in=kin).values_list("name", flat=True)
    }
    own = {staff.cadre_id} & reported.cadres
    named = (kin_names | {bare(staff.name)}) & reported.names
    former = {each.unit_id for each in staff.current_former_posts}
    found = {
        "related": bool(own or kin & reported.cadres or named),
        "of_unit": staff.unit_id in reported.units,
        "served": bool(former & reported.units),
    }
    return frozenset(kind for kind, holds in found.items() if holds)


def _with(kind: str, ties: dict[int, frozenset[str]]) -> frozenset[int]:
    return frozenset(who for who, kinds in ties.items() if kind in kinds)


def _led_by(people: Iterable[Any], ties: dict[int, frozenset[str]]) -> frozenset[int]:
    """The townships whose chief must not meet the report: it would lie in the chief's own office."""
    return frozenset(each.organ_id for each in people if _is_chief(each) and ties[each.pk])


def _recused(report: "Report") -> frozenset[int]:
    matter = matter_of(report.pk)
    also = recused_staff_ids(matter.trail_subject) if matter else frozenset()
    return recused_staff_ids(report.trail_subject) | also


def _same_matter(report: "Report") -> list[Any]:
    matter = matter_of(report.pk)
    together = [each.report_id for each in matter.links.all()] if matter else []
    return [report.pk, *together, *([report.repeat_of_id] if report.repeat_of_id else [])]
