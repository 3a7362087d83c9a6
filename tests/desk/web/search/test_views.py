"""Searching at the desk: what may be seen is found by a few words, in no address, and never by who reported."""

from dataclasses import replace

import pytest

from tests.desk.sitting import page, sit
from tests.reception.township import (
    ANONYMOUS,
    LETTER,
    REPORTER,
    SECRETARY,
    STRANGER,
    a_letter,
    about_the_secretary,
)
from yixian.assessment.actions import open_matter
from yixian.protection.actions import declare_recusal
from yixian.protection.enums import RecusalGround
from yixian.trail.models import Entry
from yixian.trail.queries import entries

URL = "/desk/search"
ROADS = replace(
    ANONYMOUS,
    title="反映修路款",
    account="金丝雀正文：青石路的工程款没有公开，可以打13900000111问包工头。",
    reported=(replace(STRANGER, name="包工甲"),),
)


def found(client, text: str) -> str:
    return page(client.post(URL, {"q": text}))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("2026-0001", "编号：2026-0001"),
        ("1", "编号：2026-0001"),
        ("事2026-0001", "编号：事2026-0001"),
        ("包工甲", "人名：包工甲"),
        ("13900000111", "电话：13900000111"),
        ("139-0000-0111", "电话：13900000111"),
        ("青石路", "地点：青石路"),
        ("工程款没有公开", "内容：工程款没有公开"),
        ("修路", "标题：修路"),
    ],
)
def test_a_report_is_found_and_says_why(town, text, why):
    report = a_letter(town, ROADS).report
    open_matter(by=town["clerk"], report=report, title="修路", on=report.received_on)

    shown = found(sit(town), text)

    assert f">{report.number}</a>" in shown
    assert why in shown
    assert "反映修路款" in shown


def test_a_cadre_of_the_roster_is_found_by_name_where_reported(town):
    report = a_letter(town, replace(LETTER, account="组长把名额给了亲戚。", reported=(SECRETARY,))).report

    shown = found(sit(town), "柳青山")

    assert f">{report.number}</a>" in shown
    assert "被反映人：柳青山" in shown


def test_the_report_that_holds_more_of_the_words_comes_first(town):
    both = a_letter(town, replace(ROADS, account=ROADS.account + "柳湾村三组")).report
    one = a_letter(town, ROADS).report

    shown = found(sit(town), "柳湾村 青石路")

    assert shown.index(f">{both.number}</a>") < shown.index(f">{one.number}</a>")


@pytest.mark.parametrize("text", [REPORTER.name, REPORTER.phone, REPORTER.address])
def test_nobody_is_found_by_who_reported(town, text):
    a_letter(town, replace(LETTER, account="组长把名额给了亲戚。"))

    shown = found(sit(town, "chief"), text)

    assert "没有找到您可以查看的来件" in shown


@pytest.mark.parametrize("who", ["reported", "relative", "colleague", "other_clerk"])
@pytest.mark.parametrize("text", ["柳青山", "低保", "2026-0001", "柳湾村三组的低保名单"])
def test_whoever_may_not_meet_it_finds_nothing(town, who, text):
    about_the_secretary(town)

    shown = found(sit(town, who), text)

    assert "没有找到您可以查看的来件" in shown


def test_whoever_stays_away_finds_it_no_more(town):
    report = a_letter(town, ROADS).report
    declare_recusal(by=town["clerk"], subject=report, ground=RecusalGround.INTEREST, on=report.received_on)

    shown = found(sit(town), "青石路")

    assert "没有找到您可以查看的来件" in shown


def test_each_search_is_in_the_trail_and_its_words_are_not(town):
    a_letter(town, ROADS)
    client = sit(town)

    found(client, "包工甲")

    entry = entries(act="assessment.search_reports").get()
    told = " ".join(f"{each.act} {each.subject} {each.why}" for each in Entry.objects.order_by("seq"))
    assert (entry.actor, entry.subject, entry.outcome) == (town["clerk"].actor, "found:1", "done")
    assert "包工甲" not in told


def test_words_in_an_address_are_not_looked_for(town):
    report = a_letter(town, ROADS).report

    shown = page(sit(town).get(f"{URL}?q=包工甲"))

    assert report.number not in shown
    assert "找一件来件" in shown


def test_one_character_is_refused_in_place(town):
    shown = found(sit(town), "路")

    assert "请输入至少两个字" in shown
    assert 'value="路"' in shown


def test_who_handles_no_reports_has_no_search(town):
    client = sit(town, "admin")

    answer, home = client.post(URL, {"q": "柳青山"}), page(client.get("/desk/"))

    assert answer.status_code == 403
    assert 'role="search"' not in home


def test_a_search_asks_as_many_queries_for_three_reports_as_for_one(town, django_assert_max_num_queries):
    client = sit(town)
    a_letter(town, ROADS)
    found(client, "青石路 修路")
    with django_assert_max_num_queries(200) as one:
        found(client, "青石路 修路")
    a_letter(town, ROADS), a_letter(town, ROADS)

    with django_assert_max_num_queries(200) as three:
        found(client, "青石路 修路")

    assert len(three) == len(one)


def test_what_a_word_of_two_letters_leaves_out_is_told_below_what_it_found(town):
    a_letter(town, ROADS)
    client = sit(town)

    told = "两个字的词只在人名、地名和标题里找"
    assert [told in found(client, text) for text in ("修路", "工程款没有公开")] == [True, False]
