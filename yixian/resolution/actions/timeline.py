"""事项时间线: facts by their days. A wrong one is corrected by a new one or struck with a reason; none is rewritten."""

from datetime import date

from yixian.assessment.queries import reports_of
from yixian.protection.actions import require, seal
from yixian.protection.officer import Officer
from yixian.protection.texts import LONGEST, TextMissing, TextTooLong, seal_text, text_context
from yixian.reception.actions import require_discreet
from yixian.resolution.actions.evidence import NotOfThisVerification
from yixian.resolution.facts import FactFacts
from yixian.resolution.models import Clue, DatedFact, Evidence, FactEvidence, Verification
from yixian.resolution.team import verification_going_on
from yixian.trail.actions import leaves_trail
from yixian.trail.refusal import Refusal


class NotHappenedYet(Refusal):
    """A fact lies before today."""

    key = "not_happened_yet"


class NoLongerStands(Refusal):
    """The fact was corrected or struck before."""

    key = "no_longer_stands"


@leaves_trail("resolution.record_fact")
def record_fact(*, by: Officer, clue: Clue, facts: FactFacts, on: date) -> DatedFact:
    """Put a fact on the timeline, with the evidence that bears it out."""
    require(by, "resolution.record_fact", clue)
    return _put(by, verification_going_on(clue), facts, on)


@leaves_trail("resolution.correct_fact")
def correct_fact(*, by: Officer, fact: DatedFact, facts: FactFacts, on: date) -> DatedFact:
    """A new fact in the place of this one, which stays readable."""
    require(by, "resolution.correct_fact", fact)
    verification = verification_going_on(fact.verification.clue)
    return _put(by, verification, facts, on, replaces=_standing(fact))


@leaves_trail("resolution.strike_fact")
def strike_fact(*, by: Officer, fact: DatedFact, reason: str, on: date) -> DatedFact:
    """It did not bear out; it stays readable with the reason."""
    require(by, "resolution.strike_fact", fact)
    verification_going_on(fact.verification.clue)
    locked = _standing(fact)
    locked.reason = seal_text(locked, "reason", reason, organ_id=fact.organ_id, what="划去的原因")
    locked.struck_on = on
    locked.save(update_fields=["reason", "struck_on"])
    return locked


def _standing(fact: DatedFact) -> DatedFact:
    locked = DatedFact.objects.select_for_update(of=("self",)).get(pk=fact.pk)
    if locked.struck_on is not None or DatedFact.objects.filter(replaces=locked).exists():
        raise NoLongerStands("这条事实已经更正或者划去，请在现在的那一条上办理。")
    return locked


def _put(
    by: Officer, verification: Verification, facts: FactFacts, on: date, replaces: DatedFact | None = None
) -> DatedFact:
    clue = verification.clue
    _check(verification, facts, on)
    require_discreet(by=by, reports=reports_of(clue.matter), text=facts.text, what="事实")
    fact = DatedFact(verification=verification, replaces=replaces, noted_by_id=by.staff_id, noted_on=on)
    slots = {
        "on": facts.on.written,
        "subject": facts.subject.value if facts.subject else "",
        "text": facts.text.strip(),
    }
    fact.words = seal(organ_id=clue.organ_id, context=text_context(fact, "words"), slots=slots)
    fact.save()
    FactEvidence.objects.bulk_create(
        FactEvidence(fact=fact, evidence_id=each) for each in dict.fromkeys(facts.evidence_ids)
    )
    return fact


def _check(verification: Verification, facts: FactFacts, on: date) -> None:
    if not facts.text.strip():
        raise TextMissing("请填写发生了什么。")
    if len(facts.text) > LONGEST:
        raise TextTooLong(f"一条事实最多{LONGEST}个字，请拆成几条。")
    if facts.on.first > on:
        raise NotHappenedYet("事实发生的日期不得晚于今天，请核对。")
    given = set(facts.evidence_ids)
    if Evidence.objects.filter(verification=verification, pk__in=given).count() != len(given):
        raise NotOfThisVerification("所选的证据不属于这次核实，请重新选择。")
