"""接访、下访、约访、陪访 in the year of 青禾镇: the roster around today, and the ways on reports under way."""

from collections.abc import Iterator
from datetime import date, time, timedelta

from yixian.config.demo.cast import Cast
from yixian.config.demo.courses.telling import owner
from yixian.config.demo.courses.work import Taken, Work
from yixian.config.demo.schedule import Scene, after
from yixian.protection.actions import present_code
from yixian.reception.actions import (
    AccompanimentPlan,
    DutyPlan,
    FollowUpFacts,
    MeetingRecord,
    Offer,
    OfficeAnswer,
    OutingPlan,
    OutingRecord,
    Said,
    add_follow_up,
    answer_appointment,
    finish_follow_up,
    note_answer_view,
    note_office_answer,
    offer_appointment,
    plan_accompaniment,
    plan_duty,
    plan_outing,
    record_accompaniment,
    record_appointment,
    record_outing,
    swap_duty,
)
from yixian.reception.enums import (
    AccompanimentKind,
    AnswerView,
    AppointmentState,
    AppointmentWay,
    ConsentWay,
    DutyChangeReason,
    DutyKind,
    HalfDay,
    OutingResult,
)

ROOM = "青禾镇政府一楼接访室（进大门右手第一间）"
MORNING, AFTERNOON, EVENING = time(8, 30), time(14, 30), time(17, 30)
BACK, AHEAD = 35, 30


def meetings(works: list[Work], going: list[tuple[Work, Taken]], today: date) -> Iterator[Scene]:
    """The roster, and one scene on each report under way as far as they reach."""
    cast = works[0].cast
    yield from duty(cast, today)
    scenes = (_invited, _went, _agreed, _accompanied, _goes, _met, _asked_there, _not_met)
    for scene, (work, taken) in zip(scenes, going, strict=False):
        yield scene(work, taken, today)


def duty(cast: Cast, today: date) -> Iterator[Scene]:
    """Two clerks by turns, the chief on Wednesdays; the last days of next month are not planned yet."""
    turns = (
        ("jiefang1", DutyKind.STAFF, {0, 2, 4}, MORNING, EVENING, True),
        ("jiefang2", DutyKind.STAFF, {1, 3}, MORNING, EVENING, False),
        ("shuji", DutyKind.LEADER, {2}, AFTERNOON, EVENING, False),
    )
    for name, kind, weekdays, opens, closes, make_up in turns:
        plan = DutyPlan(
            first=today - timedelta(days=BACK),
            last=today + timedelta(days=AHEAD),
            weekdays=frozenset(weekdays),
            opens=opens,
            closes=closes,
            kind=kind,
            staff_id=cast.staff_id(name),
            place=ROOM,
            named=kind is DutyKind.LEADER,
            make_up=make_up,
        )
        yield _duty(cast, plan, swapped=name == "jiefang2", today=today)


def _duty(cast: Cast, plan: DutyPlan, *, swapped: bool, today: date) -> Scene:
    day = yield plan.first
    shifts = plan_duty(by=cast["jiefang1"], plan=plan, on=day)
    if swapped:
        day = yield today
        shift = next(each for each in shifts if each.on > today)
        to_id = cast.staff_id("chengban1")
        swap_duty(by=cast["jiefang2"], shift=shift, to_id=to_id, reason=DutyChangeReason.LEAVE, on=day)


def _offer(work: Work, taken: Taken, meets_on: date, words: str) -> Offer:
    return Offer(
        way=AppointmentWay.MAILBOX,
        meets_on=meets_on,
        half=HalfDay.MORNING,
        host_id=owner(work, taken).staff_id,
        place=ROOM,
        words=words,
    )


def _invited(work: Work, taken: Taken, today: date) -> Scene:
    """Waits for an answer in the mailbox."""
    day = yield after(today, -1)
    words = "上午九点，想当面听您说说情况，大约半小时。不方便来的，回“我不来”就行。"
    offer = _offer(work, taken, after(today, 4), words)
    offer_appointment(by=owner(work, taken), report=taken.report, offer=offer, on=day)


def _agreed(work: Work, taken: Taken, today: date) -> Scene:
    """The person asked for another day."""
    day = yield after(today, -3)
    offer = _offer(work, taken, after(today, 2), "上午九点半，想和您核对一下账目公示的时间。")
    made = offer_appointment(by=owner(work, taken), report=taken.report, offer=offer, on=day)
    day = yield after(today, -1)
    said = Said(to=AppointmentState.COUNTERED, day=after(today, 5), half=HalfDay.AFTERNOON)
    answer_appointment(by=present_code(taken.code), appointment_id=made.pk, said=said, on=day)


