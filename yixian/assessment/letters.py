"""The letter with which a report leaves: what the clerk says of it, and how the paper reads."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from yixian.assessment.enums import SupervisionKind, SupervisionWay, TransferKind, TransferReply
from yixian.protection.officer import Officer
from yixian.reception.actions import FilledPaper, fill_paper, words_of_office
from yixian.reception.enums import PassageState
from yixian.regulations.accusation_rules import ASSIGNMENT_ARTICLES
from yixian.regulations.duties import Event, clocks_started_by
from yixian.regulations.terms import term

if TYPE_CHECKING:
    from yixian.assessment.models import Transfer

EVENT_OF = {
    TransferKind.FORWARD: Event.FORWARDED_TO_US,
    TransferKind.ASSIGN: Event.ASSIGNED_TO_US,
    TransferKind.HAND_OVER: Event.PETITION_RECEIVED,
    TransferKind.REFER_OUT: Event.PETITION_FOR_US,
}
"""What the sending is for the receiver."""

TERM_OF = {kind: clocks_started_by(event, real_name=False)[0] for kind, event in EVENT_OF.items()}
"""The clock under which the receiver answers; it runs on the report until the answer is recorded."""


SUPERVISION_PAPERS = {SupervisionKind.SUPERVISE: "supervision", SupervisionKind.CHASE: "chase"}
"""催办 and 督办 share a series of numbers, and each has its own title."""

PASSAGE_OF = {
    TransferReply.PENDING: PassageState.SENT,
    TransferReply.OBJECTED: PassageState.SETTLING,
    TransferReply.UPHELD: PassageState.SENT,
    TransferReply.ACCEPTED: PassageState.TAKEN,
    TransferReply.REPORTED: PassageState.REPORTED,
}
"""What whoever reported reads of it; what was sent back is no longer away."""


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
    to_partner_id: int | None = None


def letter_of(by: Officer, facts: TransferFacts, receiver: str, number: str, on: date) -> FilledPaper:
    """The letter as it would be issued, in the office's own wording; also what the screen shows before it is."""
    values = {
        **words_of_office(by.organ_id),
        "文号": number,
        "发文日期": on,
        "转送方式": facts.kind.label,
        "受文单位": receiver,
        "反映问题": facts.summary.strip(),
        "原因": facts.reason.strip(),
        "答复要求": f"请按照{term(TERM_OF[facts.kind]).sentence()}的要求答复本机关。",
    }
    return fill_paper(by.organ_id, facts.kind.value, values)


@dataclass(frozen=True, slots=True, kw_only=True)
class SupervisionFacts:
    """What is asked, how, and until when. ``words`` are the office's own, never the letter's."""

    kind: SupervisionKind
    way: SupervisionWay
    words: str
    due_on: date


def supervision_letter(
    by: Officer, transfer: "Transfer", facts: SupervisionFacts, number: str, on: date
) -> FilledPaper:
    """The letter as it would be issued; also what the screen shows before it is."""
    values = {
        **words_of_office(by.organ_id),
        "文号": number,
        "发文日期": on,
        "受文单位": transfer.receiver,
        "转办文号": f"本机关以{transfer.letter_number}{transfer.get_kind_display()}",
        "督办种类": facts.kind.label,
        "督办方式": facts.way.label,
        "督办要求": facts.words.strip(),
        "答复期限": facts.due_on,
        "督办依据": ASSIGNMENT_ARTICLES.cite(),
    }
    return fill_paper(by.organ_id, SUPERVISION_PAPERS[facts.kind], values)
