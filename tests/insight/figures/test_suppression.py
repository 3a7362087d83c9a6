from collections import Counter
from dataclasses import replace

import pytest

from tests.insight.figures.making import HALF_YEAR, row
from yixian.insight.figures import compose_figures, join_small
from yixian.insight.figures.suppression import small_values
from yixian.language.heat import Report, rank


def villages(**counts):
    return [row(f"{name}{n}", place=name) for name, count in counts.items() for n in range(count)]


def shown(rows, key="places"):
    figures = compose_figures(rows, HALF_YEAR, [], leaves=True)
    breakdown = next(each for each in figures.basics.breakdowns if each.key == key)
    return {line.label: line.count for line in breakdown.lines}


def test_large_cells_stay():
    assert shown(villages(甲=5, 乙=90)) == {"乙": 90, "甲": 5}


def test_small_cells_are_joined_and_not_named():
    assert shown(villages(甲=1, 乙=4, 丙=90)) == {"丙": 90, "其余2个属地（合并）": 5}


def test_a_joined_cell_that_is_small_itself_takes_the_next_smallest_with_it():
    """Else the total would give it away by subtraction."""
    assert shown(villages(甲=1, 乙=40, 丙=90)) == {"丙": 90, "其余2个属地（合并）": 41}


def test_fewer_than_the_limit_in_all_are_left_out():
    assert shown(villages(甲=1, 乙=2)) == {}


@pytest.mark.parametrize(
    ("populations", "joined"),
    [
        ([{"a": 0, "b": 40}], set()),
        ([{"a": 9, "b": 9, "c": 20}, {"a": 9, "b": 7, "c": 18}, {"b": 2, "c": 3}], {"b", "c"}),
        ([{"a": 9, "b": 9, "c": 20}, {"a": 1, "b": 9, "c": 20}], {"a", "b"}),
    ],
)
def test_a_cell_is_joined_that_is_small_in_any_population(populations, joined):
    assert small_values([Counter(each) for each in populations]) == joined


def test_a_class_that_is_joined_is_named_and_accusations_stand_as_long_as_they_can():
    rows = [row(f"{kind}{n}", kind=kind) for kind, n in _each(accusation=10, appeal=1, suggestion=30)]

    assert shown(rows, "kinds") == {"检举控告": 10, "申诉、批评建议（合并）": 31}


def _each(**counts):
    return [(name, n) for name, count in counts.items() for n in range(count)]


def test_two_cells_of_which_one_is_small_are_both_left_out():
    rows = [replace(each, signed=n > 1, repeat=n > 9) for n, each in enumerate(villages(甲=60))]

    assert (shown(rows, "signing"), shown(rows, "recurrence")) == ({}, {"初次": 10, "重复": 50})


def test_the_rows_of_a_public_figure_hold_no_small_value():
    rows = join_small(villages(甲=1, 乙=4, 丙=90), HALF_YEAR)

    assert {each.place for each in rows} == {"丙", "其余2个属地（合并）"}


def test_a_small_matter_is_not_hot_outside_the_office():
    rows = [row(n, matter="m" if n < 4 else "n") for n in range(9)]
    heats = rank(
        [Report(each.id, None, each.received_on) for each in rows], {each.id: each.matter for each in rows}
    )

    lists = [compose_figures(rows, HALF_YEAR, heats, leaves=leaves).hot for leaves in (False, True)]

    assert [[hot.matter for hot in hot_list] for hot_list in lists] == [["n", "m"], ["n"]]
