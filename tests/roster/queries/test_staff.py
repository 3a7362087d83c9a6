import pytest

from tests.roster.conftest import DAY
from yixian.roster.enums import Relation, Role
from yixian.roster.models import Kinship, RoleGrant, Staff
from yixian.roster.queries import active_roles, kin_cadre_ids, staff_by_id, staff_by_username, staff_of


def test_active_roles_leave_out_what_was_taken_back(clerk):
    RoleGrant.objects.create(staff=clerk, role=Role.CLERK, granted_on=DAY)
    RoleGrant.objects.create(staff=clerk, role=Role.HANDLER, granted_on=DAY, revoked_on=DAY)

    assert active_roles(clerk) == active_roles(clerk.pk) == frozenset({Role.CLERK})


def test_a_closed_account_holds_nothing_and_is_not_found_by_name(clerk):
    RoleGrant.objects.create(staff=clerk, role=Role.CLERK, granted_on=DAY)
    clerk.is_active = False
    clerk.save()

    assert active_roles(clerk) == frozenset()
    assert staff_by_username("clerk") is None
    assert staff_by_id(clerk.pk) == clerk


def test_staff_are_listed_by_role(township, clerk, admin_account):
    assert list(staff_of(township.pk)) == [clerk, admin_account]
    assert list(staff_of(township.pk, Role.ADMIN)) == [admin_account]
    assert list(staff_of(township.pk, Role.CHIEF)) == []
    assert list(staff_of(township.pk, Role.CHIEF, Role.ADMIN)) == [admin_account]


def test_relatives_are_the_declared_ones_that_were_not_withdrawn(clerk, cadre):
    kinship = Kinship.objects.create(staff=clerk, cadre=cadre, relation=Relation.SPOUSE)
    declared = kin_cadre_ids(clerk)
    kinship.withdrawn_on = DAY
    kinship.save()

    assert declared == frozenset({cadre.pk})
    assert kin_cadre_ids(clerk.pk) == frozenset()


@pytest.mark.parametrize("number", [1, 3])
def test_lists_of_staff_with_roles_cost_two_queries_however_long(township, number, django_assert_num_queries):
    for at in range(number):
        staff = Staff.objects.create(username=f"staff{at}", name=f"人{at}", organ=township)
        RoleGrant.objects.create(staff=staff, role=Role.CLERK, granted_on=DAY)

    with django_assert_num_queries(2):
        roles = [[grant.role for grant in each.current_grants] for each in staff_of(township.pk)]

    assert roles == [["clerk"]] * number
