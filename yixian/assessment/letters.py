"""The letter with which a report leaves: what the clerk says of it, and how the paper reads."""

from dataclasses import dataclass
from datetime import date

from yixian.assessment.enums import TransferKind
from yixian.assessment.papers import transfer_letter
from yixian.protection.officer import Officer
from yixian.regulations.terms import term
from yixian.roster.queries import organ_of
from yixian.toolkit.documents.filling import PaperText

TERM_OF = {
    TransferKind.FORWARD: "forwarded_report_acceptance",
    TransferKind.ASSIGN: "assignment_report",
    TransferKind.HAND_OVER: "petition_transfer",
    TransferKind.REFER_OUT: "petition_acceptance",
}
"""The clock under which the receiver answers; it runs on the report until the answer is recorded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferFacts:
    """Where it goes and what the letter says. ``summary`` is the clerk's own wording, never the letter itself;
    ``telling`` is what the reporter reads of why it goes there.
    """

    kind: TransferKind
    summary: str
    reason: str
    telling: str = ""
    to_organ_id: int | None = None
    to_department_id: int | None = None


def letter_of(by: Officer, facts: TransferFacts, receiver: str, number: str, on: date) -> PaperText:
    """The letter as it would be issued; also what the screen shows before it is."""
    return transfer_letter(
        facts.kind,
        organ=organ_of(by.organ_id).name,
        to=receiver,
        number=number,
        on=on,
        summary=facts.summary,
        reason=facts.reason,
        request=f"请按照{term(TERM_OF[facts.kind]).sentence()}的要求答复本机关。",
    )
