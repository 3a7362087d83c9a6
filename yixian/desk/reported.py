"""Who a reported person is to the law's tables: the coarse category, and who manages them.

A proposal for the screen, from the roster where the person stands on it, else from what the clerk chose.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from yixian.protection.officer import Officer
from yixian.reception.actions import ReportedFacts
from yixian.reception.enums import CadreCategory
from yixian.reception.naming import known_as
from yixian.regulations.jurisdiction import ReportedLevel
from yixian.roster.enums import CadreLevel, Role, UnitKind
from yixian.roster.queries import cadres_of, organ_of, staff_of

if TYPE_CHECKING:
    from yixian.roster.models import Cadre

BY_CATEGORY = {
    CadreCategory.VILLAGE_HEAD: ReportedLevel.VILLAGE_CADRE,
    CadreCategory.VILLAGE_CADRE: ReportedLevel.VILLAGE_CADRE,
    CadreCategory.GROUP_HEAD: ReportedLevel.VILLAGE_CADRE,
    CadreCategory.TOWN_LEADER: ReportedLevel.TOWNSHIP_LEADER,
    CadreCategory.TOWN_CADRE: ReportedLevel.TOWNSHIP_CADRE,
    CadreCategory.STATION_STAFF: ReportedLevel.STATION_STAFF,
    CadreCategory.SCHOOL_CLINIC: ReportedLevel.STATION_STAFF,
    CadreCategory.ENTERPRISE: ReportedLevel.TOWNSHIP_CADRE,
    CadreCategory.COUNTY_STAFF: ReportedLevel.COUNTY_UNIT,
    CadreCategory.UNIT: ReportedLevel.VILLAGE_ORGANISATION,
}
BY_LEVEL = {
    CadreLevel.ABOVE_COUNTY: ReportedLevel.SUPERIOR,
    CadreLevel.COUNTY: ReportedLevel.COUNTY_CADRE,
    CadreLevel.TOWNSHIP: ReportedLevel.TOWNSHIP_CADRE,
    CadreLevel.VILLAGE: ReportedLevel.VILLAGE_CADRE,
    CadreLevel.STAFF: ReportedLevel.STATION_STAFF,
}
BY_UNIT = {
    UnitKind.STATION: CadreCategory.STATION_STAFF,
    UnitKind.SCHOOL: CadreCategory.SCHOOL_CLINIC,
    UnitKind.CLINIC: CadreCategory.SCHOOL_CLINIC,
    UnitKind.ENTERPRISE: CadreCategory.ENTERPRISE,
    UnitKind.COUNTY_OFFICE: CadreCategory.COUNTY_STAFF,
}
VILLAGE_UNITS = (UnitKind.PARTY_BRANCH, UnitKind.VILLAGE_COMMITTEE)
HEADS, LEADERS = ("书记", "主任"), ("书记", "镇长", "乡长", "委员", "人大主席")


def category_of(cadre: "Cadre") -> CadreCategory:
    """The coarse category that the roster gives a cadre; a deputy is no head."""
    kind, is_deputy = UnitKind(cadre.unit.kind), cadre.post.startswith("副")
    if kind in VILLAGE_UNITS:
        head = not is_deputy and any(word in cadre.post for word in HEADS)
        return CadreCategory.VILLAGE_HEAD if head else CadreCategory.VILLAGE_CADRE
    if kind == UnitKind.TOWN_OFFICE:
        leads = any(word in cadre.post for word in LEADERS)
        return CadreCategory.TOWN_LEADER if leads else CadreCategory.TOWN_CADRE
    return BY_UNIT.get(kind, CadreCategory.OTHER)


def levels_of(officer: Officer, reported: Sequence[ReportedFacts]) -> list[ReportedLevel]:
    """Who manages each person reported; what concerns this office itself is found by the roster."""
    if not reported:
        return []
    own = _own_office(officer)
    names = {name for each in reported for name in (each.name.strip(), known_as(each.name))}
    cadres = cadres_of(organ_of(officer.organ_id).parent_id or officer.organ_id).filter(name__in=names)
    on_roster: dict[str, list[Cadre]] = {}
    for cadre in cadres:
        on_roster.setdefault(cadre.name, []).append(cadre)
    return [
        (None if each.not_on_roster else own.get(known_as(each.name)))
        or _level(each, on_roster.get(known_as(each.name)) or on_roster.get(each.name.strip(), []))
        for each in reported
    ]


def _own_office(officer: Officer) -> dict[str, ReportedLevel]:
    return {
        each.name: ReportedLevel.OWN_CHIEF
        if any(grant.role == Role.CHIEF for grant in each.current_grants)  # type: ignore[attr-defined] # prefetched
        else ReportedLevel.OWN_COMMISSION_STAFF
        for each in staff_of(officer.organ_id)
    }


def _level(reported: ReportedFacts, same_name: "list[Cadre]") -> ReportedLevel:
    chosen = [each for each in same_name if each.pk == reported.cadre_id] or same_name
    if len(chosen) == 1 and not reported.not_on_roster:
        return _by_roster(chosen[0])
    return BY_CATEGORY.get(reported.category, ReportedLevel.UNKNOWN)


def _by_roster(cadre: "Cadre") -> ReportedLevel:
    if category_of(cadre) is CadreCategory.TOWN_LEADER and cadre.level == CadreLevel.TOWNSHIP:
        return ReportedLevel.TOWNSHIP_LEADER
    return BY_LEVEL[CadreLevel(cadre.level)]
