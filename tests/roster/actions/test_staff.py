import pytest

from tests.roster.conftest import DAY, FOUNDING, acting
from yixian.roster.actions import NotFit, NotKeeper, OwnAccount, StaffFacts, add_staff, close_account
from yixian.roster.enums import Role
from yixian.roster.models import RoleGrant, Staff
from yixian.roster.queries import active_roles
from yixian.trail.queries import entries


def test_the_unit_of_a_cadre_who_works_here_is_known(admin, township, cadre):
    staff = add_staff(by=admin, facts=StaffFacts("jia", "甲大山", township, cadre=cadre))

    assert staff.unit == cadre.unit
    assert [(entry.act, entry.subject) for entry in entries()] == [
        ("roster.add_staff", f"roster.staff:{staff.pk}")
    ]


def test_a_clerk_cannot_add_staff_and_the_attempt_is_on_the_trail(clerk, township):
    with pytest.raises(NotKeeper) as refused:
        add_staff(by=acting(clerk, Role.CLERK), facts=StaffFacts("new", "新人", township))

    assert str(refused.value) == "名册和账号由管理员维护，您没有管理员角色。"
    assert [(entry.act, entry.outcome, entry.why) for entry in entries()] == [
        ("roster.add_staff", "refused", "not_keeper")
    ]


def test_an_administrator_cannot_add_staff_to_a_neighbour(admin, neighbour):
    with pytest.raises(NotKeeper) as refused:
        add_staff(by=admin, facts=StaffFacts("new", "新人", neighbour))

    assert str(refused.value) == "管理员只维护本机构及下级机构，不能修改“白泉镇纪委”的名册。"


def test_a_taken_user_name_is_refused_with_the_rule(admin, township, clerk):
    with pytest.raises(NotFit) as refused:
        add_staff(by=admin, facts=StaffFacts("clerk", "新人", township))

    assert str(refused.value) == "这个登录名已经使用。"


def test_a_field_at_fault_is_named_in_chinese(admin, township):
    with pytest.raises(NotFit) as refused:
        add_staff(by=admin, facts=StaffFacts("new", "", township))

    assert str(refused.value) == "姓名：此字段不能为空。"


def test_a_closed_account_holds_no_role_and_stays(admin, clerk):
    RoleGrant.objects.create(staff=clerk, role=Role.CLERK, granted_on=DAY)

    close_account(by=admin, staff=clerk, on=DAY)

    assert active_roles(clerk) == frozenset()
    assert Staff.objects.get(pk=clerk.pk).is_active is False
    assert RoleGrant.objects.get(staff=clerk).revoked_on == DAY


def test_nobody_closes_their_own_account(admin, admin_account):
    with pytest.raises(OwnAccount):
        close_account(by=admin, staff=admin_account, on=DAY)

    assert Staff.objects.get(pk=admin_account.pk).is_active is True


def test_the_founding_may_add_staff_anywhere(county):
    staff = add_staff(by=FOUNDING, facts=StaffFacts("chief", "庚云溪", county))

    assert staff.organ == county
