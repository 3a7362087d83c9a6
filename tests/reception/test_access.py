"""This house's lines of the permit map: each act has one, each says who in Chinese, none is idle."""

import re
from pathlib import Path

import pytest

import yixian.reception
from tests.house.rules.actions import actions_in, modules_of
from tests.reception.township import a_letter, asked_to_take_over
from yixian.protection.queries import may, why_not
from yixian.reception.access import PERMITS

ACTS = {permit.act for permit in PERMITS}
SOURCE = Path(yixian.reception.__file__).parent


def test_every_action_of_this_house_has_its_line():
    taken = {action.leaves_trail for module in modules_of("reception") for action in actions_in(module)}

    assert taken - ACTS == set()


def test_no_line_is_idle():
    code = "\n".join(path.read_text() for path in SOURCE.rglob("*.py") if path.name != "access.py")

    assert [act for act in sorted(ACTS) if f'"{act}"' not in code] == []


@pytest.mark.parametrize("permit", PERMITS, ids=lambda permit: permit.act)
def test_every_condition_says_in_chinese_what_it_asks(permit):
    said = [condition.__doc__ or "" for condition in permit.conditions]

    assert [each for each in said if not re.search(r"[一-鿿]", each)] == []


def test_a_report_is_read_by_who_registered_owns_or_was_asked_and_by_the_chief(town):
    report = a_letter(town).report
    asked_to_take_over(town, report)

    readers = [who for who in town.staff if may(town[who], "reception.read_report", report)]

    assert readers == ["clerk", "handler", "chief", "deputy"]


def test_a_refusal_names_the_rule(town):
    said = why_not(town["other_clerk"], "reception.read_report", a_letter(town).report)

    assert said == (
        "不能阅看来件：限于本人登记、承办、待接手的件和待登记的件；纪委书记不受此限。"
        "（《纪检监察机关处理检举控告工作规则》第四十七条）"
    )
