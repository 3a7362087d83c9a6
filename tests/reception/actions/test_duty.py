"""The duty roster: planned ahead, swapped and cancelled with a reason, nothing erased."""

from dataclasses import replace
from datetime import date, time

import pytest

from tests.reception.township import MONDAY, TUESDAY, WEDNESDAY
from yixian.protection.permits import NotPermitted
from yixian.reception.actions import DutyPlan, cancel_duty, plan_duty, swap_duty
from yixian.reception.actions.duty import AlreadyOnDuty, DutyIsOver, NotPlannable
from yixian.reception.enums import DutyChangeReason, DutyKind
from yixian.reception.facts import Missing, TooLong
from yixian.reception.models import DutyShift, DutySwap
from yixian.reception.queries import cancelled_between, duty_between
from yixian.reception.refusals import NotHere, TooEarly
from yixian.reception.visiting import visiting_days

FRIDAY = date(2026, 3, 6)


def a_plan(town, who: str = "clerk", **changes) -> DutyPlan:
    plan = DutyPlan(
        first=MONDAY,
        last=FRIDAY,
        weekdays=frozenset(range(5)),
        opens=time(8, 30),
        closes=time(17, 30),
        kind=DutyKind.STAFF,
        staff_id=town.staff[who].pk,
        place="镇政府一楼接访室",
    )
    return replace(plan, **changes)


def planned(town, who: str = "clerk", **changes) -> list[DutyShift]:
    return plan_duty(by=town["clerk"], plan=a_plan(town, who, **changes), on=MONDAY)


def test_a_week_is_planned_in_one_go(town):
    planned(town)

    found = duty_between(town.organ.pk, MONDAY, FRIDAY)
    assert [(each.on.day, each.staff.name, each.hours) for each in found] == [
        (day, "接访甲", "8:30—17:30") for day in range(2, 7)
    ]


def test_planning_again_adds_only_what_is_missing(town):
    planned(town, last=WEDNESDAY)

    more = planned(town)

    assert [each.on.day for each in more] == [5, 6]


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"first": date(2026, 3, 1)}, TooEarly),
        ({"last": date(2026, 3, 1)}, NotPlannable),
        ({"last": date(2027, 4, 1)}, NotPlannable),
        ({"closes": time(8, 30)}, NotPlannable),
        ({"named": True}, NotPlannable),
        ({"place": " "}, Missing),
        ({"place": "室" * 61}, TooLong),
        ({"staff_id": 0}, NotHere),
        ({"weekdays": frozenset({6}), "make_up": False}, NotPlannable),
    ],
)
def test_a_plan_that_cannot_stand_is_refused(town, changes, refusal):
    with pytest.raises(refusal):
        planned(town, **changes)

    assert DutyShift.objects.count() == 0


def test_a_plan_that_stands_already_is_refused(town):
    planned(town)

    with pytest.raises(AlreadyOnDuty):
        planned(town)


def test_another_stands_in_and_both_names_stay_on_record(town):
    shift = planned(town)[0]

    swap_duty(
        by=town["clerk"],
        shift=shift,
        to_id=town.staff["handler"].pk,
        reason=DutyChangeReason.LEAVE,
        on=MONDAY,
    )

    shift.refresh_from_db()
    swap = DutySwap.objects.get()
    assert (shift.staff.name, swap.before.name, swap.after.name) == ("承办乙", "接访甲", "承办乙")


def test_whoever_is_no_leader_makes_no_leaders_day_and_is_not_named(town):
    shift = planned(town, "chief", kind=DutyKind.LEADER, named=True)[0]

    swap_duty(
        by=town["clerk"],
        shift=shift,
        to_id=town.staff["handler"].pk,
        reason=DutyChangeReason.MEETING,
        on=MONDAY,
    )

    shift.refresh_from_db()
    assert (shift.kind, shift.named) == (DutyKind.STAFF, False)


def test_nobody_stands_in_who_has_that_turn_already(town):
    shift = planned(town)[0]
    planned(town, "handler")

    with pytest.raises(AlreadyOnDuty):
        swap_duty(
            by=town["clerk"],
            shift=shift,
            to_id=town.staff["handler"].pk,
            reason=DutyChangeReason.LEAVE,
            on=MONDAY,
        )


def test_a_cancelled_turn_stays_on_record_and_leaves_the_window(town):
    shift = planned(town)[0]

    cancel_duty(by=town["clerk"], shift=shift, reason=DutyChangeReason.HOLIDAY, on=MONDAY)

    gone = cancelled_between(town.organ.pk, MONDAY, FRIDAY)
    assert [each.get_cancel_reason_display() for each in gone] == ["放假调整"]
    assert [day.on.day for day in visiting_days(town.organ.pk, MONDAY)] == [3, 4, 5, 6]


def test_what_is_over_is_not_changed(town):
    monday, tuesday, *_ = planned(town)
    cancel_duty(by=town["clerk"], shift=tuesday, reason=DutyChangeReason.OTHER, on=MONDAY)

    for shift in (monday, tuesday):
        with pytest.raises(DutyIsOver):
            cancel_duty(by=town["clerk"], shift=shift, reason=DutyChangeReason.OTHER, on=TUESDAY)


def test_another_office_changes_nothing_here(town):
    shift = planned(town)[0]

    with pytest.raises(NotHere):
        cancel_duty(by=town["county_clerk"], shift=shift, reason=DutyChangeReason.OTHER, on=MONDAY)


@pytest.mark.parametrize("who", ["analyst", "admin", "custodian"])
def test_only_those_who_receive_plan(town, who):
    with pytest.raises(NotPermitted):
        plan_duty(by=town[who], plan=a_plan(town), on=MONDAY)


def test_the_window_tells_days_hours_and_places_and_names_only_a_published_leader(town):
    planned(town, last=MONDAY)
    planned(town, "chief", kind=DutyKind.LEADER, named=True, first=TUESDAY, last=TUESDAY)
    planned(town, "deputy", kind=DutyKind.LEADER, first=WEDNESDAY, last=WEDNESDAY)

    told = [
        (day.on.day, [(each.hours, each.place, each.by_leader, each.leader) for each in day.openings])
        for day in visiting_days(town.organ.pk, MONDAY)
    ]

    place = "镇政府一楼接访室"
    assert told == [
        (2, [("8:30—17:30", place, False, "")]),
        (3, [("8:30—17:30", place, True, "书记丙")]),
        (4, [("8:30—17:30", place, True, "")]),
    ]
