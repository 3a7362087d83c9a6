"""What decides, beside kinship, to which matters of other townships somebody is sent: skills and earlier posts."""

from collections.abc import Collection
from datetime import date

from yixian.roster.access import Keeper, is_someone_else, may_declare_for, may_note_skills
from yixian.roster.actions.kinship import NotOwnKinship
from yixian.roster.enums import Skill
from yixian.roster.keeping import NotFit, NotKeeper, kept, require_keeper
from yixian.roster.models import FormerPost, Staff, StaffSkill, Unit
from yixian.trail.actions import leaves_trail


@leaves_trail("roster.keep_skills")
def keep_skills(*, by: Keeper, staff: Staff, skills: Collection[Skill], on: date) -> Staff:
    """These are the skills from now on; what is no longer named is dropped and stays as history."""
    if not may_note_skills(by, staff):
        raise NotKeeper("专长由本机关的纪委书记登记，或者由管理员登记本机构及下级机构的。")
    held = {each.skill: each for each in StaffSkill.objects.filter(staff=staff, dropped_on__isnull=True)}
    for skill in Skill:
        if skill in skills and skill not in held:
            kept(StaffSkill(staff=staff, skill=skill, noted_on=on))
        elif skill not in skills and skill in held:
            held[skill].dropped_on = on
            kept(held[skill])
    return staff


@leaves_trail("roster.declare_former_post")
def declare_former_post(*, by: Keeper, staff: Staff, unit: Unit, on: date) -> FormerPost:
    """Somebody served there before: matters about that unit go to others (检控规则 48, other doubt)."""
    if not may_declare_for(by, staff):
        raise NotOwnKinship("曾任职单位由本人申报，或者由管理员代为登记。")
    if unit.pk == staff.unit_id:
        raise NotFit("这是现在的单位，名册里已经有，不用另外申报。")
    return kept(FormerPost(staff=staff, unit=unit, declared_on=on))


@leaves_trail("roster.withdraw_former_post")
def withdraw_former_post(*, by: Keeper, post: FormerPost, on: date) -> FormerPost:
    """A mistaken declaration is lifted by the administrator, and stays as history."""
    require_keeper(by, post.staff.organ)
    if not is_someone_else(by, post.staff):
        raise NotOwnKinship("不能撤销自己的申报，请由另一名管理员核实后办理。")
    post.withdrawn_on = on
    return kept(post)
