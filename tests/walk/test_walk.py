"""The walk itself: short here and the same each time; ``python -m bench.walk`` and ``YIXIAN_WALK`` walk further."""

import os
from typing import Any

import pytest
from hypothesis.stateful import run_state_machine_as_test

from tests.walk.machine import LONGEST, EveryAction, profile
from tests.walk.taking import TALLY

STEPS = int(os.environ.get("YIXIAN_WALK", "300"))


@pytest.mark.django_db
def test_a_walk_at_random_breaks_nothing(settings: Any) -> None:
    settings.YIXIAN_SPEECH = "echo 村里的账没有公开"

    run_state_machine_as_test(
        EveryAction, settings=profile(STEPS, longest=STEPS // 2 if STEPS < LONGEST else LONGEST)
    )

    assert sum(TALLY.done.values()) > STEPS / 4
