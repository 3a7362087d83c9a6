import pytest

from tests.roster.conftest import DAY, acting
from yixian.roster.actions import (
    NotFit,
    NotKeeper,
    NotOwnKinship,
    declare_former_post,
    keep_skills,
    withdraw_former_post,
)
from yixian.roster.enums import Role, Skill
from yixian.roster.models import StaffSkill
from yixian.roster.queries import suited_staff


def held(staff):
    return {each.skill for each in suited_staff(staff.organ_id).get(pk=staff.pk).current_skills}


def test_the_administrator_notes_skills_and_what_is_left_out_is_dropped(admin, clerk):
    keep_skills(by=admin, staff=clerk, skills={Skill.ACCOUNTS, Skill.LAND}, on=DAY)

    keep_skills(by=admin, staff=clerk, skills={Skill.LAND, Skill.WORKS}, on=DAY)

    assert held(clerk) == {Skill.LAND, Skill.WORKS}
    assert StaffSkill.objects.filter(staff=clerk, skill=Skill.ACCOUNTS, dropped_on=DAY).count() == 1


def test_nobody_notes_the_own_skills(clerk):
    with pytest.raises(NotKeeper, match="纪委书记"):
        keep_skills(by=acting(clerk, Role.CLERK), staff=clerk, skills={Skill.LAND}, on=DAY)

    assert held(clerk) == set()


def test_a_person_declares_where_they_served(clerk, unit):
    post = declare_former_post(by=acting(clerk, Role.CLERK), staff=clerk, unit=unit, on=DAY)

    assert [each.pk for each in suited_staff(clerk.organ_id).get(pk=clerk.pk).current_former_posts] == [
        post.pk
    ]


def test_a_colleague_declares_for_nobody(clerk, admin_account, unit):
    with pytest.raises(NotOwnKinship, match="本人申报"):
        declare_former_post(by=acting(clerk, Role.CLERK), staff=admin_account, unit=unit, on=DAY)


def test_the_same_unit_is_declared_once(clerk, admin, unit):
    declare_former_post(by=admin, staff=clerk, unit=unit, on=DAY)

    with pytest.raises(NotFit, match="已经申报"):
        declare_former_post(by=admin, staff=clerk, unit=unit, on=DAY)


def test_the_present_unit_is_no_former_one(clerk, admin, unit):
    clerk.unit = unit
    clerk.save()

    with pytest.raises(NotFit, match="现在的单位"):
        declare_former_post(by=admin, staff=clerk, unit=unit, on=DAY)


def test_the_administrator_lifts_a_mistaken_one_and_nobody_their_own(admin, admin_account, clerk, unit):
    mistaken = declare_former_post(by=admin, staff=clerk, unit=unit, on=DAY)
    own = declare_former_post(by=admin, staff=admin_account, unit=unit, on=DAY)

    lifted = withdraw_former_post(by=admin, post=mistaken, on=DAY)

    assert lifted.withdrawn_on == DAY
    with pytest.raises(NotOwnKinship, match="另一名管理员"):
        withdraw_former_post(by=admin, post=own, on=DAY)
