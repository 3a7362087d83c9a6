"""The receiver's side of a transfer: its own row, and until when it may say that it is not theirs (信访条例 23)."""

from datetime import date
from typing import TYPE_CHECKING

from yixian.assessment.enums import TransferReply
from yixian.regulations.deadlines import due
from yixian.regulations.petition_regulations import OBJECTION_TERM
from yixian.roster.queries import working_calendar
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


class AlreadyHandled(Refusal):
    """The receiver has passed it on or settled it: there is nothing to send back."""

    key = "already_handled"


def copy_of(transfer: "Transfer") -> "Report":
    """The receiver's own row, where its office is here."""
    if transfer.copy is None:
        raise AlreadyHandled("本件没有送到对方在本系统的收件箱，请登记对方的书面答复。")
    return transfer.copy


def last_day_to_object(transfer: "Transfer") -> date:
    """Counted from the day on which it was sent: in one installation it arrives at once."""
    return due(OBJECTION_TERM, transfer.sent_on, working_calendar()).on
