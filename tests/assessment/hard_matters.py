"""Sessions and plans in the invented 青禾镇, each step as one call."""

from dataclasses import replace
from datetime import date

from tests.reception.township import LETTER, MONDAY, SECRETARY, TUESDAY, WEDNESDAY, Township, a_letter
from tests.resolution.casework import a_matter
from tests.scenes import scene
from yixian.assessment.actions import (
    PlanFacts,
    ScreeningFacts,
    StepFacts,
    close_screening,
    decide_screened,
    link_report,
    make_plan,
    open_screening,
)
from yixian.assessment.enums import ScreeningKind, StepKind, Verdict
from yixian.assessment.models import Matter, Plan, Screening
from yixian.reception.models import Report

__all__ = ["MONDAY", "TUESDAY", "WEDNESDAY", "a_matter"]
FRIDAY, NEXT_MONTH, LATE = date(2026, 3, 6), date(2026, 4, 7), date(2026, 4, 28)
MONTHLY = ScreeningFacts(kind=ScreeningKind.MONTHLY)
DAILY = ScreeningFacts(kind=ScreeningKind.DAILY)
ABOUT_SECRETARY = replace(LETTER, reported=(SECRETARY,))
WHY = "多次反映，先把账目核对清楚"


@scene
def a_session(
    town: Township, facts: ScreeningFacts = MONTHLY, *, who: str = "chief", on: date = WEDNESDAY
) -> Screening:
    return open_screening(by=town[who], facts=facts, on=on)


def decide(
    town: Township,
    session: Screening,
    *matters: Matter,
    verdict: Verdict = Verdict.CONTINUE,
    reason: str = "",
    who: str = "chief",
    on: date = WEDNESDAY,
):
    ids = [each.pk for each in matters]
    return decide_screened(
        by=town[who], screening=session, matter_ids=ids, verdict=verdict, reason=reason, on=on
    )


def a_closed_session(town: Township, *matters: Matter, **said) -> Screening:
    session = a_session(town)
    decide(town, session, *matters, **said)
    return close_screening(by=town["chief"], screening=session, on=WEDNESDAY)


def another_report(town: Township, matter: Matter, facts=LETTER) -> Report:
    report = a_letter(town, facts).report
    link_report(by=town["clerk"], report=report, matter=matter, on=TUESDAY)
    return report


def step_for(town: Township, who: str = "chief", **changes) -> StepFacts:
    facts = StepFacts(
        kind=StepKind.MEDIATION,
        what="请村调解员同双方核对地块",
        owner_id=town[who].staff_id,
        due_on=FRIDAY,
    )
    return replace(facts, **changes)


def a_plan(town: Township, matter: Matter, *steps: StepFacts, who: str = "chief") -> Plan:
    facts = PlanFacts(
        aims="账目公开，补偿按册发放",
        responsible_id=town[who].staff_id,
        steps=steps or (step_for(town),),
    )
    return make_plan(by=town["chief"], matter=matter, facts=facts, on=WEDNESDAY)
