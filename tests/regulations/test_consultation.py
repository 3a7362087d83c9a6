"""Quarters, quorum, and the months in which a duty is asked after."""

from datetime import date

import pytest

from yixian.regulations.consultation import is_quorate, months_to_follow, quarter_of


@pytest.mark.parametrize(
    ("day", "name", "first", "last"),
    [
        (date(2026, 1, 1), "2026年第一季度", date(2026, 1, 1), date(2026, 3, 31)),
        (date(2026, 6, 30), "2026年第二季度", date(2026, 4, 1), date(2026, 6, 30)),
        (date(2026, 12, 31), "2026年第四季度", date(2026, 10, 1), date(2026, 12, 31)),
    ],
)
def test_a_day_is_of_one_quarter(day, name, first, last):
    quarter = quarter_of(day)

    assert (str(quarter), quarter.first, quarter.last) == (name, first, last)


@pytest.mark.parametrize(
    ("invited", "present", "headed", "quorate"),
    [(4, 2, True, True), (5, 2, True, False), (5, 3, True, True), (5, 5, False, False), (0, 0, True, False)],
)
def test_half_of_the_invited_and_somebody_who_presides(invited, present, headed, quorate):
    assert is_quorate(invited=invited, present=present, headed=headed) is quorate


def test_a_duty_is_asked_after_from_the_month_after_the_decision():
    decided = date(2025, 11, 28)

    assert months_to_follow(decided, date(2025, 11, 30)) == []
    assert months_to_follow(decided, date(2026, 1, 1)) == [date(2025, 12, 1), date(2026, 1, 1)]
