from dataclasses import replace
from datetime import date

import pytest

from tests.reception.township import ANONYMOUS, MONDAY, MONTH_LATER, TUESDAY, WEDNESDAY, Township, a_letter
from tests.scenes import scene
from yixian.assessment.actions import ClassFacts, classify_report
from yixian.reception.models import Clock, Report
from yixian.reception.refusals import TooEarly
from yixian.regulations.classes import ReportClass, VillageIssue
from yixian.regulations.outcomes import PetitionRound, PetitionRuling
from yixian.resolution.actions import (
    NotThisRound,
    PetitionReviewFacts,
    ask_petition_review,
    decide_petition_review,
)
from yixian.resolution.models import PetitionReview
from yixian.trail.steps import NotInThisState

FIRST, SECOND = PetitionRound.REVIEW, PetitionRound.SECOND_REVIEW


def classify(town: Township, report: Report, as_: ReportClass) -> None:
    issue = VillageIssue.SUBSIDY_FAVOURITISM if as_ is ReportClass.ACCUSATION else None
    facts = ClassFacts(report_class=as_, main_issue=issue)
    classify_report(by=town["clerk"], report=report, facts=facts, on=TUESDAY)


@scene
def a_petition(town: Township) -> Report:
    report = a_letter(town, ANONYMOUS).report
    classify(town, report, ReportClass.OUT_OF_SCOPE)
    return report


def asked(town: Township, report: Report, which: PetitionRound = FIRST, **changes) -> PetitionReview:
    facts = PetitionReviewFacts(
        round=which, organ="云溪县民政局", request="认为收入计算有误", served_on=MONDAY, asked_on=TUESDAY
    )
    return ask_petition_review(by=town["chief"], report=report, facts=replace(facts, **changes), on=WEDNESDAY)


def decided(town: Township, review: PetitionReview) -> PetitionReview:
    return decide_petition_review(
        by=town["chief"], review=review, ruling=PetitionRuling.UPHELD, words="维持原意见。", on=MONTH_LATER
    )


def clock(report: Report, key: str) -> Clock:
    return Clock.objects.get(report=report, term_key=key)


def test_a_review_has_thirty_days_from_the_request_and_its_decision_meets_them(town):
    report = a_petition(town)
    review = asked(town, report)
    running = clock(report, "petition_review_decision")

    decided(town, review)

    assert (running.started_on, running.due_on) == (TUESDAY, date(2026, 4, 2))
    assert clock(report, "petition_review_decision").met_by == "resolution.decide_petition_review"


def test_a_second_review_comes_after_the_decided_first_and_has_its_own_clock(town):
    report = a_petition(town)
    first = asked(town, report)

    with pytest.raises(NotThisRound, match="请先登记复查"):
        asked(town, report, SECOND)
    decided(town, first)
    second = ask_petition_review(
        by=town["chief"],
        report=report,
        facts=PetitionReviewFacts(
            round=SECOND,
            organ="云溪县人民政府",
            request="仍然不服",
            served_on=MONTH_LATER,
            asked_on=MONTH_LATER,
        ),
        on=MONTH_LATER,
    )

    assert clock(report, "petition_second_review_decision").due_on == date(2026, 5, 7)
    assert not second.ends_it


def test_after_the_second_review_it_is_at_its_end(town):
    report = a_petition(town)
    decided(town, asked(town, report))
    facts = PetitionReviewFacts(
        round=SECOND,
        organ="云溪县人民政府",
        request="仍然不服",
        served_on=MONTH_LATER,
        asked_on=MONTH_LATER,
    )
    last = ask_petition_review(by=town["chief"], report=report, facts=facts, on=MONTH_LATER)

    ended = decided(town, last)

    assert ended.ends_it
    with pytest.raises(NotThisRound, match=r"不再受理.*第三十六条"):
        ask_petition_review(by=town["chief"], report=report, facts=facts, on=MONTH_LATER)


def test_an_accusation_has_no_review_of_petitions(town):
    report = a_letter(town).report
    classify(town, report, ReportClass.ACCUSATION)

    with pytest.raises(NotThisRound, match="登记举报人意见"):
        asked(town, report)


def test_days_go_forward(town):
    with pytest.raises(TooEarly, match="核对日期"):
        asked(town, a_petition(town), served_on=WEDNESDAY)


def test_it_is_decided_once(town):
    done = decided(town, asked(town, a_petition(town)))

    with pytest.raises(NotInThisState, match="已作出意见"):
        decided(town, done)
