"""The inbox is opened in the session that asks, in a fixed number of queries."""

from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.reception.township import REPORTER, SUBMISSION, a_web_report
from yixian.reception.enums import CadreCategory
from yixian.reception.facts import ReportedFacts
from yixian.reception.queries import inbox
from yixian.trail.queries import entries

SELECTS = 17


def test_the_oldest_comes_first_with_its_title(town):
    a_web_report(town, replace(SUBMISSION, title="先来"))
    a_web_report(town, replace(SUBMISSION, title="后来"))

    titles = {item.title for item in inbox(town["clerk"])}

    assert titles == {"先来", "后来"}


@pytest.mark.parametrize("number", [1, 3])
def test_the_number_of_queries_does_not_grow(town, number):
    for _ in range(number):
        a_web_report(town)
    inbox(town["clerk"])

    with CaptureQueriesContext(connection) as queries:
        found = inbox(town["clerk"])

    asked = [each["sql"] for each in queries if each["sql"].startswith("SELECT")]
    assert (len(found), len([sql for sql in asked if "pg_advisory" not in sql])) == (number, SELECTS)


def test_opening_the_inbox_is_in_the_trail(town):
    a_web_report(town)

    inbox(town["clerk"])

    assert entries().filter(act="protection.open_seals", actor=town["clerk"].actor).exists()


@pytest.mark.parametrize("who", ["reported", "relative"])
def test_a_name_anywhere_in_the_text_keeps_that_person_and_relatives_away(town, who):
    a_web_report(town, replace(SUBMISSION, account="村主任柳青山把修路的钱拿走了。", reported=()))

    assert inbox(town[who]) == []
    assert len(inbox(town["clerk"])) == 1


def test_a_reported_unit_keeps_its_people_away(town):
    unit = ReportedFacts(name="柳湾村村民委员会", category=CadreCategory.UNIT)
    a_web_report(town, replace(SUBMISSION, reported=(unit,)))

    assert inbox(town["colleague"]) == []
    assert len(inbox(town["clerk"])) == 1


def test_the_inbox_never_holds_who_reported(town):
    a_web_report(town, replace(SUBMISSION, reporter=REPORTER))

    assert "金丝雀姓名" not in repr(inbox(town["chief"]))