def _met(work: Work, taken: Taken, today: date) -> Scene:
    day = yield after(today, -12)
    by = owner(work, taken)
    offer = _offer(work, taken, after(today, -8), "上午九点，请您来谈谈补偿款的事，可以带上收条。")
    made = offer_appointment(by=by, report=taken.report, offer=offer, on=day)
    day = yield after(today, -11)
    said = Said(to=AppointmentState.AGREED)
    answer_appointment(by=present_code(taken.code), appointment_id=made.pk, said=said, on=day)
    day = yield after(today, -8)
    record = MeetingRecord(
        held_on=day, notes="说明了核查的进度；反映人补充了两处地块的位置。", agreed="十日内再当面说一次进展。"
    )
    record_appointment(by=by, appointment=made, record=record, on=day)
    facts = FollowUpFacts(owner_id=by.staff_id, due_on=after(today, 1), what="当面说明核查进展", of=made)
    add_follow_up(by=by, report=taken.report, facts=facts, on=day)


def _not_met(work: Work, taken: Taken, today: date) -> Scene:
    """Nothing came of it; nobody can see why."""
    day = yield after(today, -9)
    offer = _offer(work, taken, after(today, -4), "下午三点以前都可以，想听听您的意见。")
    made = offer_appointment(by=owner(work, taken), report=taken.report, offer=offer, on=day)
    day = yield after(today, -7)
    said = Said(to=AppointmentState.CLOSED)
    answer_appointment(by=present_code(taken.code), appointment_id=made.pk, said=said, on=day)


def _plan(work: Work, taken: Taken, goes_on: date) -> OutingPlan:
    ids = {owner(work, taken).staff_id, work.handler.staff_id, work.second.staff_id}
    return OutingPlan(
        goes_on=goes_on,
        goer_ids=frozenset(ids),
        place=f"{work.script.village}晒谷场、村务公开栏",
        purpose="看现场，听附近几户的说法，不提是谁反映的。",
        verifies=True,
    )


def _went(work: Work, taken: Taken, today: date) -> Scene:
    by = owner(work, taken)
    day = yield after(today, -15)
    outing = plan_outing(by=by, report=taken.report, plan=_plan(work, taken, after(today, -11)), on=day)
    day = yield after(today, -11)
    record = OutingRecord(
        went_on=day,
        result=OutingResult.AGREED,
        people="村民小组长和四户村民；另在公开栏前遇到几位老人。",
        notes="现场丈量和照片与公示不一致；四户都说没有开过会。",
        agreed="村里十五日内补开村民会议，把结算单贴出来。",
    )
    record_outing(by=by, outing=outing, record=record, on=day)
    facts = FollowUpFacts(
        owner_id=by.staff_id, due_on=after(today, -2), what="看结算单是不是贴出来了", of=outing
    )
    add_follow_up(by=by, report=taken.report, facts=facts, on=day)


def _goes(work: Work, taken: Taken, today: date) -> Scene:
    day = yield after(today, -2)
    plan = _plan(work, taken, after(today, 3))
    plan_outing(by=owner(work, taken), report=taken.report, plan=plan, on=day)


def _going(work: Work, taken: Taken, day: date, kind: AccompanimentKind) -> AccompanimentPlan:
    return AccompanimentPlan(
        kind=kind,
        consented_on=day,
        consent_way=ConsentWay.SPOKEN,
        goer_id=owner(work, taken).staff_id,
        office="云溪县农业农村局",
        task="查询补贴面积的核定表和发放记录",
    )


def _accompanied(work: Work, taken: Taken, today: date) -> Scene:
    """Answered, and the person was told."""
    by = owner(work, taken)
    day = yield after(today, -14)
    plan = _going(work, taken, day, AccompanimentKind.ACT_FOR)
    made = plan_accompaniment(by=by, report=taken.report, plan=plan, on=day)
    day = yield after(today, -12)
    asked = "到窗口查询了近三年的核定表，复制两页。"
    record_accompaniment(by=by, accompaniment=made, went_on=day, asked=asked, on=day)
    day = yield after(today, -7)
    answer = OfficeAnswer(
        answered_on=day, answered_by="种植业股工作人员", answer="面积以二轮延包确权面积为准，差额下月补发。"
    )
    note_office_answer(by=by, accompaniment=made, answer=answer, on=day)
    day = yield after(today, -5)
    note_answer_view(by=by, accompaniment=made, view=AnswerView.ACCEPTS, on=day)
    facts = FollowUpFacts(owner_id=by.staff_id, due_on=day, what="把复制件交给反映人", of=made)
    duty_of = add_follow_up(by=by, report=taken.report, facts=facts, on=day)
    finish_follow_up(by=by, follow_up=duty_of, result="已当面交给反映人。", on=day)


def _asked_there(work: Work, taken: Taken, today: date) -> Scene:
    """Asked, and the other office has not answered."""
    by = owner(work, taken)
    day = yield after(today, -6)
    plan = _going(work, taken, day, AccompanimentKind.ACCOMPANY)
    made = plan_accompaniment(by=by, report=taken.report, plan=plan, on=day)
    day = yield after(today, -4)
    asked = "一起到窗口问了核定的依据，对方答应查档后答复。"
    record_accompaniment(by=by, accompaniment=made, went_on=day, asked=asked, on=day)
