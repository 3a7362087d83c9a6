"""Accepted, declined with a reason, kept as a repeat, taken up again: each by its rule."""

from dataclasses import replace
from datetime import date

import pytest

from tests.reception.township import (
    ANONYMOUS,
    LETTER,
    TUESDAY,
    WEDNESDAY,
    Township,
    a_letter,
    an_accepted,
)
from tests.scenes import scene
from yixian.protection.actions import make_code
from yixian.protection.permits import NotPermitted
from yixian.reception.actions import (
    accept_report,
    decline_report,
    give_feedback,
    keep_as_repeat,
    record_view,
    register_letter,
    reopen_report,
    take_up_kept,
)
from yixian.reception.actions.deciding import HoldsSomethingNew, NoNewEvidence, NotTheFirst
from yixian.reception.enums import DeclineReason, FeedbackWay, ReporterView, ReportState
from yixian.reception.models import Report
from yixian.reception.refusals import TooEarly
from yixian.trail.queries import entries
from yixian.trail.steps import NotInThisState


def test_accepting_starts_the_closing_limit(town):
    report = a_letter(town).report

    accepted = accept_report(by=town["clerk"], report=report, on=TUESDAY)

    clock = accepted.clocks.get(term_key="ordinary_closing")
    assert (accepted.state, report.state) == (ReportState.ACCEPTED, ReportState.ACCEPTED)
    assert (clock.started_on, clock.due_on) == (TUESDAY, date(2026, 6, 3))


def test_accepting_does_not_stop_the_clock_of_telling_the_reporter(town):
    report = an_accepted(town).report

    assert report.clocks.get(term_key="acceptance_notice").met_on is None


def test_a_report_is_accepted_once(town):
    report = an_accepted(town).report

    with pytest.raises(NotInThisState, match="目前是“已受理”，只有“已登记”的来件可以受理"):
        accept_report(by=town["clerk"], report=report, on=TUESDAY)


def test_another_clerk_does_not_accept_what_is_not_theirs(town):
    report = a_letter(town).report

    with pytest.raises(NotPermitted, match="承办人或者纪委书记"):
        accept_report(by=town["other_clerk"], report=report, on=TUESDAY)


def test_nothing_is_decided_before_registration(town):
    report = a_letter(town).report

    with pytest.raises(TooEarly, match="办理日期"):
        accept_report(by=town["clerk"], report=report, on=date(2026, 3, 1))


def test_the_chief_declines_with_a_reason_of_the_rules(town):
    report = a_letter(town).report

    declined = decline_report(by=town["chief"], report=report, reason=DeclineReason.LITIGATION, on=TUESDAY)

    assert (declined.state, declined.decline_reason) == (ReportState.DECLINED, DeclineReason.LITIGATION)
    assert declined.answered_on == TUESDAY


def test_a_clerk_does_not_decline_alone(town):
    report = a_letter(town).report

    with pytest.raises(NotPermitted, match="由纪委书记办理"):
        decline_report(by=town["clerk"], report=report, reason=DeclineReason.NO_SUBSTANCE, on=TUESDAY)


def test_a_refused_attempt_is_in_the_trail(town):
    report = a_letter(town).report

    with pytest.raises(NotPermitted):
        decline_report(by=town["clerk"], report=report, reason=DeclineReason.NO_SUBSTANCE, on=TUESDAY)

    left = entries().filter(act="reception.decline_report").get()
    assert (left.outcome, left.subject, left.actor) == (
        "refused",
        report.trail_subject,
        town["clerk"].actor,
    )


@scene
def kept(town: Township) -> tuple[Report, Report]:
    """A first letter, and a second one kept as its repeat."""
    first = a_letter(town).report
    second = register_letter(
        by=town["clerk"], facts=replace(LETTER, received_on=TUESDAY), code=make_code(), on=TUESDAY
    ).report
    keep_as_repeat(by=town["clerk"], report=second, first=first, new_allegation=False, on=TUESDAY)
    return first, second


