"""What stands at the window about the hotline is what the office has set, and it fits together."""

from dataclasses import replace
from datetime import time

import pytest

from yixian.protection.permits import NotPermitted
from yixian.reception.actions import FrontOfficeFacts, set_front_office
from yixian.reception.actions.front_office import SettingDoesNotFit
from yixian.reception.enums import OutsideHours, Section
from yixian.reception.hotline import Hotline, hotline_of, section_order

FACTS = FrontOfficeFacts(
    phone="0000-12345",
    hours=(time(8, 30), time(12), time(14, 30), time(17, 30)),
    outside=OutsideHours.VOICEMAIL,
)


def test_the_hotline_is_told_in_words(town):
    set_front_office(by=town["chief"], facts=FACTS)

    assert hotline_of(town.organ.pk) == Hotline(
        "0000-12345",
        "工作日8:30至12:00，14:30至17:30",
        "其余时间请在提示音后留言，下一个工作日处理。",
    )


def test_without_a_setting_the_national_number_stands_and_no_hours_are_promised(town):
    assert hotline_of(town.organ.pk) == Hotline("12388", "", "")
    assert section_order(town.organ.pk) == list(Section)


def test_a_setting_is_changed_in_place(town):
    set_front_office(by=town["chief"], facts=FACTS)

    set_front_office(by=town["admin"], facts=replace(FACTS, every_day=True, phone=""))

    assert hotline_of(town.organ.pk).hours.startswith("每天")
    assert hotline_of(town.organ.pk).phone == "12388"


def test_the_office_decides_the_order_of_an_interview(town):
    order = [Section.WHEN, *(each for each in Section if each is not Section.WHEN)]

    set_front_office(by=town["chief"], facts=replace(FACTS, sections=order))

    assert section_order(town.organ.pk) == order


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"hours": (time(12), time(8), time(14), time(17))}, "从早到晚"),
        ({"phone": "打这个"}, "只写数字"),
        ({"sections": [Section.WHO]}, "每段一次"),
    ],
)
def test_what_does_not_fit_is_refused_with_what_to_do(town, wrong, says):
    with pytest.raises(SettingDoesNotFit, match=says):
        set_front_office(by=town["chief"], facts=replace(FACTS, **wrong))


def test_a_clerk_does_not_set_it(town):
    with pytest.raises(NotPermitted):
        set_front_office(by=town["clerk"], facts=FACTS)
