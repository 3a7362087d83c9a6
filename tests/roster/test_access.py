import pytest

from tests.roster.conftest import FOUNDING, Acting, acting
from yixian.roster import access
from yixian.roster.access import (
    PERMIT_ROWS,
    clashing_roles,
    may_declare_for,
    may_give_roles,
    may_keep_organ,
    may_keep_roster,
    staff_id_of,
)
from yixian.roster.enums import Role

CONTENT = [Role.CLERK, Role.HANDLER, Role.CHIEF, Role.CUSTODIAN, Role.MEMBER, Role.SUPERVISOR]


def test_only_the_administrator_and_the_founding_keep_the_roster(admin):
    others = [role for role in Role if role != Role.ADMIN]

    assert may_keep_roster(admin) is True
    assert may_keep_roster(FOUNDING) is True
    assert [may_keep_roster(Acting("staff:1", 1, frozenset({role}))) for role in others] == [False] * 8


def test_an_administrator_keeps_the_own_organ_and_those_below(county, township, neighbour, admin):
    above = Acting("staff:99", county.pk, frozenset({Role.ADMIN}))

    assert [may_keep_organ(admin, organ) for organ in (county, township, neighbour)] == [False, True, False]
    assert [may_keep_organ(above, organ) for organ in (county, township, neighbour)] == [True, True, True]


def test_an_administrator_of_no_organ_does_not_keep_the_county(county):
    nowhere = Acting("staff:99", None, frozenset({Role.ADMIN}))

    assert may_keep_organ(nowhere, county) is False


def test_nobody_gives_roles_to_themselves(admin_account, clerk):
    admin = acting(admin_account, Role.ADMIN)

    assert may_give_roles(admin, clerk) is True
    assert may_give_roles(admin, admin_account) is False


def test_relatives_are_declared_by_the_person_or_the_administrator(admin, admin_account, clerk):
    own = acting(clerk, Role.CLERK)

    assert may_declare_for(own, clerk) is True
    assert may_declare_for(admin, clerk) is True
    assert may_declare_for(own, admin_account) is False


@pytest.mark.parametrize("role", [*CONTENT, Role.AUDITOR])
def test_an_administrator_holds_no_role_with_content_and_does_not_audit(role):
    assert clashing_roles(role, frozenset({Role.ADMIN})) == frozenset({Role.ADMIN})
    assert clashing_roles(Role.ADMIN, frozenset({role, Role.ANALYST})) == frozenset({role})


def test_other_roles_may_be_combined():
    assert clashing_roles(Role.ANALYST, frozenset({Role.ADMIN})) == frozenset()
    assert clashing_roles(Role.HANDLER, frozenset({Role.CLERK, Role.CHIEF})) == frozenset()


def test_the_account_is_read_from_the_actor(clerk):
    assert staff_id_of(acting(clerk)) == clerk.pk
    assert staff_id_of(FOUNDING) is None


def test_every_condition_of_the_permit_rows_is_a_documented_predicate():
    names = {name for row in PERMIT_ROWS for name in row[3]}

    undocumented = [name for name in names if not getattr(access, name).__doc__]

    assert names == {
        "may_keep_organ",
        "may_give_roles",
        "may_declare_for",
        "may_note_skills",
        "may_tell_contact",
    }
    assert undocumented == []
