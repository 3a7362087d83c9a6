"""A due date says how much is left, how pressing it is, and why that day."""

import re
from datetime import date

import pytest
from django.template import Context, Template

from yixian.toolkit.due import Due, remaining

DAY = date(2026, 3, 12)


@pytest.mark.parametrize(
    ("due", "grade", "words"),
    [
        (Due(on=DAY, left=5), "early", "还有 5 个工作日"),
        (Due(on=DAY, left=2, near=True), "near", "还有 2 个工作日"),
        (Due(on=DAY, left=0), "due", "今天到期"),
        (Due(on=DAY, left=-3, near=True, unit="天"), "late", "已超期 3 天"),
        (Due(on=DAY, left=-3, paused=True), "paused", "已中止计时"),
        (Due(on=DAY, left=-3, met_on=date(2026, 3, 10)), "met", "3月10日已完成"),
        (Due(on=DAY, left=-3, met_on=date(2026, 3, 13)), "met", "3月13日已完成（逾期）"),
    ],
)
def test_a_due_date_has_one_grade_and_says_it_in_words(due: Due, grade: str, words: str) -> None:
    assert (due.grade, due.words) == (grade, words)


@pytest.mark.parametrize(
    ("today", "words"), [(date(2026, 3, 2), "3月12日 ·"), (date(2027, 1, 4), "2026年3月12日 ·")]
)
def test_a_short_date_of_another_year_names_its_year(settings, today: date, words: str) -> None:
    settings.YIXIAN_TODAY = today
    template = Template("{% load face %}{% due_mark due short=True %}")

    shown = re.sub(r"<[^>]+>|\s+", " ", template.render(Context({"due": Due(on=DAY, left=1)})))

    assert re.sub(r" +", " ", shown).strip().startswith(words)


def test_remaining_counts_in_the_unit_of_its_term() -> None:
    assert [remaining(1, "天"), remaining(0), remaining(-1)] == ["还有 1 天", "今天到期", "已超期 1 个工作日"]


def test_the_grounds_name_the_skipped_holidays_and_leave_out_what_is_not_known() -> None:
    due = Due(on=DAY, left=1, term="受理告知", holidays=("元旦", "周末"), provisional=True)

    assert due.grounds == [
        ("期限", "受理告知"),
        ("已扣除", "元旦、周末"),
        ("说明", "次年放假安排尚未公布，此日期为暂定"),
    ]
