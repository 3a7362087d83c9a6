"""How a matter stands, in a fixed number of queries; and which matters are old or repeated."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.assessment.hard_matters import (
    ABOUT_SECRETARY,
    LATE,
    TUESDAY,
    WEDNESDAY,
    a_matter,
    a_plan,
    another_report,
)
from yixian.assessment.queries import met_matters, old_matters, standings_of

HALF_A_YEAR = date(2026, 9, 3)
A_DAY_LATER = date(2026, 9, 4)


def standing(town, matter, on=WEDNESDAY, who="chief"):
    return standings_of(town[who], [matter], on)[0]


def test_a_matter_is_weighed_by_age_reports_clocks_heat_and_plan(town):
    matter = a_matter(town)
    calm = standing(town, matter)
    another_report(town, matter)
    plan = a_plan(town, matter)

    late = standing(town, matter, LATE)

    assert (calm.age, calm.count, calm.overdue, calm.plan) == (1, 1, [], None)
    assert (late.age, late.count, late.plan, late.next_step.matter) == (56, 2, plan, matter)
    assert {each.term_key for each in late.overdue} == {"acceptance_notice"}
    assert late.heat.heat > calm.heat.heat
    assert (late.owners, late.states) == ("接访甲", "已受理1件、已登记1件")


def test_a_clock_near_its_end_is_near_and_not_overdue(town):
    matter = a_matter(town)

    found = standing(town, matter, date(2026, 3, 20))

    assert (len(found.near), found.overdue) == (1, [])


def test_a_list_of_three_costs_no_more_queries_than_one(town):
    counts = []
    for _ in (1, 3):
        a_matter(town)
        if counts:
            a_matter(town)
        matters = list(met_matters(town["chief"]))
        with CaptureQueriesContext(
            connection,
        ) as asked:
            assert [each.owners for each in standings_of(town["chief"], matters, WEDNESDAY)]
        counts.append(len(asked))

    assert counts[0] == counts[1]


def test_old_matters_are_those_over_the_limit_and_the_often_reported(town):
    alone = a_matter(town)
    often = a_matter(town)
    for _ in range(2):
        another_report(town, often)

    assert [each.matter for each in old_matters(town["chief"], WEDNESDAY)] == [often]
    assert [each.matter for each in old_matters(town["chief"], HALF_A_YEAR)] == [often]
    assert [each.matter for each in old_matters(town["chief"], A_DAY_LATER)] == [alone, often]
    assert old_matters(town["chief"], WEDNESDAY, reports=4) == []


@pytest.mark.parametrize("who", ["reported", "relative", "colleague", "other_clerk", "handler"])
def test_whoever_may_not_meet_a_matter_finds_it_in_no_list(town, who):
    a_matter(town, ABOUT_SECRETARY)

    assert list(met_matters(town[who])) == []
    assert old_matters(town[who], A_DAY_LATER) == []


def test_a_report_that_names_the_officers_side_hides_the_matter(town):
    matter = a_matter(town)
    seen = met_matters(town["chief"]).count()
    another_report(town, matter, ABOUT_SECRETARY)

    assert (seen, met_matters(town["chief"]).count()) == (1, 1)
    assert met_matters(town["relative"]).count() == 0
    assert standing(town, matter, TUESDAY).count == 2
