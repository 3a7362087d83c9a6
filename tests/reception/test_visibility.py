"""Which reports an officer may meet at all: nobody of the reported side finds one in any list, count or search."""

from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.reception.township import (
    ANONYMOUS,
    LETTER,
    SECRETARY,
    SUBMISSION,
    TUESDAY,
    a_letter,
    a_web_report,
    about_the_secretary,
)
from yixian.protection.actions import declare_recusal, present_code
from yixian.protection.enums import RecusalGround
from yixian.reception.actions import ReportedFacts, make_promise, write_as_reporter
from yixian.reception.actions.messages import MessageKind
from yixian.reception.enums import CadreCategory
from yixian.reception.models import Clock, Report
from yixian.reception.queries import (
    clocks_due,
    handed_to_me,
    inbox,
    one_report,
    overdue,
    registered_reports,
    reports_below,
    unread_letters,
    urgent_letters,
    visible_reports,
    waiting_changes,
)

REPORTED_SIDE = ["reported", "relative", "colleague"]


@pytest.mark.parametrize("who", REPORTED_SIDE)
def test_nobody_of_the_reported_side_finds_the_report_in_any_list_or_count(town, who):
    registered = about_the_secretary(town)
    make_promise(by=town["clerk"], report=registered.report, on=TUESDAY)
    write_as_reporter(
        by=present_code(registered.code), text="有人威胁我。", on=TUESDAY, kind=MessageKind.RETALIATION
    )
    officer = replace(town[who], roles=town["chief"].roles | town[who].roles)

    lists = [
        registered_reports(officer),
        visible_reports(officer),
        clocks_due(officer),
        overdue(officer, TUESDAY.replace(year=2027)),
        unread_letters(officer),
        urgent_letters(officer),
        waiting_changes(officer),
        handed_to_me(officer),
    ]

    assert [(len(each), each.count()) for each in lists] == [(0, 0)] * 8
    assert one_report(officer, registered.report.pk) is None
    assert inbox(officer) == []


def test_the_chief_who_is_not_of_the_reported_side_finds_all_of_it(town):
    registered = about_the_secretary(town)

    assert [each.pk for each in registered_reports(town["chief"])] == [registered.report.pk]
    assert one_report(town["chief"], registered.report.pk) == registered.report
    assert clocks_due(town["chief"]).count() == Clock.objects.count() == 1


def test_an_officer_whose_tokens_are_not_known_yet_sees_no_report_that_names_a_cadre(town):
    about_the_secretary(town)
    a_letter(town, ANONYMOUS)
    unguarded = replace(town["chief"], unguarded=True)

    assert [each.number for each in registered_reports(unguarded)] == ["2026-0002"]


def test_what_one_clerk_registered_another_does_not_find(town):
    report = a_letter(town).report

    assert list(visible_reports(town["other_clerk"])) == []
    assert one_report(town["other_clerk"], report.pk) is None
    assert [each.pk for each in visible_reports(town["clerk"])] == [report.pk]


def test_a_recused_officer_does_not_find_the_report(town):
    report = a_letter(town).report
    declare_recusal(by=town["chief"], subject=report, ground=RecusalGround.INTEREST, on=TUESDAY)

    assert list(visible_reports(town["chief"])) == []
    assert list(clocks_due(town["chief"])) == []
    assert [each.pk for each in visible_reports(town["deputy"])] == [report.pk]


def test_a_recused_officer_does_not_find_it_while_it_waits(town):
    report, _ = a_web_report(town)
    declare_recusal(by=town["clerk"], subject=report, ground=RecusalGround.REPORTER_KIN, on=TUESDAY)

    assert inbox(town["clerk"]) == []
    assert len(inbox(town["other_clerk"])) == 1


def test_another_organ_finds_nothing(town):
    a_letter(town)

    assert list(visible_reports(town["county_chief"])) == []


@pytest.mark.parametrize("who", ["admin", "analyst", "custodian"])
def test_whoever_has_no_part_in_reports_finds_none(town, who):
    a_letter(town)
    a_web_report(town)

    assert list(visible_reports(town[who])) == []
    assert inbox(town[who]) == []


def test_the_level_above_sees_progress_and_withdrawals_and_no_content(town):
    report = a_letter(town).report
    Report.objects.filter(pk=report.pk).update(withdrawn_on=TUESDAY)

    below = reports_below(town["supervisor"])

    assert [(each.number, each.withdrawn_on) for each in below] == [("2026-0001", TUESDAY)]
    assert list(reports_below(town["county_clerk"])) == []


def test_a_waiting_report_is_found_by_its_id_only_by_who_registers(town):
    report, _ = a_web_report(town, replace(SUBMISSION, reported=(SECRETARY,)))

    assert one_report(town["clerk"], report.pk) == report
    assert one_report(town["admin"], report.pk) is None


def test_whoever_a_waiting_report_names_does_not_find_it_by_its_id(town):
    named = ReportedFacts(name=town["clerk"].name, post="接访员", unit="", category=CadreCategory.UNKNOWN)
    report, _ = a_web_report(town, replace(SUBMISSION, reported=(named,)))

    found = [one_report(town[who], report.pk) for who in ("clerk", "other_clerk")]

    assert found == [None, report]


@pytest.mark.parametrize("number", [1, 3])
def test_a_list_with_people_and_owners_takes_a_fixed_number_of_queries(town, number):
    for _ in range(number):
        a_letter(town, replace(LETTER, reported=(SECRETARY,)))
    chief = town["chief"]

    with CaptureQueriesContext(connection) as queries:
        seen = [
            (each.organ.name, each.first_handler.name, each.reported_tokens(), each.handler_ids())
            for each in registered_reports(chief)
        ]

    assert (len(seen), len(queries)) == (number, 6)
