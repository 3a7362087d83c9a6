"""函询: by when a letter is to be answered, and the report's clock that follows the letter due first."""

from datetime import date

from yixian.assessment.queries import first_report_of
from yixian.protection.officer import Officer
from yixian.reception.actions import meet_clock, start_clocks
from yixian.regulations.deadlines import DueDate, due
from yixian.regulations.discipline_enforcement import INQUIRY_REPLY_TERM
from yixian.regulations.duties import Event
from yixian.resolution.enums import ClueState, InquiryState
from yixian.resolution.models import Clue, Inquiry
from yixian.roster.queries import working_calendar
from yixian.trail.refusal import Refusal


class NotInquiring(Refusal):
    """The clue is not under 谈话函询."""

    key = "not_inquiring"


def require_inquiring(clue: Clue) -> None:
    """Refuse what belongs to a 谈话函询 alone."""
    if clue.state != ClueState.INQUIRY:
        raise NotInquiring("该线索不在谈话函询中。")


def reply_due(served_on: date) -> DueDate:
    """The last day on which a letter received on this day is answered, by the calendar as it is known now."""
    return due(INQUIRY_REPLY_TERM, served_on, working_calendar())


def in_term(clue: Clue, on: date) -> list[Inquiry]:
    """The letters that were received and may still be answered in time."""
    served = clue.inquiries.filter(state=InquiryState.SERVED).order_by("served_on", "pk")
    return [each for each in served if each.served_on and on <= reply_due(each.served_on).on]


def follow_reply(by: Officer, clue: Clue, on: date) -> None:
    """After a reply: its clock is met; another letter's runs from its own receipt, and where none is left the clock of
    the situation report starts.
    """
    report = first_report_of(clue.matter)
    act = "resolution.record_inquiry_reply"
    meet_clock(by=by, report=report, term_key=INQUIRY_REPLY_TERM.key, act=act, on=on)
    waiting = clue.inquiries.filter(state=InquiryState.SERVED).order_by("served_on", "pk").first()
    if waiting is not None and waiting.served_on:
        start_clocks(by=by, report=report, event=Event.INQUIRY_SERVED, on=waiting.served_on)
    elif clue.state == ClueState.INQUIRY:
        start_clocks(by=by, report=report, event=Event.INQUIRY_ENDED, on=on)
