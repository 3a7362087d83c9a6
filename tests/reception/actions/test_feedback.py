"""The result is told, the reporter's word on it recorded, and both sides rated apart."""

import pytest

from tests.reception.township import (
    ANONYMOUS,
    MONDAY,
    TUESDAY,
    WEDNESDAY,
    Township,
    a_letter,
    an_accepted,
    holder_of,
)
from yixian.protection.actions import open_seal
from yixian.protection.permits import NotPermitted
from yixian.reception.actions import (
    RatingFacts,
    Registered,
    give_feedback,
    make_promise,
    open_mailbox,
    rate_handling,
    record_view,
    reopen_report,
    start_clocks,
)
from yixian.reception.actions.feedback import NothingToRate, OnlyByCode, ViewAlreadyRecorded
from yixian.reception.enums import FeedbackWay, Rating, ReporterView, ReportState
from yixian.reception.facts import Missing
from yixian.reception.models import Feedback
from yixian.reception.refusals import TooEarly
from yixian.regulations.duties import Event
from yixian.trail.steps import NotInThisState

MIXED = RatingFacts(unit=Rating.DISSATISFIED, reception=Rating.SATISFIED, reason="路还没修完。")


def told(
    town: Township, registered: Registered, *, way=FeedbackWay.MAILBOX, text="名单已补登公示。"
) -> Feedback:
    return give_feedback(by=town["clerk"], report=registered.report, way=way, text=text, on=WEDNESDAY)


def test_feedback_answers_the_report_and_meets_the_clocks_of_answering(town):
    registered = an_accepted(town)
    make_promise(by=town["clerk"], report=registered.report, on=TUESDAY)
    start_clocks(by=town["clerk"], report=registered.report, event=Event.ACCUSATION_CLOSED, on=TUESDAY)

    told(town, registered, way=FeedbackWay.FACE_TO_FACE)

    met = registered.report.clocks.filter(met_by="reception.give_feedback")
    assert (registered.report.state, registered.report.answered_on) == (ReportState.ANSWERED, WEDNESDAY)
    assert sorted(met.values_list("term_key", flat=True)) == [
        "ordinary_closing",
        "promise",
        "result_feedback",
    ]


def test_the_result_is_read_by_code(town):
    registered = an_accepted(town, ANONYMOUS)
    told(town, registered)

    mailbox = open_mailbox(by=holder_of(registered.code), on=WEDNESDAY)

    assert [(each.label, each.text) for each in mailbox.letters] == [("处理结果", "名单已补登公示。")]
    assert mailbox.may_rate


@pytest.mark.parametrize("way", [FeedbackWay.LETTER, FeedbackWay.FACE_TO_FACE, FeedbackWay.CALL])
def test_nobody_looks_for_an_anonymous_reporter_to_answer(town, way):
    with pytest.raises(OnlyByCode, match="不得查找举报人"):
        told(town, an_accepted(town, ANONYMOUS), way=way)


def test_an_empty_result_is_refused(town):
    with pytest.raises(Missing, match="处理结果"):
        told(town, an_accepted(town), text=" ")


def test_a_report_that_was_not_accepted_is_not_answered(town):
    with pytest.raises(NotInThisState, match="已受理"):
        told(town, a_letter(town))


def test_somebody_elses_report_is_not_answered(town):
    registered = an_accepted(town)

    with pytest.raises(NotPermitted, match="承办人或者纪委书记"):
        give_feedback(
            by=town["handler"], report=registered.report, way=FeedbackWay.MAILBOX, text="好了。", on=WEDNESDAY
        )


def test_an_objection_is_recorded_with_its_explanation(town):
    feedback = told(town, an_accepted(town))

    recorded = record_view(
        by=town["clerk"],
        feedback=feedback,
        view=ReporterView.OBJECTION,
        note="认为金额不对，已逐笔说明。",
        on=WEDNESDAY,
    )

    assert (recorded.view, recorded.viewed_on) == (ReporterView.OBJECTION, WEDNESDAY)
    assert open_seal(by=town["clerk"], seal=recorded.note)["text"] == "认为金额不对，已逐笔说明。"


def test_no_objection_needs_no_note(town):
    recorded = record_view(
        by=town["clerk"],
        feedback=told(town, an_accepted(town)),
        view=ReporterView.NO_OBJECTION,
        note="",
        on=WEDNESDAY,
    )

    assert recorded.note is None


def test_an_objection_without_explanation_is_refused(town):
    with pytest.raises(Missing, match="第二十七条"):
        record_view(
            by=town["clerk"],
            feedback=told(town, an_accepted(town)),
            view=ReporterView.OBJECTION,
            note=" ",
            on=WEDNESDAY,
        )


def test_what_a_reporter_said_is_not_edited(town):
    feedback = told(town, an_accepted(town))
    record_view(by=town["clerk"], feedback=feedback, view=ReporterView.NO_OBJECTION, note="", on=WEDNESDAY)

    with pytest.raises(ViewAlreadyRecorded, match="不作修改"):
        record_view(by=town["clerk"], feedback=feedback, view=ReporterView.OBJECTION, note="改", on=WEDNESDAY)


def test_nobody_objects_before_being_told(town):
    with pytest.raises(TooEarly, match="不得早于反馈日期"):
        record_view(
            by=town["clerk"],
            feedback=told(town, an_accepted(town)),
            view=ReporterView.NO_OBJECTION,
            note="",
            on=MONDAY,
        )


def test_unit_and_reception_are_rated_apart_with_a_sealed_reason(town):
    registered = an_accepted(town)
    told(town, registered)

    rating = rate_handling(by=holder_of(registered.code), rating=MIXED, on=WEDNESDAY)

    assert (rating.unit_rating, rating.reception_rating) == (Rating.DISSATISFIED, Rating.SATISFIED)
    assert open_seal(by=town["clerk"], seal=rating.reason)["text"] == "路还没修完。"


def test_an_answer_is_rated_once(town):
    registered = an_accepted(town)
    told(town, registered)
    rate_handling(by=holder_of(registered.code), rating=MIXED, on=WEDNESDAY)

    with pytest.raises(NothingToRate, match="每次答复评价一次"):
        rate_handling(by=holder_of(registered.code), rating=MIXED, on=WEDNESDAY)


def test_there_is_nothing_to_rate_before_an_answer(town):
    with pytest.raises(NothingToRate, match="答复以后"):
        rate_handling(by=holder_of(an_accepted(town).code), rating=MIXED, on=WEDNESDAY)


def test_an_answer_given_anew_is_rated_anew(town):
    registered = an_accepted(town)
    feedback = told(town, registered)
    rate_handling(by=holder_of(registered.code), rating=MIXED, on=WEDNESDAY)
    record_view(
        by=town["clerk"], feedback=feedback, view=ReporterView.NEW_EVIDENCE, note="又有一本账。", on=WEDNESDAY
    )
    reopen_report(by=town["chief"], report=registered.report, on=WEDNESDAY)
    later = WEDNESDAY.replace(day=20)
    give_feedback(
        by=town["clerk"], report=registered.report, way=FeedbackWay.MAILBOX, text="已核实。", on=later
    )

    rate_handling(by=holder_of(registered.code), rating=MIXED, on=later)

    assert registered.report.ratings.count() == 2


@pytest.mark.parametrize("view", [ReporterView.AWAITED, ReporterView.OBJECTED])
def test_what_only_says_that_nothing_is_settled_is_no_view(town, view):
    feedback = told(town, an_accepted(town))

    with pytest.raises(Missing, match="请选择举报人的意见"):
        record_view(by=town["clerk"], feedback=feedback, view=view, note="", on=WEDNESDAY)
