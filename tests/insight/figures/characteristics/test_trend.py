from tests.insight.figures.making import HALF_YEAR, row
from yixian.insight.figures.characteristics.trend import Direction, TrendPoint, trend


def rows_with(earlier, later, half):
    """``half`` reports in January and as many in June, of which so many are true."""
    return [row(f"a{n}", "2026-01-10", signed=n < earlier) for n in range(half)] + [
        row(f"b{n}", "2026-06-10", signed=n < later) for n in range(half)
    ]


def measured(rows):
    return trend(rows, HALF_YEAR, lambda one: one.signed)


def test_a_clear_rise_and_fall_are_told():
    assert measured(rows_with(5, 30, 50)).direction is Direction.UP
    assert measured(rows_with(30, 5, 50)).direction is Direction.DOWN


def test_a_difference_that_chance_explains_is_level():
    found = measured(rows_with(10, 13, 50))

    assert (found.earlier, found.later, found.direction) == (0.2, 0.26, Direction.LEVEL)


def test_too_few_reports_have_no_direction():
    found = measured(rows_with(1, 19, 19))

    assert (found.earlier, found.later, found.direction) == (None, None, Direction.UNKNOWN)


def test_a_month_of_fewer_than_ten_has_no_share():
    found = measured(rows_with(5, 3, 10)[:-1])

    assert found.points[0] == TrendPoint("2026年1月", 0.5, 10)
    assert found.points[1] == TrendPoint("2026年2月", None, 0)
    assert found.points[5] == TrendPoint("2026年6月", None, 9)


def test_nothing_known_gives_no_points():
    assert measured([row(1)]).points == ()
