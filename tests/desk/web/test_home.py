"""/desk/: today, on the screen."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.desk.sitting import page, sit
from tests.reception.township import LETTER, MONDAY, a_letter, a_web_report
from yixian.reception.actions import hand_over
from yixian.reception.enums import HandOverReason


def queries_of(client, address: str) -> int:
    with CaptureQueriesContext(connection) as caught:
        assert client.get(address).status_code == 200
    return len(caught)


def test_an_empty_day_says_what_will_be_here_and_offers_the_first_step(town):
    answer = page(sit(town).get("/desk/"))

    assert "2026年3月4日 (星期三)" in answer
    assert "今天没有到期和等您办的事" in answer
    assert 'href="/desk/register"' in answer


def test_the_day_shows_my_report_with_its_title(town):
    number = a_letter(town).report.number

    answer = page(sit(town).get("/desk/"))

    assert number in answer
    assert LETTER.title in answer


@pytest.mark.parametrize("who", ["custodian", "admin", "analyst", "supervisor"])
def test_everyone_with_an_account_has_a_day(town, who):
    client = sit(town, who)

    assert client.get("/desk/").status_code == 200


def test_the_number_of_queries_does_not_grow_with_the_day(town):
    client = sit(town)
    a_web_report(town)
    a_letter(town)
    client.get("/desk/")
    with_one = queries_of(client, "/desk/")
    for _ in range(2):
        a_web_report(town)
        hand_over(
            by=town["clerk"],
            report=a_letter(town).report,
            to_id=town.staff["handler"].pk,
            why=HandOverReason.LOAD,
            on=MONDAY,
        )

    assert queries_of(client, "/desk/") == with_one


def test_without_a_sitting_the_page_asks_to_log_in(db, client):
    answer = client.get("/desk/")

    assert (answer.status_code, answer.url) == (302, "/desk/login?next=%2Fdesk%2F")


def test_the_day_accepts_no_post(town):
    assert sit(town).post("/desk/").status_code == 405


@pytest.mark.parametrize("address", ["/desk/", "/desk/inbox"])
def test_the_commands_begin_with_places_and_acts_and_name_each_once(town, address):
    answer = page(sit(town).get(address))

    commands = answer[: answer.index("<footer")]
    offers = re.search(r'<div class="page-actions">(.*?)</div>', answer, re.DOTALL)
    assert ("data-command" in commands, answer.count("data-command")) == (False, 2)
    assert offers is None or "/desk/register" not in offers[1]
