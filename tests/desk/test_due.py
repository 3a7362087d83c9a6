"""What a stored clock looks like on a day."""

from datetime import date

import pytest

from tests.reception.township import MONDAY, a_letter
from yixian.desk.due import due_of, left
from yixian.regulations.accusation_rules import ACCEPTANCE_NOTICE_TERM
from yixian.regulations.petition_regulations import HANDLING_TERM
from yixian.roster.queries import working_calendar

FRIDAY, SATURDAY, NEXT_MONDAY = date(2026, 3, 20), date(2026, 3, 21), date(2026, 3, 23)


@pytest.mark.parametrize(
    ("on", "expected"),
    [(date(2026, 3, 18), 2), (FRIDAY, 0), (SATURDAY, -1), (NEXT_MONDAY, -1), (date(2026, 3, 24), -2)],
)
def test_working_days_are_counted_to_the_last_day_and_a_weekend_after_it_is_late(db, on, expected):
    counted = left(ACCEPTANCE_NOTICE_TERM, FRIDAY, on, working_calendar())

    assert counted == expected


def test_a_term_in_calendar_days_counts_every_day(db):
    counted = left(HANDLING_TERM, NEXT_MONDAY, FRIDAY, working_calendar())

    assert counted == 3


def test_the_mark_of_a_clock_says_its_term_article_and_counting(town):
    clock = a_letter(town).report.clocks.get()

    mark = due_of(clock, MONDAY, working_calendar())

    assert (mark.on, mark.left, mark.unit, mark.grade) == (date(2026, 3, 23), 15, "个工作日", "early")
    assert [name for name, _ in mark.grounds] == ["期限", "依据", "计算"]
