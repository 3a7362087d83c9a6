"""A report goes down to the organ whose it is, sealed to it as well, and comes back when refused."""

from dataclasses import replace

import pytest

from tests.reception.township import (
    ANONYMOUS,
    LETTER,
    MONDAY,
    SECRETARY,
    TUESDAY,
    WEDNESDAY,
    Township,
    a_letter,
    an_accepted,
)
from tests.scenes import scene
from yixian.protection.actions import NoKey, make_code, open_seal
from yixian.protection.permits import NotPermitted
from yixian.reception.actions import (
    WebCorrections,
    deliver_report,
    pass_identity_on,
    pass_on_report,
    read_report,
    register_letter,
    register_web_report,
    start_clocks,
    take_back_report,
)
from yixian.reception.actions.passing_on import ResultComesFirst
from yixian.reception.enums import ReportState, SourceKind
from yixian.reception.models import Report
from yixian.reception.queries import inbox
from yixian.reception.refusals import NotHere, TooEarly
from yixian.regulations.duties import Event
from yixian.trail.steps import NotInThisState


@scene
def at_the_county(town: Township, facts=ANONYMOUS) -> Report:
    registered = register_letter(by=town["county_clerk"], facts=facts, code=make_code(), on=MONDAY)
    return pass_on_report(by=town["county_clerk"], report=registered.report, on=TUESDAY)


def test_what_was_handled_is_told_before_it_is_passed_on(town):
    report = an_accepted(town).report
    start_clocks(by=town["clerk"], report=report, event=Event.ACCUSATION_CLOSED, on=TUESDAY)

    with pytest.raises(ResultComesFirst, match="先向举报人反馈结果"):
        pass_on_report(by=town["clerk"], report=report, on=WEDNESDAY)

    assert Report.objects.get(pk=report.pk).state == ReportState.ACCEPTED


@scene
def delivered(town: Township, facts=ANONYMOUS) -> Report:
    return deliver_report(
        by=town["county_clerk"],
        report=at_the_county(town, facts),
        organ_id=town.organ.pk,
        source=SourceKind.PASSED_BY_SUPERIOR,
        on=TUESDAY,
    )


def test_passing_on_meets_the_clocks_of_this_office(town):
    report = an_accepted(town).report

    passed = pass_on_report(by=town["clerk"], report=report, on=WEDNESDAY)

    clocks = sorted(passed.clocks.values_list("term_key", "met_by"))
    assert passed.state == ReportState.PASSED_ON
    assert clocks == [
        ("acceptance_notice", "reception.pass_on_report"),
        ("ordinary_closing", "reception.pass_on_report"),
    ]


def test_refused_by_the_receiver_it_is_accepted_here_with_a_new_limit(town):
    report = an_accepted(town).report
    pass_on_report(by=town["clerk"], report=report, on=TUESDAY)

    taken_back = take_back_report(by=town["clerk"], report=report, on=WEDNESDAY)

    running = taken_back.clocks.get(met_on__isnull=True)
    assert (taken_back.state, running.term_key, running.started_on) == (
        ReportState.ACCEPTED,
        "ordinary_closing",
        WEDNESDAY,
    )


def test_only_what_was_passed_on_comes_back(town):
    with pytest.raises(NotInThisState, match="已转出"):
        take_back_report(by=town["clerk"], report=a_letter(town).report, on=TUESDAY)


def test_a_passed_report_waits_in_the_inbox_below(town):
    report = delivered(town)

    assert [item.report.pk for item in inbox(town["clerk"])] == [report.pk]
    assert (report.state, report.source, report.received_on, report.receipt) == (
        ReportState.RECEIVED,
        SourceKind.PASSED_BY_SUPERIOR,
        TUESDAY,
        None,
    )


def test_below_it_is_registered_read_and_due_in_five_working_days(town):
    report = delivered(town, replace(ANONYMOUS, reported=(SECRETARY,)))

    registered = register_web_report(
        by=town["clerk"], report=report, corrections=WebCorrections(), on=WEDNESDAY
    )

    content = read_report(by=town["clerk"], report=registered)
    assert (content.account.account, [each.name for each in content.people]) == (LETTER.account, ["柳青山"])
    assert registered.clocks.get().term_key == "forwarded_report_acceptance"
    assert registered.reported_tokens() & town["reported"].tokens


@pytest.mark.parametrize("who", ["reported", "relative", "colleague"])
def test_whoever_it_is_about_does_not_find_it_in_the_inbox_below(town, who):
    delivered(town, replace(ANONYMOUS, reported=(SECRETARY,)))

    assert inbox(town[who]) == []


def test_who_reported_stays_closed_below_until_a_custodian_passes_it_on(town):
    report = delivered(town, LETTER)

    with pytest.raises(NoKey):
        open_seal(by=town["chief"], seal=report.identity)
    above = Report.objects.get(organ=town.county)
    with pytest.raises(NotPermitted, match="身份保管人"):
        pass_identity_on(by=town["county_clerk"], report=above, organ_id=town.organ.pk)
    assert pass_identity_on(by=town["county_custodian"], report=above, organ_id=town.organ.pk) == above


def test_an_identity_goes_only_where_the_report_went(town):
    report = register_letter(by=town["county_clerk"], facts=LETTER, code=make_code(), on=MONDAY).report

    with pytest.raises(NotHere, match="没有转交"):
        pass_identity_on(by=town["county_custodian"], report=report, organ_id=town.organ.pk)


def test_nothing_is_delivered_sideways_or_to_oneself(town):
    report = at_the_county(town)

    for organ_id in (town.county.pk, 0):
        with pytest.raises(NotHere, match="下级机构"):
            deliver_report(
                by=town["county_clerk"],
                report=report,
                organ_id=organ_id,
                source=SourceKind.PASSED_BY_SUPERIOR,
                on=TUESDAY,
            )


def test_nothing_is_delivered_before_it_was_registered(town):
    with pytest.raises(TooEarly):
        deliver_report(
            by=town["county_clerk"],
            report=at_the_county(town),
            organ_id=town.organ.pk,
            source=SourceKind.PASSED_BY_SUPERIOR,
            on=MONDAY.replace(day=1),
        )
