"""Until when a receiver may say that a transfer is not theirs (信访条例 23)."""

from datetime import date
from typing import TYPE_CHECKING

from yixian.regulations.deadlines import due
from yixian.regulations.petition_regulations import OBJECTION_TERM
from yixian.roster.queries import working_calendar

if TYPE_CHECKING:
    from yixian.assessment.models import Transfer


def last_day_to_object(transfer: "Transfer") -> date:
    """Counted from the day on which it was sent: in one installation it arrives at once."""
    return due(OBJECTION_TERM, transfer.sent_on, working_calendar()).on
