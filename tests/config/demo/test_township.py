from datetime import date

import pytest

from yixian.config.demo.township import found_township
from yixian.config.demo.township_roster import township_rows
from yixian.protection.actions import Founder, found_office, open_sitting
from yixian.protection.officer import SYSTEM
from yixian.roster.actions import NotFit, import_roster
from yixian.roster.enums import FIELDS, Role
from yixian.roster.queries import (
    active_roles,
    area_mates,
    cadres_of,
    departments_of,
    kin_cadre_ids,
    staff_of,
    units_of,
    villages_of,
)

DAY = date(2025, 1, 2)
PHRASE = "青禾镇的稻子黄了，一年好收成"


@pytest.fixture
def founded(db):
    return found_township(by=SYSTEM)


def test_the_township_has_its_places_units_and_cadres(founded):
    number = founded.township.pk

    assert str(founded.county) == "云溪县纪委监委"
    assert str(founded.township) == "青禾镇纪委"
    assert [mate.name for mate in area_mates(number)] == ["白泉镇纪委", "枫林镇纪委"]
    assert (len(villages_of(number)), len(units_of(number)), len(cadres_of(number))) == (8, 29, 41)


def test_every_field_of_work_has_a_department(founded):
    assert [each.field for each in departments_of(founded.township.pk)] == [field.value for field in FIELDS]


def test_every_role_is_held_by_somebody_once_the_offices_are_founded(founded):
    for organ in (founded.county, founded.township, *founded.neighbours):
        founders = [Founder(staff, roles, PHRASE) for staff, roles in founded.people_of(organ)]
        found_office(by=SYSTEM, organ_id=organ.pk, founders=founders, on=DAY)

    held = {role for staff in founded.staff.values() for role in active_roles(staff)}
    at_township = {role: len(staff_of(founded.township.pk, role)) for role in Role}
    assert held == set(Role)
    assert at_township == {
        Role.CLERK: 2,
        Role.HANDLER: 3,
        Role.CHIEF: 1,
        Role.CUSTODIAN: 1,
        Role.MEMBER: 3,
        Role.AUDITOR: 1,
        Role.ADMIN: 1,
        Role.SUPERVISOR: 0,
        Role.ANALYST: 1,
    }
    assert open_sitting(username="chengban2", passphrase=PHRASE).kin_cadre_ids != frozenset()


def test_a_handler_is_a_relative_of_a_secretary(founded):
    secretary = next(cadre for cadre in cadres_of(founded.township.pk) if cadre.name == "王开渠")

    assert kin_cadre_ids(founded.staff["chengban2"]) == frozenset({secretary.pk})
    assert secretary.unit.village.name == "石桥村"


def test_no_two_people_share_a_name(founded):
    names = [cadre.name for cadre in cadres_of(founded.county.pk)]

    assert len(set(names)) == len(names)


def test_the_roster_may_be_imported_again_but_the_accounts_are_opened_once(founded):
    again = import_roster(by=SYSTEM, rows=township_rows())

    with pytest.raises(NotFit):
        found_township(by=SYSTEM)

    assert sum(tally.added + tally.changed for tally in again.tallies) == 0
