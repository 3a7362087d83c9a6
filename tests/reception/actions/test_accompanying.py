"""陪访、代办: with consent, never to the reported, with the other office's answer and what the person says of it."""

from dataclasses import replace

import pytest

from tests.reception.meetings import (
    FRIDAY,
    MONDAY,
    THURSDAY,
    WEDNESDAY,
    a_report,
    an_accompaniment,
    an_answered,
)
from tests.reception.township import LETTER, REPORTER, SECRETARY, an_accepted
from yixian.reception.actions import (
    GivesAway,
    OfficeAnswer,
    drop_accompaniment,
    note_answer_view,
    note_office_answer,
    read_meeting,
    record_accompaniment,
)
from yixian.reception.actions.accompanying import GoesToTheReported
from yixian.reception.enums import AccompanimentState, AnswerView
from yixian.reception.facts import Missing
from yixian.reception.models import Accompaniment
from yixian.reception.refusals import ReportedSide, TooEarly
from yixian.trail.steps import NotInThisState


def test_from_consent_to_what_the_person_says_of_the_answer(town):
    answered = an_answered(town, a_report(town).report)

    told = note_answer_view(by=town["clerk"], accompaniment=answered, view=AnswerView.NOT_ACCEPTS, on=FRIDAY)

    assert (told.state, told.view, told.viewed_on) == (AccompanimentState.TOLD, "not_accepts", FRIDAY)
    assert read_meeting(by=town["clerk"], meeting=told) == {
        "office": "云溪县民政局",
        "task": "查询低保审批的时间和依据",
        "asked": "复制了审批表。",
        "answered_by": "救助科",
        "answer": "名单已经在县网站公示。",
    }


def test_nothing_of_it_is_readable(town):
    an_answered(town, a_report(town).report)

    kept = str(Accompaniment.objects.values().get())

    assert [word for word in ("民政", "审批", "救助科", "公示") if word in kept] == []


@pytest.mark.parametrize("office", ["柳湾村村民委员会", "柳湾村 村民委员会"])
def test_nobody_is_taken_to_the_office_that_is_reported(town, office):
    report = an_accepted(town, replace(LETTER, reported=(SECRETARY,))).report

    with pytest.raises(GoesToTheReported):
        an_accompaniment(town, report, office=office)


def test_nobody_of_the_reported_side_goes_along(town):
    report = an_accepted(town, replace(LETTER, reported=(SECRETARY,))).report

    with pytest.raises(ReportedSide):
        an_accompaniment(town, report, goer_id=town.staff["relative"].pk)


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"consented_on": WEDNESDAY}, TooEarly),
        ({"consented_on": MONDAY.replace(day=1)}, TooEarly),
        ({"office": ""}, Missing),
        ({"task": f"替{REPORTER.name}查询"}, GivesAway),
    ],
)
def test_a_plan_that_cannot_stand_is_refused(town, changes, refusal):
    with pytest.raises(refusal):
        an_accompaniment(town, a_report(town).report, **changes)


@pytest.mark.parametrize("went_on", [MONDAY, THURSDAY])
def test_one_goes_after_the_consent_and_not_in_the_future(town, went_on):
    planned = an_accompaniment(town, a_report(town).report)

    with pytest.raises(TooEarly):
        record_accompaniment(
            by=town["clerk"], accompaniment=planned, went_on=went_on, asked="问了。", on=WEDNESDAY
        )


def test_an_answer_comes_after_somebody_went(town):
    planned = an_accompaniment(town, a_report(town).report)
    answer = OfficeAnswer(answered_on=WEDNESDAY, answered_by="救助科", answer="已公示。")

    with pytest.raises(NotInThisState):
        note_office_answer(by=town["clerk"], accompaniment=planned, answer=answer, on=WEDNESDAY)


@pytest.mark.parametrize("answered_on", [MONDAY, FRIDAY])
def test_an_answer_has_a_day_that_can_be(town, answered_on):
    gone = record_accompaniment(
        by=town["clerk"],
        accompaniment=an_accompaniment(town, a_report(town).report),
        went_on=WEDNESDAY,
        asked="问了。",
        on=WEDNESDAY,
    )
    answer = OfficeAnswer(answered_on=answered_on, answered_by="救助科", answer="已公示。")

    with pytest.raises(TooEarly):
        note_office_answer(by=town["clerk"], accompaniment=gone, answer=answer, on=THURSDAY)


def test_what_is_dropped_is_over(town):
    dropped = drop_accompaniment(
        by=town["clerk"], accompaniment=an_accompaniment(town, a_report(town).report), on=WEDNESDAY
    )

    with pytest.raises(NotInThisState):
        record_accompaniment(
            by=town["clerk"], accompaniment=dropped, went_on=WEDNESDAY, asked="问了。", on=WEDNESDAY
        )
