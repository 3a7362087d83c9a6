"""One proposes and another decides: is there somebody else who could, and what they answered."""

from datetime import date
from typing import TypeVar

from yixian.protection.officer import Officer
from yixian.resolution.enums import Decision
from yixian.resolution.models import Disposal, Outcome, VerificationReport
from yixian.roster.enums import Role
from yixian.roster.queries import staff_of
from yixian.trail.refusal import Refusal


class NobodyElseDecides(Refusal):
    """Whoever proposes does not decide, and nobody else here may."""

    key = "nobody_else_decides"


class AlreadyDecided(Refusal):
    """The proposal has been answered."""

    key = "already_decided"


Proposal = TypeVar("Proposal", Disposal, VerificationReport, Outcome)
ANSWER = ("decision", "decided_by", "decided_on")
"""The columns that ``answered`` fills."""


def require_another_decider(by: Officer, organ_id: int) -> None:
    """A chief who is the only one leaves the proposal to the handler, instead of waiting for nobody."""
    if not staff_of(organ_id, Role.CHIEF).exclude(pk=by.staff_id).exists():
        raise NobodyElseDecides(
            "本机构没有其他可以审批的负责人：由您提出，就没有人能够审批。请由承办人提出，再由您审批。"
        )


def answered(proposal: Proposal, *, by: Officer, approved: bool, on: date, what: str) -> Proposal:
    """The row with its clue, locked and with the answer on it; the caller saves. Nothing is answered twice."""
    locked = type(proposal).objects.select_for_update().select_related("clue").get(pk=proposal.pk)
    if locked.decision != Decision.PENDING:
        raise AlreadyDecided(f"{what}已经审批。")
    locked.decision = Decision.APPROVED if approved else Decision.RETURNED
    locked.decided_by_id, locked.decided_on = by.staff_id, on
    return locked
