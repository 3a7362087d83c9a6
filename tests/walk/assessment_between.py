"""What goes to another office: transfers with their answers, supervision, handling across townships."""

from tests.walk.acts import TODAY, act, any_of, chiefs, handling, in_days, made, maker, one, people
from tests.walk.acts import asked as make
from tests.walk.reception_doors import ACCEPTED, REGISTERED
from yixian.assessment import actions as do
from yixian.assessment.enums import (
    CrossingGround,
    CrossingRefusal,
    CrossingState,
    SupervisionKind,
    SupervisionState,
    SupervisionWay,
    TransferKind,
    TransferReply,
)
from yixian.assessment.models import CrossHandling, Supervision, Transfer
from yixian.reception.models import Report
from yixian.roster.enums import Role
from yixian.roster.models import Department, Organ

DESK = (Role.CLERK, Role.HANDLER, Role.CHIEF)
WORDS = "金丝雀正文：由属地核实"


@maker
def SENT(world, given):
    """To a department what is out of scope; below or beside what is theirs; now and then what does not fit."""
    kind = world.dice.choice(list(TransferKind))
    own = Organ.objects.get(pk=given["report"].organ_id)
    others = (
        Organ.objects.filter(parent_id__in=(own.pk, own.parent_id or 0)).exclude(pk=own.pk).order_by("pk")
    )
    organ = world.dice.choice(list(others)).pk if kind != TransferKind.REFER_OUT or world.astray() else None
    department = Department.objects.order_by("pk").first() if kind == TransferKind.REFER_OUT else None
    return do.TransferFacts(
        kind=kind,
        summary="村级低保发放",
        reason="由属地核实",
        to_organ_id=organ,
        to_department_id=department.pk if department else None,
    )


def of_receiver(*roles):
    """Somebody of the office to which it went."""

    def choose(world, given):
        transfer = getattr(given.get("supervision"), "transfer", None) or given["transfer"]
        organ_id = getattr(transfer.copy, "organ_id", None)
        if organ_id is None or world.astray():
            return make(people(*roles), world, given)
        return world.officer(world.dice.choice(world.of(organ_id, roles) or world.people()))

    return maker(choose)


receiving, receiving_desk = of_receiver(Role.HANDLER, Role.CHIEF), of_receiver(*DESK)


def transfer_that(**right):
    return one(Transfer, **right)


@maker
def the_pair(world, given):
    """One of the two who were asked."""
    crossing = given["crossing"]
    asked = [
        who for who, each in world.town.staff.items() if each.pk in (crossing.lead_id, crossing.second_id)
    ]
    return (
        world.officer(world.dice.choice(asked))
        if asked and not world.astray()
        else make(handling, world, given)
    )


@maker
def the_receiving_chief(world, given):
    lead = given["crossing"].lead
    fits = world.of(lead.organ_id, (Role.CHIEF,)) if lead else []
    return (
        world.officer(world.dice.choice(fits)) if fits and not world.astray() else make(chiefs, world, given)
    )


PENDING, OBJECTED = TransferReply.PENDING, TransferReply.OBJECTED
TAKEN_HERE = {"reply": TransferReply.ACCEPTED, "copy__isnull": False}
OUTSIDE = {"copy": None}
ASKED = made(
    do.SupervisionFacts,
    kind=any_of(SupervisionKind),
    way=any_of(SupervisionWay),
    words="请报告办理情况",
    due_on=in_days(5, 20),
)
COUNTYS = {"organ__level": "county", "state__in": (ACCEPTED, REGISTERED)}
PAIR = made(
    do.CrossingFacts,
    ground=any_of(CrossingGround),
    township_id=maker(lambda world, given: world.town.organ.pk),
)

ACTS = [
    act(do.transfer_out, report=one(Report, state__in=(REGISTERED, ACCEPTED)), by=handling, facts=SENT, on=TODAY),
    act(do.print_letter, transfer=one(Transfer), by=handling),
    act(do.record_acceptance, transfer=transfer_that(reply=PENDING, **OUTSIDE), by=people(*DESK, owners=True),
        on=TODAY),
    act(do.record_refusal, transfer=transfer_that(reply=PENDING, **OUTSIDE), by=people(*DESK, owners=True), on=TODAY,
        reason=WORDS),
    act(do.record_result, transfer=transfer_that(reply=TransferReply.ACCEPTED, **OUTSIDE), by=handling, on=TODAY,
        result=WORDS),
    act(do.read_transfer, transfer=one(Transfer), by=any_of([handling, receiving])),
    act(do.accept_transfer, transfer=transfer_that(reply__in=(PENDING, TransferReply.UPHELD), copy__isnull=False),
        by=receiving_desk, on=TODAY),
    act(do.object_to_transfer, transfer=transfer_that(reply=PENDING, copy__isnull=False,
        sent_on__gte=in_days(-6, -6)), by=receiving, reason=WORDS,
        on=TODAY),
    act(do.consent_to_objection, transfer=transfer_that(reply=OBJECTED), by=handling, on=TODAY),
    act(do.insist_on_transfer, transfer=transfer_that(reply=OBJECTED), by=handling, reason=WORDS, on=TODAY),
    act(do.report_result, transfer=transfer_that(**TAKEN_HERE), by=receiving, result=WORDS, on=TODAY),
    act(do.issue_supervision, transfer=transfer_that(copy__isnull=False, reply__in=(PENDING, TransferReply.ACCEPTED)),
        by=handling, facts=ASKED, on=TODAY),
    act(do.answer_supervision, supervision=one(Supervision, state__in=("issued", "returned")), by=receiving,
        answer=WORDS, on=TODAY),
    act(do.return_answer, supervision=one(Supervision, state=SupervisionState.ANSWERED), by=handling, reason=WORDS,
        due_on=in_days(1, 9), on=TODAY),
    act(do.settle_supervision, supervision=one(Supervision, state=SupervisionState.ANSWERED), by=handling, on=TODAY),
    act(do.read_supervision, supervision=one(Supervision), by=any_of([handling, receiving])),
    act(do.print_supervision, supervision=one(Supervision), by=any_of([handling, receiving])),
    act(do.propose_crossing, report=one(Report, **COUNTYS), by=handling, facts=PAIR, on=TODAY),
    act(do.offer_crossing, crossing=one(CrossHandling, state=CrossingState.PROPOSED), by=chiefs, on=TODAY,
        runner_up=any_of([False, False, True])),
    act(do.clear_crossing, crossing=one(CrossHandling, state=CrossingState.OFFERED), by=the_pair, on=TODAY),
    act(do.accept_crossing, crossing=one(CrossHandling, state=CrossingState.OFFERED), by=the_receiving_chief,
        on=TODAY),
    act(do.refuse_crossing, crossing=one(CrossHandling, state=CrossingState.OFFERED),
        by=any_of([the_receiving_chief, the_pair]), why=any_of(CrossingRefusal), on=TODAY,
        note="金丝雀正文：抽不出人"),
    act(do.hand_down_crossing, crossing=one(CrossHandling, state=CrossingState.ACCEPTED), by=chiefs, on=TODAY),
    act(do.return_crossing, crossing=one(CrossHandling, state=CrossingState.UNDER_WAY),
        by=any_of([the_receiving_chief, the_pair]), result=WORDS, on=TODAY),
    act(do.end_crossing, crossing=one(CrossHandling, state=CrossingState.RETURNED), by=chiefs, on=TODAY),
    act(do.read_crossing, crossing=one(CrossHandling), by=any_of([handling, the_pair, the_receiving_chief])),
]  # fmt: skip
