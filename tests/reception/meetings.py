"""The four ways as a test makes them, about an accepted letter of 青禾镇."""

from dataclasses import replace
from datetime import date

from tests.reception.township import MONDAY, TUESDAY, WEDNESDAY, Township, an_accepted
from tests.scenes import scene
from yixian.reception.actions import (
    AccompanimentPlan,
    FollowUpFacts,
    Offer,
    OfficeAnswer,
    OutingPlan,
    OutingRecord,
    Registered,
    add_follow_up,
    note_office_answer,
    offer_appointment,
    plan_accompaniment,
    plan_outing,
    record_accompaniment,
)
from yixian.reception.enums import AccompanimentKind, AppointmentWay, ConsentWay, HalfDay, OutingResult
from yixian.reception.models import Accompaniment, Appointment, FollowUp, Outing, Report

__all__ = ["MONDAY", "TUESDAY", "WEDNESDAY"]
THURSDAY, FRIDAY, NEXT_WEEK = date(2026, 3, 5), date(2026, 3, 6), date(2026, 3, 11)
PLACE, NOTES = "金丝雀正文：三组晒谷场", "金丝雀正文：几位村民都说名单没有贴出来。"


@scene
def a_report(town: Township) -> Registered:
    return an_accepted(town)


def outing_plan(town: Township, *goers: str, **changes) -> OutingPlan:
    ids = frozenset(town.staff[who].pk for who in goers or ("clerk", "handler"))
    plan = OutingPlan(goes_on=THURSDAY, goer_ids=ids, place=PLACE, purpose="当面听取意见")
    return replace(plan, **changes)


def an_outing(town: Township, report: Report, *goers: str, on: date = TUESDAY, **changes) -> Outing:
    return plan_outing(by=town["clerk"], report=report, plan=outing_plan(town, *goers, **changes), on=on)


def outing_record(**changes) -> OutingRecord:
    record = OutingRecord(
        went_on=THURSDAY,
        result=OutingResult.AGREED,
        people="村民小组长、三户村民",
        notes=NOTES,
        agreed="月底前补贴公示。",
    )
    return replace(record, **changes)


def an_offer(town: Township, **changes) -> Offer:
    offer = Offer(
        way=AppointmentWay.MAILBOX,
        meets_on=FRIDAY,
        half=HalfDay.MORNING,
        host_id=town.staff["clerk"].pk,
        place="镇政府一楼接访室",
        words="上午九点，想听您说说名单公示的情况。",
    )
    return replace(offer, **changes)


def an_appointment(town: Township, report: Report, **changes) -> Appointment:
    return offer_appointment(by=town["clerk"], report=report, offer=an_offer(town, **changes), on=TUESDAY)


def accompaniment_plan(town: Township, **changes) -> AccompanimentPlan:
    plan = AccompanimentPlan(
        kind=AccompanimentKind.ACT_FOR,
        consented_on=TUESDAY,
        consent_way=ConsentWay.SIGNED,
        goer_id=town.staff["clerk"].pk,
        office="云溪县民政局",
        task="查询低保审批的时间和依据",
    )
    return replace(plan, **changes)


def an_accompaniment(town: Township, report: Report, **changes) -> Accompaniment:
    plan = accompaniment_plan(town, **changes)
    return plan_accompaniment(by=town["clerk"], report=report, plan=plan, on=TUESDAY)


def an_answered(town: Township, report: Report) -> Accompaniment:
    planned = an_accompaniment(town, report)
    gone = record_accompaniment(
        by=town["clerk"], accompaniment=planned, went_on=WEDNESDAY, asked="复制了审批表。", on=WEDNESDAY
    )
    answer = OfficeAnswer(answered_on=THURSDAY, answered_by="救助科", answer="名单已经在县网站公示。")
    return note_office_answer(by=town["clerk"], accompaniment=gone, answer=answer, on=THURSDAY)


def a_follow_up(town: Township, report: Report, who: str = "clerk", **changes) -> FollowUp:
    facts = FollowUpFacts(owner_id=town.staff[who].pk, due_on=FRIDAY, what="看公示是不是贴出来了")
    return add_follow_up(by=town["clerk"], report=report, facts=replace(facts, **changes), on=TUESDAY)
