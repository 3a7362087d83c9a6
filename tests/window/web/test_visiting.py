"""什么时候可以来: days, hours and places for everybody; a name only where the office publishes it."""

import re

from django.test import Client

from tests.reception.actions.test_duty import planned
from tests.reception.township import WEDNESDAY
from yixian.reception.enums import DutyKind


def told(settings) -> str:
    settings.YIXIAN_TODAY = WEDNESDAY
    answer = Client().get("/visiting")
    assert answer.status_code == 200
    return re.sub(r"\s+", "", re.sub(r"<[^>]+>", "", answer.content.decode()))


def test_without_a_plan_one_is_asked_to_call_first(town, settings):
    assert "还没有公布接待的日子。来以前请先打电话问一问：12388" in told(settings)


def test_the_days_to_come_are_told_without_the_names_of_staff(town, settings):
    planned(town)

    words = told(settings)

    assert "地点：镇政府一楼接访室2026年3月4日(星期三)8:30—17:30" in words
    assert words.count("镇政府一楼接访室") == 1
    assert "3月3日" not in words
    assert "接访甲" not in words


def test_a_leader_is_named_only_if_published(town, settings):
    planned(town, "chief", kind=DutyKind.LEADER, named=True)
    planned(town, "deputy", kind=DutyKind.LEADER)

    words = told(settings)

    assert "接访领导：书记丙" in words
    assert "书记丑" not in words


def test_the_first_page_leads_there(town):
    assert 'href="/visiting"' in Client().get("/").content.decode()
