"""What the holder of a code does besides writing, and what each of these acts refuses."""

import pytest

from tests.reception.township import (
    TUESDAY,
    WEDNESDAY,
    Township,
    a_letter,
    a_web_report,
    an_accepted,
    holder_of,
)
from tests.scenes import scene
from yixian.protection.enums import RecusalGround
from yixian.protection.officer import Reporter
from yixian.protection.permits import NotPermitted
from yixian.protection.queries import open_alerts
from yixian.reception.actions import (
    Registered,
    accept_hand_over,
    answer_question,
    ask_recusal_by_code,
    give_feedback,
    give_view,
    hand_over,
    open_mailbox,
    record_view,
    reopen_report,
    rule_on_objection,
    settle_recusal_request,
    take_back_withdrawal,
    withdraw_report,
    write_to_reporter,
)
from yixian.reception.actions.by_code import (
    BelongsAbove,
    NobodyHandlesIt,
    NoSuchQuestion,
    NothingToJudge,
    NotWithdrawn,
)
from yixian.reception.actions.feedback import NotTheirView
from yixian.reception.actions.settling import AlreadySettled
from yixian.reception.enums import FeedbackWay, HandOverReason, MessageKind, ReporterView, ReportState
from yixian.reception.facts import Missing
from yixian.reception.models import Feedback, RecusalRequest, Report


@scene
def answered(town: Township) -> tuple[Registered, Feedback]:
    registered = an_accepted(town)
    way, text = FeedbackWay.MAILBOX, "名单已补登公示。"
    told = give_feedback(by=town["clerk"], report=registered.report, way=way, text=text, on=TUESDAY)
    return registered, told


def asked(by: Reporter, *, handler: bool = True) -> RecusalRequest:
    ground, text = RecusalGround.RELATIVE, "他们是亲戚。"
    return ask_recusal_by_code(by=by, handler=handler, ground=ground, text=text, on=WEDNESDAY)


def test_an_answer_points_to_its_question(town):
    registered = a_letter(town)
    question = write_to_reporter(
        by=town["clerk"], report=registered.report, text="哪一年？", on=TUESDAY, kind=MessageKind.QUESTION
    )
    by = holder_of(registered.code)

    answer = answer_question(by=by, number=1, text="二〇二四年。", on=WEDNESDAY)

    letters = open_mailbox(by=by, on=WEDNESDAY).letters
    assert answer.answers == question
    assert [(each.question, each.answered_on) for each in letters] == [(1, WEDNESDAY), (0, None)]


@pytest.mark.parametrize("number", [0, 1, 2])
def test_no_question_of_that_number_is_answered(town, number):
    by = holder_of(a_letter(town).code)

    with pytest.raises(NoSuchQuestion, match="补充情况"):
        answer_question(by=by, number=number, text="二〇二四年。", on=WEDNESDAY)


def test_an_objection_starts_the_clock_of_its_explanation(town):
    registered, told = answered(town)

    give_view(by=holder_of(registered.code), view=ReporterView.OBJECTED, text="账不全。", on=WEDNESDAY)
    running = registered.report.clocks.get(met_on__isnull=True, term_key="objection_explanation")
    rule_on_objection(by=town["chief"], feedback=_now(told), upheld=False, reason="已补。", on=WEDNESDAY)

    running.refresh_from_db()
    assert (running.started_on, running.met_by) == (WEDNESDAY, "reception.rule_on_objection")
    assert (_now(told).view, _now(told).viewed_on) == (ReporterView.OBJECTION, WEDNESDAY)


def test_new_evidence_by_code_lets_the_chief_open_it_again(town):
    registered, _ = answered(town)

    give_view(by=holder_of(registered.code), view=ReporterView.NEW_EVIDENCE, text="有流水账。", on=WEDNESDAY)
    reopen_report(by=town["chief"], report=registered.report, on=WEDNESDAY)

    explained = registered.report.clocks.get(term_key="objection_explanation")
    assert (registered.report.state, explained.met_by) == (ReportState.ACCEPTED, "reception.reopen_report")


