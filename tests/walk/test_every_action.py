"""Every public action of the houses is walked, met in passing, or excused; the oracle reads every line of its page."""

import importlib
import inspect
from collections.abc import Callable, Iterator

import pytest

from tests.walk import oracle
from tests.walk.excuses import INNER, NOT_WALKED
from tests.walk.houses import ACTS
from tests.walk.invariants import MAY_GO, TABLES, lives_by
from yixian.protection.permits import permit_map

HOUSES = ("reception", "assessment", "resolution", "protection")
HELPERS = {"fill_paper", "words_of_office"}
"""Of the front door, and no acts: they fill a paper for another house's act."""


def actions_of(house: str) -> Iterator[Callable[..., object]]:
    """The front door's functions that leave a trail."""
    door = importlib.import_module(f"yixian.{house}.actions")
    doors = (getattr(door, name) for name in door.__all__)
    return (each for each in doors if inspect.isfunction(each) and hasattr(each, "leaves_trail"))


def unwalked(actions: Iterator[Callable[..., object]], walked: set[object]) -> list[str]:
    """Acts of which the walk knows nothing, by the name of their function."""
    excused = INNER | NOT_WALKED
    return [each.__name__ for each in actions if each not in walked and each.leaves_trail not in excused]


@pytest.mark.parametrize("house", HOUSES)
def test_every_action_is_walked_or_excused(house):
    assert unwalked(actions_of(house), {act.action for act in ACTS}) == []


def test_an_action_that_nobody_has_heard_of_is_found():
    def fly_away():
        """Planted."""

    fly_away.leaves_trail = "reception.fly_away"

    assert unwalked(iter([fly_away]), set()) == ["fly_away"]


def test_nothing_is_excused_that_is_walked_or_is_not_there():
    walked = {act.act for act in ACTS}
    there = {each.leaves_trail for house in HOUSES for each in actions_of(house)}

    assert sorted((INNER | NOT_WALKED).keys() - there) == []
    assert sorted(walked & NOT_WALKED.keys()) == []


def test_no_two_rules_have_one_name():
    names = [act.name for act in ACTS]

    assert sorted({each for each in names if names.count(each) > 1}) == []


def test_the_page_of_permits_is_read_to_the_last_sentence():
    assert oracle.unread() == []
    assert sorted(permit_map().keys() - oracle.page().keys()) == []


def test_every_act_is_asked_of_a_line_of_the_page():
    assert sorted(act.name for act in ACTS if act.permit not in oracle.page()) == []


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.thing)
def test_every_workflow_table_is_watched_in_the_rows_that_live_by_it(table):
    assert lives_by(table) != []


def test_every_row_that_may_go_has_its_reason():
    assert [label for label, why in MAY_GO.items() if len(why) < 10] == []
