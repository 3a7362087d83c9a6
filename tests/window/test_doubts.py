"""Soft questions before sending: each has a slip that raises it and a right answer that does not."""

from datetime import date

import pytest

from tests.window.visitor import Visitor
from yixian.reception.enums import CadreCategory
from yixian.window.doubts import doubts_about, is_id_number, is_phone
from yixian.window.draft import Draft

TODAY = date(2026, 3, 2)


def draft(
    *, real_name: bool = False, concerns: str = "no", account: str = "路只修了一半。", **more: str
) -> Draft:
    answers = {
        "office": {"concerns": concerns},
        "signing": {"signing": "real_name" if real_name else "anonymous"},
        "reporter": {name: more.get(name, "") for name in ("name", "phone", "address", "id_number")},
        "matter": {"account": account},
    }
    person = {name: more.get(name, "") for name in ("post", "unit", "category")}
    return Draft(answers=answers, persons=[{"name": "无此人氏", **person}])


def asked(of: Draft) -> list[str]:
    return [doubt.slug for doubt in doubts_about(of, TODAY)]


@pytest.mark.parametrize(
    ("slip", "right", "slug"),
    [
        ({"phone": "1380000099"}, {"phone": "13800000999"}, "reporter"),
        ({"phone": ""}, {"address": "柳湾村三组"}, "reporter"),
        (
            {"phone": "0736-3222111", "id_number": "43072119700101001"},
            {"phone": "0736-3222111", "id_number": "11010519491231002X"},
            "reporter",
        ),
    ],
)
def test_a_contact_with_a_slip_is_asked_about(slip: dict, right: dict, slug: str) -> None:
    assert (asked(draft(real_name=True, **slip)), asked(draft(real_name=True, **right))) == ([slug], [])


@pytest.mark.parametrize(
    "person",
    [
        {"category": CadreCategory.TOWN_LEADER.value},
        {"category": CadreCategory.COUNTY_STAFF.value},
        {"post": "副镇长"},
        {"unit": "青禾镇纪委"},
        {"post": "党委书记", "unit": "青禾镇"},
    ],
)
def test_somebody_of_the_level_above_beside_no_is_asked_about(person: dict) -> None:
    assert (asked(draft(**person)), asked(draft(concerns="yes", **person))) == (["office"], [])


@pytest.mark.parametrize("person", [{"post": "村书记"}, {"post": "会计", "unit": "柳湾村"}, {"post": "站长"}])
def test_somebody_of_a_village_is_not(person: dict) -> None:
    assert asked(draft(**person)) == []


@pytest.mark.parametrize(
    "account",
    ["路修了一半，我的电话13800000999。", "我叫田小满，路修了一半。", "身份证11010519491231002X。"],
)
def test_what_tells_who_writes_is_asked_about_where_anonymous_was_chosen(account: str) -> None:
    named = draft(real_name=True, account=account, phone="13800000999")

    assert (asked(draft(account=account)), asked(named)) == (["matter"], [])


@pytest.mark.parametrize("account", ["我是柳湾村的，路修了一半。", "本人不服，请查一查。", "花了138000元。"])
def test_ordinary_words_are_not(account: str) -> None:
    assert asked(draft(account=account)) == []


def test_a_year_that_has_not_come_is_asked_about() -> None:
    assert [asked(draft(account=f"{year}年修的路。")) for year in (2026, 2027)] == [[], ["matter"]]


@pytest.mark.parametrize(
    ("typed", "right"), [("138 0000 0999", True), ("+8613800000999", True), ("3222111", True)]
)
def test_phones_are_known_however_written(typed: str, right: bool) -> None:
    assert is_phone(typed) is right


@pytest.mark.parametrize(("typed", "right"), [("11010519491231002x", True), ("110105194912310021", False)])
def test_the_check_character_tells_a_slip_of_the_pen(typed: str, right: bool) -> None:
    assert is_id_number(typed) is right


def test_a_doubt_holds_nobody_up(visitor: Visitor) -> None:
    visitor.fill_in()
    visitor.post("/report/persons/1", name="无此人氏", post="副镇长")
    shown = visitor.get("/report/check")

    sent = visitor.send()

    assert ("有几处请再看一眼" in shown, len(sent)) == (True, 27)
