"""Planning who receives visits, and recording who stood in for whom. Nothing planned is erased."""

from datetime import date

from yixian.protection.actions import require
from yixian.protection.officer import Officer
from yixian.reception.duty import LONGEST_PLACE, LONGEST_PLAN, DutyPlan
from yixian.reception.enums import DutyChangeReason, DutyKind
from yixian.reception.facts import Missing, TooLong
from yixian.reception.models import DutyShift, DutySwap
from yixian.reception.refusals import NotHere, TooEarly
from yixian.roster.enums import Role
from yixian.roster.queries import active_roles, staff_of, working_calendar
from yixian.trail.actions import leaves_trail
from yixian.trail.refusal import Refusal


class NotPlannable(Refusal):
    """The plan has no day, ends before it begins, or names somebody who may not be named."""

    key = "not_plannable"


class AlreadyOnDuty(Refusal):
    """That person has this turn already."""

    key = "already_on_duty"


class DutyIsOver(Refusal):
    """The turn was cancelled, or its day has passed."""

    key = "duty_is_over"


@leaves_trail("reception.plan_duty")
def plan_duty(*, by: Officer, plan: DutyPlan, on: date) -> list[DutyShift]:
    """Plan the turns of a span on its working days. Turns that this person has already are left as they are."""
    require(by, "reception.plan_duty")
    _check(by, plan, on)
    days = plan.days(working_calendar())
    if not days:
        raise NotPlannable("所选的日期里没有工作日，请核对起止日期和星期。")
    standing = DutyShift.objects.filter(
        organ_id=by.organ_id, staff_id=plan.staff_id, opens=plan.opens, cancelled_on__isnull=True
    )
    known = set(standing.filter(on__in=days).values_list("on", flat=True))
    if known >= set(days):
        raise AlreadyOnDuty("这些日期已经给这个人排了班，不用重复排。")
    return DutyShift.objects.bulk_create([_shift(by, plan, day) for day in days if day not in known])


def _check(by: Officer, plan: DutyPlan, on: date) -> None:
    if plan.first < on:
        raise TooEarly("只能从今天起排班，过去的日期不补排。")
    if plan.last < plan.first or plan.last - plan.first > LONGEST_PLAN:
        raise NotPlannable("截止日期应当不早于开始日期，一次最多排一年。")
    if plan.closes <= plan.opens:
        raise NotPlannable("结束时间应当晚于开始时间。")
    if plan.named and plan.kind != DutyKind.LEADER:
        raise NotPlannable("只有领导接访日对外公布姓名，工作人员接访不公布。")
    _check_place(plan.place)
    _check_staff(by, plan.staff_id)


def _check_place(place: str) -> None:
    if not place.strip():
        raise Missing("请写明接访地点。")
    if len(place) > LONGEST_PLACE:
        raise TooLong(f"“地点”最多{LONGEST_PLACE}个字，请精简。")


def _check_staff(by: Officer, staff_id: int) -> None:
    if not staff_of(by.organ_id).filter(pk=staff_id).exists():
        raise NotHere("接访人应当是本机构在岗的工作人员，请重新选择。")


def _shift(by: Officer, plan: DutyPlan, day: date) -> DutyShift:
    return DutyShift(
        organ_id=by.organ_id,
        on=day,
        opens=plan.opens,
        closes=plan.closes,
        kind=plan.kind,
        staff_id=plan.staff_id,
        place=plan.place.strip(),
        named=plan.named,
        planned_by_id=by.staff_id,
    )


@leaves_trail("reception.swap_duty")
def swap_duty(*, by: Officer, shift: DutyShift, to_id: int, reason: DutyChangeReason, on: date) -> DutySwap:
    """Another receives instead, unnamed at the window; whoever is no leader makes no day of the leader."""
    require(by, "reception.swap_duty")
    locked = _standing(by, shift, on)
    _check_staff(by, to_id)
    others = DutyShift.objects.filter(on=locked.on, opens=locked.opens, cancelled_on__isnull=True)
    if others.filter(staff_id=to_id).exists():
        raise AlreadyOnDuty("这个人这一天这个时间已经值班，请换别的人，或者取消这一班。")
    swap = DutySwap.objects.create(
        shift=locked,
        before_id=locked.staff_id,
        after_id=to_id,
        reason=reason,
        recorded_on=on,
        recorded_by_id=by.staff_id,
    )
    locked.staff_id, locked.named = to_id, False
    if Role.CHIEF not in active_roles(to_id):
        locked.kind = DutyKind.STAFF
    locked.save(update_fields=["staff", "named", "kind"])
    return swap


@leaves_trail("reception.cancel_duty")
def cancel_duty(*, by: Officer, shift: DutyShift, reason: DutyChangeReason, on: date) -> DutyShift:
    """Nobody receives at that turn. It stays on record, with its reason."""
    require(by, "reception.cancel_duty")
    locked = _standing(by, shift, on)
    locked.cancelled_on, locked.cancel_reason = on, reason
    locked.save(update_fields=["cancelled_on", "cancel_reason"])
    return locked


def _standing(by: Officer, shift: DutyShift, on: date) -> DutyShift:
    locked = DutyShift.objects.select_for_update().filter(organ_id=by.organ_id, pk=shift.pk).first()
    if locked is None:
        raise NotHere("这一班不是本机构的，不能改动。")
    if locked.is_cancelled or locked.on < on:
        raise DutyIsOver("这一班已经取消或者已经过去，不能再改。")
    return locked
