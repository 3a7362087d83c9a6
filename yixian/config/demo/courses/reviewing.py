"""What a report proposes, and 乡案县审 of what is to end in a sanction."""

from datetime import date
from typing import TYPE_CHECKING

from yixian.config.demo.courses.work import Work
from yixian.config.demo.schedule import Steps, after
from yixian.regulations.classes import Outcome as Measure
from yixian.regulations.outcomes import InquiryOutcome, OutcomeFamily, VerificationOutcome
from yixian.resolution.actions import answer_county_review, ask_county_review, take_county_review
from yixian.resolution.enums import ClueState, ReviewState

if TYPE_CHECKING:
    from yixian.resolution.models import Clue, VerificationReport

SANCTIONED = (OutcomeFamily.PARTY, OutcomeFamily.PUBLIC_OFFICE)


def proposal_of(work: Work, clue: "Clue") -> InquiryOutcome | VerificationOutcome:
    """By what is to become of the people: a sanction needs a case."""
    measures = {each.measure for each in work.script.reported}
    acted = bool(measures - {Measure.NONE})
    if clue.state == ClueState.INQUIRY:
        return InquiryOutcome.REMINDER_TALK if acted else InquiryOutcome.ACCEPTED_ACCOUNT
    if any(each.family in SANCTIONED for each in measures):
        return VerificationOutcome.FILE_CASE
    return VerificationOutcome.REMINDER_TALK if acted else VerificationOutcome.CLOSE


def county_review(work: Work, written: "VerificationReport", day: date) -> Steps:
    county = work.cast["xian.shuji"]
    review = ask_county_review(
        by=work.handler, report=written, words="事实已经查清，拟立案，请审核。", on=day
    )
    day = yield after(day, 2)
    review = take_county_review(by=county, review=review, on=day)
    day = yield after(day, 3)
    words = "事实清楚，证据确实充分，同意立案。处分档次按照规定报批，退缴款项及时入账。"
    answer_county_review(by=county, review=review, answer=ReviewState.AGREED, words=words, on=day)
    return day
