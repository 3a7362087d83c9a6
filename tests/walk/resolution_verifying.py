"""The work of a verification: team, tasks, evidence and its hands, gaps, talks, dated facts; the library of rules."""

from tests.resolution.verifying import QUESTIONS, TALK, a_photo
from tests.walk.acts import (
    TODAY,
    act,
    any_of,
    asked,
    chiefs,
    handling,
    in_days,
    made,
    maker,
    of,
    one,
    people,
    staff,
    who,
)
from tests.walk.oracle import clue_of
from tests.walk.reception_doors import PICTURE
from yixian.reception.enums import ReadBackWay
from yixian.regulations.rough_days import parse_rough_day
from yixian.regulations.rules_library import RuleSubject
from yixian.resolution import actions as do
from yixian.resolution.enums import (
    ClueState,
    CustodyState,
    EvidenceKind,
    GapState,
    Originality,
    TalkSigned,
    TaskState,
)
from yixian.resolution.models import (
    Clue,
    Custody,
    DatedFact,
    Evidence,
    Gap,
    LocalRule,
    Talk,
    Task,
    TeamMember,
)
from yixian.roster.enums import Role

HANDLERS = (Role.HANDLER, Role.CHIEF)
LIVE = one(Clue, state=ClueState.VERIFYING, verification__isnull=False)
WHY = "金丝雀正文：情况有变"


def member_of(world, given, **right):
    """The ids of the team of what it is about."""
    clue = clue_of(next(iter(given.values())))
    team = TeamMember.objects.filter(verification__clue=clue, left_on=None, **right).order_by("pk")
    return list(team.values_list("staff_id", flat=True))


@maker
def MEMBER(world, given):
    found = member_of(world, given)
    return world.dice.choice(found) if found and not world.astray() else staff(*HANDLERS)(world, given)


def from_team(**right):
    def choose(world, given):
        ids = member_of(world, given, **right)
        fits = [name for name, each in world.town.staff.items() if each.pk in ids]
        return (
            world.officer(world.dice.choice(fits))
            if fits and not world.astray()
            else asked(handling, world, given)
        )

    return maker(choose)


team, lead = from_team(), from_team(is_lead=True)
EVIDENCE = made(
    do.EvidenceFacts,
    kind=any_of(EvidenceKind),
    originality=any_of(Originality),
    title="金丝雀正文：评议会议记录",
    source="金丝雀正文：村委会档案柜",
    shows="金丝雀正文：评议会没有开过",
    pages=3,
    taken_by_id=MEMBER,
    taken_on=TODAY,
    file=any_of([None, a_photo()]),
)
FACT = made(
    do.FactFacts,
    on=any_of([parse_rough_day("1998-05"), parse_rough_day("2024-03-01")]),
    text="金丝雀正文：鱼塘承包给外村人",
    evidence_ids=maker(
        lambda w, g: tuple(
            Evidence.objects.filter(verification__clue=clue_of(next(iter(g.values()))))
            .order_by("pk")
            .values_list("pk", flat=True)[:1]
        )
    ),
)
TALKED = made(
    do.TalkFacts,
    person="金丝雀正文：田守成",
    post="柳湾村文书",
    place="镇纪委谈话室",
    why="金丝雀正文：了解名单公示情况",
    talk=TALK,
    held_on=TODAY,
    member_ids=maker(lambda w, g: member_of(w, g)[: w.dice.choice([1, 2, 2, 3])]),
)
RULE = made(
    do.LocalRuleFacts,
    subject=any_of(RuleSubject),
    title="青禾镇村级资金管理办法",
    number="青政发〔2001〕7号",
    since=any_of([parse_rough_day("2001-03"), parse_rough_day("2010-01-01")]),
    file=any_of([None, PICTURE]),
)
A_TASK, A_GAP = one(Task, state=TaskState.OPEN), one(Gap, state=GapState.OPEN)
HELD, OFFERED = one(Custody, state=CustodyState.HELD), one(Custody, state=CustodyState.OFFERED)
TODAYS_FACT = one(DatedFact, struck_on=None)
LIBRARY = people(Role.CLERK, *HANDLERS)

ACTS = [
    act(do.join_team, member=one(TeamMember, declared_on=None, left_on=None), by=who("member.staff_id"), on=TODAY),
    act(do.add_member, clue=LIVE, by=chiefs, staff_id=staff(*HANDLERS, like="clue"), reason=WHY, on=TODAY),
    act(do.release_member, member=one(TeamMember, left_on=None), by=chiefs, reason=WHY, on=TODAY,
        lead_id=any_of([None, MEMBER])),
    act(do.give_task, clue=LIVE, by=lead, questions=QUESTIONS, to_id=MEMBER, due_on=in_days(2, 30), on=TODAY),
    act(do.answer_task, task=A_TASK, by=who("task.staff_id"), found="金丝雀正文：没有公示", on=TODAY),
    act(do.take_back_task, task=A_TASK, by=lead, reason=WHY, on=TODAY),
    act(do.hand_over_task, task=A_TASK, by=lead, to_id=MEMBER, reason=WHY, on=TODAY),
    act(do.record_evidence, clue=LIVE, by=team, facts=EVIDENCE, on=TODAY),
    act(do.open_evidence, evidence=one(Evidence, file__isnull=False), by=team, original=any_of([True, False])),
    act(do.print_evidence_list, clue=LIVE, by=team, on=TODAY),
    act(do.hand_custody, custody=HELD, by=who("custody.staff_id"), to_id=MEMBER, note="金丝雀正文：送县里", on=TODAY),
    act(do.receive_custody, custody=OFFERED, by=who("custody.staff_id"), on=TODAY),
    act(do.refuse_custody, custody=OFFERED, by=who("custody.staff_id"), reason=WHY, on=TODAY),
    act(do.note_gap, clue=LIVE, by=team, on=TODAY,
        facts=made(do.GapFacts, wanted="金丝雀正文：公示照片", holder="镇民政办", due_on=in_days(2, 30))),
    act(do.fill_gap, gap=A_GAP, evidence=one(Evidence, verification=of("gap", "verification_id")), by=team, on=TODAY),
    act(do.drop_gap, gap=A_GAP, by=team, reason=WHY, on=TODAY),
    act(do.record_talk, clue=LIVE, by=team, facts=TALKED, on=TODAY),
    act(do.read_back_talk, talk=one(Talk, read_back_on=None), by=team, way=any_of(ReadBackWay),
        corrections=any_of(["", "金丝雀正文：是六月"]), on=TODAY),
    act(do.sign_talk, talk=one(Talk, read_back_on__isnull=False, signed_on=None), by=team, as_=any_of(TalkSigned),
        reason=any_of(["", "金丝雀正文：不愿意"]), on=TODAY),
    act(do.print_talk, talk=one(Talk), by=team),
    act(do.record_fact, clue=LIVE, by=team, facts=FACT, on=TODAY),
    act(do.correct_fact, fact=TODAYS_FACT, by=team, facts=FACT, on=TODAY),
    act(do.strike_fact, fact=TODAYS_FACT, by=team, reason=WHY, on=TODAY),
    act(do.add_local_rule, by=handling, facts=RULE, on=TODAY),
    act(do.end_local_rule, rule=one(LocalRule, until=""), by=handling, until=any_of([parse_rough_day("2020"),
        parse_rough_day("1990")])),
    act(do.open_local_rule, rule=one(LocalRule, file__isnull=False), by=LIBRARY),
]  # fmt: skip
