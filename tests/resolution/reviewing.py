"""乡案县审, each step as one call: 青禾镇 asks, 云溪县 answers."""

from tests.reception.township import LETTER, WEDNESDAY, Township
from tests.resolution.casework import with_team
from tests.resolution.verifying import an_item
from tests.scenes import scene
from yixian.regulations.outcomes import VerificationOutcome
from yixian.resolution.actions import (
    answer_county_review,
    ask_county_review,
    submit_report,
    take_county_review,
)
from yixian.resolution.enums import ReviewState
from yixian.resolution.models import CountyReview, VerificationReport

WORDS = "拟立案，给予党内警告处分。"
CONTENT = "经查，名单未公示，组长多报两户。"


@scene
def to_be_filed(town: Township, facts=LETTER) -> VerificationReport:
    """A report of verification that proposes 立案, with one item of evidence."""
    clue = with_team(town, facts)
    an_item(town, clue)
    return submit_report(
        by=town["handler"],
        clue=clue,
        content=CONTENT,
        proposal=VerificationOutcome.FILE_CASE,
        on=WEDNESDAY,
    )


@scene
def asked(town: Township, report: VerificationReport | None = None, **how) -> CountyReview:
    found = report or to_be_filed(town)
    return ask_county_review(by=town["handler"], report=found, words=WORDS, on=WEDNESDAY, **how)


@scene
def taken(town: Township, review: CountyReview | None = None) -> CountyReview:
    found = review or asked(town)
    return take_county_review(by=town["county_chief"], review=found, on=WEDNESDAY)


@scene
def answered(
    town: Township, answer: ReviewState = ReviewState.AGREED, review: CountyReview | None = None
) -> CountyReview:
    return answer_county_review(
        by=town["county_chief"],
        review=review or taken(town),
        answer=answer,
        words="事实清楚，同意立案。",
        on=WEDNESDAY,
    )
