"""Every action says by whom and leaves a trail."""

import pytest

from tests.house.rules.actions import HOUSES, actions_in, modules_of, unruly


@pytest.mark.parametrize("house", HOUSES)
def test_every_action_says_by_whom_and_leaves_a_trail(house):
    actions = [action for module in modules_of(house) for action in actions_in(module)]

    breaches = unruly(actions)

    assert actions
    assert breaches == []


def test_a_planted_action_without_by_or_trail_is_found():
    def erase_report(report):
        return report

    breaches = unruly([erase_report])

    assert [breach.rpartition(">.")[2] for breach in breaches] == [
        "erase_report takes positional arguments",
        "erase_report does not say by whom",
        "erase_report leaves no trail",
    ]
