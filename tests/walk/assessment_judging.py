"""What a report is and whose it is: class, jurisdiction, matters, screenings, plans, the ledger."""

from tests.assessment.hard_matters import DAILY, MONTHLY, WHY
from tests.walk.acts import (
    TODAY,
    act,
    any_of,
    chiefs,
    handling,
    in_days,
    made,
    maker,
    mostly,
    near,
    nothing,
    of,
    one,
    owners,
    who,
)
from tests.walk.reception_doors import ACCEPTED, REGISTERED
from yixian.assessment import actions as do
from yixian.assessment.enums import (
    CrossingGround,
    MatterState,
    ScreeningKind,
    ScreeningState,
    StepKind,
    StepState,
    Verdict,
)
from yixian.assessment.models import CrossingRequest, Matter, Plan, PlanStep, ScreenedMatter, Screening
from yixian.assessment.queries import jurisdiction_proposal
from yixian.assessment.queries.ledger import LedgerFilter
from yixian.reception.models import Report
from yixian.regulations.classes import ReportClass, VillageIssue
from yixian.regulations.jurisdiction_words import JurisdictionKind
from yixian.roster.enums import Role

HERE = {"state__in": (REGISTERED, ACCEPTED)}
DESK = (Role.CLERK, Role.HANDLER, Role.CHIEF)
OPEN = one(Matter, state=MatterState.OPEN)
CLASS = made(
    do.ClassFacts, report_class=mostly(ReportClass.ACCUSATION, ReportClass), main_issue=any_of(VillageIssue)
)
STEP = made(
    do.StepFacts,
    kind=any_of(StepKind),
    what="金丝雀正文：请村调解员核对地块",
    owner_id=mostly(near(Role.CHIEF), [near(*DESK)]),
    due_on=in_days(1, 20),
)
PLAN = made(
    do.PlanFacts,
    aims="金丝雀正文：账目公开",
    responsible_id=mostly(near(Role.CHIEF), [near(*DESK)]),
    steps=maker(lambda world, given: (STEP(world, given),)),
)
SESSION = any_of(
    [
        MONTHLY,
        DAILY,
        do.ScreeningFacts(
            kind=ScreeningKind.SPECIAL,
            subject="金丝雀正文：低保",
            issue=VillageIssue(next(iter(VillageIssue))),
        ),
    ]
)


@maker
def PROPOSAL(world, given):
    kind = world.dice.choice(list(ReportClass))
    return jurisdiction_proposal(organ_id=given["report"].organ_id, report_class=kind, reported=())


@maker
def SCREENED(world, given):
    """Some of the session's matters, or all that are left."""
    rows = ScreenedMatter.objects.filter(screening=given["screening"]).order_by("pk")
    ids = list(rows.values_list("matter_id", flat=True))
    return ids if world.dice.random() < 0.6 else ids[:1]


ACTS = [
    act(do.classify_report, report=one(Report, **HERE), by=owners, facts=CLASS, on=TODAY),
    act(do.decide_jurisdiction, report=one(Report, **HERE), by=owners, proposal=PROPOSAL,
        decision=maker(lambda w,
        g: g["proposal"].kind if w.dice.random() < 0.6 else w.dice.choice(list(JurisdictionKind))),
        on=TODAY, reason=any_of(["", "金丝雀正文：情况特殊"])),
    act(do.open_matter, report=one(Report, matter_links=None, **HERE), by=owners, title="低保发放", on=TODAY),
    act(do.link_report, report=one(Report, matter_links=None, **HERE), matter=one(Matter, organ=of("report",
        "organ")),
        by=owners, on=TODAY, new_allegation=any_of([False, True])),
    act(do.unlink_report, report=one(Report, matter_links__unlinked_on=None, matter_links__isnull=False), by=owners,
        on=TODAY),
    act(do.send_up_report, report=one(Report, always=True, state=REGISTERED), by=owners, on=TODAY),
    act(do.ask_crossing, report=one(Report, always=True, state=REGISTERED), by=handling, ground=any_of(CrossingGround),
        why="金丝雀正文：承办人员都回避", on=TODAY),
    act(do.read_crossing_request, request=one(CrossingRequest), by=handling),
    act(do.reopen_matter, matter=one(Matter, state=MatterState.CLOSED), by=chiefs, on=TODAY),
    act(do.open_screening, facts=SESSION, by=mostly(chiefs, [owners]), on=TODAY, about=nothing),
    act(do.take_in_matters, screening=one(Screening, state=ScreeningState.OPEN), by=who("screening.opened_by_id"),
        on=TODAY),
    act(do.decide_screened, screening=one(Screening, state=ScreeningState.OPEN), by=mostly(chiefs, [owners]),
        matter_ids=SCREENED, verdict=any_of(Verdict), on=TODAY, reason=any_of([WHY, WHY, ""])),
    act(do.close_screening, screening=one(Screening, state=ScreeningState.OPEN), by=who("screening.opened_by_id"),
        on=TODAY, note=any_of(["", "金丝雀正文：下月再看"])),
    act(do.print_screening, screening=one(Screening, state=ScreeningState.CLOSED), by=who("screening.opened_by_id")),
    act(do.export_screening, screening=one(Screening), by=chiefs, on=TODAY),
    act(do.make_plan, matter=OPEN, by=handling, facts=PLAN, on=TODAY),
    act(do.revise_plan, plan=one(Plan, is_current=True), by=handling, facts=PLAN, reason="金丝雀正文：情况有变",
        on=TODAY),
    act(do.read_plan, matter=one(Matter, plans__isnull=False), by=owners),
    act(do.add_plan_step, matter=one(Matter, state=MatterState.OPEN, plans__isnull=False), by=handling, facts=STEP,
        on=TODAY),
    act(do.finish_plan_step, step=one(PlanStep, state=StepState.PLANNED), by=who("step.owner_id"),
        result="金丝雀正文：已核对", on=TODAY),
    act(do.change_plan_step, step=one(PlanStep, state=StepState.PLANNED), by=handling, reason="金丝雀正文：不再需要",
        on=TODAY, instead=any_of([None, STEP])),
    act(do.search_reports, text=any_of(["低保名单没有公示", "名", "柳湾村三组"])),
    act(do.export_ledger, wanted=LedgerFilter(), on=TODAY),
]  # fmt: skip
