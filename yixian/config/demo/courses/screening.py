"""每月排查 in the year of 青禾镇: three that were held, this month's under way, and plans for the hard matters."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from yixian.assessment.actions import (
    PlanFacts,
    ScreeningFacts,
    StepFacts,
    add_plan_step,
    change_plan_step,
    close_screening,
    decide_screened,
    finish_plan_step,
    make_plan,
    open_screening,
)
from yixian.assessment.enums import ScreeningKind, StepKind, Verdict
from yixian.assessment.queries import (
    Standing,
    open_matters,
    possible_owners,
    rows_of,
    standings_of,
    undone_steps,
)
from yixian.config.demo.cast import Cast
from yixian.config.demo.schedule import Scene, after
from yixian.protection.officer import Officer

if TYPE_CHECKING:
    from yixian.assessment.models import Matter, Screening

MONTHS, PLANNED, MADE_BEFORE = 3, 4, 30
ONE_DAY = timedelta(days=1)
NOTE = "多次反映的事项由承办人包案，下次排查先看方案的进度。"
WHY = {
    Verdict.MAKE_PLAN: "不止一次反映，牵涉几户，先定方案再谈。",
    Verdict.DISPOSE: "线索已经登记，抓紧提出处置意见报批。",
    Verdict.CONTINUE: "等待核查组的报告，承办人每周报一次进度。",
    Verdict.CLOSE: "来件都已答复，五到位补齐以后办结。",
    Verdict.MEET: "村里说法不一，请承办人去现场看一次。",
}
STEPS = (
    (StepKind.POLICY, "请主管站所说明现行的政策和标准，列一张清单", 10),
    (StepKind.MEDIATION, "请村调解员召集有关农户同村委会当面核对", 25),
    (StepKind.EXPLANATION, "把核对的结果逐户说清楚，听取意见", 40),
    (StepKind.FOLLOW_UP, "回访一次，看是不是还有不明白的地方", 70),
)


def screenings(cast: Cast, today: date) -> Iterator[Scene]:
    """Goes along with the year, since each session takes in what was open on its day."""
    yield _monthly(cast, today)


def plans(cast: Cast, today: date) -> Iterator[Scene]:
    """Of matters that are still open at the end of the year: whose steps are not done is not closed."""
    yield _planned(cast, today)


def _monthly(cast: Cast, today: date) -> Scene:
    """On the fifth of each month, or the next working day; this month's waits with half of it decided."""
    chief = cast["shuji"]
    for back in range(MONTHS, 0, -1):
        day = yield after(_first_of(today, back), 4)
        session = open_screening(by=chief, facts=ScreeningFacts(kind=ScreeningKind.MONTHLY), on=day)
        _decide_all(chief, session, _standings(chief, session, day), day)
        day = yield after(day, 1)
        _decide_all(chief, session, _undecided(chief, session, day), day)
        close_screening(by=chief, screening=session, note=NOTE, on=day)
    day = yield after(max(_first_of(today, 0), today - timedelta(days=9)), 0)
    session = open_screening(by=chief, facts=ScreeningFacts(kind=ScreeningKind.MONTHLY), on=day)
    standings = _standings(chief, session, day)
    _decide_all(chief, session, standings[: len(standings) // 2], day)


def _first_of(today: date, back: int) -> date:
    first = today.replace(day=1)
    for _ in range(back):
        first = (first - ONE_DAY).replace(day=1)
    return first


def _standings(chief: Officer, session: "Screening", on: date) -> list[Standing]:
    return standings_of(chief, [row.matter for row in rows_of(chief, session)], on)


def _undecided(chief: Officer, session: "Screening", on: date) -> list[Standing]:
    """What a second day still finds: nothing, unless a matter was reopened meanwhile."""
    waiting = rows_of(chief, session).filter(decisions__isnull=True, matter__state="open")
    return standings_of(chief, [row.matter for row in waiting], on)


def _decide_all(chief: Officer, session: "Screening", standings: Sequence[Standing], on: date) -> None:
    """Those that stand alike are decided together, as on the page."""
    groups: dict[tuple[Verdict, str], list[Matter]] = {}
    for each in standings:
        groups.setdefault(_verdict(each), []).append(each.matter)
    for (verdict, reason), matters in groups.items():
        ids = [matter.pk for matter in matters]
        decide_screened(by=chief, screening=session, matter_ids=ids, verdict=verdict, reason=reason, on=on)


def _verdict(standing: Standing) -> tuple[Verdict, str]:
    if all(report.is_settled for report in standing.reports):
        return Verdict.CLOSE, WHY[Verdict.CLOSE]
    if standing.count > 1 and standing.plan is None:
        return Verdict.MAKE_PLAN, WHY[Verdict.MAKE_PLAN]
    if any(clock.term_key == "disposal_proposal" for clock in standing.clocks):
        return Verdict.DISPOSE, WHY[Verdict.DISPOSE]
    if standing.overdue:
        return Verdict.CONTINUE, WHY[Verdict.CONTINUE]
    if standing.age > 60:
        return Verdict.MEET, WHY[Verdict.MEET]
    return Verdict.CONTINUE, ""


def _plan(chief: Officer, matter: "Matter", on: date) -> None:
    owner = next((each for each in possible_owners(matter) if each.pk != chief.staff_id), None)
    owner_id = owner.pk if owner else chief.staff_id
    steps = [
        StepFacts(kind=kind, what=what, owner_id=owner_id, due_on=on + timedelta(days=days))
        for kind, what, days in STEPS
    ]
    facts = PlanFacts(
        aims="把事情查清、说清，该退该补的落实到户，不再反复。", responsible_id=owner_id, steps=steps
    )
    make_plan(by=chief, matter=matter, facts=facts, on=on)


def _planned(cast: Cast, today: date) -> Scene:
    """The hardest get a plan; first steps were done, one went another way, and what is left is due about today."""
    chief = cast["shuji"]
    day = yield after(today, -MADE_BEFORE)
    standings = standings_of(chief, list(open_matters(chief)), day)
    old_enough = [each for each in standings if each.matter.opened_on < day]
    hardest = sorted(old_enough, key=lambda each: (-each.count, -each.age))[:PLANNED]
    for each in hardest:
        _plan(chief, each.matter, day)
    day = yield after(today, -12)
    for number, each in enumerate(hardest):
        _work_on(chief, each.matter, number, day, today)


def _work_on(chief: Officer, matter: "Matter", number: int, day: date, today: date) -> None:
    first, second, *_ = undone_steps(matter)
    finish_plan_step(by=chief, step=first, result="清单已经贴在村务公开栏，共两页。", on=day)
    if number == 0:
        instead = StepFacts(
            kind=StepKind.LAW,
            what="请司法所陪同办理仲裁申请",
            owner_id=second.owner_id,
            due_on=after(today, 2),
        )
        reason = "一方不愿意当面谈，改走仲裁。"
        change_plan_step(by=chief, step=second, reason=reason, instead=instead, on=day)
    if number == 1:
        facts = StepFacts(
            kind=StepKind.HELP,
            what="帮两户困难家庭申请临时救助",
            owner_id=first.owner_id,
            due_on=after(today, -1),
        )
        add_plan_step(by=chief, matter=matter, facts=facts, on=day)
