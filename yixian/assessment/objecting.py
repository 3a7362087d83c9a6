"""The receiver's side of a transfer: its own row, and until when it may say that it is not theirs (信访条例 23)."""

from datetime import date
from typing import TYPE_CHECKING

from yixian.assessment.enums import TransferReply
from yixian.reception.enums import ReportState
from yixian.regulations.deadlines import due
from yixian.regulations.petition_regulations import OBJECTION_TERM
from yixian.roster.queries import working_calendar
from yixian.toolkit.documents.filling import say
from yixian.trail.refusal import Refusal

if TYPE_CHECKING:
    from yixian.assessment.models import Transfer
    from yixian.reception.models import Report

STILL_THEIRS = (
    TransferReply.PENDING,
    TransferReply.UPHELD,
    TransferReply.ACCEPTED,
    TransferReply.REPORTED,
)
"""In which the receiver may be asked after it; not while its objection waits, nor once it went back."""


STILL_HERE = (ReportState.RECEIVED, ReportState.REGISTERED, ReportState.ACCEPTED)
"""In which the receiver's row may still be sent back."""


class ObjectionTooLate(Refusal):
    """More than the working days that the regulations give have passed."""

    key = "objection_too_late"


class AlreadyHandled(Refusal):
    """The receiver has passed it on or settled it: there is nothing to send back."""

    key = "already_handled"


def copy_of(transfer: "Transfer") -> "Report":
    """The receiver's own row, where its office is here."""
    if transfer.copy is None:
        raise AlreadyHandled("本件没有送到对方在本系统的收件箱，请登记对方的书面答复。")
    return transfer.copy


def last_day_to_object(transfer: "Transfer") -> date:
    """Counted from the day on which it arrived: in one installation that on which it was sent."""
    return due(OBJECTION_TERM, transfer.arrived_on or transfer.sent_on, working_calendar()).on


def too_late(arrived_on: date, last: date) -> str:
    """Why an objection is heard no more, and what to do instead."""
    rule = f"{OBJECTION_TERM.sentence()}（{OBJECTION_TERM.source.cite()}）"
    return (
        f"提出异议已经超过期限：{rule}。本件{say(arrived_on)}转来，最迟应当在{say(last)}提出。"
        "请接收办理；确实不归本机关的，与转来的机关协商，或者提请信访工作联席会议协调。"
    )
