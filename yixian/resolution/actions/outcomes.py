"""处理结果: for each person reported, how true it was and what followed, proposed by one and decided by another."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from yixian.protection.actions import require
from yixian.protection.officer import Officer
from yixian.protection.texts import seal_text
from yixian.regulations.accusation_rules import CLARIFICATION
from yixian.regulations.classes import CaseAuthority, ClosingWay, FourForms, Truth
from yixian.regulations.classes import Outcome as Measure
from yixian.regulations.discipline_enforcement import may_decide_sanction, must_have_county_review
from yixian.regulations.outcomes import OutcomeFamily
from yixian.resolution.deciders import ANSWER, answered, require_another_decider
from yixian.resolution.enums import ClueState, Decision
from yixian.resolution.handled import tell_within_the_term
from yixian.resolution.models import Clue, Outcome
from yixian.resolution.queries import earlier_outcomes, people_without_outcome, person_ids_of
from yixian.resolution.reviewing import agreed_review_of
from yixian.resolution.steps import take_step
from yixian.roster.enums import OrganLevel
from yixian.roster.queries import organ_of
from yixian.trail.actions import leaves_trail
from yixian.trail.refusal import Refusal

LIGHT = (Measure.PARTY_WARNING, Measure.PARTY_SERIOUS_WARNING)


class NotOfThisMatter(Refusal):
    """The person is not reported in any report of this matter."""

    key = "not_of_this_matter"


class HasAnOutcome(Refusal):
    """One outcome for each person in a clue; another is proposed only when it was returned."""

    key = "has_an_outcome"


class NotConcluding(Refusal):
    """Outcomes come after the approved report or the approved closing."""

    key = "not_concluding"


class MeasureDoesNotFit(Refusal):
    """What was found and what followed contradict each other, or the organ may not decide it."""

    key = "measure_does_not_fit"


class SomebodyIsMissing(Refusal):
    """A reported person has no approved outcome yet."""

    key = "somebody_is_missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeFacts:
    person_id: int
    truth: Truth
    measure: Measure
    reason: str
    form: FourForms | None = None
    deciding_organ_id: int
    losses_recovered: Decimal = Decimal(0)


@leaves_trail("resolution.propose_outcome")
def propose_outcome(*, by: Officer, clue: Clue, facts: OutcomeFacts, on: date) -> Outcome:
    """Propose for one person. Who is found not to have done it gets no measure of any kind."""
    require(by, "resolution.propose_outcome", clue)
    require_another_decider(by, clue.organ_id)
    if clue.state != ClueState.CONCLUDING:
        raise NotConcluding("核查报告或者了结意见批准之后，才提出处理结果。")
    if facts.person_id not in person_ids_of(clue):
        raise NotOfThisMatter("所选的人不是本事项的被反映人，请重新选择。")
    if clue.outcomes.filter(person_id=facts.person_id).exclude(decision=Decision.RETURNED).exists():
        raise HasAnOutcome("这名被反映人在本线索中已有处理结果。退回以后才能重新提出。")
    reviewed_on = _check_measure(clue, facts)
    outcome = Outcome(
        clue=clue,
        person_id=facts.person_id,
        truth=facts.truth,
        form=facts.form or "",
        measure=facts.measure,
        deciding_organ_id=facts.deciding_organ_id,
        county_reviewed_on=reviewed_on,
        losses_recovered=facts.losses_recovered,
        replaces=earlier_outcomes(clue).get(facts.person_id),
        proposed_by_id=by.staff_id,
        proposed_on=on,
    )
    outcome.reason = seal_text(outcome, "reason", facts.reason, organ_id=clue.organ_id, what="认定与处理理由")
    outcome.save()
    return outcome


def _check_measure(clue: Clue, facts: OutcomeFacts) -> date | None:
    """The day of 乡案县审, for a sanction that the township decides itself; refused without it."""
    if facts.truth is Truth.UNTRUE and (facts.measure is not Measure.NONE or facts.form):
        raise MeasureDoesNotFit(
            f"反映不实的，不得作出处理；需要的，请为其澄清正名（{CLARIFICATION.cite()}）。"
        )
    if facts.measure.family not in (OutcomeFamily.PARTY, OutcomeFamily.PUBLIC_OFFICE):
        return None
    level = CaseAuthority(OrganLevel(organ_of(facts.deciding_organ_id).level).value)
    allowed = may_decide_sanction(level=level, light=facts.measure in LIGHT, important=False)
    if allowed.blocks:
        raise MeasureDoesNotFit(f"{allowed.sentence()}。")
    review = must_have_county_review(level=level)
    agreed = agreed_review_of(clue)
    if review and agreed is None:
        raise MeasureDoesNotFit(f"{review.sentence()}。请先“报请县审”，县审同意以后再提出。")
    return agreed.answered_on if review and agreed else None


@leaves_trail("resolution.decide_outcome")
def decide_outcome(*, by: Officer, outcome: Outcome, approved: bool, on: date) -> Outcome:
    """Approve, or return it to be proposed anew; the returned one stays."""
    require(by, "resolution.decide_outcome", outcome)
    locked = answered(outcome, by=by, approved=approved, on=on, what="这项处理结果")
    locked.save(update_fields=ANSWER)
    return locked


@leaves_trail("resolution.close_clue")
def close_clue(*, by: Officer, clue: Clue, way: ClosingWay, on: date) -> Clue:
    """Close the clue once every person reported has an approved outcome. 直接了结 and 查否了结 stay apart.

    Of a renewed clue, who has an earlier outcome needs no other, and somebody gets one. With the last clue of a matter
    its handling ends, and the clock of feedback starts.
    """
    require(by, "resolution.close_clue", clue)
    if missing := len(people_without_outcome(clue)):
        raise SomebodyIsMissing(f"还有{missing}名被反映人没有经批准的处理结果，不能了结。")
    if clue.renews_id and not clue.outcomes.filter(decision=Decision.APPROVED).exists():
        raise SomebodyIsMissing(
            "重新核实的线索，至少对一名被反映人重新作出处理结果，才能了结；维持原结果的也要写明。"
        )
    closed = take_step("resolution.close_clue", clue, closing_way=way.value, closed_on=on)
    tell_within_the_term(by, closed.matter, on)
    return closed