def test_a_repeat_is_kept_with_its_number_and_tied_to_the_first(town):
    first, second = kept(town)

    assert (second.number, second.state, second.repeat_of_id) == ("2026-0002", ReportState.KEPT, first.pk)


def test_acceptance_of_a_repeat_is_not_notified_again(town):
    _, second = kept(town)

    clock = second.clocks.get()
    assert (clock.term_key, clock.met_on, clock.met_by) == (
        "acceptance_notice",
        TUESDAY,
        "reception.keep_as_repeat",
    )


def test_a_repeat_of_a_repeat_is_tied_to_the_first(town):
    first, second = kept(town)
    third = a_letter(town).report

    keep_as_repeat(by=town["clerk"], report=third, first=second, new_allegation=False, on=TUESDAY)

    assert third.repeat_of_id == first.pk


def test_a_new_allegation_inside_a_repeat_is_not_a_repeat(town):
    first, second = a_letter(town).report, a_letter(town).report

    with pytest.raises(HoldsSomethingNew, match="反映了新的问题"):
        keep_as_repeat(by=town["clerk"], report=second, first=first, new_allegation=True, on=TUESDAY)


def test_two_reports_are_not_repeats_of_each_other(town):
    first, second = kept(town)

    with pytest.raises(NotTheFirst, match="初次来件"):
        keep_as_repeat(by=town["clerk"], report=first, first=second, new_allegation=False, on=TUESDAY)


def test_a_first_report_that_the_clerk_may_not_read_is_not_tied_to(town):
    first = a_letter(town, who="other_clerk").report
    second = a_letter(town).report

    with pytest.raises(NotPermitted):
        keep_as_repeat(by=town["clerk"], report=second, first=first, new_allegation=False, on=TUESDAY)


def test_a_kept_repeat_with_something_new_is_taken_up_with_its_clocks(town):
    _, second = kept(town)

    taken_up = take_up_kept(by=town["clerk"], report=second, on=WEDNESDAY)

    running = taken_up.clocks.filter(met_on__isnull=True)
    assert (taken_up.state, taken_up.repeat_of_id) == (ReportState.ACCEPTED, None)
    assert sorted(running.values_list("term_key", flat=True)) == ["acceptance_notice", "ordinary_closing"]


def test_only_a_kept_report_is_taken_up(town):
    with pytest.raises(NotInThisState, match="重复留存"):
        take_up_kept(by=town["clerk"], report=a_letter(town).report, on=TUESDAY)


def answered(town: Township, view: ReporterView) -> Report:
    report = an_accepted(town, ANONYMOUS).report
    feedback = give_feedback(
        by=town["clerk"], report=report, way=FeedbackWay.MAILBOX, text="已查清。", on=WEDNESDAY
    )
    record_view(by=town["clerk"], feedback=feedback, view=view, note="又拿来一本账。", on=WEDNESDAY)
    return report


def test_new_evidence_opens_an_answered_report_again(town):
    report = answered(town, ReporterView.NEW_EVIDENCE)

    reopened = reopen_report(by=town["chief"], report=report, on=WEDNESDAY)

    assert reopened.state == ReportState.ACCEPTED
    assert reopened.clocks.filter(term_key="ordinary_closing", met_on__isnull=True).count() == 1


def test_an_objection_without_new_evidence_does_not_open_it_again(town):
    report = answered(town, ReporterView.OBJECTION)

    with pytest.raises(NoNewEvidence, match="第二十七条"):
        reopen_report(by=town["chief"], report=report, on=WEDNESDAY)


def test_a_report_does_not_repeat_itself(town):
    report = a_letter(town).report

    with pytest.raises(NotTheFirst, match="不能是自己的重复件"):
        keep_as_repeat(by=town["clerk"], report=report, first=report, new_allegation=False, on=TUESDAY)
