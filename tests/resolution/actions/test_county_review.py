from dataclasses import replace

import pytest

from tests.reception.township import LETTER, MONDAY, SECRETARY, WEDNESDAY, Township
from tests.resolution.casework import FOUND, an_outcome, concluding, with_team
from tests.resolution.reviewing import CONTENT, WORDS, answered, asked, taken, to_be_filed
from tests.toolkit.files.samples import jpeg
from yixian.protection.actions import NoKey, open_seal
from yixian.protection.permits import NotPermitted
from yixian.protection.texts import TextMissing
from yixian.reception.actions import GivesAway
from yixian.reception.refusals import TooEarly
from yixian.regulations.classes import Outcome as Measure
from yixian.regulations.outcomes import InquiryOutcome
from yixian.resolution.actions import (
    AlreadyInReview,
    CountyOpinion,
    MeasureDoesNotFit,
    NotAnAnswer,
    NothingToReview,
    NotReviewed,
    ProposalDoesNotFit,
    answer_county_review,
    ask_county_review,
    decide_report,
    open_county_paper,
    read_county_review,
    record_county_opinion,
    submit_report,
    take_county_review,
    withdraw_county_review,
)
from yixian.resolution.enums import ClueState, ReviewState
from yixian.resolution.models import Clue, CountyReview
from yixian.resolution.queries import review_by_uid, reviews_received, reviews_waiting
from yixian.roster.actions import declare_kinship
from yixian.roster.enums import Relation
from yixian.toolkit.files import PICTURES, take_in
from yixian.trail.steps import NotInThisState

S = ReviewState


def approve(town: Township, report, approved: bool = True):
    return decide_report(by=town["chief"], report=report, approved=approved, on=WEDNESDAY, note="按县审意见")


def test_a_township_approves_no_case_before_the_county_has_agreed(town):
    report = to_be_filed(town)

    with pytest.raises(NotReviewed, match=r"乡案县审.*《中国共产党纪律检查机关监督执纪工作规则》.*报请县审"):
        approve(town, report)

    assert Clue.objects.get().state == ClueState.REPORTED


def test_once_the_county_has_agreed_the_report_is_approved(town):
    review = answered(town)

    approve(town, review.report)

    assert Clue.objects.get().state == ClueState.CONCLUDING


@pytest.mark.parametrize("answer", [S.MORE, S.DISAGREED])
def test_what_the_county_has_not_agreed_to_is_returned_and_not_approved(town, answer):
    review = answered(town, answer)

    with pytest.raises(NotReviewed, match="报请县审"):
        approve(town, review.report)
    approve(town, review.report, approved=False)

    assert Clue.objects.get().state == ClueState.VERIFYING


def test_nothing_is_decided_while_the_county_reviews(town):
    review = taken(town)

    for approved in (True, False):
        with pytest.raises(NotReviewed, match=r"县纪委审核中.*撤回县审"):
            approve(town, review.report, approved)


def test_what_leads_to_no_case_needs_no_review(town):
    assert concluding(town).state == ClueState.CONCLUDING


def test_the_report_and_the_evidence_go_to_the_county_and_the_reporter_does_not(town):
    review = taken(town)

    told = read_county_review(by=town["county_chief"], review=review)

    assert CONTENT in told["material"]
    assert "低保评议会议记录" in told["material"]
    assert WORDS in told["material"]
    assert [each for each in ("金丝雀", "13800000999") if each in str(told)] == []


def test_the_county_gets_no_key_to_the_letter_or_the_identity(town):
    review = taken(town)
    letter = review.report.clue.matter.links.get().report

    with pytest.raises((NotPermitted, NoKey)):
        open_seal(by=town["county_chief"], seal=letter.account)
    with pytest.raises((NotPermitted, NoKey)):
        open_seal(by=town["county_custodian"], seal=letter.identity)


def test_words_that_name_the_reporter_do_not_leave(town):
    with pytest.raises(GivesAway, match="会暴露举报人"):
        ask_county_review(
            by=town["handler"], report=to_be_filed(town), words="金丝雀姓名反映属实，拟立案", on=WEDNESDAY
        )

    assert CountyReview.objects.count() == 0


def test_before_it_is_taken_only_who_is_reported_is_read(town):
    told = read_county_review(by=town["county_chief"], review=asked(town))

    assert set(told) == {"brief", "opinion"}
    assert "无此人氏（组长）" in told["brief"]
    assert "拟立案" in told["brief"]


def test_only_whoever_took_it_answers(town):
    with pytest.raises(NotPermitted, match="由接审的人本人答复"):
        answered(town, review=asked(town))


@pytest.mark.parametrize("who", ["handler", "chief", "county_clerk", "supervisor"])
def test_nobody_of_the_township_and_nobody_without_the_work_reviews(town, who):
    review = asked(town)

    with pytest.raises(NotPermitted):
        take_county_review(by=town[who], review=review, on=WEDNESDAY)


def test_whoever_at_the_county_is_of_the_reported_side_never_finds_it(town):
    declare_kinship(
        by=town["county_admin"],
        staff=town.staff["county_chief"],
        cadre=town.secretary,
        relation=Relation.SPOUSE,
    )
    review = asked(town, to_be_filed(town, replace(LETTER, reported=(SECRETARY,))))

    assert review_by_uid(town["county_chief"], review.uid) is None
    assert list(reviews_received(town["county_chief"])) == []
    with pytest.raises(NotPermitted):
        take_county_review(by=town["county_chief"], review=review, on=WEDNESDAY)


