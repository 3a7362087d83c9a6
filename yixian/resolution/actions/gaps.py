"""证据缺口: what is still wanted; closed by an item of the list, or with a reason."""

from datetime import date

from yixian.assessment.queries import reports_of
from yixian.protection.actions import require, seal
from yixian.protection.officer import Officer
from yixian.protection.texts import LONGEST, TextMissing, TextTooLong, seal_text, text_context
from yixian.reception.actions import require_discreet
from yixian.resolution.actions.evidence import NotOfThisVerification
from yixian.resolution.actions.tasks import DueTooEarly
from yixian.resolution.facts import GapFacts
from yixian.resolution.models import Clue, Evidence, Gap
from yixian.resolution.steps import move
from yixian.resolution.team import verification_going_on
from yixian.resolution.workflow import GAP
from yixian.trail.actions import leaves_trail


@leaves_trail("resolution.note_gap")
def note_gap(*, by: Officer, clue: Clue, facts: GapFacts, on: date) -> Gap:
    """Something is missing, from somebody, by a day."""
    require(by, "resolution.note_gap", clue)
    verification = verification_going_on(clue)
    for words, what in ((facts.wanted, "缺什么"), (facts.holder, "向谁要")):
        if not words.strip():
            raise TextMissing(f"请填写{what}。")
        if len(words) > LONGEST:
            raise TextTooLong(f"{what}最多{LONGEST}个字，请精简。")
    if facts.due_on < on:
        raise DueTooEarly("补齐期限不得早于今天，请重新填写。")
    written = f"{facts.wanted}\n{facts.holder}"
    require_discreet(
        by=by, reports=reports_of(clue.matter), text=written, what="证据缺口", of_the_letter=True
    )
    gap = Gap(verification=verification, due_on=facts.due_on, noted_by_id=by.staff_id, noted_on=on)
    slots = {"wanted": facts.wanted.strip(), "holder": facts.holder.strip()}
    gap.words = seal(organ_id=clue.organ_id, context=text_context(gap, "words"), slots=slots)
    gap.save()
    return gap


@leaves_trail("resolution.fill_gap")
def fill_gap(*, by: Officer, gap: Gap, evidence: Evidence, on: date) -> Gap:
    """What was wanted came: this item of the list."""
    require(by, "resolution.fill_gap", gap)
    verification_going_on(gap.verification.clue)
    if evidence.verification_id != gap.verification_id:
        raise NotOfThisVerification("所选的证据不属于这次核实，请重新选择。")
    return move(GAP, "resolution.fill_gap", gap, evidence=evidence, closed_by_id=by.staff_id, closed_on=on)


@leaves_trail("resolution.drop_gap")
def drop_gap(*, by: Officer, gap: Gap, reason: str, on: date) -> Gap:
    """It cannot be had, or is no longer needed: the reason stands in the file."""
    require(by, "resolution.drop_gap", gap)
    verification_going_on(gap.verification.clue)
    sealed = seal_text(gap, "reason", reason, organ_id=gap.organ_id, what="不再补的原因")
    return move(GAP, "resolution.drop_gap", gap, reason=sealed, closed_by_id=by.staff_id, closed_on=on)
