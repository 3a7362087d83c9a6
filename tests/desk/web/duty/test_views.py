"""/desk/duty: a month as it is planned, what is missing in it, and who stood in for whom."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.desk.sitting import page, sit
from tests.reception.actions.test_duty import planned
from yixian.reception.models import DutyShift

TYPED = {
    "kind": "staff",
    "first": "2026-03-04",
    "last": "2026-03-31",
    "weekdays": ["0", "1", "2", "3", "4"],
    "opens": "08:30",
    "closes": "17:30",
    "place": "镇政府一楼接访室",
}


def words(answer) -> str:
    return re.sub(r"\s+", "", re.sub(r"<[^>]+>", "", page(answer)))


def test_a_month_is_planned_from_one_form(town):
    client = sit(town)

    answer = client.post("/desk/duty/plan", {**TYPED, "staff": town.staff["clerk"].pk}, follow=True)

    assert "已排 20 班，节假日已经跳过。" in page(answer)
    assert DutyShift.objects.count() == 20


def test_working_days_without_anybody_are_named(town):
    planned(town)

    answer = words(sit(town).get("/desk/duty?month=2026-03"))

    assert "本月以下工作日无人接访3月9日、3月10日、3月11日" in answer
    assert "3月6日星期五8:30—17:30接访甲镇政府一楼接访室" in answer


def test_an_empty_month_offers_to_plan(town):
    answer = page(sit(town).get("/desk/duty?month=2026-05"))

    assert "这个月还没有排班" in answer
    assert "/desk/duty/plan" in answer


def test_a_month_that_cannot_be_read_is_this_month(town):
    assert "2026年3月接访值班表" in page(sit(town).get("/desk/duty?month=abc"))


def test_a_leaders_name_is_published_only_of_a_leaders_day(town):
    client = sit(town)

    answer = client.post("/desk/duty/plan", {**TYPED, "staff": town.staff["clerk"].pk, "named": "on"})

    assert "只有领导接访日可以公布姓名" in page(answer)
    assert 'value="镇政府一楼接访室"' in page(answer)


def test_a_swap_shows_both_names(town):
    shift = planned(town)[2]
    client = sit(town)

    typed = {"to": town.staff["handler"].pk, "reason": "leave"}
    answer = client.post(f"/desk/duty/{shift.pk}/swap", typed, follow=True)

    assert "承办乙原接访甲，休假，3月4日换班" in words(answer)


def test_a_refused_swap_says_why_on_the_form(town):
    shift = planned(town)[0]
    client = sit(town)

    answer = client.post(f"/desk/duty/{shift.pk}/swap", {"to": town.staff["handler"].pk, "reason": "leave"})

    assert "这一班已经取消或者已经过去" in page(answer)


def test_a_cancelled_turn_is_told_at_the_foot(town):
    shift = planned(town)[2]

    answer = sit(town).post(f"/desk/duty/{shift.pk}/cancel", {"reason": "meeting"}, follow=True)

    assert "会议、培训，3月4日取消" in page(answer)


def test_another_offices_turn_does_not_exist(town):
    shift = planned(town)[2]

    assert sit(town, "county_clerk").get(f"/desk/duty/{shift.pk}/swap").status_code == 404


@pytest.mark.parametrize("who", ["analyst", "custodian"])
def test_whoever_receives_nobody_does_not_find_the_roster(town, who):
    assert sit(town, who).get("/desk/duty").status_code == 403


def test_the_month_takes_a_fixed_number_of_queries(town):
    client = sit(town)
    client.get("/desk/duty")
    counts = []
    for who in ("clerk", "handler"):
        planned(town, who)
        with CaptureQueriesContext(connection) as caught:
            client.get("/desk/duty")
        counts.append(len(caught))

    assert counts[0] == counts[1]


def test_today_says_who_receives(town):
    client = sit(town)
    before = words(client.get("/desk/"))

    planned(town)

    assert "今天无人接访" in before
    assert "今天接访接访甲8:30—17:30，镇政府一楼接访室" in words(client.get("/desk/"))
