"""Who a reported person is to the tables of the law."""

import pytest

from yixian.desk.reported import category_of, levels_of
from yixian.reception.actions import ReportedFacts
from yixian.reception.enums import CadreCategory
from yixian.regulations.jurisdiction import ReportedLevel
from yixian.roster.enums import CadreLevel, UnitKind
from yixian.roster.models import Cadre, Unit


@pytest.mark.parametrize(
    ("kind", "post", "expected"),
    [
        (UnitKind.VILLAGE_COMMITTEE, "主任", CadreCategory.VILLAGE_HEAD),
        (UnitKind.VILLAGE_COMMITTEE, "副主任", CadreCategory.VILLAGE_CADRE),
        (UnitKind.PARTY_BRANCH, "会计", CadreCategory.VILLAGE_CADRE),
        (UnitKind.TOWN_OFFICE, "镇长", CadreCategory.TOWN_LEADER),
        (UnitKind.TOWN_OFFICE, "干事", CadreCategory.TOWN_CADRE),
        (UnitKind.STATION, "站长", CadreCategory.STATION_STAFF),
        (UnitKind.OTHER, "职员", CadreCategory.OTHER),
    ],
)
def test_the_roster_gives_the_coarse_category(kind, post, expected):
    assert category_of(Cadre(unit=Unit(kind=kind), post=post)) is expected


def test_a_person_on_the_roster_is_placed_by_the_roster(town):
    Cadre.objects.create(unit=town.unit, name="王开路", post="委员", level=CadreLevel.VILLAGE)

    levels = levels_of(town["clerk"], [ReportedFacts(name="王开路")])

    assert levels == [ReportedLevel.VILLAGE_CADRE]


def test_a_person_declared_not_to_be_on_the_roster_is_placed_by_category(town):
    same_name = ReportedFacts(name="柳青山", category=CadreCategory.STATION_STAFF, not_on_roster=True)

    assert levels_of(town["clerk"], [same_name]) == [ReportedLevel.STATION_STAFF]


def test_the_chief_and_the_staff_of_the_own_office_are_recognised(town):
    named = [ReportedFacts(name="书记丙"), ReportedFacts(name="承办乙"), ReportedFacts(name="无此人氏")]

    levels = levels_of(town["clerk"], named)

    assert levels == [
        ReportedLevel.OWN_CHIEF,
        ReportedLevel.OWN_COMMISSION_STAFF,
        ReportedLevel.UNKNOWN,
    ]


def test_a_leader_of_the_township_is_the_county_s(town):
    office = Unit.objects.create(organ=town.organ, name="青禾镇党政办公室", kind=UnitKind.TOWN_OFFICE)
    Cadre.objects.create(unit=office, name="镇长甲", post="镇长", level=CadreLevel.TOWNSHIP)

    assert levels_of(town["clerk"], [ReportedFacts(name="镇长甲")]) == [ReportedLevel.TOWNSHIP_LEADER]