def test_an_objection_needs_words_and_stands_once(town):
    registered, _ = answered(town)
    by = holder_of(registered.code)

    with pytest.raises(Missing, match="理由"):
        give_view(by=by, view=ReporterView.OBJECTED, text=" ", on=WEDNESDAY)
    give_view(by=by, view=ReporterView.NO_OBJECTION, text="", on=WEDNESDAY)
    with pytest.raises(NothingToJudge, match="已经登记"):
        give_view(by=by, view=ReporterView.OBJECTED, text="账不全。", on=WEDNESDAY)


def test_before_an_answer_there_is_nothing_to_judge(town):
    by = holder_of(an_accepted(town).code)

    with pytest.raises(NothingToJudge):
        give_view(by=by, view=ReporterView.NO_OBJECTION, text="", on=WEDNESDAY)


def test_what_was_said_by_code_is_not_recorded_otherwise(town):
    registered, told = answered(town)
    give_view(by=holder_of(registered.code), view=ReporterView.OBJECTED, text="账不全。", on=WEDNESDAY)

    with pytest.raises(NotTheirView, match="有异议"):
        record_view(
            by=town["clerk"], feedback=_now(told), view=ReporterView.NO_OBJECTION, note="无", on=WEDNESDAY
        )


def test_whoever_handles_it_stays_away_and_the_chief_is_told(town):
    registered = an_accepted(town)

    request = asked(holder_of(registered.code))

    assert request.recusal is not None
    assert (request.recusal.staff_id, request.decided_on) == (town["clerk"].staff_id, None)
    assert [each.kind for each in open_alerts(town["chief"])] == ["recusal_asked"]


def test_a_chief_who_handles_it_belongs_to_the_level_above(town):
    registered = an_accepted(town)
    to_id, why = town["chief"].staff_id, HandOverReason.ASSIGNED
    given = hand_over(by=town["clerk"], report=registered.report, to_id=to_id, why=why, on=TUESDAY)
    accept_hand_over(by=town["chief"], handling=given, on=TUESDAY)

    with pytest.raises(BelongsAbove, match="12388"):
        asked(holder_of(registered.code))


def test_before_registration_nobody_handles_it(town):
    _, code = a_web_report(town)

    with pytest.raises(NobodyHandlesIt, match="别的工作人员"):
        asked(holder_of(code))


def test_a_request_about_somebody_else_is_settled_once_and_by_the_chief(town):
    request = asked(holder_of(an_accepted(town).code), handler=False)

    with pytest.raises(NotPermitted):
        settle_recusal_request(by=town["clerk"], request=request, on=WEDNESDAY)
    settle_recusal_request(by=town["chief"], request=request, on=WEDNESDAY)
    with pytest.raises(AlreadySettled, match="已经审查"):
        settle_recusal_request(by=town["chief"], request=request, on=WEDNESDAY)


def test_a_withdrawal_that_is_not_there_or_is_settled_is_not_taken_back(town):
    registered, _ = answered(town)
    by = holder_of(registered.code)

    with pytest.raises(NotWithdrawn, match="补充情况"):
        take_back_withdrawal(by=by, on=WEDNESDAY)
    withdraw_report(by=by, reason="不想说了。", on=WEDNESDAY)
    with pytest.raises(NotWithdrawn):
        take_back_withdrawal(by=by, on=WEDNESDAY)


def _now(told: Feedback) -> Feedback:
    return Feedback.objects.select_related("report").get(pk=told.pk)


def test_each_deed_is_for_the_holder_of_the_code_alone(town):
    registered, _ = answered(town)
    other = holder_of(a_letter(town).code)

    with pytest.raises(NothingToJudge):  # the own report has no answer; the other one is out of reach
        give_view(by=other, view=ReporterView.NO_OBJECTION, text="", on=WEDNESDAY)
    assert Report.objects.get(pk=registered.report.pk).feedbacks.get().view == ReporterView.AWAITED
