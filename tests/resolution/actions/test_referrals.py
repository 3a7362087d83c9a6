import pytest

from tests.reception.township import MONDAY, MONTH_LATER, WEDNESDAY
from tests.resolution.casework import TWO_PEOPLE, concluding
from tests.resolution.following import handed_on
from tests.resolution.reviewing import answered
from tests.scenes import scene
from yixian.protection.actions import open_seal
from yixian.reception.actions import GivesAway
from yixian.reception.refusals import TooEarly
from yixian.resolution.actions import (
    HandedOnAlready,
    NotOfThisMatter,
    NotReviewed,
    decide_report,
    note_case_receipt,
)
from yixian.resolution.enums import ReferralState
from yixian.resolution.models import Clue, Referral
from yixian.trail.steps import NotInThisState


@scene
def to_be_handed(town) -> Clue:
    review = answered(town)
    return decide_report(by=town["chief"], report=review.report, approved=True, on=WEDNESDAY).clue


def test_a_case_is_handed_on_and_its_receipt_comes_back(town):
    handed = handed_on(town, to_be_handed(town))

    done = note_case_receipt(
        by=town["handler"],
        referral=handed,
        received_on=WEDNESDAY,
        receipt_number="云纪收〔2026〕9号",
        on=MONTH_LATER,
    )

    assert (handed.state, done.state) == (ReferralState.HANDED, ReferralState.RECEIVED)
    assert open_seal(by=town["chief"], seal=done.words)["receiver"] == "云溪县纪委监委审查调查室"


def test_a_township_hands_on_no_case_that_the_county_has_not_seen(town):
    with pytest.raises(NotReviewed, match="乡案县审"):
        handed_on(town, concluding(town))


def test_each_person_is_handed_on_once(town):
    clue = to_be_handed(town)
    handed_on(town, clue)

    with pytest.raises(HandedOnAlready):
        handed_on(town, clue)


def test_only_somebody_reported_in_the_matter_is_handed_on(town):
    clue = to_be_handed(town)
    other = concluding(town, TWO_PEOPLE).matter.links.get().report.people.first()

    with pytest.raises(NotOfThisMatter):
        handed_on(town, clue, person_id=other.pk)


def test_what_is_handed_over_names_no_reporter(town):
    with pytest.raises(GivesAway):
        handed_on(town, to_be_handed(town), handed="举报人金丝雀姓名的信一封")

    assert Referral.objects.count() == 0


def test_a_receipt_is_not_older_than_the_handing_over_and_comes_once(town):
    handed = handed_on(town, to_be_handed(town))
    given = {"by": town["handler"], "receipt_number": "", "on": MONTH_LATER}

    with pytest.raises(TooEarly):
        note_case_receipt(referral=handed, received_on=MONDAY, **given)
    note_case_receipt(referral=handed, received_on=WEDNESDAY, **given)
    with pytest.raises(NotInThisState):
        note_case_receipt(referral=handed, received_on=WEDNESDAY, **given)
