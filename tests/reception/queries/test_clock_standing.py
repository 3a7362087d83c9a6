"""The sweep over running clocks: each counted once, in its grade."""

from datetime import date

from tests.reception.township import a_letter, an_accepted
from yixian.reception.queries import clock_standing, clocks_due
from yixian.regulations.alerts import AlertGrade, grade

LAST_DAY, LONG_AFTER = date(2026, 3, 23), date(2026, 6, 1)


def test_every_running_clock_is_counted_in_the_grade_of_its_own_days(town):
    a_letter(town)
    an_accepted(town)

    for on in (date(2026, 3, 3), LAST_DAY, LONG_AFTER):
        told = clock_standing(town["chief"], on)
        each = [(c.term_key, grade(c.started_on, c.due_on, on)) for c in clocks_due(town["chief"])]

        assert {(key, g): n for key, counts in told.items() for g, n in counts.items()} == {
            pair: each.count(pair) for pair in each
        }


def test_a_clock_late_by_more_than_its_term_is_severely_late(town):
    a_letter(town)

    counts = clock_standing(town["chief"], LONG_AFTER)["acceptance_notice"]

    assert counts == {AlertGrade.SEVERE: 1}
