"""联席会诊: a meeting with its members, the items of its agenda, what each says, and what is then to be done."""

from datetime import time

from tests.assessment.consulting import GUEST, MATERIAL
from tests.walk.acts import TODAY, act, any_of, asked, chiefs, in_days, made, maker, one, owners, people, who
from yixian.assessment import actions as do
from yixian.assessment.enums import (
    ConsultationState,
    ConsultWay,
    DutyState,
    ItemSource,
    ItemState,
    MatterState,
)
from yixian.assessment.models import AgendaItem, Consultation, ConsultDuty, Invitee, Matter
from yixian.protection.enums import RecusalGround
from yixian.roster.enums import Role

PLANNED, CALLED, SITTING = ConsultationState.PLANNED, ConsultationState.CALLED, ConsultationState.SITTING
WHY = "金丝雀正文：几个部门都管一段"


@maker
def bench(world, given):
    """Whoever presides, deputises or records."""
    meeting = getattr(given.get("item"), "consultation", None) or given.get("consultation")
    meeting = meeting or getattr(given.get("invitee"), "consultation", None)
    if meeting is None or world.astray():
        return asked(chiefs, world, given)
    fits = [who for who, each in world.town.staff.items() if each.pk in meeting.bench_ids()]
    return world.officer(world.dice.choice(fits or world.people()))


@maker
def a_seat(world, given):
    """Somebody who was invited."""
    meeting = given["item"].consultation
    seated = (
        set(meeting.invitees.exclude(staff=None).values_list("staff_id", flat=True)) if meeting else set()
    )
    fits = [who for who, each in world.town.staff.items() if each.pk in seated]
    return (
        world.officer(world.dice.choice(fits)) if fits and not world.astray() else asked(chiefs, world, given)
    )


@maker
def follower(world, given):
    return asked(world.dice.choice([who("duty.invitee.staff_id", Role.MEMBER), bench_of_duty]), world, given)


@maker
def bench_of_duty(world, given):
    return asked(bench, world, {**given, "item": given["duty"].item})


def invitee(**right):
    """Somebody of the meeting of the item."""

    def choose(world, given):
        found = Invitee.objects.filter(consultation=given["item"].consultation_id, **right).order_by("pk")
        chosen = world.dice.choice(list(found)) if found else None
        return chosen or asked(one(Invitee), world, given)

    return maker(choose)


def ids_of(name):
    return maker(lambda world, given: world.town.staff[name].pk)


MEETING = made(
    do.ConsultationFacts,
    held_on=in_days(0, 6),
    starts_at=time(9, 30),
    place="镇政府二楼会议室",
    chair_id=ids_of("chief"),
    deputy_id=any_of([None, ids_of("deputy")]),
    recorder_id=ids_of("clerk"),
    member_ids=maker(lambda w, g: (w.town.staff["member"].pk, w.town.staff["neighbour"].pk)),
    guests=any_of([(), (GUEST,)]),
)
SAID = any_of([do.OpinionFacts(words="金丝雀正文：先公开标准。"), do.OpinionFacts(declined=True)])


@maker
def WAITING_ITEMS(world, given):
    waits = AgendaItem.objects.filter(state__in=(ItemState.WAITING, ItemState.DEFERRED), consultation=None)
    return list(waits.order_by("asked_on", "pk").values_list("pk", flat=True))[:3]


@maker
def PRESENT(world, given):
    every = list(
        Invitee.objects.filter(consultation=given["consultation"]).order_by("pk").values_list("pk", flat=True)
    )
    return every if world.dice.random() < 0.6 else every[:3]


@maker
def DECISION(world, given):
    somebody = asked(invitee(), world, given)
    duty = do.DutyFacts(
        invitee_id=somebody.pk, person=somebody.name, what="重新张榜公示", due_on=in_days(5, 60)(world, given)
    )
    return do.ItemDecision(
        way=world.dice.choice(list(ConsultWay)), words="金丝雀正文：重新公示。", duties=(duty,)
    )


def item(*states, meeting=None):
    right = {"consultation__state": meeting} if meeting else {}
    return one(AgendaItem, state__in=states, **right)


