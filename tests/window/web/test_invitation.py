"""约访 in the mailbox: come, another day, or not; without a reason, and with nothing that follows."""

import re

import pytest

from tests.reception.meetings import FRIDAY, NEXT_WEEK, a_report, an_appointment
from tests.reception.township import WEDNESDAY
from tests.window.visitor import Visitor, proof
from yixian.reception.models import Appointment


@pytest.fixture
def made(town, visitor: Visitor, settings) -> Appointment:
    settings.YIXIAN_TODAY = WEDNESDAY
    registered = a_report(town)
    offered = an_appointment(town, registered.report)
    visitor.post("/mailbox/", code=registered.code, **proof(visitor.get("/mailbox/")))
    return offered


def words(shown: str) -> str:
    return re.sub(r"\s+", "", re.sub(r"<[^>]+>", "", shown))


def test_the_mailbox_shows_it_and_says_that_nothing_follows(visitor, made):
    shown = words(visitor.get("/mailbox/case"))

    assert "2026年3月6日(星期五)上午等您答复" in shown
    assert "地点：镇政府一楼接访室" in shown
    assert "来不来由您决定，不用写理由；不来、不回答，都不影响办理，对您没有任何不利。" in shown


def test_whoever_comes_says_so(visitor, made):
    shown = visitor.post(f"/mailbox/appointment/{made.pk}", to="agreed")

    made.refresh_from_db()
    assert (made.state, made.meets_on) == ("agreed", FRIDAY)
    assert "不管来不来，这件事都照样办理" in shown


def test_another_day_is_asked_for(visitor, made):
    day = NEXT_WEEK.isoformat()
    shown = words(visitor.post(f"/mailbox/appointment/{made.pk}", to="countered", day=day, half="afternoon"))

    made.refresh_from_db()
    assert (made.state, made.proposed_on) == ("countered", NEXT_WEEK)
    assert "您提出换到：2026年3月11日(星期三)下午" in shown


def test_whoever_does_not_come_is_asked_nothing_and_hears_no_more_of_it(visitor, made):
    shown = visitor.post(f"/mailbox/appointment/{made.pk}", to="closed")

    made.refresh_from_db()
    assert made.state == "closed"
    assert "工作人员想请您当面谈一谈" not in shown
    assert "请写明" not in shown


def test_another_day_without_a_day_says_what_to_do_and_keeps_the_choice(visitor, made):
    shown = visitor.post(f"/mailbox/appointment/{made.pk}", to="countered", day="", half="")

    assert "请写明换到哪天" in shown
    assert "请选上午还是下午" in shown
    made.refresh_from_db()
    assert made.state == "offered"


def test_a_day_that_is_past_is_refused_in_words(visitor, made):
    shown = visitor.post(f"/mailbox/appointment/{made.pk}", to="countered", day="2026-03-01", half="morning")

    assert "见面日期不能早于今天" in shown


def test_anothers_invitation_has_no_page(visitor, made):
    visitor.get(f"/mailbox/appointment/{made.pk + 1}")

    assert visitor.at == "/mailbox/case"
