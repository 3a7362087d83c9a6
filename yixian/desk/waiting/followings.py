"""What an outcome left to be done: a letter to a unit, a case handed on, a name to be cleared."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from yixian.assessment.queries import hidden_matters
from yixian.desk.waiting.line import Waiting, on_clue
from yixian.protection.officer import Officer
from yixian.protection.queries import may
from yixian.resolution.enums import AdviceState
from yixian.resolution.queries import (
    advice_waiting,
    clearings_pending,
    clearings_to_do,
    clue_ledger,
    inquiries_waiting,
    receipts_awaited,
    reply_due,
)

if TYPE_CHECKING:
    from yixian.resolution.models import Inquiry


def followings(officer: Officer, on: date) -> Iterator[Waiting]:
    """The chief decides on what another proposed; the rest is for whoever handles the clue."""
    if not may(officer, "resolution.read_clue"):
        return
    met = clue_ledger(officer.organ_id, hidden=hidden_matters(officer), member=officer.staff_id)
    for each in clearings_pending(met):
        if may(officer, "resolution.decide_clarification", each):
            yield on_clue("审批澄清", each.clue, each.proposed_by.name, each.proposed_on)
    for row in clearings_to_do(met):
        yield from _theirs(officer, "resolution.carry_out_clarification", row, "办理澄清", row.decided_on)
    for sent in advice_waiting(met, on):
        if sent.state == AdviceState.ANSWERED:
            act, what, since = "resolution.check_recommendation", "核对建议书的整改", sent.answered_on
        else:
            act, what, since = "resolution.answer_recommendation", "催要建议书的回复", sent.due_on
        yield from _theirs(officer, act, sent, what, since)
    for asked in inquiries_waiting(met):
        yield from _inquiry(officer, asked, on)
    for handed in receipts_awaited(met):
        yield from _theirs(
            officer, "resolution.note_case_receipt", handed, "登记移交立案的回执", handed.handed_on
        )


def _inquiry(officer: Officer, row: "Inquiry", on: date) -> Iterator[Waiting]:
    """A letter to be delivered; a reply that is late, since the day after its last."""
    if row.served_on is None:
        yield from _theirs(officer, "resolution.serve_inquiry", row, "送达函询通知书", row.issued_on)
    elif (last := reply_due(row.served_on).on) < on:
        yield from _theirs(officer, "resolution.record_inquiry_reply", row, "催要函询的回复", last)


def _theirs(officer: Officer, act: str, row: Any, what: str, since: date | None) -> Iterator[Waiting]:
    if may(officer, act, row):
        yield on_clue(what, row.clue, "", since)