def test_it_waits_at_the_county_until_it_is_answered(town):
    review = asked(town)
    waiting = [list(reviews_waiting(town["county_chief"]))]
    answered(town, review=taken(town, review))
    waiting.append(list(reviews_waiting(town["county_chief"])))

    assert waiting == [[review], []]
    assert list(reviews_received(town["county_chief"])) == [review]
    assert list(reviews_received(town["county_clerk"])) == []


def test_what_is_withdrawn_is_read_by_the_county_no_more(town):
    review = withdraw_county_review(by=town["handler"], review=taken(town), on=WEDNESDAY)

    with pytest.raises(NotPermitted):
        read_county_review(by=town["county_chief"], review=review)
    with pytest.raises(NoKey):
        open_seal(by=town["county_chief"], seal=review.material)
    assert list(reviews_received(town["county_chief"])) == []


def test_one_review_at_a_time(town):
    review = asked(town)

    with pytest.raises(AlreadyInReview, match="待县纪委接审"):
        asked(town, review.report)


def test_what_was_sent_back_is_asked_again_with_what_was_added(town):
    first = answered(town, S.MORE)

    second = asked(town, first.report)

    assert (second.state, CountyReview.objects.count()) == (S.ASKED, 2)


def test_an_answer_is_one_of_three_and_has_words(town):
    review = taken(town)

    with pytest.raises(NotAnAnswer, match="只有同意、补充核查、不同意"):
        answered(town, S.WITHDRAWN, review)
    with pytest.raises(TextMissing, match="请填写审核意见"):
        answer_county_review(by=town["county_chief"], review=review, answer=S.AGREED, words=" ", on=WEDNESDAY)


def test_an_answer_is_given_once(town):
    review = answered(town)

    with pytest.raises(NotInThisState, match="县审同意"):
        answered(town, S.DISAGREED, review)


def test_the_answer_is_read_by_the_township(town):
    review = answered(town)

    told = read_county_review(by=town["handler"], review=review)

    assert told["opinion"] == "事实清楚，同意立案。"


def paper(**changes) -> CountyOpinion:
    scan = take_in("县审意见.jpg", jpeg(), PICTURES)
    facts = CountyOpinion(
        answer=S.AGREED, words="同意。", number="云纪审〔2026〕5号", dated_on=WEDNESDAY, file=scan
    )
    return replace(facts, **changes)


def test_the_answer_on_paper_is_recorded_with_number_day_and_scan(town):
    review = asked(town, on_paper=True)

    done = record_county_opinion(by=town["handler"], review=review, opinion=paper(), on=WEDNESDAY)

    assert (review.state, done.state, done.paper_number) == (S.ON_PAPER, S.AGREED, "云纪审〔2026〕5号")
    assert open_county_paper(by=town["chief"], review=done).name == "县审意见.jpg"
    approve(town, done.report)
    assert Clue.objects.get().state == ClueState.CONCLUDING


def test_what_was_sent_on_paper_reaches_no_key_of_the_county(town):
    review = asked(town, on_paper=True)

    with pytest.raises(NoKey):
        open_seal(by=town["county_chief"], seal=review.material)


def test_a_paper_of_before_the_asking_is_refused(town):
    review = asked(town, on_paper=True)

    with pytest.raises(TooEarly, match="应当在报审以后"):
        record_county_opinion(by=town["handler"], review=review, opinion=paper(dated_on=MONDAY), on=WEDNESDAY)


def test_a_paper_without_a_number_is_refused(town):
    with pytest.raises(TextMissing, match="请填写县纪委文书的文号"):
        record_county_opinion(
            by=town["handler"], review=asked(town, on_paper=True), opinion=paper(number=" "), on=WEDNESDAY
        )


def test_an_answer_in_the_system_is_not_overwritten_by_a_paper(town):
    with pytest.raises(NotInThisState):
        record_county_opinion(by=town["handler"], review=asked(town), opinion=paper(), on=WEDNESDAY)


def test_a_sanction_that_comes_up_later_is_reviewed_before_it_is_proposed(town):
    clue = concluding(town)
    person = clue.matter.links.get().report.people.get()
    report = clue.reports.get()
    with pytest.raises(MeasureDoesNotFit, match="请先“报请县审”"):
        an_outcome(town, clue, person.pk, measure=Measure.PARTY_WARNING)

    answered(town, review=taken(town, asked(town, report)))
    outcome = an_outcome(town, clue, person.pk, measure=Measure.PARTY_WARNING)

    assert outcome.county_reviewed_on == WEDNESDAY


def test_a_report_that_leads_to_no_case_is_not_sent_before_it_is_approved(town):
    report = submit_report(
        by=town["handler"], clue=with_team(town), content="经查", proposal=FOUND, on=WEDNESDAY
    )

    with pytest.raises(NothingToReview, match="建议立案的核查报告"):
        asked(town, report)


def test_what_follows_an_inquiry_is_not_what_follows_a_verification(town):
    with pytest.raises(ProposalDoesNotFit, match="建议不同"):
        submit_report(
            by=town["handler"],
            clue=with_team(town),
            content="经查",
            proposal=InquiryOutcome.ACCEPTED_ACCOUNT,
            on=WEDNESDAY,
        )