LISTED, ISSUED, OPENED = ItemState.LISTED, ItemState.ISSUED, ItemState.OPENED
DUTY = one(ConsultDuty, state=DutyState.OPEN)

ACTS = [
    act(do.convene_consultation, by=people(Role.CHIEF), facts=MEETING, on=TODAY),
    act(do.invite_unit, consultation=one(Consultation, state__in=(PLANNED, CALLED)), by=bench, on=TODAY,
        guest=any_of([do.GuestFacts(unit_name="青禾镇派出所", name="来宾赵"),
        do.GuestFacts(unit_name="青禾镇学校", name="来宾钱")])),
    act(do.uninvite_unit, invitee=one(Invitee, consultation__state=PLANNED), by=bench),
    act(do.call_consultation, consultation=one(Consultation, state=PLANNED), by=bench, on=TODAY),
    act(do.print_invitation, invitee=one(Invitee, letter__isnull=False), by=bench),
    act(do.open_consultation, consultation=one(Consultation, state=CALLED), by=bench, present_ids=PRESENT, on=TODAY),
    act(do.close_consultation, consultation=one(Consultation, state=SITTING), by=bench, on=TODAY,
        note=any_of(["", "金丝雀正文：下季度再议"])),
    act(do.cancel_consultation, consultation=one(Consultation, state__in=(PLANNED, CALLED)), by=chiefs,
        reason="金丝雀正文：人到不齐", on=TODAY),
    act(do.print_minutes, consultation=one(Consultation, state="closed"), by=bench),
    act(do.ask_consultation, matter=one(Matter, state=MatterState.OPEN), by=owners, source=any_of(ItemSource),
        reason=WHY,
        on=TODAY),
    act(do.list_items, consultation=one(Consultation, state__in=(PLANNED, CALLED)), by=bench, item_ids=WAITING_ITEMS,
        on=TODAY),
    act(do.take_off_item, item=item(ItemState.WAITING, LISTED, ISSUED), by=bench, reason=WHY, on=TODAY),
    act(do.draft_material, item=item(LISTED), by=bench, on=TODAY, needs="assessment.write_material"),
    act(do.write_material, item=item(LISTED), by=bench, text=MATERIAL, on=TODAY),
    act(do.issue_material, item=item(LISTED), by=bench, on=TODAY),
    act(do.print_material, item=item(ISSUED, OPENED), by=bench),
    act(do.read_item, item=one(AgendaItem), by=owners),
    act(do.read_seat_item, item=item(ISSUED, OPENED, "decided"), by=a_seat, needs="assessment.take_seat"),
    act(do.give_opinion, item=item(ISSUED, meeting=SITTING), by=a_seat, facts=SAID, on=TODAY),
    act(do.record_opinion, item=item(ISSUED, meeting=SITTING), invitee=invitee(staff=None), by=bench, facts=SAID,
        on=TODAY),
    act(do.recuse_seat, item=item(LISTED, ISSUED), by=a_seat, ground=any_of(RecusalGround), on=TODAY),
    act(do.note_seat_recusal, item=item(LISTED, ISSUED), invitee=invitee(), by=bench, ground=any_of(RecusalGround),
        on=TODAY),
    act(do.open_opinions, item=item(ISSUED, meeting=SITTING), by=bench, on=TODAY),
    act(do.decide_item, item=item(OPENED), by=bench, facts=DECISION, on=TODAY),
    act(do.defer_item, item=item(LISTED, ISSUED, OPENED, meeting=SITTING), by=bench, reason=WHY, on=TODAY),
    act(do.follow_up_duty, duty=DUTY, by=follower, words="金丝雀正文：已张榜", on=TODAY,
        month=maker(lambda world, given: world.today.replace(day=1))),
    act(do.extend_duty, duty=DUTY, by=chiefs, due_on=in_days(20, 90), words="金丝雀正文：汛期", on=TODAY),
    act(do.finish_duty, duty=DUTY, by=follower, words="金丝雀正文：已落实", on=TODAY),
]  # fmt: skip
