"""How people are met: visits to the place, invitations, going along, talks, calls back, the queue, duty."""

from dataclasses import replace
from datetime import date, time

from tests.reception.meetings import NOTES, PLACE
from tests.reception.visitors import STROKE, WORDS
from tests.walk.acts import (
    TODAY,
    act,
    any_of,
    holder_of,
    in_days,
    made,
    maker,
    one,
    owners,
    people,
    staff,
    who,
)
from tests.walk.reception_doors import ACCEPTED, SOUND, report_of
from yixian.reception import actions as do
from yixian.reception.enums import (
    AccompanimentKind,
    AccompanimentState,
    AnswerView,
    AppointmentState,
    AppointmentWay,
    CallbackResult,
    CareNeed,
    ConsentWay,
    DutyChangeReason,
    DutyKind,
    HalfDay,
    OutingResult,
    OutingState,
    OutsideHours,
    ReadBackWay,
    Section,
    SignedAs,
    TicketFor,
    TicketState,
)
from yixian.reception.models import (
    Accompaniment,
    Appointment,
    Callback,
    DutyShift,
    FollowUp,
    Interview,
    Outing,
    QueueTicket,
    Report,
)
from yixian.roster.enums import Role

DESK = (Role.CLERK, Role.HANDLER, Role.CHIEF)
OPEN = (AppointmentState.OFFERED, AppointmentState.COUNTERED, AppointmentState.AGREED)
PLAN = made(
    do.OutingPlan,
    goes_on=in_days(0, 5),
    goer_ids=maker(
        lambda w, g: frozenset({staff(*DESK, like="report")(w, g), staff(*DESK, like="report")(w, g)})
    ),
    place=PLACE,
    purpose="金丝雀正文：当面听取意见",
)
RECORD = made(
    do.OutingRecord, went_on=TODAY, result=any_of(OutingResult), people="金丝雀正文：三户村民", notes=NOTES
)
OFFER = made(
    do.Offer,
    way=any_of(AppointmentWay),
    meets_on=in_days(0, 9),
    half=any_of(HalfDay),
    host_id=staff(*DESK, like="report"),
    place="镇政府一楼接访室",
    words="金丝雀正文：上午九点，想听您说说。",
)
SAID = any_of(
    [
        do.Said(to=AppointmentState.AGREED),
        do.Said(to=AppointmentState.CLOSED),
        do.Said(to=AppointmentState.COUNTERED, day=date(2027, 3, 1), half=HalfDay.MORNING),
    ]
)
MET = made(do.MeetingRecord, held_on=TODAY, notes=NOTES)
GOING = made(
    do.AccompanimentPlan,
    kind=any_of(AccompanimentKind),
    consented_on=TODAY,
    consent_way=any_of(ConsentWay),
    goer_id=staff(*DESK, like="report"),
    office="云溪县民政局",
    task="金丝雀正文：查询审批时间",
)
ANSWER = made(do.OfficeAnswer, answered_on=TODAY, answered_by="救助科", answer="金丝雀正文：名单已经公示。")
SHIFTS = made(
    do.DutyPlan,
    first=in_days(0, 3),
    last=in_days(4, 12),
    weekdays=frozenset({0, 2}),
    opens=time(8, 30),
    closes=time(17, 30),
    kind=any_of(DutyKind),
    staff_id=staff(*DESK),
    place="镇政府一楼接访室",
)
HOURS = do.FrontOfficeFacts(
    hours=(time(8, 30), time(12), time(14, 30), time(17, 30)),
    outside=OutsideHours.VOICEMAIL,
    phone="0000-12345",
)


@maker
def A_RECORDING(world, given):
    """The place of one among the files of the report; now and then a place where there is none."""
    found = given["report"].attachments.filter(kind="voice").order_by("position").first()
    return found.position if found and not world.astray() else 9


@maker
def AN_INVITATION(world, given):
    """The number of an invitation of the own report, mostly."""
    own = Appointment.objects.filter(report__receipt=given["by"].receipt_id, state__in=OPEN)
    mine = own.order_by("pk").last()
    return mine.pk if mine and not world.astray() else 1


