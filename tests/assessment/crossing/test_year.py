"""One seed of the simulated year of ``python -m bench crossing`` keeps its promises."""

import pytest

from bench.crossing import one_year
from bench.crossing_year import invented_year


@pytest.fixture(scope="module")
def figures():
    return one_year(invented_year(6), 6)


def test_a_year_is_shared_out_without_a_single_violation(figures):
    assert figures["proposed"]["violations"] == 0
    assert figures["proposed"]["without_anybody"] == 0


def test_the_spread_is_at_most_a_third_of_taking_turns(figures):
    ours, turns = figures["proposed"], figures["turns"]

    assert ours["load_range"] <= turns["load_range"] / 3
    assert ours["load_deviation"] <= turns["load_deviation"] / 3


def test_skills_and_continuity_are_met_more_often_than_by_taking_turns(figures):
    ours, turns = figures["proposed"], figures["turns_passing_over"]

    assert ours["skilled_share"] > turns["skilled_share"] + 0.2
    assert ours["continued_share"] > 0.8 > turns["continued_share"] + 0.5


def test_the_year_holds_ties_that_taking_turns_runs_into(figures):
    assert figures["turns"]["violations"] > 300
    assert figures["turns_passing_over"]["violations"] == 0
