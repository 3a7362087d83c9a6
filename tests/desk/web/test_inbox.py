"""What came over the web and waits."""

from dataclasses import replace

import pytest

from tests.desk.sitting import page, sit
from tests.desk.web.test_home import queries_of
from tests.reception.township import REPORTER, SUBMISSION, a_web_report
from yixian.reception.actions import ReportedFacts


def test_an_empty_inbox_says_what_will_be_here(town):
    assert "没有待登记的网络来件" in page(sit(town).get("/desk/inbox"))


def test_the_list_holds_the_title_and_no_word_of_the_reporter(town):
    a_web_report(town, replace(SUBMISSION, reporter=REPORTER))

    answer = page(sit(town).get("/desk/inbox"))

    assert SUBMISSION.title in answer
    assert [word for word in (REPORTER.name, REPORTER.phone, "金丝雀正文") if word in answer] == []


@pytest.mark.parametrize(("who", "seen"), [("clerk", 1), ("reported", 0), ("relative", 0)])
def test_a_report_about_the_officer_s_side_is_neither_listed_nor_counted(town, who, seen):
    about_him = replace(SUBMISSION, title="反映柳青山", reported=(ReportedFacts(name="柳青山"),))
    a_web_report(town, about_him)
    client = sit(town, who)

    answer = page(client.get("/desk/inbox"))

    assert answer.count("反映柳青山") == seen
    assert client.session["inbox"] == seen
    assert ('<span class="side-count">1</span>' in answer) is bool(seen)


def test_the_number_of_queries_does_not_grow_with_the_inbox(town):
    client = sit(town)
    a_web_report(town)
    client.get("/desk/inbox")
    with_one = queries_of(client, "/desk/inbox")
    for _ in range(2):
        a_web_report(town)

    assert queries_of(client, "/desk/inbox") == with_one


def test_who_may_not_register_finds_no_inbox(town):
    assert sit(town, "analyst").get("/desk/inbox").status_code == 403
