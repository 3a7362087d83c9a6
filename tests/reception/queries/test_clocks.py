"""What is due and what is late: questions over stored days, in a fixed number of queries."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.reception.township import ANONYMOUS, TUESDAY, a_letter, an_accepted
from yixian.reception.actions import issue_notice
from yixian.reception.enums import NoticeKind
from yixian.reception.queries import clocks_due, clocks_of, overdue

LAST_DAY, DAY_AFTER = date(2026, 3, 23), date(2026, 3, 24)


def test_a_clock_is_late_on_the_day_after_its_last(town):
    clock = a_letter(town).report.clocks.get()

    assert list(overdue(town["clerk"], LAST_DAY)) == []
    assert list(overdue(town["clerk"], DAY_AFTER)) == [clock]


def test_an_overdue_clock_is_gone_only_once_its_act_is_done(town):
    report = an_accepted(town).report
    before = overdue(town["clerk"], DAY_AFTER).count()

    issue_notice(by=town["clerk"], report=report, kind=NoticeKind.ACCEPTANCE, on=DAY_AFTER)

    late = clocks_of(report).get(term_key="acceptance_notice")
    assert (before, overdue(town["clerk"], DAY_AFTER).count()) == (1, 0)
    assert late.met_on > late.due_on


def test_what_is_due_comes_in_order_of_the_day_up_to_the_day_asked(town):
    an_accepted(town)
    an_accepted(town, ANONYMOUS)

    everything = [each.term_key for each in clocks_due(town["clerk"])]

    assert everything == ["acceptance_notice", "ordinary_closing", "ordinary_closing"]
    assert [each.term_key for each in clocks_due(town["clerk"], LAST_DAY)] == ["acceptance_notice"]


@pytest.mark.parametrize("number", [1, 3])
def test_what_is_due_takes_a_fixed_number_of_queries(town, number):
    for _ in range(number):
        a_letter(town)
    chief, later = town["chief"], TUESDAY.replace(month=9)

    with CaptureQueriesContext(connection) as queries:
        seen = [(each.report.number, each.report.organ.name) for each in clocks_due(chief, later)]

    assert (len(seen), len(queries)) == (number, 2)
