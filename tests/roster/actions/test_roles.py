import pytest

from tests.roster.conftest import DAY, FOUNDING, acting
from yixian.roster.actions import (
    LastAdmin,
    NotFit,
    NotKeeper,
    OwnRole,
    RoleNotHeld,
    RolesClash,
    grant_role,
    revoke_role,
)
from yixian.roster.enums import Role
from yixian.roster.models import RoleGrant, Staff
from yixian.roster.queries import active_roles
from yixian.trail.queries import entries


def test_a_grant_remembers_who_gave_it_and_when(admin, admin_account, clerk):
    grant = grant_role(by=admin, staff=clerk, role=Role.CLERK, on=DAY)

    assert (grant.granted_by, grant.granted_on) == (admin_account, DAY)
    assert active_roles(clerk) == frozenset({Role.CLERK})


def test_at_founding_nobody_is_the_giver(clerk):
    grant = grant_role(by=FOUNDING, staff=clerk, role=Role.CHIEF, on=DAY)

    assert grant.granted_by is None


def test_nobody_grants_a_role_to_themselves(admin, admin_account):
    with pytest.raises(OwnRole) as refused:
        grant_role(by=admin, staff=admin_account, role=Role.ANALYST, on=DAY)

    assert str(refused.value) == "任何人不得给自己授予或收回角色，请由另一名管理员办理。"
    assert active_roles(admin_account) == frozenset({Role.ADMIN})
    assert [(entry.outcome, entry.why) for entry in entries()] == [("refused", "own_role")]


def test_a_chief_cannot_grant_roles(clerk, admin_account):
    with pytest.raises(NotKeeper):
        grant_role(by=acting(clerk, Role.CHIEF), staff=admin_account, role=Role.CLERK, on=DAY)


def test_an_administrator_cannot_become_custodian(township, admin_account, clerk):
    second = Staff.objects.create(username="second", name="辛小青", organ=township)

    with pytest.raises(RolesClash) as refused:
        grant_role(by=acting(second, Role.ADMIN), staff=admin_account, role=Role.CUSTODIAN, on=DAY)

    assert str(refused.value) == (
        "戊小青已是管理员，不能再任身份保管人：管理员只管账号和设置，不接触举报内容，也不得审计自己，须由不同的人担任。"
    )


def test_a_handler_cannot_become_administrator(admin, clerk):
    grant_role(by=admin, staff=clerk, role=Role.HANDLER, on=DAY)

    with pytest.raises(RolesClash):
        grant_role(by=admin, staff=clerk, role=Role.ADMIN, on=DAY)

    assert active_roles(clerk) == frozenset({Role.HANDLER})


def test_a_role_held_already_is_refused_with_the_rule(admin, clerk):
    grant_role(by=admin, staff=clerk, role=Role.CLERK, on=DAY)

    with pytest.raises(NotFit) as refused:
        grant_role(by=admin, staff=clerk, role=Role.CLERK, on=DAY)

    assert str(refused.value) == "该工作人员已有这个角色。"


def test_a_revoked_role_stays_as_history(admin, clerk):
    grant_role(by=admin, staff=clerk, role=Role.CLERK, on=DAY)

    revoke_role(by=admin, staff=clerk, role=Role.CLERK, on=DAY)

    assert active_roles(clerk) == frozenset()
    assert RoleGrant.objects.get(staff=clerk).revoked_on == DAY


def test_a_role_not_held_cannot_be_revoked(admin, clerk):
    with pytest.raises(RoleNotHeld) as refused:
        revoke_role(by=admin, staff=clerk, role=Role.CHIEF, on=DAY)

    assert str(refused.value) == "丁小禾目前没有“纪委书记”角色。"


def test_the_last_administrator_of_an_organ_stays(admin_account, clerk):
    with pytest.raises(LastAdmin) as refused:
        revoke_role(by=FOUNDING, staff=admin_account, role=Role.ADMIN, on=DAY)
    grant_role(by=FOUNDING, staff=clerk, role=Role.ADMIN, on=DAY)
    revoke_role(by=FOUNDING, staff=admin_account, role=Role.ADMIN, on=DAY)

    assert str(refused.value) == "戊小青是青禾镇纪委唯一的管理员，请先授予另一人管理员角色。"
    assert active_roles(admin_account) == frozenset()