ACTS = [
    act(do.plan_outing, report=one(Report, state=ACCEPTED), by=owners, plan=PLAN, on=TODAY),
    act(do.record_outing, outing=one(Outing, state=OutingState.PLANNED), by=owners, record=RECORD, on=TODAY),
    act(do.cancel_outing, outing=one(Outing, state=OutingState.PLANNED), by=owners, on=TODAY),
    act(do.offer_appointment, report=one(Report, state=ACCEPTED), by=owners, offer=OFFER, on=TODAY),
    act(do.move_appointment, appointment=one(Appointment, state__in=OPEN), by=owners, day=in_days(0, 9),
        half=any_of(HalfDay), on=TODAY),
    act(do.answer_appointment, by=holder_of(appointments__state__in=OPEN), appointment_id=AN_INVITATION,
        said=SAID, on=TODAY, about=report_of),
    act(do.note_answer, appointment=one(Appointment, state__in=OPEN), by=owners, said=SAID, on=TODAY),
    act(do.record_appointment, appointment=one(Appointment, state__in=OPEN), by=owners, record=MET, on=TODAY),
    act(do.close_appointment, appointment=one(Appointment, state__in=OPEN), by=owners, on=TODAY),
    act(do.plan_accompaniment, report=one(Report, state=ACCEPTED), by=owners, plan=GOING, on=TODAY),
    act(do.record_accompaniment, accompaniment=one(Accompaniment, state=AccompanimentState.CONSENTED), by=owners,
        went_on=TODAY, asked="金丝雀正文：复制了审批表。", on=TODAY),
    act(do.note_office_answer, accompaniment=one(Accompaniment, state=AccompanimentState.GONE), by=owners,
        answer=ANSWER, on=TODAY),
    act(do.note_answer_view, accompaniment=one(Accompaniment, state=AccompanimentState.ANSWERED), by=owners,
        view=any_of(AnswerView), on=TODAY),
    act(do.drop_accompaniment, accompaniment=one(Accompaniment, state=AccompanimentState.CONSENTED), by=owners,
        on=TODAY),
    act(do.add_follow_up, report=one(Report, state=ACCEPTED), by=owners, on=TODAY,
        facts=made(do.FollowUpFacts, owner_id=staff(*DESK, like="report"), due_on=in_days(1, 9),
                   what="金丝雀正文：看公示是不是贴出来了")),
    act(do.finish_follow_up, follow_up=one(FollowUp, done_on=None), by=who("follow_up.owner_id"),
        result="金丝雀正文：贴出来了", on=TODAY),
    act(do.read_meeting, meeting=one(Outing), by=owners),
    act(do.note_need, report=one(Report, visit__isnull=False), by=owners, kind=any_of(CareNeed), on=TODAY),
    act(do.meet_need, report=one(Report, visit__needs__isnull=False), by=owners, kind=any_of(CareNeed)),
    act(do.write_interview, report=one(Report, channel__in=("visit", "call")), by=owners, words=WORDS, on=TODAY),
    act(do.read_back_interview, interview=one(Interview, read_back_on=None), by=owners, way=any_of(ReadBackWay),
        corrections=any_of(["", "金丝雀正文：是六月"]), on=TODAY),
    act(do.sign_interview, interview=one(Interview, read_back_on__isnull=False, signed_on=None), by=owners,
        as_=any_of(SignedAs), on=TODAY, stroke=any_of([b"", STROKE]), reason=any_of(["", "金丝雀正文：手受伤"])),
    act(do.read_interviews, report=one(Report, interviews__isnull=False), by=owners),
    act(do.dictate, report=one(Report, channel__in=("visit", "call")), by=owners, section=any_of(Section),
        sound=SOUND, on=TODAY),
    act(do.draft_transcript, report=one(Report, attachments__kind="voice"), by=owners, position=A_RECORDING),
    act(do.write_transcript, report=one(Report, attachments__kind="voice"), by=owners, position=A_RECORDING,
        text="金丝雀正文：村里的账没有公开", on=TODAY),
    act(do.read_transcripts, report=one(Report, attachments__kind="voice"), by=owners),
    act(do.agree_callback, report=one(Report, channel="call"), by=owners, on=TODAY,
        facts=made(do.CallbackFacts, due_on=in_days(0, 5), half=any_of(HalfDay), by_office=any_of([True, False]))),
    act(do.note_attempt, callback=one(Callback, state="agreed"), by=owners, result=any_of(CallbackResult), on=TODAY),
    act(do.end_callback, callback=one(Callback, state="agreed"), by=owners),
    act(do.issue_ticket, wants=any_of(TicketFor), on=TODAY, first_because=any_of([None, None, *CareNeed])),
    act(do.call_next, on=TODAY),
    act(do.close_ticket, ticket=one(QueueTicket, state=TicketState.CALLED), received=any_of([True, False]), on=TODAY),
    act(do.put_first, ticket=one(QueueTicket, state=TicketState.WAITING), because=any_of(CareNeed), on=TODAY),
    act(do.set_front_office, by=people(Role.ADMIN, Role.CHIEF),
        facts=any_of([HOURS, replace(HOURS, every_day=True, phone="")])),
    act(do.plan_duty, plan=SHIFTS, on=TODAY),
    act(do.swap_duty, shift=one(DutyShift, cancelled_on=None, on__gte=TODAY), to_id=staff(*DESK, like="shift"),
        reason=any_of(DutyChangeReason), on=TODAY),
    act(do.cancel_duty, shift=one(DutyShift, cancelled_on=None, on__gte=TODAY), reason=any_of(DutyChangeReason),
        on=TODAY),
]  # fmt: skip
