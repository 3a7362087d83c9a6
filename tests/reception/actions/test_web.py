"""A web report is sealed with public keys alone, and read only in a session that registers it."""

import sqlite3
from dataclasses import replace
from datetime import date

import pytest
from django.db import connection

from tests.reception.township import MONDAY, REPORTER, SECRETARY, SUBMISSION, TUESDAY, a_web_report, holder_of
from yixian.protection.actions import NoKey, make_code, open_seal
from yixian.protection.officer import PUBLIC
from yixian.protection.permits import NotPermitted
from yixian.reception.actions import (
    WebCorrections,
    open_mailbox,
    read_report,
    register_web_report,
    submit_web_report,
)
from yixian.reception.enums import ReportState, Signing
from yixian.reception.facts import Missing
from yixian.reception.models import Report
from yixian.reception.queries import inbox
from yixian.reception.refusals import NotHere, TooEarly
from yixian.reception.superior import NoSuperiorHere
from yixian.trail.queries import entries
from yixian.trail.steps import NotInThisState

NAMED = replace(SUBMISSION, reporter=REPORTER)


def all_text_of_the_database() -> str:
    """Every value of every table, as a thief with the file would read it."""
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        rows = []
        for table in tables:
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - names of our own tables
            rows += cursor.fetchall()
    return "\n".join(_readable(value) for row in rows for value in row)


def _readable(value: object) -> str:
    if isinstance(value, bytes | memoryview | sqlite3.Binary):
        return bytes(value).decode("utf-8", errors="replace")
    return str(value)


def test_a_web_report_waits_unnumbered_with_a_day_and_no_hour(town):
    report, code = a_web_report(town)

    assert (report.state, report.number, report.received_on) == (ReportState.RECEIVED, None, MONDAY)
    assert (report.signing, report.identity) == (Signing.ANONYMOUS, None)
    assert holder_of(code).receipt_id == report.receipt
    moments = [field.name for field in Report._meta.get_fields() if "Time" in type(field).__name__]
    assert moments == []


def test_nothing_of_a_web_report_can_be_read_from_the_database(town):
    a_web_report(town, replace(NAMED, reported=(SECRETARY,), place="柳湾桥头"))

    stored = all_text_of_the_database()

    words = ("金丝雀正文", "反映村里的路", "金丝雀姓名", "13800000999", "柳湾村三组", "柳湾桥头")
    assert [word for word in words if word in stored] == []


def test_the_server_alone_opens_nothing(town):
    report, _ = a_web_report(town)

    with pytest.raises(Exception, match="请先登录") as refused:
        open_seal(by=PUBLIC, seal=report.account)

    assert refused.value.key == "no_sitting"


def test_the_trail_does_not_say_which_report_was_submitted_in_which_hour(town):
    report, _ = a_web_report(town)

    left = entries().get(act="reception.submit_web_report")

    assert (left.actor, left.subject, left.at.minute, left.at.second) == ("public", "", 0, 0)
    assert str(report.pk) not in str(vars(left))


def test_a_name_given_on_the_web_counts_as_anonymous_until_verified(town):
    report, _ = a_web_report(town, NAMED)

    assert (report.signing, report.counts_as_anonymous) == (Signing.UNVERIFIED, True)
    with pytest.raises(NoKey):
        open_seal(by=town["clerk"], seal=report.identity)


def test_a_contact_without_a_name_is_not_kept(town):
    report, _ = a_web_report(town, replace(SUBMISSION, reporter=replace(REPORTER, name=" ")))

    assert (report.signing, report.identity) == (Signing.ANONYMOUS, None)


def test_a_report_about_the_office_is_sealed_straight_to_the_county(town):
    report, _ = a_web_report(town, replace(NAMED, concerns_office=True, village_id=town.village.pk))

    assert (report.organ_id, report.village_id) == (town.county.pk, None)
    assert Report.objects.filter(organ=town.organ).count() == 0
    assert inbox(town["chief"]) == []
    with pytest.raises(NoKey):
        open_seal(by=town["chief"], seal=report.account)
    assert [item.title for item in inbox(town["county_clerk"])] == ["反映村里的路"]


def test_where_there_is_no_organ_above_the_reporter_is_told_where_to_go(town):
    with pytest.raises(NoSuperiorHere, match="上一级纪检监察机关"):
        submit_web_report(
            by=PUBLIC,
            organ_id=town.county.pk,
            submission=replace(SUBMISSION, concerns_office=True),
            code=make_code(),
            on=MONDAY,
        )


def test_an_empty_submission_is_refused(town):
    with pytest.raises(Missing, match="反映的内容"):
        a_web_report(town, replace(SUBMISSION, account=""))


def test_an_officer_does_not_submit_as_the_public(town):
    with pytest.raises(NotPermitted, match="公众"):
        submit_web_report(
            by=town["clerk"], organ_id=town.organ.pk, submission=SUBMISSION, code=make_code(), on=MONDAY
        )


def test_registering_gives_number_people_owner_and_clock_counted_from_receipt(town):
    report, code = a_web_report(town, NAMED)

    registered = register_web_report(
        by=town["clerk"],
        report=report,
        corrections=WebCorrections(real_name_verified=True, village_id=town.village.pk, urgent=True),
        on=TUESDAY,
    )

    clock = registered.clocks.get()
    assert (registered.number, registered.state) == ("2026-0001", ReportState.REGISTERED)
    assert (registered.village_id, registered.urgent) == (town.village.pk, True)
    assert (clock.started_on, clock.due_on) == (MONDAY, date(2026, 3, 23))
    assert [each.name for each in read_report(by=town["clerk"], report=registered).people] == ["无此人氏"]
    assert open_mailbox(by=holder_of(code), on=TUESDAY).number == "2026-0001"


def test_corrected_names_replace_what_was_typed_and_leave_the_account_as_it_was(town):
    report, _ = a_web_report(town)

    registered = register_web_report(
        by=town["clerk"], report=report, corrections=WebCorrections(reported=(SECRETARY,)), on=MONDAY
    )

    content = read_report(by=town["clerk"], report=registered)
    assert [each.name for each in content.people] == ["柳青山"]
    assert [each.name for each in content.account.reported] == ["无此人氏"]


def test_an_unsigned_report_cannot_be_called_real_name(town):
    report, _ = a_web_report(town)

    with pytest.raises(NotHere, match="没有署名"):
        register_web_report(
            by=town["clerk"], report=report, corrections=WebCorrections(real_name_verified=True), on=MONDAY
        )


def test_a_report_is_registered_once(town):
    report, _ = a_web_report(town)
    register_web_report(by=town["chief"], report=report, corrections=WebCorrections(), on=MONDAY)

    with pytest.raises(NotInThisState, match="待登记"):
        register_web_report(by=town["chief"], report=report, corrections=WebCorrections(), on=MONDAY)


def test_a_report_is_not_registered_before_it_came(town):
    report, _ = a_web_report(town)

    with pytest.raises(TooEarly, match="登记日期"):
        register_web_report(
            by=town["clerk"], report=report, corrections=WebCorrections(), on=date(2026, 3, 1)
        )


@pytest.mark.parametrize("who", ["reported", "relative", "colleague"])
def test_whoever_a_waiting_report_names_neither_sees_nor_registers_it(town, who):
    report, _ = a_web_report(town, replace(SUBMISSION, reported=(SECRETARY,)))

    with pytest.raises(NotPermitted, match="没有找到") as refused:
        register_web_report(by=town[who], report=report, corrections=WebCorrections(), on=MONDAY)

    assert refused.value.hidden
    assert inbox(town[who]) == []
    assert len(inbox(town["clerk"])) == 1
