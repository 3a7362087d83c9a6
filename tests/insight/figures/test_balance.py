from hypothesis import given
from hypothesis import strategies as st

from tests.insight.figures.making import HALF_YEAR, day, row
from yixian.insight.figures import balance

DAYS = st.dates(min_value=day("2025-01-01"), max_value=day("2026-12-31"))


def test_opening_new_closed_and_open_tie_out():
    rows = [
        row("before, open", "2025-11-01"),
        row("before, closed before", "2025-11-01", closed_on=day("2025-12-31")),
        row("before, closed inside", "2025-11-01", closed_on=day("2026-01-01")),
        row("inside, closed inside", "2026-02-01", closed_on=day("2026-06-30")),
        row("inside, closed after", "2026-02-01", closed_on=day("2026-07-01")),
        row("after", "2026-07-01"),
    ]

    found = balance(rows, HALF_YEAR)

    assert found.opening.rows == ("before, open", "before, closed inside")
    assert found.new.rows == ("inside, closed inside", "inside, closed after")
    assert found.closed.rows == ("before, closed inside", "inside, closed inside")
    assert found.open.rows == ("before, open", "inside, closed after")
    assert found.ties


def test_a_report_closed_before_it_came_is_left_out_and_named():
    found = balance([row(1, "2026-03-01", closed_on=day("2026-02-01"))], HALF_YEAR)

    assert (found.faulty, found.new.value, found.ties) == (("1",), 0, True)


def test_without_recorded_closings_nothing_is_claimed():
    found = balance([row(1)], HALF_YEAR, is_recorded=False)

    assert (found.is_known, found.open.value) == (False, None)
    assert found.open.lacking == "没有办结日期，无法核对收结存"


@given(st.lists(st.tuples(DAYS, st.none() | DAYS), max_size=40))
def test_it_ties_out_whatever_the_days(days):
    rows = [row(n, str(came), closed_on=closed) for n, (came, closed) in enumerate(days)]

    assert balance(rows, HALF_YEAR).ties
