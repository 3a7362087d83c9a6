"""Alert grades at their edges."""

from datetime import date, timedelta

from yixian.regulations.alerts import AlertGrade, grade

START, DUE_ON = date(2026, 3, 2), date(2026, 3, 22)


def on_day(passed: int) -> AlertGrade:
    return grade(START, DUE_ON, START + timedelta(days=passed))


def test_three_quarters_of_the_time_is_near():
    assert [on_day(0), on_day(14), on_day(15), on_day(19)] == [
        AlertGrade.EARLY,
        AlertGrade.EARLY,
        AlertGrade.NEAR,
        AlertGrade.NEAR,
    ]


def test_the_last_day_is_due_and_the_next_is_overdue():
    assert [on_day(20), on_day(21)] == [AlertGrade.DUE, AlertGrade.OVERDUE]


def test_late_by_more_than_the_term_itself_is_severe():
    assert [on_day(40), on_day(41)] == [AlertGrade.OVERDUE, AlertGrade.SEVERE]


def test_a_long_term_is_severe_after_thirty_days():
    start, due_on = date(2026, 1, 1), date(2026, 6, 1)

    grades = [grade(start, due_on, due_on + timedelta(days=late)) for late in (30, 31)]

    assert grades == [AlertGrade.OVERDUE, AlertGrade.SEVERE]


def test_a_term_without_length_is_due_on_its_day_and_near_before():
    assert grade(DUE_ON, DUE_ON, DUE_ON) is AlertGrade.DUE
    assert grade(DUE_ON, DUE_ON, DUE_ON - timedelta(days=1)) is AlertGrade.NEAR


def test_each_grade_is_a_word_and_a_shape_of_its_own():
    told = [(each.label, each.shape) for each in AlertGrade]

    assert told == [
        ("期限内", "○"),
        ("临近到期", "◐"),
        ("今日到期", "●"),
        ("已超期", "▲"),
        ("严重超期", "◆"),
    ]


def test_only_the_last_two_are_late():
    assert [each for each in AlertGrade if each.is_late] == [AlertGrade.OVERDUE, AlertGrade.SEVERE]
