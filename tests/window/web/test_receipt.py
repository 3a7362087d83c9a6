"""The receipt says how to reach the office that has the report, on the screen and printed alike."""

from datetime import time

import pytest

from tests.desk.sitting import filled, page, sit
from tests.protection.township import founded
from tests.reception.township import Township
from tests.window.visitor import Visitor
from yixian.reception.actions import FrontOfficeFacts, set_front_office
from yixian.reception.enums import OutsideHours

HOURS = (time(8, 30), time(12), time(14, 30), time(17, 30))
ADDRESS = "青禾镇政府一楼接访室"


@pytest.fixture
def reached(town: Township) -> Township:
    facts = FrontOfficeFacts(phone="0000-12345", hours=HOURS, outside=OutsideHours.DUTY)
    set_front_office(by=town["chief"], facts=facts)
    town.organ.address = ADDRESS
    town.organ.save()
    return town


def dl(receipt: str) -> str:
    return receipt.split('<dl class="facts">')[1].split("</dl>")[0]


def test_it_shows_the_office_s_own_hotline_hours_and_address(reached: Township, visitor: Visitor) -> None:
    visitor.fill_in()

    told = dl(visitor.post("/report/check"))

    assert [
        words in told for words in ("查询的电话", "0000-12345", "工作日8:30至12:00", ADDRESS, "12388")
    ] == [
        True,
        True,
        True,
        True,
        False,
    ]


def test_an_office_that_has_set_nothing_shows_the_national_number(visitor: Visitor) -> None:
    visitor.fill_in()

    told = dl(visitor.post("/report/check"))

    assert ("举报电话" in told, "12388" in told, "接访地址" in told) == (True, True, False)


def test_what_went_up_is_asked_of_the_office_above(reached: Township, visitor: Visitor) -> None:
    visitor.begin()
    visitor.answer("office", "signing", "persons", "matter", "place", office={"concerns": "yes"})

    told = dl(visitor.post("/report/check"))

    assert ("0000-12345" in told, ADDRESS in told, "12388" in told) == (False, False, True)


def test_the_receipt_that_a_clerk_hands_over_says_the_same(reached: Township) -> None:
    shown = page(sit(reached).post("/desk/register/letter", filled()))

    assert [words in shown for words in ("举报电话：0000-12345", "工作日8:30至12:00", ADDRESS)] == [True] * 3


def test_whoever_reports_a_leader_or_the_office_itself_is_told_which_to_choose(
    town: Township, visitor: Visitor
) -> None:
    founded(code="baiquan", people=("clerk", "chief", "custodian", "admin"))
    visitor.begin()

    asked = visitor.get("/report/organ")

    assert "要反映镇（乡）领导，或者纪委自己人的，也先选这个乡镇：下一步会问您，由上一级受理。" in asked
