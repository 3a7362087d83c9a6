"""The walk itself: short here and the same each time; ``python -m bench.walk`` and ``YIXIAN_WALK`` walk further."""

import os
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.walk.machine import EveryAction
from tests.walk.taking import TALLY

LONGEST = 1_000
STEPS = int(os.environ.get("YIXIAN_WALK", "600"))


def profile(steps: int) -> settings:
    """So many steps in walks of a thousand at most. The first of hypothesis is the simplest, and goes nowhere."""
    walks = max(2, -(-steps // LONGEST) + 1)
    return settings(
        max_examples=walks,
        stateful_step_count=min(steps, LONGEST),
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )


@pytest.mark.django_db
def test_a_walk_at_random_breaks_nothing(settings: Any) -> None:
    settings.YIXIAN_SPEECH = "echo 村里的账没有公开"

    run_state_machine_as_test(EveryAction, settings=profile(STEPS))

    assert sum(TALLY.done.values()) > STEPS / 4
