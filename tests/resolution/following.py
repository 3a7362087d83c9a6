"""What follows from an outcome, each step as one call."""

from dataclasses import replace
from datetime import date

from tests.reception.township import LETTER, SECRETARY, TUESDAY, WEDNESDAY, Township
from tests.resolution.casework import an_outcome, concluding
from tests.scenes import scene
from yixian.regulations.classes import ClosingWay, Truth
from yixian.regulations.classes import Outcome as Measure
from yixian.regulations.outcomes import Adoption, Advice, ClarificationAsked, ClarificationWay
from yixian.resolution.actions import (
    ClarificationFacts,
    RecommendationFacts,
    ReferralFacts,
    answer_recommendation,
    close_clue,
    decide_clarification,
    decide_outcome,
    hand_on_case,
    issue_recommendation,
    propose_clarification,
)
from yixian.resolution.models import Clarification, Clue, Recommendation, Referral

ABOUT = replace(LETTER, reported=(SECRETARY,))
APRIL = date(2026, 4, 10)


def person_of(clue: Clue):
    return clue.matter.links.order_by("pk").first().report.people.get()


@scene
def disproved(town: Township, facts=ABOUT, truth: Truth = Truth.UNTRUE) -> Clue:
    """A closed clue about one person; ``truth`` is what was found."""
    clue = concluding(town, facts)
    measure = Measure.NONE if truth is Truth.UNTRUE else Measure.CRITICISM
    outcome = an_outcome(town, clue, person_of(clue).pk, truth=truth, measure=measure)
    decide_outcome(by=town["chief"], outcome=outcome, approved=True, on=WEDNESDAY)
    return close_clue(by=town["handler"], clue=clue, way=ClosingWay.DISPROVED, on=WEDNESDAY)


def clearing(clue: Clue, **changes) -> ClarificationFacts:
    facts = ClarificationFacts(
        person_id=person_of(clue).pk,
        way=ClarificationWay.WRITTEN,
        asked=ClarificationAsked.PERSON,
        receiver="柳湾村党总支",
        finding="反映其优亲厚友的问题，经核查不属实。",
        scope="村党总支委员",
        consented_on=TUESDAY,
    )
    return replace(facts, **changes)


@scene
def proposed(town: Township, clue: Clue | None = None, **changes) -> Clarification:
    found = clue or disproved(town)
    return propose_clarification(
        by=town["handler"], clue=found, facts=clearing(found, **changes), on=WEDNESDAY
    )


@scene
def cleared(town: Township, **changes) -> Clarification:
    return decide_clarification(
        by=town["chief"], clarification=proposed(town, **changes), approved=True, on=WEDNESDAY, note="同意"
    )


@scene
def advised(town: Township, clue: Clue | None = None, **changes) -> Recommendation:
    facts = RecommendationFacts(
        kind=Advice.PARTY,
        unit="青禾镇民政办",
        found="低保名单没有按规定公示。",
        advice="重新公示，完善评议程序。",
        due_on=APRIL,
    )
    return issue_recommendation(
        by=town["chief"], clue=clue or concluding(town), facts=replace(facts, **changes), on=WEDNESDAY
    )


@scene
def answered(town: Township, issued: Recommendation | None = None, **changes) -> Recommendation:
    how = {"adopted": Adoption.TAKEN, "answer": "已重新公示。", "on": APRIL, **changes}
    return answer_recommendation(by=town["handler"], recommendation=issued or advised(town), **how)


def handed_on(town: Township, clue: Clue, **changes) -> Referral:
    facts = ReferralFacts(
        person_id=person_of(clue).pk,
        receiver="云溪县纪委监委审查调查室",
        number="青纪移〔2026〕1号",
        handed="核查报告一份，证据材料一册二十页。",
    )
    return hand_on_case(by=town["handler"], clue=clue, facts=replace(facts, **changes), on=WEDNESDAY)
