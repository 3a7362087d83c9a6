"""What was promised, day by day: for whoever owns it, for whoever goes along, and for nobody of the reported side."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.reception.meetings import (
    FRIDAY,
    MONDAY,
    THURSDAY,
    TUESDAY,
    a_follow_up,
    a_report,
    an_appointment,
    an_outing,
)
from tests.reception.township import LETTER, SECRETARY, a_letter, an_accepted
from yixian.reception.actions import close_appointment, finish_follow_up, keep_as_repeat, make_promise
from yixian.reception.queries import promised, promises_awaited

LATER = date(2026, 12, 31)


def told(officer, first=MONDAY, last=FRIDAY) -> list[tuple[int, str, bool, bool]]:
    return [(each.on.day, each.what, each.mine, each.opens) for each in promised(officer, first, last)]


def test_each_kind_stands_on_its_day(town):
    report = a_report(town).report
    an_outing(town, report)
    an_appointment(town, report)
    a_follow_up(town, report)

    assert told(town["clerk"]) == [
        (5, "下访", True, True),
        (6, "后续事项（接访甲）", True, True),
        (6, "约访，上午（已提出，等答复）", True, True),
    ]


def test_the_terms_that_are_the_reporters_to_know_are_promised(town):
    make_promise(by=town["clerk"], report=a_report(town).report, on=TUESDAY)

    found = promised(town["clerk"], None, LATER)

    assert [each.what for each in found] == [
        "实名检举控告受理告知",
        "双方承诺书约定的办结",
        "一般检举控告办结",
    ]
    assert all(each.clock for each in found)


def test_what_is_over_is_promised_no_longer(town):
    report = a_report(town).report
    close_appointment(by=town["clerk"], appointment=an_appointment(town, report), on=TUESDAY)
    finish_follow_up(by=town["clerk"], follow_up=a_follow_up(town, report), result="已办。", on=TUESDAY)

    assert told(town["clerk"]) == []


def test_the_chief_sees_all_and_owns_none_of_it(town):
    an_outing(town, a_report(town).report)

    assert told(town["chief"]) == [(5, "下访", False, True)]


def test_whoever_goes_along_sees_the_day_and_cannot_open_the_report(town):
    an_outing(town, a_report(town).report)

    assert told(town["handler"]) == [(5, "下访（同去）", True, False)]


def test_whoever_receives_the_person_sees_the_day(town):
    an_appointment(town, a_report(town).report, host_id=town.staff["handler"].pk)

    assert told(town["handler"]) == [(6, "约访，上午（已提出，等答复）（由您接待）", True, False)]


@pytest.mark.parametrize("who", ["reported", "relative", "colleague", "other_clerk"])
def test_nobody_else_learns_of_it(town, who):
    an_outing(town, an_accepted(town, replace(LETTER, reported=(SECRETARY,))).report)

    assert told(town[who], None, LATER) == []


@pytest.mark.parametrize("count", [1, 3])
def test_it_takes_a_fixed_number_of_queries(town, count):
    for _ in range(count):
        report = a_report(town).report
        an_outing(town, report)
        an_appointment(town, report)
        a_follow_up(town, report)
    officer = town["clerk"]
    with CaptureQueriesContext(connection) as queries:
        found = promised(officer, MONDAY, FRIDAY)

    assert (len(found), len(queries)) == (3 * count, 22)


def test_a_first_letter_awaits_its_promise_until_it_is_made(town):
    promised_one, waiting, repeat = a_report(town).report, a_report(town).report, a_letter(town).report
    make_promise(by=town["clerk"], report=promised_one, on=TUESDAY)
    keep_as_repeat(by=town["clerk"], report=repeat, first=waiting, new_allegation=False, on=THURSDAY)

    assert list(promises_awaited(town["clerk"])) == [waiting]
    assert list(promises_awaited(town["chief"])) == []
