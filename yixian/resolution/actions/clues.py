"""登记线索与处置: every clue has a code, one of the four disposals, and two people for each decision."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from yixian.assessment.enums import MatterState
from yixian.assessment.queries import first_report_of, reports_of
from yixian.protection.actions import require
from yixian.protection.officer import Officer
from yixian.protection.texts import seal_text, seal_text_if_any
from yixian.reception.actions import meet_clock, require_discreet, start_clocks
from yixian.reception.numbering import next_number
from yixian.regulations.classes import Disposal as DisposalKind
from yixian.regulations.discipline_enforcement import (
    DISPOSAL_PROPOSAL_TERM,
    INQUIRY_REPLY_TERM,
)
from yixian.regulations.duties import Event
from yixian.resolution.deciders import ANSWER, answered, require_another_decider
from yixian.resolution.elsewhere import require_here
from yixian.resolution.inquiring import in_term, require_inquiring
from yixian.resolution.models import Clue, Disposal
from yixian.resolution.steps import take_step
from yixian.trail.actions import leaves_trail
from yixian.trail.refusal import Refusal

if TYPE_CHECKING:
    from yixian.assessment.models import Matter

SERIES = "clue"
STEP_OF = {
    DisposalKind.TALK_OR_INQUIRY: "resolution.decide_on_inquiry",
    DisposalKind.PRELIMINARY_VERIFICATION: "resolution.decide_on_verification",
    DisposalKind.HELD_PENDING: "resolution.decide_to_hold",
    DisposalKind.CLOSED: "resolution.decide_to_close",
}


class RecheckMissing(Refusal):
    """What is held pending is looked at again on a day."""

    key = "recheck_missing"


class ReplyMayCome(Refusal):
    """A letter was received, and its term still runs."""

    key = "reply_may_come"


@dataclass(frozen=True, slots=True, kw_only=True)
class DisposalFacts:
    """``recheck_on`` belongs to 暂存待查 alone."""

    disposal: DisposalKind
    reason: str
    recheck_on: date | None = None


class MatterClosed(Refusal):
    """No clue is opened in a matter that is closed or archived."""

    key = "matter_closed"


@leaves_trail("resolution.open_clue")
def open_clue(*, by: Officer, matter: "Matter", questions: str, on: date) -> Clue:
    """Enter a clue in the ledger. ``questions`` is what is to be found out, never the letter; the clock of
    the disposal proposal starts on the matter's first report.
    """
    require(by, "resolution.open_clue", matter)
    if matter.state != MatterState.OPEN:
        raise MatterClosed(f"事项{matter.number}{matter.get_state_display()}，不能再登记线索。")
    require_here(matter)
    require_discreet(
        by=by, reports=reports_of(matter), text=questions, what="需要核实的问题", of_the_letter=True
    )
    number = next_number(organ_id=matter.organ_id, series=SERIES, year=on.year)
    clue = Clue(matter=matter, organ_id=matter.organ_id, code=f"线{on.year}-{number:04d}", received_on=on)
    clue.summary = seal_text(clue, "summary", questions, organ_id=clue.organ_id, what="需要核实的问题")
    clue.save()
    start_clocks(by=by, report=first_report_of(matter), event=Event.CLUE_RECEIVED, on=on)
    return clue


@leaves_trail("resolution.propose_disposal")
def propose_disposal(*, by: Officer, clue: Clue, facts: DisposalFacts, on: date) -> Disposal:
    """Propose one of the four; the clock of the proposal is met."""
    require(by, "resolution.propose_disposal", clue)
    require_another_decider(by, clue.organ_id)
    _check_recheck(facts, on)
    moved = take_step("resolution.propose_disposal", clue)
    proposal = Disposal(
        clue=moved,
        disposal=facts.disposal,
        recheck_on=facts.recheck_on,
        proposed_by_id=by.staff_id,
        proposed_on=on,
    )
    proposal.reason = seal_text(proposal, "reason", facts.reason, organ_id=clue.organ_id, what="处置理由")
    proposal.save()
    _meet(by, moved, DISPOSAL_PROPOSAL_TERM.key, "resolution.propose_disposal", on)
    return proposal


def _check_recheck(facts: DisposalFacts, on: date) -> None:
    held = facts.disposal is DisposalKind.HELD_PENDING
    if held and (facts.recheck_on is None or facts.recheck_on <= on):
        raise RecheckMissing("暂存待查须填写今后的复查日期，到期重新研判。")
    if not held and facts.recheck_on is not None:
        raise RecheckMissing("只有暂存待查填写复查日期。")


@leaves_trail("resolution.decide_disposal")
def decide_disposal(*, by: Officer, disposal: Disposal, approved: bool, on: date, note: str = "") -> Disposal:
    """Approve, and the clue moves to where the disposal leads; or return it to be proposed anew."""
    step = STEP_OF[DisposalKind(disposal.disposal)] if approved else "resolution.return_disposal"
    require(by, step, disposal)
    locked = answered(disposal, by=by, approved=approved, on=on, what="这份处置意见")
    locked.note = seal_text_if_any(locked, "note", note, organ_id=locked.organ_id, what="审批意见")
    locked.save(update_fields=[*ANSWER, "note"])
    locked.clue = take_step(step, locked.clue)
    return locked


@leaves_trail("resolution.end_inquiry")
def end_inquiry(*, by: Officer, clue: Clue, on: date) -> Clue:
    """The talks ended, or the term of a letter ran out without a reply; the clock of the situation report starts."""
    require(by, "resolution.end_inquiry", clue)
    require_inquiring(clue)
    if waiting := in_term(clue, on):
        raise ReplyMayCome(
            f"{waiting[0]}还在回复期限内，收到回复请先“登记函询回复”；期满没有回复的，再登记结束。"
        )
    _meet(by, clue, INQUIRY_REPLY_TERM.key, "resolution.end_inquiry", on)
    start_clocks(by=by, report=first_report_of(clue.matter), event=Event.INQUIRY_ENDED, on=on)
    return clue


@leaves_trail("resolution.turn_to_verification")
def turn_to_verification(*, by: Officer, clue: Clue, on: date) -> Clue:
    """What the inquiry brought has to be verified."""
    require(by, "resolution.turn_to_verification", clue)
    return take_step("resolution.turn_to_verification", clue)


def _meet(by: Officer, clue: Clue, term_key: str, act: str, on: date) -> None:
    meet_clock(by=by, report=first_report_of(clue.matter), term_key=term_key, act=act, on=on)
