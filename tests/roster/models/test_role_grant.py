from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from tests.roster.conftest import DAY
from yixian.roster.enums import Role
from yixian.roster.models import RoleGrant


def test_a_grant_says_who_and_what(clerk):
    assert str(RoleGrant(staff=clerk, role=Role.CLERK)) == "丁小禾：接访员"


def test_the_database_itself_refuses_a_grant_to_oneself(clerk):
    grant = RoleGrant(staff=clerk, role=Role.CHIEF, granted_by=clerk, granted_on=DAY)

    with pytest.raises(ValidationError) as refused:
        grant.full_clean()
    with pytest.raises(IntegrityError):
        grant.save()

    assert refused.value.messages == ["任何人不得给自己授予角色，请由另一名管理员办理。"]


def test_a_role_is_held_once_at_a_time_and_may_be_given_again(clerk):
    held = RoleGrant.objects.create(staff=clerk, role=Role.CLERK, granted_on=DAY)
    again = RoleGrant(staff=clerk, role=Role.CLERK, granted_on=DAY)

    with pytest.raises(ValidationError) as refused:
        again.full_clean()
    held.revoked_on = DAY
    held.save()
    again.full_clean()

    assert refused.value.messages == ["该工作人员已有这个角色。"]


def test_a_grant_cannot_end_before_it_began(clerk):
    grant = RoleGrant(
        staff=clerk, role=Role.CLERK, granted_on=date(2026, 3, 2), revoked_on=DAY - timedelta(days=1)
    )

    with pytest.raises(ValidationError) as refused:
        grant.full_clean()

    assert refused.value.messages == ["收回日期不得早于授予日期。"]
