"""The texts of the papers hold no day, no number of days and no article of their own."""

import re
from datetime import date
from importlib.resources import files

import pytest

from yixian.reception.enums import NoticeKind
from yixian.reception.papers import fill
from yixian.reception.papers.filling import say, template

PAPERS = sorted(
    each.name.removesuffix(".txt")
    for each in files("yixian.reception.papers").iterdir()
    if each.name.endswith(".txt")
)
BY_HAND = re.compile(r"\d|第[一二三四五六七八九十]+条|[一二三四五六七八九十]+(日|个工作日|个月)")


def test_every_kind_of_notice_has_its_text_and_so_has_the_receipt():
    assert sorted([*NoticeKind.values, "receipt"]) == PAPERS


@pytest.mark.parametrize("name", PAPERS)
def test_no_paper_has_a_day_or_an_article_typed_by_hand(name):
    assert BY_HAND.findall(template(name).template) == []


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_without_one_of_its_values_is_an_error(name):
    values = dict.fromkeys(template(name).get_identifiers(), "甲")
    values.pop("organ")

    with pytest.raises(KeyError, match="organ"):
        fill(name, values)


def test_a_filled_paper_has_a_title_and_dates_in_full():
    values = dict.fromkeys(template("receipt").get_identifiers(), "甲") | {"received_on": date(2026, 3, 2)}

    paper = fill("receipt", values)

    assert (paper.title, paper.lines[:2]) == ("来件回执", ["来件编号：甲", "收到日期：2026年3月2日"])


def test_a_dollar_in_what_somebody_wrote_stays_as_written():
    values = dict.fromkeys(template("feedback").get_identifiers(), "甲") | {"result": "退还$number元"}

    assert "退还$number元" in fill("feedback", values).text


def test_a_word_is_said_as_it_is():
    assert say("来信") == "来信"
